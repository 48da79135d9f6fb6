"""Every permission about meetings, asked for everybody: anywhere, and for a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rules
from rules.permissions import permissions

from tests.events.records import slots
from tests.events.test_rules_letters import TABLE as LETTERS

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
    "events": KERNTEAM,
}


@pytest.mark.parametrize("permission", TABLE)
def test_who_may(cast: Cast, permission: str) -> None:
    meeting = slots(cast)[0]
    noun = meeting.series if permission == "events.view_meetingseries" else meeting
    for asked in (None, noun):
        allowed = {
            who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), asked)
        }
        assert allowed == TABLE[permission], asked


def test_every_permission_has_a_table() -> None:
    known = {*TABLE, *LETTERS}
    assert {name for name in permissions if name.split(".")[0] == "events"} == known
