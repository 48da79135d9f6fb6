"""What the trail keeps of an edit: figures, days, choices, yes and no; of a text only its name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from partners.models import Framework, Organisation, Person
from projects.models import Indicator
from schuldenlab.audit.edits import plain_values, was_and_now
from schuldenlab.audit.models import Entry
from schuldenlab.web.trail import changes_in

if TYPE_CHECKING:
    from tests.cast import Cast


def test_figures_days_and_choices_are_kept() -> None:
    framework = Framework(title="Kader", seats_max=6, starts_on=date(2026, 1, 1), status="draft")
    names = ["title", "seats_max", "starts_on", "status", "host", "motto", "nothing"]
    kept = {"seats_max": 6, "starts_on": "2026-01-01", "status": "draft"}
    assert plain_values(framework, names) == kept
    assert plain_values(Indicator(target="12.50"), ["target"]) == {"target": "12.50"}


def test_nothing_of_a_person_is_kept() -> None:
    """Neither name nor address, nor what an organisation says of itself."""
    person = Person(name="Carla Smit", email="carla@people.example")
    assert plain_values(person, ["name", "email"]) == {}
    texts = ["name", "website", "description", "kvk_number", "short_name"]
    assert plain_values(Organisation(name="Fonds"), texts) == {}


def test_an_edit_tells_what_was_and_what_is() -> None:
    framework = Framework(seats_max=6)
    was = plain_values(framework, ["seats_max", "title"])
    framework.seats_max = 7
    assert was_and_now(framework, was) == {"was": {"seats_max": 6}, "now": {"seats_max": 7}}
    assert was_and_now(framework, {}) == {}


@pytest.mark.django_db
def test_a_reader_sees_them_in_words(cast: Cast) -> None:
    """Choices by their words, days as days; and a text only by name."""
    facts = {
        "changed": ["starts_on", "status", "title", "gone"],
        "was": {"starts_on": "2026-01-01", "status": "draft"},
        "now": {"starts_on": "2026-02-01", "status": "open"},
    }
    row = Entry(subject_type="partners.framework", subject_id=str(cast.framework.pk), facts=facts)
    day, status, title, gone = changes_in(row)
    assert (day["was"], day["now"]) == (date(2026, 1, 1), date(2026, 2, 1))
    assert status["was"] == Framework.Status.DRAFT.label
    assert (title["is_kept"], gone["field"]) == (False, "gone")
