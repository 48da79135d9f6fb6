"""Series and slots for tests, made by the product's own actions."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from events import actions
from events.models import Meeting, MeetingSeries
from tests.cast import ZONE

if TYPE_CHECKING:
    from tests.cast import Cast

NOBODY = "steering"  # an audience for which nobody answers here
WINDOWS = [["03-01", "05-31"], ["10-01", "12-10"]]


def at(year: int, month: int, day: int, clock: str = "14:00") -> datetime:
    """A moment on the clocks of the city."""
    return datetime.combine(date(year, month, day), time.fromisoformat(clock), tzinfo=ZONE)


def network(cast: Cast, **facts: Any) -> MeetingSeries:
    """Two network meetings a year, in spring and in autumn."""
    given: dict[str, Any] = {
        "duty": "network",
        "title": "Netwerk",
        "title_en": "Network",
        "audience": "network",
        "per_year": 2,
        "windows": WINDOWS,
        "lead_days": 10,
        **facts,
    }
    return actions.add_series(
        cast.framework, actor=cast.manager, at=at(cast.at.year, 1, 2), **given
    )


def slots(cast: Cast, year: int | None = None, **facts: Any) -> list[Meeting]:
    """The slots of a year, planned on its second day."""
    network(cast, **facts)
    actions.plan_cadence(at=at(cast.at.year, 1, 2))
    return list(Meeting.objects.filter(year=year or cast.at.year).select_related("series"))


def schedule(meeting: Meeting, starts_at: datetime, on: datetime, **facts: Any) -> Meeting:
    """Fix a date, at the moment `on`."""
    return actions.schedule_meeting(meeting, starts_at=starts_at, actor=None, at=on, **facts)


def held(cast: Cast, meeting: Meeting, starts_at: datetime, *letters: str) -> Meeting:
    """Fixed a month before, and recorded the evening of the day itself."""
    schedule(meeting, starts_at, at(starts_at.year, 1, 3))
    return actions.hold_meeting(
        meeting,
        attendance=[cast[each] for each in letters or ("BN",)],
        actor=cast.manager,
        at=starts_at.replace(hour=20),
    )
