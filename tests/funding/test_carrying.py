"""What a year has too much goes on, never more, and only by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from funding import actions
from funding.models import CarryOver, Pledge
from funding.yearly import lines_at
from programme.models import Programme
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.funding.budgets import (
    DAY,
    EURO,
    YEAR,
    adopt_budget,
    line,
    spread,
    to_budget,
    write_budget,
)
from tests.funding.records import firm, make_plan
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
ROUNDS = 8
REASON = "De zaal kostte minder."


def carry(programme: Programme, amount: int, cast: Cast, **facts: Any) -> CarryOver:
    given = {"category": "events", "reason": REASON, "actor": cast.manager, "at": cast.at}
    return actions.carry_over(programme, amount=EURO(amount), **{**given, **facts})


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """Events need 50 and have 80."""
    found = adopt_budget(cast, cast.at - DAY)
    to_budget(cast, "ZD", "events", 80, cast.at - DAY)
    return found


@pytest.mark.django_db
def test_a_surplus_goes_to_the_next_year(cast: Cast, programme: Programme) -> None:
    carried = carry(programme, 20, cast)
    this, following = line("events", cast.at), line("events", cast.at, year=YEAR + 1)
    assert (this.carried_out, this.available, this.surplus) == (20, 60, 10)
    assert (following.carried_in, following.available) == (20, 20)
    assert line("events", cast.at - DAY).surplus == 30, "as it was"
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.facts["amount"]) == ("carry_over", "20")
    assert carried.get_absolute_url() == f"/financiering/{YEAR}/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"amount": 31}, "30"),
        ({"amount": 0}, "more than zero"),
        ({"amount": 5, "reason": " "}, "few words"),
        ({"amount": 1, "category": "innovation"}, "too much"),
    ],
)
def test_never_more_than_there_is_too_much(
    cast: Cast, programme: Programme, facts: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        carry(programme, facts.pop("amount"), cast, **facts)
    assert not CarryOver.objects.exists()


@pytest.mark.django_db
def test_money_for_a_phase_is_never_too_much(cast: Cast) -> None:
    """Also not in the database; cash for projects at large is, once the need is there."""
    programme = adopt_budget(cast, cast.at - DAY, {"projects": 35})
    firm(cast, make_plan(cast, cast.at), "ZD", 136, cast.at)
    found = line("projects", cast.at)
    assert (found.firm, found.for_phases, found.gap, found.surplus) == (136, 136, 0, 0)
    with pytest.raises(Refused, match="too much, not more"):
        carry(programme, 1, cast, category="projects")
    with pytest.raises(DatabaseError, match="too much"), transaction.atomic():
        by_shell(amount=EURO(1), at=cast.at, category="projects")
    to_budget(cast, "EZ", "projects", 50, cast.at)
    assert line("projects", cast.at).surplus == 15
    carry(programme, 15, cast, category="projects")


@pytest.mark.django_db
@pytest.mark.parametrize(("cash", "in_kind", "surplus"), [(0, 80, 0), (40, 30, 20), (10, 90, 10)])
def test_only_cash_goes_to_the_next_year(cast: Cast, cash: int, in_kind: int, surplus: int) -> None:
    """Hours that nobody used this year are gone."""
    programme = adopt_budget(cast, cast.at - DAY)
    to_budget(cast, "ZD", "events", in_kind, cast.at, form="hours")
    if cash:
        to_budget(cast, "ZD", "events", cash, cast.at)
    assert line("events", cast.at).surplus == surplus
    with pytest.raises(Refused, match="too much, not more"):
        carry(programme, surplus + 1, cast)
    with pytest.raises(DatabaseError, match="too much"), transaction.atomic():
        by_shell(amount=EURO(surplus + 1), at=cast.at)
    if surplus:
        by_shell(amount=EURO(surplus), at=cast.at)


@pytest.mark.django_db
def test_before_a_decision_nothing_is_too_much(cast: Cast) -> None:
    found = write_budget(cast, cast.at)
    to_budget(cast, "ZD", "events", 80, cast.at)
    with pytest.raises(Refused, match="decided"):
        carry(found, 10, cast)


@pytest.mark.django_db
def test_what_waits_or_is_offered_is_not_too_much(cast: Cast, programme: Programme) -> None:
    to_budget(cast, "EZ", "events", 40, cast.at, condition="Mits")
    to_budget(cast, "FV", "events", 40, cast.at, is_firm=False)
    with pytest.raises(Refused, match="30"):
        carry(programme, 31, cast)


@pytest.mark.django_db
def test_a_mistake_is_struck_once_and_stays(cast: Cast, programme: Programme) -> None:
    carried = carry(programme, 30, cast)
    later = {"actor": cast.manager, "at": cast.at + DAY}
    with pytest.raises(Refused, match="few words"):
        actions.strike_carry_over(carried, reason="", **later)
    actions.strike_carry_over(carried, reason="Toch niet.", **later)
    assert line("events", cast.at + DAY).surplus == 30
    assert line("events", cast.at).surplus == 0, "a past day answers as it did"
    with pytest.raises(Refused, match="already"):
        actions.strike_carry_over(carried, reason="Weer.", **later)


def second_year(cast: Cast) -> Programme:
    """A next year that needs nothing, past the ballot that it would take."""
    found = Programme(year=YEAR + 1, framework=cast.framework, title="P", ambition="A", text="T")
    found.save()
    return found


@pytest.mark.django_db
def test_what_went_on_is_struck_first(cast: Cast, programme: Programme) -> None:
    carried = carry(programme, 30, cast)
    second_year(cast)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE funding_carryover DISABLE TRIGGER USER")
    facts = {"category": "events", "ordinal": 1, "amount": EURO(10), "reason": "Door."}
    CarryOver.objects.create(year=YEAR + 1, at=cast.at, **facts)
    with pytest.raises(Refused, match="First strike that"):
        actions.strike_carry_over(carried, reason="Fout.", actor=None, at=cast.at)


# -- in the database -----------------------------------------------------------------------------


def by_shell(**facts: Any) -> CarryOver:
    given = {"year": YEAR, "category": "events", "ordinal": 1, "reason": "Zo maar."}
    return CarryOver.objects.create(**{**given, **facts})


@pytest.mark.django_db
def test_the_database_holds_it_too(cast: Cast, programme: Programme) -> None:
    def refused(attack: Any, because: str) -> None:
        with pytest.raises(DatabaseError, match=because), transaction.atomic():
            attack()

    refused(lambda: by_shell(amount=EURO(31), at=cast.at), "too much")
    refused(lambda: by_shell(amount=EURO(5), at=cast.at, ordinal=2), "numbered")
    refused(lambda: by_shell(amount=EURO(5), at=cast.at, year=YEAR + 1), "too much")
    row = by_shell(amount=EURO(5), at=cast.at)
    rows = CarryOver.objects.filter(pk=row.pk)
    refused(lambda: rows.update(amount=EURO(4)), "struck once")
    refused(lambda: rows.update(struck_because="Zo."), "struck once")
    refused(rows.delete, "stays on record")
    rows.update(struck_at=cast.at, struck_because="Fout.")
    refused(lambda: rows.update(struck_at=None, struck_because=""), "struck once")


@pytest.mark.django_db(transaction=True)
def test_two_at_once_carry_no_more(cast: Cast) -> None:
    """Each wants 20 of 30: one of them gets it."""
    programme = adopt_budget(cast, cast.at - DAY)
    to_budget(cast, "ZD", "events", 80, cast.at - DAY)
    for _round in range(ROUNDS):

        def go() -> Any:
            return carry(Programme.objects.get(pk=programme.pk), 20, cast)

        at_once([go, go])
        holding = CarryOver.objects.filter(struck_at=None)
        assert holding.count() == 1
        assert line("events", cast.at).surplus == 10
        actions.strike_carry_over(holding.get(), reason="Nog eens.", actor=None, at=cast.at)


@pytest.mark.django_db(transaction=True)
def test_two_shells_at_once_carry_no_more(cast: Cast) -> None:
    """Past the action: the database alone."""
    adopt_budget(cast, cast.at - DAY)
    to_budget(cast, "ZD", "events", spread((YEAR, 80)), cast.at - DAY)
    at_once(
        [
            lambda: by_shell(amount=EURO(20), at=cast.at),
            lambda: by_shell(amount=EURO(20), at=cast.at, ordinal=2),
        ]
    )
    assert CarryOver.objects.count() == 1
    assert lines_at([YEAR], cast.at)[YEAR, "events"].surplus == 10
    assert Pledge.objects.count() == 1
