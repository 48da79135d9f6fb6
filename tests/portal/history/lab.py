"""The lab at the beginning of a history, what can be read of it, and how a move chooses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from events import actions as events
from funding import actions as funding
from projects import actions as projects
from schuldenlab.portal.kompas import read_kompas
from tests.events.records import at, slots
from tests.funding.budgets import adopt_budget, to_budget
from tests.projects import building

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.cast import Cast

DAY = timedelta(days=1)
LATEST = 20  # so many days may lie between what happens and its record
YEAR = 2026


class Nothing(Exception):  # noqa: N818 - it says that a move has nobody to be about
    """There is nothing that this move could be about."""


@dataclass
class Lab:
    """Who is who, the moment of the next move, and how it chooses: a number below another one."""

    cast: Cast
    at: datetime
    choose: Callable[[int], int]

    def one(self, rows: Iterable[Any]) -> Any:
        """One of these, if there is any."""
        found = list(rows)
        if not found:
            raise Nothing
        return found[self.choose(len(found))]

    def day(self) -> date:
        """When it happened: today, or some days before it was recorded."""
        return (self.at - self.choose(LATEST) * DAY).date()

    @property
    def acting(self) -> dict[str, Any]:
        """The kernteam, now."""
        return {"actor": self.cast.manager, "at": self.at}

    @property
    def partner(self) -> Any:
        """One of those with which the lab began."""
        letters = sorted(each for each in self.cast.organisations if each != "WK")
        return self.cast[self.one(letters)]


MOVES: dict[str, Callable[[Lab], Any]] = {}


def move(function: Callable[[Lab], Any]) -> Callable[[Lab], Any]:
    """Something that may happen."""
    MOVES[function.__name__] = function
    return function


def begin(cast: Cast) -> None:
    """Meetings, a budget with money, and a prototype with a pilot in preparation."""
    acting = {"actor": cast.manager, "at": cast.at}
    january = {"actor": cast.manager, "at": at(YEAR, 1, 2)}
    for duty, number in (("leaders", 4), ("inspiration", 1)):
        facts = {"title": duty, "title_en": duty, "audience": "leaders", "per_year": number}
        events.add_series(cast.framework, duty=duty, **facts, **january)
    slots(cast)
    adopt_budget(cast, cast.at - 5 * DAY, {"events": 50, "innovation": 100, "projects": 200})
    to_budget(cast, "ZD", "events", 50, cast.at)
    to_budget(cast, "EZ", "innovation", 40, cast.at, is_firm=False)
    to_budget(cast, "CH", "innovation", 60, cast.at, condition="Mits")
    project = building.prototyped(cast)
    projects.name_leader(
        project,
        person=cast.contact,
        role="leader",
        from_on=cast.at.date(),
        organisation=cast["FV"],
        **acting,
    )
    _steer(cast, project, acting)
    pilot = building.described(cast, projects.plan_phase(project, kind="pilot", **acting))
    facts = {"total": Decimal(100), "cash_minimum": Decimal(50)}
    funding.make_plan(pilot, deadline_on=(cast.at + 90 * DAY).date(), **facts, **acting)
    building.submitted_case(cast, project, cast.at - DAY)
    projects.approve_phase(pilot, decision=building.decision(cast, at=cast.at), **acting)


def _steer(cast: Cast, project: Any, acting: dict[str, Any]) -> None:
    for letters in ("ZD", "EZ"):
        stake = projects.steer_with(
            project, organisation=cast[letters], text="Rust", from_on=cast.at.date(), **acting
        )
        projects.add_member(
            stake,
            person=cast.people[f"seat_{letters}"],
            from_on=cast.at.date(),
            is_chair=letters == "ZD",
            **acting,
        )


def readings(lab: Lab, moment: datetime) -> dict[str, Any]:
    """All that the Kompas of the year says at a moment, but for its addresses."""
    kompas = read_kompas(lab.cast.framework, YEAR, moment)
    said: dict[str, Any] = {f"clause {each.number}": each.state for each in kompas.clauses}
    for clause in kompas.clauses:
        for row in clause.measures:
            found = row.reading
            assert found is not None
            figures = found.state, found.have, found.need, found.forecast
            said[row.code] = (*figures, found.note, found.pips)
    return said
