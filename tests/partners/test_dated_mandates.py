"""Whatever happens to mandates, in whatever order: never two at once, and a past day stays."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partners import actions
from partners.models import Mandate, Organisation, Person
from schuldenlab.lifecycle import Refused
from tests.cast import ZONE, person

if TYPE_CHECKING:
    from tests.cast import Cast

FIRST = datetime(2026, 3, 2, 12, tzinfo=ZONE)
DAYS = range(-8, 24)  # the days that are asked, counted from the first act
Answer = frozenset[tuple[str, bool]]

offsets = st.integers(min_value=-6, max_value=12)
steps = st.lists(
    st.tuples(
        st.sampled_from(["give", "end", "strike", "correct", "sign"]),
        offsets,
        offsets,
        st.booleans(),
    ),
    min_size=1,
    max_size=7,
)


def day(offset: int) -> date:
    return FIRST.date() + timedelta(days=offset)


def act(step: tuple[str, int, int, bool], whose: Person, bank: Organisation, at: datetime) -> None:
    """One thing that somebody might do about this person's mandate."""
    kind, first, last, flag = step
    known: dict[str, Any] = {"actor": None, "at": at}
    newest = whose.mandates.filter(struck_at__isnull=True).order_by("-id").first()
    if kind == "give":
        facts: dict[str, Any] = {"role": "contact", "may_sign": flag, "from_on": day(first)}
        actions.give_mandate(whose, organisation=bank, **facts, **known)
    elif newest is None:
        return
    elif kind == "end":
        actions.end_mandate(newest, until_on=day(last), **known)
    elif kind == "strike":
        actions.strike_fact(newest, reason="Verkeerd", **known)
    elif kind == "correct":
        days: dict[str, Any] = {"from_on": day(first), "until_on": day(last) if flag else None}
        facts = {"role": "director", "may_sign": flag, "reason": "Verkeerd"}
        actions.correct_mandate(newest, **facts, **days, **known)
    else:
        actions.confirm_signing(actions.ask_signing(newest, **known), **known)


def answers(whose: Person, moment: datetime) -> list[Answer]:
    """What the register says at `moment` of each day."""
    mandates = Mandate.objects.filter(person=whose)
    return [
        frozenset(mandates.known(day(offset), moment).values_list("role", "may_sign"))
        for offset in DAYS
    ]


def play(script: list[tuple[str, int, int, bool]], whose: Person, bank: Organisation) -> None:
    said: list[tuple[datetime, list[Answer]]] = []
    for number, step in enumerate(script):
        at = FIRST + timedelta(days=number)
        try:
            with transaction.atomic():
                act(step, whose, bank, at)
        except Refused:
            pass  # what the rules do not allow changes nothing
        said.append((at, answers(whose, at)))
    for moment, then in said:
        assert answers(whose, moment) == then, "a past moment answers as it did then"
    for each in said:
        assert all(len(answer) <= 1 for answer in each[1]), "the same mandate twice on one day"
    now = [
        frozenset(
            Mandate.objects.on(day(offset)).filter(person=whose).values_list("role", "may_sign")
        )
        for offset in DAYS
    ]
    assert now == said[-1][1], "what holds is what is known"


@settings(
    max_examples=int(os.environ.get("MANDATE_SCRIPTS", "30")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(script=steps)
def test_any_order_of_acts(cast: Cast, script: list[tuple[str, int, int, bool]]) -> None:
    with transaction.atomic():
        whose = person("Een Proefpersoon", FIRST - timedelta(days=99))
        play(script, whose, cast["BN"])
        transaction.set_rollback(True)
