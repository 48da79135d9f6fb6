"""Every permission around meetings of a raad: anywhere, and for each kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from events.models import AgendaItem, Meeting
from programme.models import Dispute, PackVersion
from tests.house.meetings import meeting_shelf
from tests.house.world import build_world
from tests.programme.records import DELEGATES, KERNTEAM
from tests.programme.test_rules import EVERYBODY, INSIDERS

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.house.world import World

pytestmark = pytest.mark.django_db
RAAD = DELEGATES | KERNTEAM
REPRESENTATIVES = DELEGATES - {"substitute"}
STAFF_ONLY: dict[str, set[str]] = {"": KERNTEAM, "meeting": KERNTEAM, "ballot": KERNTEAM}

TABLES: dict[str, dict[str, set[str]]] = {
    "programme.view_raad_meeting": {
        "": RAAD,
        "raad": RAAD,
        "meeting": RAAD,
        "other year": KERNTEAM,
    },
    "programme.view_packversion": {"": INSIDERS, "pack": RAAD},
    "programme.view_dispute": {"": INSIDERS, "dispute": KERNTEAM | {"seat_VH"}},
    "programme.view_interestquestion": {"": INSIDERS},
    "programme.view_agendaballot": {"": KERNTEAM},
    "programme.view_handover": {"": KERNTEAM},
    "programme.plan_raad_meeting": STAFF_ONLY,
    "programme.keep_agenda": {**STAFF_ONLY, "point": KERNTEAM},
    "programme.send_pack": STAFF_ONLY,
    "programme.open_ballot_in_meeting": STAFF_ONLY,
    "programme.enter_votes": STAFF_ONLY,
    "programme.answer_dispute": {**STAFF_ONLY, "dispute": KERNTEAM},
    "programme.dispute_vote": {"": DELEGATES, "ballot": DELEGATES},
    "programme.hand_over_ballot": {"": REPRESENTATIVES, "ballot": REPRESENTATIVES},
}


@pytest.fixture
def world(cast: Cast) -> World:
    built = build_world(cast)
    meeting_shelf(built)
    return built


def raad_meeting(world: World) -> Meeting:
    """The one of the shelf, read anew."""
    return Meeting.objects.of_raad().earliest("pk")


def noun(world: World, kind: str) -> Any:
    if kind == "other year":
        meeting = raad_meeting(world)
        meeting.year += 1
        return meeting
    return {
        "": lambda: None,
        "raad": lambda: world.cast.raad,
        "meeting": lambda: raad_meeting(world),
        "ballot": lambda: world.open,
        "pack": PackVersion.objects.get,
        "dispute": Dispute.objects.get,
        "point": lambda: AgendaItem.objects.get(title="Punt"),
    }[kind]()


def test_who_may(world: World) -> None:
    wrong = []
    for permission, kinds in TABLES.items():
        for kind, expected in kinds.items():
            record = noun(world, kind)
            found = {
                role for role in EVERYBODY if getattr(world.cast, role).has_perm(permission, record)
            }
            if found != expected & EVERYBODY:
                wrong.append(f"{permission} [{kind}] {sorted(found ^ (expected & EVERYBODY))}")
    assert wrong == []
