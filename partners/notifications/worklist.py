"""The letter about the worklist of the kernteam: what changed in it, and what presses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from partners.models import Person
from partners.querysets import local_day
from schuldenlab.outbox.actions import post

MOST = 10  # lines under one heading
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class WorkFact:
    """One item of the worklist as plain values: what it is about, its words, and its last day."""

    key: str
    title: str
    url: str
    due_on: date | None


@dataclass(frozen=True)
class Part:
    """Items under one heading, as far as they fit, and how many `more` there are."""

    facts: Sequence[WorkFact]
    more: int


def last_days(work: Sequence[WorkFact]) -> dict[str, str]:
    """By item its last day as text, empty without one: what tells whether anything changed."""
    return {each.key: each.due_on.isoformat() if each.due_on else "" for each in work}


def worklist_changed(
    person: Person, *, work: Sequence[WorkFact], before: Mapping[str, str] | None, at: datetime
) -> None:
    """What is new since the last letter, then what is late and what comes this week besides.

    `before` are the last days that this person was told; None when it hears of it first.
    """
    day, now = local_day(at), last_days(work)
    told = now if before is None else before
    new = [each for each in work if told.get(each.key) != now[each.key]]
    rest = [each for each in work if each not in new and each.due_on is not None]
    late = [each for each in rest if each.due_on and each.due_on < day]
    coming = [each for each in rest if each.due_on and day <= each.due_on < day + WEEK]
    post(
        "partners/mail/worklist_changed.txt",
        [person.as_recipient()],
        f"worklist:{day.isoformat()}",
        at,
        context={
            "count": len(work),
            "new": _part(new),
            "late": _part(late),
            "coming": _part(coming),
            "gone": len(told.keys() - now.keys()),
        },
    )


def _part(facts: Sequence[WorkFact]) -> Part:
    return Part(facts[:MOST], max(0, len(facts) - MOST))
