"""Questions about the calendar, for today and for any past day."""

from .agendas import AgendaItemQuerySet
from .blocked import BlockedPeriodQuerySet
from .circulars import CircularQuerySet
from .invitees import InviteeQuerySet
from .links import GuestLinkQuerySet
from .meetings import MeetingQuerySet, MeetingSeriesQuerySet, meetings_with
from .minutes import ActionItemQuerySet, MinutesQuerySet
from .polls import DatePollQuerySet, PollInviteeQuerySet

__all__ = [
    "ActionItemQuerySet",
    "AgendaItemQuerySet",
    "BlockedPeriodQuerySet",
    "CircularQuerySet",
    "DatePollQuerySet",
    "GuestLinkQuerySet",
    "InviteeQuerySet",
    "MeetingQuerySet",
    "MeetingSeriesQuerySet",
    "MinutesQuerySet",
    "PollInviteeQuerySet",
    "meetings_with",
]
