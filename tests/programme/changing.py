"""Changes of course at every stage, made by the product's own actions."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from programme import actions
from programme.models import CourseChange, Decision
from tests.cast import SEATS
from tests.house.world import vote

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

DAY = timedelta(days=1)
WORDS = {
    "title": "Brieven later",
    "what": "De brieven gaan een maand later uit.",
    "why": "Er zat een fout in.",
    "effect": "Mensen krijgen een goede brief.",
}
PROJECT = {"about": "project", "subject": "Post zonder stress", "kind": "other"}
BIG = {
    "about": "programme",
    "kind": "budget_moved",
    "category": "projects",
    "budget_before": Decimal(100_000),
    "budget_after": Decimal(60_000),
}


def propose(cast: Cast, at: datetime, **facts: Any) -> CourseChange:
    """The kernteam proposes, unless `proposed_for` and `actor` say otherwise."""
    return actions.propose_change(
        cast.raad,
        **{
            **WORDS,
            **PROJECT,
            "proposed_for": None,
            "actor": cast.manager,
            "at": at,
            **facts,
        },
    )


def judged(cast: Cast, at: datetime, *, is_crucial: bool, **facts: Any) -> CourseChange:
    """Proposed and judged at once."""
    change = propose(cast, at, **facts)
    return actions.judge_change(
        change, is_crucial=is_crucial, reason="Daarom.", actor=cast.manager, at=at
    )


def called(cast: Cast, change: CourseChange, letters: str, at: datetime) -> Any:
    """The representative of a seat calls it crucial."""
    person = cast.seat if letters == "BN" else getattr(cast, f"seat_{letters}")
    return actions.call_crucial(change, seat=cast.seat_of(letters), reason="", actor=person, at=at)


def voted(cast: Cast, change: CourseChange, choice: str, at: datetime) -> CourseChange:
    """All seats vote the same, and the ballot closes a day after `at`."""
    ballot = actions.put_change_to_ballot(
        change, closes_at=at + DAY, rules={}, actor=cast.manager, at=at
    )
    for letters in SEATS:
        vote(cast, ballot, letters, choice, at)
    actions.close_ballot(ballot, at=at + DAY)
    change.refresh_from_db()
    return change


def advice(cast: Cast, at: datetime) -> Decision:
    """The raad said something in a meeting, and that stands in the register."""
    return actions.enter_decision(
        cast.raad,
        title="Advies",
        text="Doe het zo.",
        origin="advice",
        taken_at=at,
        actor=cast.manager,
        at=at,
    )


def carried_out(cast: Cast, change: CourseChange, at: datetime) -> CourseChange:
    """Done on the day of `at`."""
    return actions.carry_out_change(
        change, result="Gedaan.", done_on=at.date(), actor=cast.manager, at=at
    )


def went_first(cast: Cast, change: CourseChange, at: datetime, days: int = 3) -> CourseChange:
    """It was done some days before it was recorded."""
    return actions.carry_out_first(
        change,
        reason="Mensen kregen foute brieven.",
        done_on=at.date() - timedelta(days=days),
        actor=cast.manager,
        at=at,
    )


def at_status(cast: Cast, status: str, at: datetime) -> CourseChange:
    """A change in this state, made some days before `at`."""
    before = at - 5 * DAY
    if status == "proposed":
        return propose(cast, before)
    change = judged(cast, before, is_crucial=status not in {"minor", "carried_out"})
    if status == "carried_out":
        return carried_out(cast, change, before)
    if status == "ahead":
        return went_first(cast, change, before)
    if status == "withdrawn":
        actions.withdraw_change(change, reason="Niet nodig.", actor=None, at=before)
    elif status in {"adopted", "rejected"}:
        voted(cast, change, "for" if status == "adopted" else "against", before)
    return change
