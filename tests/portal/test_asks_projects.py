"""What is asked about projects and pledges: of who leads, and of who may sign."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from funding import actions as funding
from projects import actions
from schuldenlab.portal.asks import asks_of
from tests.funding.records import firm, make_plan, offer
from tests.projects import building

from .piloting import acting, opened, ready, running

if TYPE_CHECKING:
    from projects.models import Phase
    from schuldenlab.portal.asks import Ask
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)


def asked(cast: Cast, role: str, days: int = 0) -> list[Ask]:
    """What this person is asked about projects and money, so many days later; without reports."""
    person = getattr(cast, role)
    person.moment, person._standing = cast.at + days * DAY, None
    found = [ask for ask in asks_of(person) if "/projecten/" in ask.url or "/toezeg" in ask.url]
    return [ask for ask in found if not ask.url.endswith("/rapporteren/")]


def describe(cast: Cast, phase: Phase, days: int) -> None:
    ends_on = (cast.at + days * DAY).date()
    facts = {"size": "50 gezinnen", "criterion": "Minder schulden.", "ends_on": ends_on}
    actions.describe_pilot(phase, **facts, **acting(cast, cast.at))


# -- who leads -----------------------------------------------------------------------------------


def test_who_leads_describes_the_pilot_and_then_evaluates_it(cast: Cast) -> None:
    phase = ready(cast, is_described=False)
    tried = {"tried": "Een app.", "with_whom": "Tien jongeren.", "learned": ""}
    prototype = phase.project.phases.get(kind="prototype")
    actions.describe_prototype(prototype, **tried, **acting(cast, cast.at))
    [ask] = asked(cast, "contact")
    assert ask.url == reverse("projects:pilot-describe", args=[phase.pk])
    assert "Vroeg erbij" in ask.title
    describe(cast, phase, 90)
    assert asked(cast, "contact") == []
    actions.start_phase(phase, started_on=cast.at.date(), **acting(cast, cast.at))
    assert asked(cast, "contact", 59) == []
    [soon] = asked(cast, "contact", 60)
    assert (soon.days_left, soon.urgency) == (30, "neutral")
    assert soon.url == reverse("projects:pilot-evaluate", args=[phase.pk])
    assert asked(cast, "contact", 90)[0].text == soon.text
    [over] = asked(cast, "contact", 91)
    assert (over.days_left, over.urgency) == (-1, "warning")
    assert over.text.startswith("Its last day has passed.")
    said = {"evaluation": "Het werkt.", "has_succeeded": True}
    actions.evaluate_pilot(phase, **said, **acting(cast, cast.at + 91 * DAY))
    assert asked(cast, "contact", 92) == []


def test_a_prototype_is_described_once_it_runs(cast: Cast) -> None:
    phase = opened(cast).phases.get()
    [ask] = asked(cast, "contact")
    assert ask.url == reverse("projects:prototype-describe", args=[phase.pk])
    tried = {"tried": "Een app.", "with_whom": "Tien jongeren.", "learned": ""}
    actions.describe_prototype(phase, **tried, **acting(cast, cast.at))
    assert asked(cast, "contact") == []


def test_who_stands_in_is_asked_too_and_nobody_else(cast: Cast) -> None:
    project = opened(cast)
    facts = {"person": cast.outsider, "role": "substitute", "from_on": cast.at.date()}
    actions.name_leader(project, **facts, **acting(cast, cast.at))
    assert len(asked(cast, "outsider")) == 1
    for role in ("manager", "director", "seat_ZD", "former"):
        assert asked(cast, role) == [], role


def test_what_is_stopped_asks_nothing(cast: Cast) -> None:
    phase = running(cast)
    assert asked(cast, "contact")
    actions.stop_project(phase.project, reason="Klaar.", **acting(cast, cast.at))
    assert asked(cast, "contact") == []


# -- who may sign --------------------------------------------------------------------------------


@pytest.fixture
def plan(cast: Cast) -> Any:
    return make_plan(cast, cast.at)


def test_an_offer_is_asked_of_who_may_sign_it(cast: Cast, plan: Any) -> None:
    pledge = offer(cast, plan, "FV", 10_000, cast.at, actor=cast.contact)
    [ask] = asked(cast, "other_director")
    assert ask.url == reverse("funding:pledge-sign", args=[pledge.pk])
    assert ask.due_is_day
    assert ask.days_left == 60
    assert "Fonds Vlietland" in ask.title
    for role in ("manager", "director", "seat_ZD"):
        assert asked(cast, role) == [], role
    assert [ask.url for ask in asked(cast, "contact") if "/zeker/" in ask.url] == []
    funding.make_pledge_firm(pledge, actor=cast.other_director, at=cast.at)
    assert asked(cast, "other_director") == []


@pytest.mark.parametrize(("limit", "is_asked"), [(9_999, False), (10_000, True), (None, True)])
def test_who_may_not_sign_for_so_much_is_not_asked(
    cast: Cast, plan: Any, limit: int | None, is_asked: bool
) -> None:
    mandates = cast.other_director.mandates.all()
    mandates.update(pledge_limit=None if limit is None else Decimal(limit))
    offer(cast, plan, "FV", 10_000, cast.at)
    assert bool(asked(cast, "other_director")) is is_asked


def test_what_nobody_valued_is_asked_whatever_the_limit(cast: Cast, plan: Any) -> None:
    cast.other_director.mandates.update(pledge_limit=Decimal(1))
    offer(cast, plan, "FV", None, cast.at, form="knowledge", text="Advies")
    assert len(asked(cast, "other_director")) == 1


def test_a_condition_is_asked_until_it_is_met(cast: Cast, plan: Any) -> None:
    pledge = firm(cast, plan, "FV", 10_000, cast.at, condition="Anderen doen mee")
    address = reverse("funding:pledge-condition", args=[pledge.pk])
    assert [ask.url for ask in asked(cast, "other_director")] == [address]
    assert address in [ask.url for ask in asked(cast, "contact")]
    assert "Anderen doen mee" in asked(cast, "other_director")[0].text
    funding.meet_condition(pledge, actor=cast.contact, at=cast.at)
    assert asked(cast, "other_director") == []


def test_of_a_phase_that_is_over_nothing_is_asked(cast: Cast, plan: Any) -> None:
    offer(cast, plan, "FV", 10_000, cast.at)
    actions.drop_phase(plan.phase, **building.acting(cast))
    assert asked(cast, "other_director") == []
