"""Who may keep the register of decisions, for everybody and every state of a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rules

from partners import actions as partners
from programme import actions
from tests.programme.records import KERNTEAM
from tests.programme.test_actions_register import ask_seat, enter
from tests.programme.test_rules import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from programme.models import Decision
    from tests.cast import Cast

OWNER = KERNTEAM | {"seat"}

# permission: {record: who may}; "" asks without a record ("anywhere?")
TABLES: dict[str, dict[str, set[str]]] = {
    **{
        f"programme.{act}": {"": KERNTEAM, "of nobody": KERNTEAM, "of the seat": KERNTEAM}
        for act in ("enter_decision", "assign_decision", "drop_decision")
    },
    **{
        f"programme.{act}": {"": KERNTEAM, "of nobody": KERNTEAM, "of the seat": OWNER}
        for act in ("report_step", "carry_out_decision")
    },
}
RECORDS: dict[str, Callable[[Cast], Decision | None]] = {
    "": lambda _cast: None,
    "of nobody": enter,
    "of the seat": lambda cast: ask_seat(cast, enter(cast)),
}


def who_may(cast: Cast, permission: str, noun: Decision | None) -> set[str]:
    return {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), noun)}


@pytest.mark.parametrize(
    ("permission", "record"),
    [(permission, record) for permission, records in TABLES.items() for record in records],
)
def test_who_may(cast: Cast, permission: str, record: str) -> None:
    assert who_may(cast, permission, RECORDS[record](cast)) == TABLES[permission][record]


def test_an_owner_may_report_somewhere(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    assert who_may(cast, "programme.report_step", None) == OWNER
    actions.drop_decision(decision, reason="Niet nodig.", actor=cast.manager, at=cast.at)
    assert who_may(cast, "programme.report_step", None) == KERNTEAM


def test_an_owner_who_left_may_nothing_any_more(cast: Cast) -> None:
    decision = ask_seat(cast, enter(cast))
    partners.end_mandate(cast.seat.mandates.get(), until_on=cast.at.date(), actor=None, at=cast.at)
    cast.seat.moment = cast.at.replace(day=cast.at.day + 1)
    cast.seat._standing = None
    assert who_may(cast, "programme.report_step", decision) == KERNTEAM
