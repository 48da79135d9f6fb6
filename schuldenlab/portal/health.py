"""Questions whether the machinery runs: the clock, what is due, and the mail.

Nothing here asks the processes themselves. What they leave undone shows in the database within a
minute and a half, whatever the reason is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Min, Q

from programme.models import Ballot, ThemeCall
from schuldenlab.outbox.hours import is_quiet
from schuldenlab.outbox.models import AT_ONCE, TROUBLES, Letter
from schuldenlab.web.health import is_late

from .integrity.clock import ages, intervals

LATE_AFTER = 90  # seconds; what is due is looked for every 10 to 60
LAST_LETTERS = 200  # of which the share is told that did not arrive
HIGH_SHARE = 0.05  # of them


@dataclass(frozen=True)
class Health:
    """How it stands at a moment; ages in seconds, None where there is nothing."""

    tick: int | None
    clock_is_late: bool
    late_tasks: dict[str, int | None]
    due: int | None
    letter: int | None
    is_tried: bool
    letters: int
    failed: int

    @property
    def due_is_late(self) -> bool:
        """Whether something waits that the clock should have done."""
        return self.due is not None and self.due > LATE_AFTER

    @property
    def letter_is_late(self) -> bool:
        """Whether a letter waits too long, or was refused and is tried again."""
        return self.is_tried or (self.letter is not None and self.letter > LATE_AFTER)

    @property
    def share_is_high(self) -> bool:
        """Whether too many of the last letters did not arrive."""
        return self.failed > HIGH_SHARE * self.letters

    @property
    def faults(self) -> list[str]:
        """What is not as it must be."""
        known = {
            "clock": self.clock_is_late,
            "tasks": bool(self.late_tasks),
            "due": self.due_is_late,
            "letter": self.letter_is_late,
            "share": self.share_is_high,
        }
        return [name for name, is_so in known.items() if is_so]


def health_at(at: datetime) -> Health:
    """How it stands now; as many queries at any size."""
    ticks = ages(at)
    tick = ticks.pop(settings.CLOCK)
    clock_is_late = is_late(tick)
    late = (
        {} if clock_is_late else {name: age for name, age in ticks.items() if _is_late(name, age)}
    )
    oldest, is_tried = _oldest_letter(at)
    letters, failed = _last_letters()
    return Health(
        tick=tick,
        clock_is_late=clock_is_late,
        late_tasks=late,
        due=_age(_oldest_due(at), at),
        letter=_age(oldest, at),
        is_tried=is_tried,
        letters=letters,
        failed=failed,
    )


def _is_late(name: str, age: int | None) -> bool:
    return is_late(age, interval=intervals()[name])


def _age(moment: datetime | None, at: datetime) -> int | None:
    return None if moment is None else int((at - moment).total_seconds())


def _oldest_due(at: datetime) -> datetime | None:
    """The deadline that passed longest ago of what the clock has to close."""
    found = [
        nouns.due_to_close(at).aggregate(oldest=Min("closes_at"))["oldest"]
        for nouns in (Ballot.objects, ThemeCall.objects)
    ]
    return min((each for each in found if each), default=None)


def _oldest_letter(at: datetime) -> tuple[datetime | None, bool]:
    """Since when a letter waits that may go now, and whether the mail server refused one.

    At night letters wait that are not urgent, and news waits for its day: that is no fault.
    """
    due = Q(status=Letter.Status.WAITING, pace=AT_ONCE, not_before__lte=at)
    if is_quiet(at, settings.QUIET_HOURS):
        due &= Q(is_urgent=True)
    tried = Q(status=Letter.Status.WAITING, attempts__gt=0)
    in_hand = Q(status=Letter.Status.SENDING)
    unsettled = Letter.objects.filter(status__in=[Letter.Status.WAITING, Letter.Status.SENDING])
    facts = unsettled.aggregate(
        waits=Min("not_before", filter=due),
        tries=Min("claimed_at", filter=tried),
        hands=Min("claimed_at", filter=in_hand),
        count=Count("pk", filter=tried),
    )
    since = [facts[name] for name in ("waits", "tries", "hands") if facts[name]]
    return min(since, default=None), facts["count"] > 0


def _last_letters() -> tuple[int, int]:
    """How many of the last letters that were settled, and how many of those did not arrive."""
    settled = Letter.objects.filter(status__in=[Letter.Status.SENT, *TROUBLES]).order_by("-pk")
    last = Letter.objects.filter(pk__in=settled.values("pk")[:LAST_LETTERS])
    in_trouble = Count("pk", filter=Q(status__in=TROUBLES))
    facts = last.aggregate(count=Count("pk"), failed=in_trouble)
    return facts["count"], facts["failed"]
