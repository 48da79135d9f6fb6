"""A pilot on its way to a start, with every fact recorded on the day on which it was so."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from projects import actions
from tests.funding.money import arrange
from tests.programme import innovating
from tests.projects import building

if TYPE_CHECKING:
    from datetime import datetime

    from projects.models import Phase, Project, Stake, Stuurgroep
    from tests.cast import Cast

DAY = timedelta(days=1)


def acting(cast: Cast, at: datetime) -> dict[str, Any]:
    """The kernteam, at that moment."""
    return {"actor": cast.manager, "at": at}


def opened(cast: Cast, title: str = "Vroeg erbij") -> Project:
    """A dossier with a prototype that began two days ago; the contact of FV leads it."""
    start = cast.at - 5 * DAY
    theme = innovating.exploring(cast)
    facts = {"kind": "prototype", "title": title, "summary": building.SUMMARY}
    project = actions.open_project(theme, **facts, **acting(cast, start))
    begun = cast.at - 2 * DAY
    phase = project.phases.get()
    actions.start_phase(phase, started_on=begun.date(), **acting(cast, begun))
    who = {"person": cast.contact, "organisation": cast["FV"], "role": "leader"}
    actions.name_leader(project, from_on=start.date(), **who, **acting(cast, start))
    project.refresh_from_db()
    return project


def stake(
    cast: Cast, project: Project, letters: str, at: datetime, *, is_chair: bool = False
) -> Stake:
    """An organisation steers since that day; who has its seat speaks for it."""
    since = at.date()
    facts = {"organisation": cast[letters], "text": "Minder schulden", "from_on": since}
    row = actions.steer_with(project, **facts, **acting(cast, at))
    person = cast.people[f"seat_{letters}"]
    actions.add_member(row, person=person, from_on=since, is_chair=is_chair, **acting(cast, at))
    return row


def steered(cast: Cast, project: Project) -> Stuurgroep:
    """ZD and EZ steer since four days; ZD has the chair."""
    since = cast.at - 4 * DAY
    first = stake(cast, project, "ZD", since, is_chair=True)
    stake(cast, project, "EZ", since)
    return first.stuurgroep


def ready(cast: Cast, *, has_money: bool = True) -> Phase:
    """A pilot that waits for its start, or for its money too."""
    project = opened(cast)
    phase = actions.plan_phase(project, kind="pilot", **acting(cast, cast.at - DAY))
    steered(cast, project)
    building.submitted_case(cast, project)
    actions.approve_phase(phase, decision=building.decision(cast), **acting(cast, cast.at - DAY))
    if has_money:
        arrange(cast, phase, cast.at)
    return phase


def running(cast: Cast) -> Phase:
    """A pilot that began today."""
    phase = ready(cast)
    return actions.start_phase(phase, started_on=cast.at.date(), **acting(cast, cast.at))
