"""The money in PostgreSQL: the same rule as the arithmetic, and no way around it."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from funding import actions
from funding.arranging import covers_of
from funding.models import Delivery, FundingPlan, FundingTerms, Pledge
from projects.models import Phase
from tests.cast import written_otherwise
from tests.funding.records import DAY, EURO, begin, firm, make_plan, offer, plan_phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
FUNDERS = ("GD", "ZD", "EZ", "BN")
START = (
    "UPDATE projects_phase SET status = 'running', started_on = %s, started_at = %s WHERE id = %s"
)


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def refused(attack: Callable[[], Any], because: str) -> None:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        attack()


def in_sql(plan: FundingPlan, cast: Cast) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT total, cash_minimum, funders_min, cash, in_kind, organisations, is_arranged "
            "FROM funding_cover(%s, %s)",
            [plan.pk, cast.at.date()],
        )
        return tuple(cursor.fetchone())


def in_python(plan: FundingPlan, cast: Cast) -> tuple[Any, ...]:
    said = covers_of([plan.pk], cast.at)[plan.pk]
    terms = said.terms
    sums = (said.cash, said.in_kind, said.organisations, said.is_arranged)
    return (terms.total, terms.cash_minimum, terms.funders_min, *sums)


# -- one rule, said twice ------------------------------------------------------------------------


def some_pledge(cast: Cast, plan: FundingPlan, dice: random.Random) -> None:
    """One pledge in some state, with some of it delivered."""
    form = dice.choice(["cash", "cash", "hours"])
    amount = dice.choice([30, 60, 90]) if form == "cash" else dice.choice([None, 30, 60])
    condition = dice.choice(["", "", "Raad stemt in"])
    who = dice.choice(FUNDERS)
    pledge = offer(cast, plan, who, amount, cast.at, form=form, condition=condition)
    if condition and dice.random() < 0.5:
        actions.meet_condition(pledge, actor=None, at=cast.at)
    if dice.random() < 0.8:
        pledge = Pledge.objects.get(pk=pledge.pk)
        pledge.status, pledge.firm_at, pledge.made_firm_by = "firm", cast.at, cast.manager
        pledge.save()
    may_arrive = pledge.status == "firm" and amount and not pledge.waits_for_condition
    if may_arrive and dice.random() < 0.5:
        facts = {"arrived_on": cast.at.date(), "year": cast.at.year, "actor": None, "at": cast.at}
        part = actions.record_delivery(pledge, amount=EURO(amount or 0) / 2, **facts)
        if dice.random() < 0.3:
            actions.strike_delivery(part, reason="Fout.", actor=None, at=cast.at)
    if dice.random() < 0.3:
        actions.withdraw_pledge(pledge, reason="Toch niet.", actor=None, at=cast.at)


def starts(plan: FundingPlan, cast: Cast) -> bool:
    """Whether the gate lets it through; undone again."""
    try:
        with transaction.atomic():
            begin(plan.phase, cast.at)
            transaction.set_rollback(True)
    except DatabaseError:
        return False
    return True


@pytest.mark.parametrize("seed", range(25))
def test_sql_and_arithmetic_count_the_same(cast: Cast, seed: int) -> None:
    dice = random.Random(seed)
    written_otherwise(cast.framework, funders_min=dice.choice([1, 2, 3]))
    total = dice.choice([60, 90, 150])
    plan = make_plan(cast, cast.at, total=total, cash=dice.choice([0, 30, total]))
    assert in_sql(plan, cast) == in_python(plan, cast)
    for _number in range(6):
        some_pledge(cast, plan, dice)
        said = in_python(plan, cast)
        assert in_sql(plan, cast) == said
        assert starts(plan, cast) is said[-1]


def test_both_are_sometimes_yes_and_sometimes_no(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    assert in_sql(plan, cast)[-1] is False
    firm(cast, plan, "GD", 90_000, cast.at)
    firm(cast, plan, "ZD", 90_000, cast.at)
    assert in_sql(plan, cast)[-1] is True


def test_a_plan_without_terms_is_not_arranged(cast: Cast) -> None:
    plan = FundingPlan.objects.create(phase=plan_phase(cast, cast.at), recorded_at=cast.at)
    assert in_sql(plan, cast)[-1] is False
    refused(lambda: begin(plan.phase, cast.at), "not arranged")


# -- the gate ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["business_case", "pilot", "project"])
def test_no_phase_starts_without_its_money(cast: Cast, kind: str) -> None:
    plan = make_plan(cast, cast.at, kind=kind)
    phase = plan.phase
    firm(cast, plan, "GD", 180_000, cast.at)
    because = "co-financing is not arranged.*1 of at least 2 organisations"
    mine = Phase.objects.filter(pk=phase.pk)
    facts = {"status": "running", "started_on": cast.at.date(), "started_at": cast.at}
    refused(lambda: mine.update(**facts), because)
    refused(lambda: run(START, cast.at.date(), cast.at, phase.pk), because)
    ended = {**facts, "status": "ended", "ended_on": facts["started_on"]}
    refused(lambda: mine.update(**ended), "no way from planned|not arranged")


def test_no_phase_starts_without_a_plan(cast: Cast) -> None:
    phase = plan_phase(cast, cast.at)
    refused(lambda: begin(phase, cast.at), "no funding plan")


def test_no_phase_is_born_running(cast: Cast) -> None:
    project = plan_phase(cast, cast.at).project
    facts = {"status": "running", "started_on": cast.at.date(), "started_at": cast.at}
    facts |= {"project": project, "ordinal": 2, "kind": "business_case"}
    refused(lambda: Phase.objects.create(**facts), "starts planned|no funding plan")


def test_a_prototype_explores_without_it(cast: Cast) -> None:
    phase = plan_phase(cast, cast.at, kind="prototype")
    begin(phase, cast.at)
    mine = Phase.objects.filter(pk=phase.pk)
    refused(lambda: mine.update(kind="business_case"), "stays as it is|no funding plan")


def test_only_from_the_first_it_is_taken_over(cast: Cast) -> None:
    phase = plan_phase(cast, cast.at)
    mine = Phase.objects.filter(pk=phase.pk)
    refused(lambda: mine.update(is_taken_over=True), "from the first|stays as it is")
    facts = {"is_taken_over": True, "status": "running", "started_on": date(2020, 1, 1)}
    refused(lambda: mine.update(**facts), "from the first|stays as it is")
    facts |= {"project": phase.project, "ordinal": 2, "kind": "project"}
    old = Phase.objects.create(started_at=cast.at, **facts)
    again = Phase.objects.filter(pk=old.pk)
    refused(lambda: again.update(is_taken_over=False), "stays as it is|no funding plan")


def test_the_owner_of_the_table_is_held_as_well(cast: Cast) -> None:
    """Its trigger is one that replication does not skip either."""
    phase = make_plan(cast, cast.at).phase
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE relname = %s",
            ["projects_phase"],
        )
        assert cursor.fetchone() == (True,)

        cursor.execute(
            "SELECT tgenabled FROM pg_trigger WHERE tgname IN "
            "('projects_phase_money', 'funding_pledge_guard', 'funding_delivery_guard')"
        )
        assert {each for (each,) in cursor.fetchall()} == {"A"}
    refused(lambda: run(START, cast.at.date(), cast.at, phase.pk), "not arranged")


def test_all_at_once_is_refused_for_one(cast: Cast) -> None:
    """A bulk update starts all of them or none."""
    ready = make_plan(cast, cast.at, total=100, cash=0)
    firm(cast, ready, "GD", 50, cast.at)
    firm(cast, ready, "ZD", 50, cast.at)
    make_plan(cast, cast.at)
    facts = {"status": "running", "started_on": cast.at.date(), "started_at": cast.at}
    refused(lambda: Phase.objects.update(**facts), "not arranged")
    begin(ready.phase, cast.at)
    assert Phase.objects.filter(status="running").count() == 1


# -- plans ---------------------------------------------------------------------------------------


def terms(plan: FundingPlan, cast: Cast, ordinal: int) -> FundingTerms:
    return FundingTerms.objects.create(
        plan=plan,
        ordinal=ordinal,
        total=1,
        cash_minimum=0,
        deadline_on=cast.at.date(),
        reason="Zo.",
        at=cast.at,
    )


def test_a_plan_stays_with_its_phase(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    other = plan_phase(cast, cast.at)
    mine = FundingPlan.objects.filter(pk=plan.pk)
    refused(lambda: mine.update(phase=other), "for ever")
    refused(lambda: run("DELETE FROM funding_fundingplan"), "stays on record")
    refused(lambda: FundingTerms.objects.update(total=1), "append-only")
    refused(lambda: run("DELETE FROM funding_fundingterms"), "append-only")
    run("SET CONSTRAINTS ALL IMMEDIATE")  # nothing waits, so only the guard is in the way
    refused(lambda: run("TRUNCATE funding_fundingplan CASCADE"), "append-only")


def test_the_terms_of_a_phase_that_started_stay(cast: Cast) -> None:
    plan = make_plan(cast, cast.at, total=100, cash=0)
    refused(lambda: terms(plan, cast, 5), "one after the other")
    terms(plan, cast, 2)
    refused(lambda: terms(plan, cast, 2), "one after the other")
    firm(cast, plan, "GD", 50, cast.at)
    firm(cast, plan, "ZD", 50, cast.at)
    begin(plan.phase, cast.at)
    refused(lambda: terms(plan, cast, 3), "has started")


# -- pledges -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"amount": 5},
        {"form": "hours", "text": "x"},
        {"organisation_id": 0},
        {"plan_id": 0},
        {"condition": ""},
        {"text": "x"},
        {"is_on_behalf": True},
        {"is_taken_over": True},
        {"offered_at": "2020-01-01T00:00Z"},
        {"firm_at": "2020-01-01T00:00Z"},
        {"paper_id": 1},
        {"made_firm_by_id": 0},
        {"withdrawn_because": "x"},
    ],
    ids=lambda change: next(iter(change)),
)
@pytest.mark.parametrize("status", ["offered", "firm", "withdrawn"])
def test_what_was_pledged_stays(cast: Cast, change: dict[str, Any], status: str) -> None:
    plan, others = make_plan(cast, cast.at), make_plan(cast, cast.at)
    pledge = offer(cast, plan, "FV", 100, cast.at, condition="Raad stemt in")
    if status != "offered":
        actions.make_pledge_firm(pledge, actor=cast.other_director, at=cast.at)
    if status == "withdrawn":
        actions.withdraw_pledge(pledge, reason="Zo.", actor=None, at=cast.at)
    ids = {"organisation_id": cast["GD"].pk, "plan_id": others.pk, "made_firm_by_id": cast.staff.pk}
    facts = {name: ids.get(name, value) for name, value in change.items()}
    refused(lambda: Pledge.objects.filter(pk=pledge.pk).update(**facts), "stays as it is")


def test_a_pledge_moves_one_way(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = firm(cast, plan, "FV", 100, cast.at, condition="Raad stemt in")
    mine = Pledge.objects.filter(pk=pledge.pk)
    refused(lambda: mine.update(status="offered"), "no move from firm to offered")
    refused(lambda: mine.update(status="lost"), "no move")
    refused(lambda: run("DELETE FROM funding_pledge"), "stays on record")
    refused(lambda: mine.update(status="withdrawn", withdrawn_at=cast.at), "with_reason")
    mine.update(is_open=True, condition_met_at=cast.at)
    refused(lambda: mine.update(is_open=False), "stays as it is")
    refused(lambda: mine.update(condition_met_at=None), "stays as it is")
    refused(lambda: mine.update(condition_met_at=cast.at + DAY), "stays as it is")
    mine.update(status="withdrawn", withdrawn_at=cast.at, withdrawn_because="Zo.")
    refused(lambda: mine.update(status="firm"), "no move from withdrawn")
    refused(lambda: mine.update(withdrawn_at=cast.at + DAY), "no move|stays as it is")


def test_a_pledge_starts_as_an_offer(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    facts = {"plan": plan, "organisation": cast["FV"], "form": "cash", "amount": 5}
    facts |= {"offered_at": cast.at, "firm_at": cast.at, "made_firm_by": cast.manager}
    refused(lambda: Pledge.objects.create(status="firm", **facts), "starts as an offer")
    taken = {"is_taken_over": True, "status": "firm"}
    refused(lambda: Pledge.objects.create(**taken, **facts), "that is taken over")


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"form": "cash", "amount": None}, "pledge_has_value_or_words"),
        ({"form": "cash", "amount": 0}, "pledge_has_value_or_words"),
        ({"form": "hours", "amount": 5}, "pledge_has_value_or_words"),
        ({"form": "hours", "text": "x", "amount": -5}, "pledge_has_value_or_words"),
        ({"form": "hours", "text": "x", "quantity": 5}, "pledge_rate_is_agreed"),
        ({"form": "hours", "text": "x", "rate_agreed_by": "x"}, "pledge_rate_is_agreed"),
    ],
)
def test_an_offer_is_of_something(cast: Cast, facts: dict[str, Any], because: str) -> None:
    given = {"plan": make_plan(cast, cast.at), "organisation": cast["FV"], "offered_at": cast.at}
    refused(lambda: Pledge.objects.create(**given, **facts), because)


def test_nobody_is_firm_without_a_hand(cast: Cast) -> None:
    pledge = offer(cast, make_plan(cast, cast.at), "FV", 5, cast.at)
    mine = Pledge.objects.filter(pk=pledge.pk)
    refused(lambda: mine.update(status="firm", firm_at=cast.at), "pledge_firm_by_somebody")


# -- deliveries ----------------------------------------------------------------------------------


def test_a_delivery_is_never_more_and_stays(cast: Cast) -> None:
    pledge = firm(cast, make_plan(cast, cast.at), "FV", 100, cast.at)
    facts = {"arrived_on": cast.at.date(), "year": cast.at.year}
    refused(lambda: Delivery.objects.create(pledge=pledge, amount=101, **facts), "never more")
    refused(lambda: Delivery.objects.create(pledge=pledge, text="x", **facts), "never more")
    part = Delivery.objects.create(pledge=pledge, amount=60, **facts)
    refused(lambda: Delivery.objects.create(pledge=pledge, amount=41, **facts), "never more")
    mine = Delivery.objects.filter(pk=part.pk)
    refused(lambda: mine.update(amount=1), "struck once")
    refused(lambda: mine.update(struck_at=cast.at), "struck_with_reason")
    refused(lambda: run("DELETE FROM funding_delivery"), "stays on record")
    run("SET CONSTRAINTS ALL IMMEDIATE")  # nothing waits, so only the guard is in the way
    refused(lambda: run("TRUNCATE funding_delivery"), "append-only")
    refused(lambda: run("TRUNCATE funding_pledge CASCADE"), "append-only")
    mine.update(struck_at=cast.at, struck_because="Dubbel.")
    refused(lambda: mine.update(struck_at=None, struck_because=""), "struck once")


def test_only_firm_pledges_are_delivered(cast: Cast) -> None:
    plan, facts = (
        make_plan(cast, cast.at),
        {"arrived_on": cast.at.date(), "year": cast.at.year, "amount": 5},
    )
    waiting = firm(cast, plan, "FV", 100, cast.at, condition="Raad stemt in")
    gone = firm(cast, plan, "FV", 100, cast.at)
    actions.withdraw_pledge(gone, reason="Zo.", actor=None, at=cast.at)
    for pledge in (offer(cast, plan, "FV", 100, cast.at), waiting, gone):
        refused(lambda mine=pledge: Delivery.objects.create(pledge=mine, **facts), "only of a firm")


@pytest.mark.parametrize("name", ["fundingplan", "fundingterms", "pledge", "delivery"])
def test_no_table_of_money_is_emptied(cast: Cast, name: str) -> None:
    firm(cast, make_plan(cast, cast.at), "FV", 100, cast.at)
    run("SET CONSTRAINTS ALL IMMEDIATE")  # nothing waits, so only the guard is in the way
    refused(lambda: run(f"TRUNCATE funding_{name} CASCADE"), "append-only")


BORN = """
    INSERT INTO projects_phase (project_id, kind, title, ordinal, status, started_on, started_at,
                                is_taken_over, ended_with)
    VALUES (%s, 'pilot', '', 9, 'running', %s, %s, %s, '')
"""


def test_no_row_is_born_past_the_money(cast: Cast) -> None:
    """Raw SQL, one by one and many at once, also as if it had been taken over."""
    plan = make_plan(cast, cast.at)
    project, day = plan.phase.project, cast.at.date()
    for taken_over in (False, True):
        refused(lambda each=taken_over: run(BORN, project.pk, day, cast.at, each), "starts planned")
    facts = {"plan": plan, "organisation": cast["FV"], "form": "cash", "amount": 180_000}
    facts |= {"status": "firm", "offered_at": cast.at, "firm_at": cast.at}
    made = Pledge(made_firm_by=cast.manager, **facts)
    refused(lambda: Pledge.objects.bulk_create([made]), "starts as an offer")
    taken = Pledge(is_taken_over=True, **facts)
    refused(lambda: Pledge.objects.bulk_create([taken]), "that is taken over")
    refused(lambda: begin(plan.phase, cast.at), "not arranged")


def test_what_counts_is_not_raised_afterwards(cast: Cast) -> None:
    """Neither the need is lowered, nor a pledge raised, by whatever road."""
    plan = make_plan(cast, cast.at)
    given = [firm(cast, plan, letters, 50, cast.at) for letters in ("GD", "ZD")]
    for each in given:
        each.amount = EURO(90_000)
    refused(lambda: Pledge.objects.bulk_update(given, ["amount"]), "stays as it is")
    refused(given[0].save, "stays as it is")
    refused(lambda: run("UPDATE funding_pledge SET amount = 90000"), "stays as it is")
    refused(lambda: run("UPDATE funding_fundingterms SET total = 100"), "append-only")
    refused(lambda: run("DELETE FROM funding_fundingterms"), "append-only")
    refused(lambda: run("DELETE FROM funding_pledge"), "stays on record")
    other = make_plan(cast, cast.at, total=100, cash=0)
    refused(lambda: run("UPDATE funding_pledge SET plan_id = %s", other.pk), "stays as it is")
    swap = "UPDATE funding_fundingplan SET phase_id = %s WHERE id = %s"
    refused(lambda: run(swap, plan.phase_id, other.pk), "for ever")
    refused(lambda: begin(plan.phase, cast.at), "not arranged")
