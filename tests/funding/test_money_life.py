"""A plan, its pledges and its phase, in any order that somebody can think of."""

from __future__ import annotations

import os
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from funding import actions
from funding.arranging import covers_of, covers_when
from funding.models import Delivery, Pledge
from programme.models import CourseChange
from schuldenlab.lifecycle import Refused
from tests.funding.records import EURO, begin, make_plan, offer, signer

if TYPE_CHECKING:
    from tests.cast import Cast

LIVES = int(os.environ.get("PLEDGE_LIVES", "12"))
FUNDERS = ("GD", "ZD", "EZ")
amounts = st.sampled_from([30, 60, 90])
which = st.integers(0, 30)


class MoneyLife(RuleBasedStateMachine):
    """The machine keeps a ledger of its own in whole euro, and never asks the product for it."""

    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.at = self.cast.at
        self.ledger: list[dict[str, Any]] = []
        self.started = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def tried(self, act: Any) -> bool:
        """Whether it was let through; what is refused leaves nothing behind."""
        self.at += timedelta(minutes=1)
        try:
            with transaction.atomic():
                act()
        except (Refused, DatabaseError):
            return False
        return True

    def pick(self, number: int) -> dict[str, Any] | None:
        return self.ledger[number % len(self.ledger)] if self.ledger else None

    # -- what people do ---------------------------------------------------------------------------

    @initialize(total=st.sampled_from([60, 90, 120]), share=st.sampled_from([0, 1, 2]))
    def plan(self, total: int, share: int) -> None:
        self.total, self.minimum = total, total * share // 2
        self.made = make_plan(self.cast, self.at, total=total, cash=self.minimum)

    @rule(total=st.sampled_from([60, 90, 120]))
    def change(self, total: int) -> None:
        facts = {"deadline_on": self.at.date(), "reason": "Anders.", "actor": None}
        done = self.tried(
            lambda: actions.change_plan(
                self.made, total=EURO(total), cash_minimum=EURO(0), at=self.at, **facts
            )
        )
        assert done is not self.started
        if done:
            self.total, self.minimum = total, 0

    @rule(who=st.sampled_from(FUNDERS), amount=amounts, in_kind=st.booleans(), waits=st.booleans())
    def offers(self, who: str, amount: int, in_kind: bool, waits: bool) -> None:
        self.at += timedelta(minutes=1)
        facts = {"form": "hours" if in_kind else "cash", "condition": "Mits" if waits else ""}
        facts["text"] = f"Nummer {len(self.ledger)}"
        pledge = offer(self.cast, self.made, who, amount, self.at, **facts)
        row = {"pk": pledge.pk, "who": who, "amount": amount, "cash": not in_kind, "waits": waits}
        self.ledger.append({**row, "status": "offered", "arrived": 0})

    @rule(number=which)
    def binds(self, number: int) -> None:
        if row := self.pick(number):
            pledge, person = self.of(row), signer(self.cast, row["who"])
            done = self.tried(lambda: actions.make_pledge_firm(pledge, actor=person, at=self.at))
            assert done is (row["status"] == "offered")
            row["status"] = "firm" if done else row["status"]

    @rule(number=which)
    def meets(self, number: int) -> None:
        if row := self.pick(number):
            pledge = self.of(row)
            done = self.tried(lambda: actions.meet_condition(pledge, actor=None, at=self.at))
            assert done is (row["waits"] and row["status"] != "withdrawn")
            row["waits"] = row["waits"] and not done

    @rule(number=which)
    def withdraws(self, number: int) -> None:
        if row := self.pick(number):
            pledge, changes = self.of(row), CourseChange.objects.count()
            done = self.tried(
                lambda: actions.withdraw_pledge(pledge, reason="Nee.", actor=None, at=self.at)
            )
            assert done is (row["status"] != "withdrawn" and row["arrived"] < row["amount"])
            opens = done and self.started and row["status"] == "firm"
            assert CourseChange.objects.count() == changes + opens
            row["status"] = "withdrawn" if done else row["status"]

    @rule(number=which, amount=st.sampled_from([10, 30, 60]))
    def delivers(self, number: int, amount: int) -> None:
        if row := self.pick(number):
            pledge, facts = self.of(row), {"arrived_on": self.at.date(), "actor": None}
            done = self.tried(
                lambda: actions.record_delivery(pledge, amount=EURO(amount), at=self.at, **facts)
            )
            is_owed = row["arrived"] + amount <= row["amount"]
            assert done is (row["status"] == "firm" and not row["waits"] and is_owed)
            row["arrived"] += amount if done else 0

    @rule()
    def starts(self) -> None:
        if not self.started:
            done = self.tried(lambda: begin(self.made.phase, self.at))
            assert done is self.by_hand()["is_arranged"]
            self.started = done

    # -- what always holds ------------------------------------------------------------------------

    def of(self, row: dict[str, Any]) -> Pledge:
        return Pledge.objects.get(pk=row["pk"])

    def by_hand(self) -> dict[str, Any]:
        cash = kind = 0
        who = set()
        for row in self.ledger:
            sure = row["status"] == "firm" and not row["waits"]
            value = row["amount"] if sure else row["arrived"] * (row["status"] == "withdrawn")
            cash += value if row["cash"] else 0
            kind += 0 if row["cash"] else value
            who |= {row["who"]} if value else set()
        enough = cash >= self.minimum and cash + kind >= self.total
        return {"cash": cash, "in_kind": kind, "is_arranged": enough and len(who) >= 2}

    @invariant()
    def arranged_exactly_when_the_rule_says_so(self) -> None:
        if hasattr(self, "made"):
            said = covers_of([self.made.pk], self.at)[self.made.pk]
            expected = self.by_hand()
            assert {name: getattr(said, name) for name in expected} == expected
            fewest = said.terms.funders_min
            assert covers_when({self.made.pk: self.at}, fewest) == {self.made.pk: said}

    @invariant()
    def no_money_is_lost_or_made(self) -> None:
        """Every cent that was ever pledged is on record, in one state; nothing else is."""
        kept = list(Pledge.objects.order_by("pk").values_list("pk", "amount", "status"))
        assert kept == [(row["pk"], Decimal(row["amount"]), row["status"]) for row in self.ledger]
        arrived = sum(Delivery.objects.holding().values_list("amount", flat=True), Decimal(0))
        assert arrived == sum(row["arrived"] for row in self.ledger)


@pytest.mark.django_db
def test_money_lives_by_the_rule(cast: Cast) -> None:
    MoneyLife.cast = cast
    run_state_machine_as_test(
        MoneyLife,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
