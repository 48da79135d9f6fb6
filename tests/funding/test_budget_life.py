"""The budget beside a plain count over the ledger, after any history, for any moment of it."""

from __future__ import annotations

import os
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from funding import actions
from funding.models import CarryOver, Delivery, Pledge
from funding.spreading import Part, evenly
from funding.yearly import CATEGORIES, lines_at
from schuldenlab.lifecycle import Refused
from tests.funding.budgets import DAY, EURO, NEEDS, YEAR, adopt_budget
from tests.funding.records import make_plan, signer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tests.cast import Cast

LIVES = int(os.environ.get("BUDGET_LIVES", "6"))
YEARS = (YEAR, YEAR + 1, YEAR + 2)
FUNDERS = ("GD", "ZD", "EZ")
FIGURES = ("cash", "in_kind", "delivered", "conditional", "offered", "carried_in", "carried_out")
amounts = st.sampled_from([20, 60, 130])
which = st.integers(0, 30)
spans = st.sampled_from([(YEAR,), (YEAR, YEAR + 1), (YEAR + 1, YEAR + 2), YEARS])


def parts_of(amount: int, years: tuple[int, ...]) -> list[Part]:
    return evenly(EURO(amount), years)


def held(stamp: datetime | None, at: datetime) -> bool:
    return stamp is not None and stamp <= at


def by_hand(at: datetime) -> dict[tuple[int, str], dict[str, Decimal]]:
    """Row after row, without a sum of the database."""
    cells = {
        (year, category): dict.fromkeys(FIGURES, Decimal(0))
        for year in YEARS
        for category in CATEGORIES
    }
    for pledge in Pledge.objects.filter(amount__isnull=False):
        if pledge.offered_at <= at:
            add_pledge(cells, pledge, at)
    for row in CarryOver.objects.all():
        if row.at <= at and not held(row.struck_at, at):
            cells[row.year, row.category]["carried_out"] += row.amount
            cells[row.year + 1, row.category]["carried_in"] += row.amount
    return cells


def add_pledge(cells: Any, pledge: Pledge, at: datetime) -> None:
    """What arrived, and then what it gives as it stood."""
    form = "cash" if pledge.form == "cash" else "in_kind"
    is_gone = held(pledge.withdrawn_at, at)
    for each in Delivery.objects.filter(pledge=pledge, recorded_at__lte=at):
        if not held(each.struck_at, at):
            cells[each.year, pledge.category]["delivered"] += each.amount
            cells[each.year, pledge.category][form] += each.amount if is_gone else 0
    if is_gone:
        return
    state = form
    if pledge.condition and not held(pledge.condition_met_at, at):
        state = "conditional"
    if not held(pledge.firm_at, at):
        state = "offered"
    schedule = [each for each in pledge.schedules.all() if each.at <= at][-1]
    for part in schedule.instalments.all():
        cells[part.year, pledge.category][state] += part.amount


def said(at: datetime) -> dict[tuple[int, str], dict[str, Decimal]]:
    return {
        cell: {name: getattr(line, name) for name in FIGURES}
        for cell, line in lines_at(YEARS, at).items()
    }


def surplus_in_sql(year: int, category: str) -> Decimal:
    with connection.cursor() as cursor:
        cursor.execute("SELECT funding_surplus(%s, %s)", [year, category])
        found: Decimal = cursor.fetchone()[0]
    return found


class BudgetLife(RuleBasedStateMachine):
    """Everything that people do to pledges, in any order; every moment is noted as it was."""

    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.at = self.cast.at
        self.pledges: list[Pledge] = []
        self.noted: list[tuple[datetime, Any]] = []

    def teardown(self) -> None:
        for at, answer in self.noted:
            assert said(at) == answer == by_hand(at)
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def tried(self, act: Callable[[], Any]) -> Any:
        """What came of it; what is refused leaves nothing behind. Then all is as by hand."""
        self.at += timedelta(minutes=11)
        found = None
        try:
            with transaction.atomic():
                found = act()
        except (Refused, DatabaseError):
            pass
        answer = said(self.at)
        assert answer == by_hand(self.at)
        self.noted.append((self.at, answer))
        return found

    def acting(self) -> dict[str, Any]:
        return {"actor": None, "at": self.at}

    def pick(self, number: int) -> Pledge:
        return Pledge.objects.get(pk=self.pledges[number % len(self.pledges)].pk)

    @initialize()
    def begin(self) -> None:
        self.programme = adopt_budget(self.cast, self.at - DAY, dict.fromkeys(NEEDS, 50))
        self.plan = make_plan(self.cast, self.at, total=900, cash=0)

    @rule(
        who=st.sampled_from(FUNDERS),
        goal=st.sampled_from(["phase", "events", "innovation"]),
        spread=st.tuples(amounts, spans),
        words=st.sampled_from([("cash", ""), ("cash", ""), ("hours", ""), ("cash", "Mits")]),
        signs=st.booleans(),
    )
    def offers(
        self,
        *,
        who: str,
        goal: str,
        spread: tuple[int, tuple[int, ...]],
        words: tuple[str, str],
        signs: bool,
    ) -> None:
        (amount, years), (form, condition) = spread, words
        facts = {"organisation": self.cast[who], "form": form, "amount": EURO(amount)}
        facts |= {"text": "Iets", "condition": condition, "parts": parts_of(amount, years)}

        def offer() -> Pledge:
            acting: dict[str, Any] = {"actor": signer(self.cast, who), "at": self.at}
            if goal == "phase":
                return actions.offer_pledge(self.plan, **facts, **acting)
            return actions.offer_to_budget(goal, **facts, **acting)

        if pledge := self.tried(offer):
            self.pledges.append(pledge)
            if signs:
                self.tried(
                    lambda: actions.make_pledge_firm(
                        pledge, actor=signer(self.cast, who), at=self.at
                    )
                )

    @precondition(lambda self: self.pledges)
    @rule(number=which)
    def meets(self, number: int) -> None:
        self.tried(lambda: actions.meet_condition(self.pick(number), **self.acting()))

    @precondition(lambda self: self.pledges)
    @rule(number=which)
    def withdraws(self, number: int) -> None:
        pledge = self.pick(number)
        self.tried(lambda: actions.withdraw_pledge(pledge, reason="Nee.", **self.acting()))

    @precondition(lambda self: self.pledges)
    @rule(number=which, amount=st.sampled_from([5, 20]), year=st.sampled_from([None, *YEARS]))
    def delivers(self, number: int, amount: int, year: int | None) -> None:
        facts = {"amount": EURO(amount), "arrived_on": self.at.date(), "year": year}
        self.tried(lambda: actions.record_delivery(self.pick(number), **facts, **self.acting()))

    @precondition(lambda _self: Delivery.objects.exists())
    @rule(number=which)
    def strikes(self, number: int) -> None:
        rows = list(Delivery.objects.all())
        row = rows[number % len(rows)]
        self.tried(lambda: actions.strike_delivery(row, reason="Fout.", **self.acting()))

    @precondition(lambda self: self.pledges)
    @rule(number=which, years=spans)
    def moves(self, number: int, years: tuple[int, ...]) -> None:
        pledge = self.pick(number)
        parts = parts_of(int(pledge.amount or 0), years)
        self.tried(
            lambda: actions.reschedule(pledge, parts=parts, reason="Anders.", **self.acting())
        )

    @precondition(lambda self: self.pledges)
    @rule(number=which, amount=amounts, years=spans)
    def corrects(self, number: int, amount: int, years: tuple[int, ...]) -> None:
        pledge = self.pick(number)
        facts = {"amount": EURO(amount), "parts": parts_of(amount, years), "reason": "Fout."}
        who = signer(self.cast, pledge.organisation.short_name or "GD")
        found = self.tried(lambda: actions.correct_pledge(pledge, **facts, actor=who, at=self.at))
        if found:
            self.pledges.append(found)

    @rule(category=st.sampled_from(["events", "innovation", "projects"]), amount=amounts)
    def carries(self, category: str, amount: int) -> None:
        surplus = lines_at([YEAR], self.at)[YEAR, category].surplus
        assert surplus == surplus_in_sql(YEAR, category)
        facts = {"category": category, "amount": EURO(amount), "reason": "Volgend jaar."}
        done = self.tried(lambda: actions.carry_over(self.programme, **facts, **self.acting()))
        assert bool(done) is (amount <= surplus)

    @precondition(lambda _self: CarryOver.objects.exists())
    @rule(number=which)
    def strikes_a_carry(self, number: int) -> None:
        rows = list(CarryOver.objects.all())
        row = rows[number % len(rows)]
        self.tried(lambda: actions.strike_carry_over(row, reason="Fout.", **self.acting()))


@pytest.mark.django_db
def test_the_budget_is_what_the_ledger_says(cast: Cast) -> None:
    BudgetLife.cast = cast
    run_state_machine_as_test(
        BudgetLife,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=18,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
