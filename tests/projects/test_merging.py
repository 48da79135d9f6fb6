"""Two people with the same form open: neither loses what the other wrote."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from projects import actions
from schuldenlab.lifecycle import Refused
from tests.projects import building
from tests.projects.building import DAY, acting
from tests.projects.test_actions_dossier import pilot_of
from tests.projects.test_views import address, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("readers")]
SHOWN = re.compile(r'name="shown" value="([^"]*)"')


def opened(client: Client, url: str) -> dict[str, Any]:
    """What the page carries to say what it showed."""
    found = SHOWN.search(text(client.get(url)))
    assert found
    return {"shown": unescape(found[1])}


def words(project: Any, **others: str) -> dict[str, Any]:
    names = ("title", "summary", "target_group", "debt_phase", "outcome", "current_state")
    stands = {name: getattr(project, name) for name in (*names, "residents_voice")}
    return {**stands, **others}


def test_two_fields_of_two_people_are_both_kept(today: Cast, enter: Enter) -> None:
    project = building.opened(today)
    url = address("change", project.pk)
    one, other = enter(today.manager), enter(today.staff)
    first, second = opened(one, url), opened(other, url)
    answer = one.post(url, {**words(project, target_group="Jongeren"), **first})
    assert answer.status_code == 302
    answer = other.post(url, {**words(project, summary="Binnen een week."), **second})
    assert answer.status_code == 302
    project.refresh_from_db()
    assert (project.target_group, project.summary) == ("Jongeren", "Binnen een week.")


def test_of_one_field_both_texts_are_shown(today: Cast, enter: Enter) -> None:
    project = building.opened(today)
    url = address("change", project.pk)
    one, other = enter(today.manager), enter(today.staff)
    first, second = opened(one, url), opened(other, url)
    one.post(url, {**words(project, summary="Van de één."), **first})
    both = {"summary": "Van de ander.", "current_state": "Loopt."}
    answer = other.post(url, {**words(project, **both), **second})
    page = unescape(text(answer))
    assert answer.status_code == 422
    assert "It says now: “Van de één.”" in page
    assert "Van de ander.</textarea>" in page
    project.refresh_from_db()
    assert (project.summary, project.current_state) == ("Van de één.", "")
    found = SHOWN.search(text(answer))
    assert found
    both["summary"] = "Van beiden."
    again = {**words(project, **both), "shown": unescape(found[1])}
    assert other.post(url, again).status_code == 302
    project.refresh_from_db()
    assert (project.summary, project.current_state) == ("Van beiden.", "Loopt.")


def test_what_was_compared_still_holds_when_it_is_written(cast: Cast) -> None:
    project = building.opened(cast)
    facts = {"facts": {"summary": "Nieuw."}, "rests_on": {"summary": "Iets anders."}}
    with pytest.raises(Refused):
        actions.change_project(project, **facts, **acting(cast))


def test_a_pilot_keeps_what_the_other_wrote(today: Cast, enter: Enter) -> None:
    phase, client = pilot_of(today), enter(today.manager)
    url = address("pilot-describe", phase.pk)
    shown = opened(client, url)
    pilot = phase.pilot
    stands = {"size": pilot.size, "criterion": pilot.criterion}
    ends_on = pilot.ends_on + DAY
    actions.describe_pilot(phase, **{**stands, "size": "Duizend"}, ends_on=ends_on, **acting(today))
    typed = {**stands, "criterion": "Negentig", "ends_on": pilot.ends_on.strftime("%d-%m-%Y")}
    assert client.post(url, {**typed, **shown}).status_code == 302
    pilot.refresh_from_db()
    assert (pilot.size, pilot.criterion, pilot.ends_on) == ("Duizend", "Negentig", ends_on)
