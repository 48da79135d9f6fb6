"""Questions of the calendar that only the storeys above can answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schuldenlab.web.ports import Gather


@dataclass(frozen=True)
class AudienceMember:
    """Somebody whom the rule of an audience names: for which organisation, and as what."""

    person_id: int
    organisation_id: int | None
    reason: str


# Who belongs to an audience (its first argument) of a series (its second, None: of none), on a
# day (its third): the seats of the programmaraad, facilitators, project leaders, a stuurgroep.
people_in: Gather[AudienceMember] = Gather("people_in")


@dataclass(frozen=True)
class OutcomeFact:
    """A decision that was taken in a meeting, as its minutes name it."""

    number: str
    text: str
    url: str
    item_id: int | None = None


# The decisions of a meeting (its argument).
outcomes_of: Gather[OutcomeFact] = Gather("outcomes_of")


@dataclass(frozen=True)
class PointFact:
    """A point that comes on the agenda of a meeting by itself."""

    kind: str
    title: str
    text: str = ""
    is_progress: bool = False


# What comes on the agenda of a meeting (its argument) as soon as its date is fixed (the second).
points_for: Gather[PointFact] = Gather("points_for")


@dataclass(frozen=True)
class MeetingPart:
    """A part of a meeting's page, and of its agenda on paper, that a storey above shows.

    Its template reads `facts` as `part`.
    """

    template: str
    facts: dict[str, Any]


# What else a meeting (its first argument) shows to a person (the second) at a moment (the third).
meeting_parts: Gather[MeetingPart] = Gather("meeting_parts")


@dataclass(frozen=True)
class CalendarEntry:
    """Something in a calendar. `name` is the same for ever; `path` a page of ours."""

    name: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    place: str = ""
    description: str = ""
    path: str = ""
    sequence: int = 0
    is_busy: bool = True
    alarm_at: datetime | None = None


# What else stands in the calendar of a person (its argument) besides meetings.
feed_entries: Gather[CalendarEntry] = Gather("feed_entries")
