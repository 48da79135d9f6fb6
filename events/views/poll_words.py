"""A date poll as its pages show it: totals per moment, the best ones, and who is missing."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from events.models import DatePoll, PollAnswer, PollInvitee, PollOption
from events.proposals import Tally, best_of

ICONS = {"yes": "check", "if_need_be": "minus", "no": "cross", "": "open"}


@dataclass(frozen=True)
class Said:
    """What one person said of one moment, as an icon with a word."""

    option: PollOption
    answer: str
    words: str

    @property
    def icon(self) -> str:
        """The drawing beside the word."""
        return ICONS[self.answer]


@dataclass(frozen=True)
class Line:
    """One person with all answers."""

    invitee: PollInvitee
    said: list[Said]

    @property
    def is_silent(self) -> bool:
        """Some moment has no answer."""
        return any(not each.answer for each in self.said)


@dataclass(frozen=True)
class Column:
    """One moment with its totals."""

    option: PollOption
    tally: Tally
    is_best: bool
    has_passed: bool


@dataclass(frozen=True)
class Missing:
    """Who of one organisation has not answered; `is_whole` when nobody of it has."""

    name: str
    lines: list[Line]
    is_whole: bool


@dataclass(frozen=True)
class Results:
    """All of it, in three queries."""

    columns: list[Column]
    lines: list[Line]
    missing: list[Missing]

    @property
    def asked(self) -> int:
        """How many people."""
        return len(self.lines)

    @property
    def answered(self) -> int:
        """How many of them said something of every moment."""
        return sum(not line.is_silent for line in self.lines)


def results_of(poll: DatePoll, at: datetime) -> Results:
    """The answers so far."""
    options = list(poll.options.order_by("starts_at"))
    invitees = poll.invitees.select_related("person", "organisation").order_by(
        "organisation__name", "person__name", "pk"
    )
    answers: dict[tuple[int, int], str] = {
        (each.invitee_id, each.option_id): each.answer
        for each in PollAnswer.objects.filter(option__poll=poll)
    }
    lines = [
        Line(
            invitee, [_said(option, answers.get((invitee.pk, option.pk), "")) for option in options]
        )
        for invitee in invitees
    ]
    return Results(_columns(options, answers, at), lines, _missing(lines))


def _said(option: PollOption, answer: str) -> Said:
    words = PollAnswer.Answer(answer).label if answer else _("no answer")
    return Said(option, answer, words[:1].upper() + words[1:])


def _columns(
    options: list[PollOption], answers: dict[tuple[int, int], str], at: datetime
) -> list[Column]:
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    for (_invitee, option), answer in answers.items():
        counted[option][answer] += 1
    tallies = {option.pk: _tally(counted[option.pk]) for option in options}
    best = best_of({each.pk: tallies[each.pk] for each in options if each.starts_at > at})
    return [
        Column(option, tallies[option.pk], option.pk in best, option.starts_at <= at)
        for option in options
    ]


def _tally(counted: Mapping[str, int]) -> Tally:
    gladly, if_need_be = counted.get("yes", 0), counted.get("if_need_be", 0)
    return Tally(can=gladly + if_need_be, gladly=gladly, cannot=counted.get("no", 0))


def tally_of(option: PollOption) -> Tally:
    """The totals of one moment."""
    counted = option.answers.order_by().values_list("answer").annotate(number=Count("pk"))
    return _tally(dict(counted))


def _missing(lines: list[Line]) -> list[Missing]:
    """By organisation; those of which nobody has answered come first."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups[name_of(line.invitee)].append(line)
    found = [
        Missing(name, silent, len(silent) == len(group))
        for name, group in groups.items()
        if (silent := [line for line in group if line.is_silent])
    ]
    return sorted(found, key=lambda each: (not each.is_whole, each.name))


def name_of(invitee: PollInvitee) -> str:
    """For whom somebody is asked."""
    return invitee.organisation.name if invitee.organisation else _("Without organisation")


def answers_of(invitee: PollInvitee) -> dict[Any, str]:
    """What somebody said so far: option's id -> answer."""
    return dict(invitee.answers.values_list("option", "answer"))
