"""What the staff desk offers to do with meetings and what belongs to them."""

from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from schuldenlab.web.moves import Act, ActTable, offered
from schuldenlab.web.ports import DeskMove


def _still_comes(meeting: Any, at: datetime) -> bool:
    """Its day can still be described."""
    del at
    return meeting.status in {"planned", "scheduled"}


def _has_own_agenda(meeting: Any, at: datetime) -> bool:
    """The agenda of a programmaraad is kept a storey higher."""
    del at
    return bool(meeting.status != "held" and meeting.series.duty != "raad")


def _has_begun(meeting: Any, at: datetime) -> bool:
    """Only what has begun was held."""
    return meeting.starts_at is not None and meeting.starts_at <= at


def _stands(row: Any, at: datetime) -> bool:
    """What was taken out of a programme is not changed."""
    del at
    return row.taken_out_at is None and row.meeting.status in {"planned", "scheduled"}


MEETING: Final = (
    Act("events:meeting-hold", _("Record as held"), "check", "hold", True, when=_has_begun),
    Act("events:meeting-schedule", _("Choose a date"), "calendar-add", "schedule", True),
    Act("events:poll-open", _("Start a date poll"), "calendar"),
    Act("events:minutes-start", _("Begin the minutes"), "document"),
    Act("events:presence", _("Count who is there"), "people"),
    Act("events:point-add", _("Put a point on the agenda"), "plus", when=_has_own_agenda),
    Act("events:part-add", _("Add a part"), "plus", when=_still_comes),
    Act("events:meeting-describe", _("Change the description"), "pencil", when=_still_comes),
    Act("events:paper-add", _("Add a paper"), "document", when=_still_comes),
    Act("events:action-add", _("Write down an action"), "check"),
    Act("events:meeting-correct", _("Change subject or place"), "pencil", when=_still_comes),
    Act("events:meeting-call-off", _("Call off the meeting"), "cross", "call_off"),
    Act("events:meeting-cancel", _("Cancel the meeting for good"), "cross", "cancel_meeting"),
    Act(
        "events:meeting-take-over",
        _("It was held before this lab was kept here"),
        "history",
        "take_over",
    ),
)
ACTS: Final[ActTable] = {
    "events.meetingseries": (
        Act("events:series-change", _("Change this series"), "pencil"),
        Act("events:series-guest-add", _("Add standing guest"), "plus"),
    ),
    "events.standingguest": (
        Act(
            "events:series-guest-end",
            _("Stop"),
            "leave",
            when=lambda guest, _at: guest.ended_at is None,
            keys={"pk": "series_id", "guest": "pk"},
        ),
    ),
    "events.meeting": MEETING,
    "events.programmepart": (
        Act("events:part-change", _("Change"), "pencil", when=_stands),
        Act("events:part-take-out", _("Take out"), "cross", when=_stands),
    ),
    "events.meetingdocument": (
        Act("events:paper-take-out", _("Take away"), "cross", when=_stands),
    ),
    "events.minutes": (
        Act("events:minutes-write", _("Write the minutes"), "pencil"),
        Act("events:minutes-send", _("Send the minutes"), "mail", "send_minutes", True),
        Act(
            "events:minutes-approve",
            _("Record that they are approved"),
            "check",
            "approve_minutes",
            True,
        ),
    ),
    "events.actionitem": (
        Act("events:action-done", _("It is done"), "check", "finish_action", True),
        Act("events:action-drop", _("Not needed"), "cross", "drop_action"),
        Act("events:action-reopen", _("Open again"), "enter", "reopen_action"),
    ),
    "events.datepoll": (
        Act(
            "events:poll-detail",
            _("Choose a moment"),
            "calendar-add",
            "choose_date",
            True,
            permission="events.choose_date",
        ),
        Act("events:poll-remind", _("Send a reminder"), "mail"),
        Act("events:poll-add", _("Add moments"), "plus"),
        Act("events:poll-withdraw", _("Withdraw the date poll"), "cross", "withdraw_poll"),
    ),
    "events.invitee": (Act("events:reply-record", _("Record"), "pencil"),),
    "events.blockedperiod": (
        Act(
            "events:blocked-withdraw",
            _("Withdraw"),
            "cross",
            when=lambda row, _at: row.withdrawn_at is None,
        ),
    ),
    "events.circular": (
        Act("events:circular-send", _("Go on to sending"), "mail", "send_circular", True),
        Act("events:circular-edit", _("Change the letter"), "pencil"),
        Act("events:circular-test", _("Send a test to yourself"), "mail"),
        Act("events:circular-discard", _("Throw the letter away"), "cross", "discard_circular"),
    ),
}


def moves_of(record: Any, person: Any) -> list[DeskMove]:
    """For a record of this app."""
    return offered(ACTS, record, person)
