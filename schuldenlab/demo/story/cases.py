"""Chapter 10: the leader counts what "Vroeg erbij" costs and brings, in two versions."""

from datetime import datetime
from typing import Any

from projects import actions
from projects.models import BusinessCase, CaseParty

from . import case_data as data
from .calendar import working_days_after
from .project_data import EARLY
from .projects import leaders, project
from .stage import Stage

DECIDED = -155


def write(stage: Stage) -> None:
    """Begun in the winter, counted anew with figures of partners, and put before the raad."""
    calendar = stage.calendar
    stage.on(calendar.at(-214, "10:20"), lambda at: _begin(stage, at))
    stage.on(calendar.at(-186, "15:10"), lambda at: _count_anew(stage, at))
    closes = calendar.deadline(DECIDED)
    stage.on(working_days_after(closes, -12, "10:15"), lambda at: _submit(stage, at))


def _acting(stage: Stage, at: datetime) -> dict[str, Any]:
    return {"actor": leaders(stage)["CH"], "at": at}


def _begin(stage: Stage, at: datetime) -> None:
    """What the corporation knows by itself."""
    case = actions.draft_case(project(EARLY), **data.WORDS, **_acting(stage, at))
    for letters in data.JOINING:
        organisation = stage.organisations[letters]
        actions.add_party(case, organisation=organisation, **_acting(stage, at))
    for line in data.FIRST:
        _add(stage, case, line, at)


def _count_anew(stage: Stage, at: datetime) -> None:
    """Partners gave figures; who neither pays nor gains goes."""
    first = project(EARLY).cases.get(version=1)
    actions.drop_case(first, **_acting(stage, at))
    case = actions.copy_case(
        first,
        base_year=first.base_year,
        price_year=first.price_year,
        rate=first.discount_rate,
        **_acting(stage, at),
    )
    actions.change_case(case, facts={"notes": data.NOTES}, **_acting(stage, at))
    for line in data.SECOND:
        _add(stage, case, line, at)
    staying = {stage.organisations[each].pk for each in ("CH", *data.JOINING)}
    leaving = case.parties.exclude(organisation=None).exclude(organisation__in=staying)
    for party in leaving.order_by("position"):
        actions.remove_party(party, **_acting(stage, at))


def _add(stage: Stage, case: BusinessCase, told: dict[str, Any], at: datetime) -> None:
    facts = {**told, "party": _party(stage, case, told["party"])}
    if "receiver" in told:
        facts["receiver"] = _party(stage, case, told["receiver"])
    actions.add_line(case, facts=facts, **_acting(stage, at))


def _party(stage: Stage, case: BusinessCase, letters: str) -> CaseParty:
    if letters == data.RESIDENTS:
        found: CaseParty = case.parties.get(is_residents=True)
        return found
    mine: CaseParty = case.parties.get(organisation=stage.organisations[letters])
    return mine


def _submit(stage: Stage, at: datetime) -> None:
    """It lies before the raad; the decision about the pilot approves it too."""
    case = project(EARLY).cases.get(version=2)
    actions.submit_case(case, **_acting(stage, at))
