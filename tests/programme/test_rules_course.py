"""Every permission about changes of course, for everybody: anywhere, and in each state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rules

from programme.models import Programmaraad
from tests.programme.changing import at_status, propose
from tests.programme.records import KERNTEAM, PARTNER_PEOPLE
from tests.programme.test_rules import (
    ALIKE,
    INSIDERS,
    NOBODY,
    VOTERS,
    who_may,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from programme.models import CourseChange
    from tests.cast import Cast

FUND = {"contact", "other_director"}  # who acts for the partner that proposed one
JUDGED = ("minor", "crucial", "ahead", "adopted", "carried_out", "rejected")
STATES = ("proposed", *JUDGED, "withdrawn")


def everywhere(who: set[str]) -> dict[str, set[str]]:
    return dict.fromkeys(("", "of the fund", *STATES), who)


# permission: {record: who may}; "" asks without a record ("anywhere?")
TABLES: dict[str, dict[str, set[str]]] = {
    "programme.view_coursechange": {
        "": INSIDERS,
        "proposed": KERNTEAM,
        "of the fund": KERNTEAM | FUND,
        **dict.fromkeys((*JUDGED, "withdrawn"), INSIDERS),
    },
    "programme.propose_change": everywhere(KERNTEAM | PARTNER_PEOPLE),
    "programme.write_change": everywhere(KERNTEAM),
    "programme.judge_change": everywhere(KERNTEAM),
    "programme.prepare_change_ballot": everywhere(KERNTEAM),
    "programme.decide_change": everywhere(KERNTEAM),
    "programme.carry_out_first": everywhere(KERNTEAM),
    "programme.carry_out_change": everywhere(KERNTEAM),
    "programme.withdraw_change": {
        **everywhere(KERNTEAM),
        "": KERNTEAM | PARTNER_PEOPLE,
        "of the fund": KERNTEAM | FUND,
    },
    "programme.call_crucial": {**everywhere(VOTERS), "of another raad": NOBODY},
}


def of_the_fund(cast: Cast) -> CourseChange:
    return propose(cast, cast.at, proposed_for=cast["FV"], actor=cast.contact)


def of_another_raad(cast: Cast) -> CourseChange:
    change = propose(cast, cast.at)
    change.raad = Programmaraad.objects.create(year=cast.at.year + 1, framework=cast.framework)
    return change


RECORDS: dict[str, Callable[[Cast], Any]] = {
    "": lambda _cast: None,
    "of the fund": of_the_fund,
    "of another raad": of_another_raad,
    **{
        status: lambda cast, status=status: at_status(cast, status, cast.at)  # type: ignore[misc]
        for status in STATES
    },
}


@pytest.mark.parametrize(
    ("permission", "record"),
    [(permission, record) for permission, records in TABLES.items() for record in records],
)
def test_who_may(cast: Cast, permission: str, record: str) -> None:
    noun = RECORDS[record](cast)
    assert who_may(cast, permission, noun) == TABLES[permission][record] - ALIKE


def test_every_kind_of_record_is_asked_for() -> None:
    assert {record for records in TABLES.values() for record in records} == set(RECORDS)


def test_a_closed_account_may_nothing(cast: Cast) -> None:
    for person in (cast.manager, cast.seat):
        person.is_active = False
        person._standing = None
        assert not any(rules.has_perm(permission, person) for permission in TABLES)
