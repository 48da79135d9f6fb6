"""Questions about the calendar, for today and for any past day."""

from .agendas import AgendaItemQuerySet
from .blocked import BlockedPeriodQuerySet
from .circulars import CircularQuerySet
from .day import MeetingDocumentQuerySet, ProgrammePartQuerySet
from .feeds import CalendarFeedQuerySet
from .invitees import InviteeQuerySet, ReplyQuerySet
from .links import GuestLinkQuerySet
from .meetings import MeetingQuerySet, MeetingSeriesQuerySet, meetings_with
from .minutes import ActionItemQuerySet, MinutesQuerySet, of_same_row, people_to_ask
from .points import standing_points
from .polls import DatePollQuerySet, PollInviteeQuerySet

__all__ = [
    "ActionItemQuerySet",
    "AgendaItemQuerySet",
    "BlockedPeriodQuerySet",
    "CalendarFeedQuerySet",
    "CircularQuerySet",
    "DatePollQuerySet",
    "GuestLinkQuerySet",
    "InviteeQuerySet",
    "MeetingDocumentQuerySet",
    "MeetingQuerySet",
    "MeetingSeriesQuerySet",
    "MinutesQuerySet",
    "PollInviteeQuerySet",
    "ProgrammePartQuerySet",
    "ReplyQuerySet",
    "meetings_with",
    "of_same_row",
    "people_to_ask",
    "standing_points",
]
