"""When: series of meetings, the year's slots, polls, invitations, agendas, minutes, letters."""

from .agendas import AgendaDocument, AgendaItem
from .blocked import BlockedPeriod
from .circulars import Circular, CircularRecipient
from .dates import Attendance, MeetingDate
from .day import MeetingDocument, ProgrammePart
from .invitees import Invitee, Reply, StandingGuest
from .links import CalendarFeed, GuestLink
from .meetings import Meeting, MeetingSeries
from .minutes import ActionItem, Minutes
from .polls import DatePoll, PollAnswer, PollInvitee, PollOption
from .terms import FormerTerms

__all__ = [
    "ActionItem",
    "AgendaDocument",
    "AgendaItem",
    "Attendance",
    "BlockedPeriod",
    "CalendarFeed",
    "Circular",
    "CircularRecipient",
    "DatePoll",
    "FormerTerms",
    "GuestLink",
    "Invitee",
    "Meeting",
    "MeetingDate",
    "MeetingDocument",
    "MeetingSeries",
    "Minutes",
    "PollAnswer",
    "PollInvitee",
    "PollOption",
    "ProgrammePart",
    "Reply",
    "StandingGuest",
]
