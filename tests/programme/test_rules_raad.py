"""Every permission of composing a raad, asked for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from programme import actions
from tests.programme.records import COMMITTERS, KERNTEAM, PARTNER_PEOPLE
from tests.programme.test_rules import ALIKE, who_may

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

STAFF_ONLY: dict[str, set[str]] = {"": KERNTEAM, "installed raad": KERNTEAM}
FUND = {"contact", "other_director"}
TABLES: dict[str, dict[str, set[str]]] = {
    "programme.repeat_raad": STAFF_ONLY,
    "programme.take_over_raad": STAFF_ONLY,
    "programme.dissolve_raad": STAFF_ONLY,
    "programme.invite_to_seat": STAFF_ONLY,
    "programme.withdraw_seat_invitation": {"": KERNTEAM, "seat asked of the fund": KERNTEAM},
    "programme.view_seatinvitation": {
        "": KERNTEAM | PARTNER_PEOPLE,
        "seat asked of the fund": KERNTEAM | FUND,
    },
    "programme.answer_seat": {
        "": COMMITTERS,
        "seat asked of the fund": {"other_director"},
    },
    "programme.end_seat": {
        "": KERNTEAM | COMMITTERS,
        "seat of the bank": KERNTEAM | {"director"},
        "seat of the municipality": KERNTEAM | {"seat_GD"},
    },
}


def asked(cast: Cast) -> Any:
    return actions.invite_to_seats(
        cast.at.year + 1,
        framework=cast.framework,
        organisations=[cast["FV"]],
        actor=None,
        at=cast.at,
    )[0]


RECORDS: dict[str, Callable[[Cast], Any]] = {
    "": lambda _cast: None,
    "installed raad": lambda cast: cast.raad,
    "seat asked of the fund": asked,
    "seat of the bank": lambda cast: cast.seat_of("BN"),
    "seat of the municipality": lambda cast: cast.seat_of("GD"),
}


@pytest.mark.parametrize(
    ("permission", "record"),
    [(permission, record) for permission, records in TABLES.items() for record in records],
)
def test_who_may(cast: Cast, permission: str, record: str) -> None:
    noun = RECORDS[record](cast)
    assert who_may(cast, permission, noun) == TABLES[permission][record] - ALIKE
