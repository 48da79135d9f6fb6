"""The ledger in PostgreSQL: schedules that add up, and stay; what arrived within its year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from funding import actions
from funding.models import Delivery, Instalment, Pledge, Schedule
from funding.spreading import Part
from tests.funding.records import DAY, EURO, signer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def pledge(cast: Cast) -> Pledge:
    """€ 900 for events: 400 this year and 500 the next."""
    year = cast.at.year
    offered = actions.offer_to_budget(
        "events",
        organisation=cast["BN"],
        form="cash",
        amount=EURO(900),
        parts=[Part(year, EURO(400)), Part(year + 1, EURO(500))],
        actor=signer(cast, "BN"),
        at=cast.at,
    )
    return actions.make_pledge_firm(offered, actor=signer(cast, "BN"), at=cast.at)


def at_the_end() -> None:
    """What the database looks at when a transaction ends, now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def refused(attack: Callable[[], Any], because: str) -> None:
    def until_the_end() -> None:
        attack()
        at_the_end()

    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        until_the_end()


def schedule(pledge: Pledge, at: datetime, *amounts: int, **facts: Any) -> Schedule:
    """Past the action."""
    given = {"ordinal": 2, "reason": "Anders.", "at": at, **facts}
    made = Schedule.objects.create(pledge=pledge, **given)
    for number, amount in enumerate(amounts):
        Instalment.objects.create(schedule=made, year=at.year + number, amount=EURO(amount))
    return made


def test_what_adds_up_goes_through(pledge: Pledge, cast: Cast) -> None:
    schedule(pledge, cast.at, 300, 600)
    at_the_end()


def test_parts_are_together_the_pledge(pledge: Pledge, cast: Cast) -> None:
    for amounts in ((300,), (300, 601), ()):
        refused(lambda each=amounts: schedule(pledge, cast.at, *each), "not together")


def test_a_part_that_comes_later_breaks_it(pledge: Pledge, cast: Cast) -> None:
    first = pledge.schedules.get()
    refused(
        lambda: Instalment.objects.create(schedule=first, year=cast.at.year, amount=EURO(1)),
        "not together",
    )


def test_a_pledge_with_a_value_has_a_schedule(cast: Cast) -> None:
    facts = {"organisation": cast["BN"], "form": "cash", "category": "events"}
    given = {"offered_at": cast.at, "recorded_at": cast.at}
    refused(lambda: Pledge.objects.create(amount=EURO(9), **facts, **given), "has a schedule")
    facts |= {"form": "knowledge", "text": "Een training"}
    Pledge.objects.create(**facts, **given)
    at_the_end()


def test_schedules_are_numbered_in_the_order_of_time(pledge: Pledge, cast: Cast) -> None:
    refused(lambda: schedule(pledge, cast.at, 900, ordinal=3), "one after the other")
    refused(lambda: schedule(pledge, cast.at, 900, ordinal=1), "one after the other")
    refused(lambda: schedule(pledge, cast.at - DAY, 900), "later than the one before")
    refused(lambda: schedule(pledge, cast.at, 900, reason=""), "changed_with_reason")


def test_only_a_valued_pledge_that_stands_is_spread(pledge: Pledge, cast: Cast) -> None:
    actions.withdraw_pledge(pledge, reason="Toch niet.", actor=None, at=cast.at)
    refused(lambda: schedule(pledge, cast.at, 900), "that stands")
    plain = Pledge.objects.create(
        organisation=cast["BN"],
        form="knowledge",
        text="Een training",
        category="events",
        offered_at=cast.at,
    )
    refused(lambda: schedule(plain, cast.at, 900, ordinal=1, reason=""), "that stands")


@pytest.mark.parametrize("table", ["funding_schedule", "funding_instalment"])
def test_what_was_agreed_stays(pledge: Pledge, table: str) -> None:
    assert pledge.schedules.exists()
    at_the_end()

    def run(statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    change = {"funding_schedule": "reason = 'x'", "funding_instalment": "amount = 1"}[table]
    refused(lambda: run(f"UPDATE {table} SET {change}"), "append-only")
    refused(lambda: run(f"DELETE FROM {table}"), "append-only")
    refused(lambda: run(f"TRUNCATE {table} CASCADE"), "append-only")


def arrived(pledge: Pledge, cast: Cast, amount: int, year: int) -> Delivery:
    day = cast.at.date()
    facts = {"arrived_on": day, "year": year, "recorded_at": cast.at}
    return Delivery.objects.create(pledge=pledge, amount=EURO(amount), **facts)


def test_what_arrives_stays_within_its_year(pledge: Pledge, cast: Cast) -> None:
    year = cast.at.year
    refused(lambda: arrived(pledge, cast, 401, year), "more arrived for a year")
    refused(lambda: arrived(pledge, cast, 1, year + 2), "more arrived for a year")
    arrived(pledge, cast, 400, year)
    at_the_end()


def test_another_schedule_leaves_room_for_what_arrived(pledge: Pledge, cast: Cast) -> None:
    arrived(pledge, cast, 400, cast.at.year)
    refused(lambda: schedule(pledge, cast.at, 399, 501), "more arrived for a year")
    schedule(pledge, cast.at, 400, 500)
    at_the_end()


def test_a_pledge_to_a_phase_is_for_projects(pledge: Pledge) -> None:
    refused(lambda: Pledge.objects.filter(pk=pledge.pk).update(category="innovation"), "stays")
