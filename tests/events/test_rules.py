"""Every permission about meetings, asked for everybody: anywhere, and for a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rules

from tests.events.polling import asked as polled
from tests.events.records import slots

if TYPE_CHECKING:
    from tests.cast import Cast

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {
    *("director", "seat", "substitute", "contact", "other_director", "seat_GD"),
}
EVERYBODY = INSIDERS | {"anonymous", "outsider", "former"}

TABLE: dict[str, set[str]] = {
    "events.view_meeting": INSIDERS,
    "events.view_meetingseries": INSIDERS,
    "events.view_meetingdate": KERNTEAM,
    "events.view_attendance": KERNTEAM,
    "events.view_agendaitem": KERNTEAM,
    "events.view_agendadocument": KERNTEAM,
    "events.schedule_meeting": KERNTEAM,
    "events.call_off_meeting": KERNTEAM,
    "events.hold_meeting": KERNTEAM,
    "events.take_over_meeting": KERNTEAM,
    "events.correct_meeting": KERNTEAM,
    "events.cancel_meeting": KERNTEAM,
    "events.keep_calendar": INSIDERS,
    "events.view_calendarfeed": KERNTEAM,
    "events": KERNTEAM,
}
# Of a date poll that asks the seat of BN and the contact of FV; anywhere: all insiders.
POLLS: dict[str, set[str]] = {
    "events.view_datepoll": KERNTEAM | {"seat", "contact"},
    "events.answer_poll": {"seat", "contact"},
    "events.view_pollinvitee": KERNTEAM,
    "events.view_pollanswer": KERNTEAM,
    "events.view_guestlink": KERNTEAM,
    "events.open_poll": KERNTEAM,
    "events.add_options": KERNTEAM,
    "events.choose_date": KERNTEAM,
    "events.withdraw_poll": KERNTEAM,
    "events.remind_poll": KERNTEAM,
    "events.answer_poll_on_behalf": KERNTEAM,
}
TABLES = TABLE | POLLS


@pytest.mark.parametrize("permission", TABLE)
def test_who_may(cast: Cast, permission: str) -> None:
    meeting = slots(cast)[0]
    noun = meeting.series if permission == "events.view_meetingseries" else meeting
    for asked in (None, noun):
        allowed = {
            who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), asked)
        }
        assert allowed == TABLE[permission], asked


@pytest.mark.parametrize("permission", POLLS)
def test_who_may_in_a_date_poll(cast: Cast, permission: str) -> None:
    poll = polled(cast, cast.seat, cast.contact).poll
    asked_of = {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), poll)}
    assert asked_of == POLLS[permission]
    anywhere = {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), None)}
    assert anywhere == (KERNTEAM if POLLS[permission] == KERNTEAM else INSIDERS)
