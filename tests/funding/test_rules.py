"""Every permission about money, for everybody; and whose amounts each of them may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from funding import actions
from funding.answers import interests_by_pledge, money_condition
from funding.arranging import view_of
from funding.models import Delivery, Pledge
from partners.models import Mandate
from projects import actions as projects
from projects.models import Phase, Stake, Stuurgroep, StuurgroepMember
from schuldenlab.lifecycle import Refused
from tests.funding.records import DAY, EURO, firm, make_plan, offer, plan_phase
from tests.house.world import draft_motion
from tests.programme.records import DELEGATES, KERNTEAM, PARTNER_PEOPLE

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
INSIDERS = KERNTEAM | PARTNER_PEOPLE
EVERYBODY = INSIDERS | {"anonymous", "outsider", "former"}
FUND = {"contact", "other_director"}
SIGNS_FUND = {"other_director"}
SIGNERS = PARTNER_PEOPLE - {"contact", "seat", "substitute"}
# `outsider`, who works for no partner, is in the stuurgroep of `mine`'s project and of no other.
STEERS = {"outsider"}
RAAD = DELEGATES

# permission: {record: who may}; "" asks without a record ("anywhere?"). `FV` made all pledges.
OWN = {"": PARTNER_PEOPLE, "offer": FUND, "pledge": FUND}
KEPT = {"": KERNTEAM | PARTNER_PEOPLE, "offer": KERNTEAM | FUND, "pledge": KERNTEAM | FUND}
STAFF = {"": KERNTEAM, "plan": KERNTEAM}
TABLES: dict[str, dict[str, set[str]]] = {
    "funding": {"": KERNTEAM},
    "funding.view_budget": {"": INSIDERS},
    "funding.carry_over": {"": KERNTEAM},
    "funding.strike_carry_over": {"": KERNTEAM},
    "funding.pledge_contribution": {"": KERNTEAM},
    "funding.view_fundingplan": {
        "": INSIDERS | STEERS,
        "plan": INSIDERS | STEERS,
        "other plan": INSIDERS,
    },
    "funding.view_pledge": {
        "": INSIDERS | STEERS,
        "offer": KERNTEAM | FUND | RAAD | STEERS,
        "pledge": KERNTEAM | FUND | RAAD | STEERS,
        "other pledge": KERNTEAM | FUND | RAAD,
        "open pledge": INSIDERS,
        "pledge of the host": INSIDERS,
    },
    "funding.make_plan": {"": KERNTEAM, "phase": KERNTEAM},
    "funding.change_plan": STAFF,
    "funding.take_over_pledge": STAFF,
    "funding.offer_pledge": {"": INSIDERS, "plan": INSIDERS, "other plan": INSIDERS},
    "funding.open_amount": OWN,
    "funding.list_pledges": {"": INSIDERS},
    "funding.sign_pledge": {"": SIGNERS, "offer": SIGNS_FUND, "pledge": SIGNS_FUND},
    "funding.attach_paper": {"": KERNTEAM, "offer": KERNTEAM, "pledge": KERNTEAM},
    "funding.change_offer": KEPT,
    "funding.meet_condition": KEPT,
    "funding.view_delivery": {"": KERNTEAM, "delivery": KERNTEAM},
    "funding.view_instalment": {"": KERNTEAM},
    "funding.view_carryover": {"": KERNTEAM},
    "funding.record_delivery": KEPT,
    "funding.strike_delivery": {"": KERNTEAM | PARTNER_PEOPLE, "delivery": KERNTEAM | FUND},
    "funding.make_pledge_firm": {
        "": KERNTEAM | SIGNERS,
        "offer": KERNTEAM | SIGNS_FUND,
        "pledge": KERNTEAM | SIGNS_FUND,
    },
    "funding.offer_to_budget": {"": INSIDERS},
    "funding.list_dues": {"": INSIDERS},
    "funding.list_calls": {"": KERNTEAM},
    "funding.view_contribution": {"": INSIDERS, "fund": KERNTEAM | FUND},
    "funding.reschedule": {
        "": KERNTEAM | PARTNER_PEOPLE,
        "offer": KERNTEAM | FUND,
        "pledge": KERNTEAM | SIGNS_FUND,
    },
    "funding.correct_pledge": {"": SIGNERS, "offer": SIGNS_FUND, "pledge": SIGNS_FUND},
    "funding.correct_by_paper": {"": KERNTEAM, "pledge": KERNTEAM},
    "funding.withdraw_pledge": {
        "": KERNTEAM | PARTNER_PEOPLE,
        "offer": KERNTEAM | FUND,
        "pledge": KERNTEAM | SIGNS_FUND,
    },
}


@pytest.fixture
def records(cast: Cast) -> dict[str, Any]:
    """Two projects with money; the outsider steers the first one."""
    mine, other = make_plan(cast, cast.at), make_plan(cast, cast.at)
    acting, day = {"actor": cast.manager, "at": cast.at}, (cast.at - DAY).date()
    group = Stuurgroep.objects.create(project=mine.phase.project)
    facts = {"stuurgroep": group, "from_on": day}
    stake = Stake.objects.create(organisation=cast["WK"], text="Water", **facts)
    StuurgroepMember.objects.create(stake=stake, person=cast.outsider, is_chair=True, **facts)
    pledge = firm(cast, mine, "FV", 100, cast.at)
    opened = firm(cast, other, "FV", 100, cast.at)
    actions.open_amount(opened, actor=cast.contact, at=cast.at)
    part = {"amount": EURO(5), "arrived_on": day}
    return {
        "": None,
        "fund": cast["FV"],
        "phase": plan_phase(cast, cast.at),
        "plan": mine,
        "other plan": other,
        "offer": offer(cast, mine, "FV", 100, cast.at),
        "pledge": pledge,
        "other pledge": firm(cast, other, "FV", 100, cast.at),
        "open pledge": opened,
        "pledge of the host": firm(cast, other, "GD", 100, cast.at),
        "delivery": actions.record_delivery(pledge, **part, **acting),
    }


def test_who_may_what(cast: Cast, records: dict[str, Any]) -> None:
    wrong = {}
    for permission, table in TABLES.items():
        for name, expected in table.items():
            found = {
                role
                for role in EVERYBODY
                if getattr(cast, role).has_perm(permission, records[name])
            }
            if found != expected:
                wrong[permission, name] = found ^ expected
    assert wrong == {}


def test_nobody_may_without_an_account(cast: Cast, records: dict[str, Any]) -> None:
    for rows in (Pledge.objects.visible_to, type(records["plan"]).objects.visible_to):
        assert not rows(cast.anonymous).exists()
        assert not rows(cast.former).exists()
    assert not Pledge.objects.of_organisations_of(cast.anonymous).exists()
    assert set(Pledge.objects.of_organisations_of(cast.contact)) == {
        records[name] for name in ("offer", "pledge", "other pledge", "open pledge")
    }


def test_a_mandate_that_does_not_go_so_far(cast: Cast, records: dict[str, Any]) -> None:
    Mandate.objects.filter(person=cast.other_director).update(signs_for=["framework"])
    assert not cast.other_director.has_perm("funding.make_pledge_firm", records["offer"])
    assert not cast.other_director.has_perm("funding.make_pledge_firm")


def test_who_left_the_raad_sees_no_more(cast: Cast, records: dict[str, Any]) -> None:
    """A seat sees all amounts as long as it sits."""
    assert cast.seat_CH.has_perm("funding.view_pledge", records["pledge"])
    type(cast.raad).objects.filter(pk=cast.raad.pk).update(status="dissolved", dissolved_at=cast.at)
    assert not cast.seat_CH.has_perm("funding.view_pledge", records["pledge"])
    assert cast.seat_CH.has_perm("funding.view_pledge", records["open pledge"])


# -- whose amounts -------------------------------------------------------------------------------

GIVES = {"GD": 11_111, "ZD": 22_222, "CH": 33_333, "FV": 44_444}


def out_of_the_raad(cast: Cast) -> None:
    """So that only what a partner is by itself counts."""
    raads = type(cast.raad).objects.filter(pk=cast.raad.pk)
    raads.update(status="dissolved", dissolved_at=cast.at)


@pytest.mark.parametrize(
    ("role", "seen", "total"),
    [
        ("manager", GIVES, 111_110),
        ("seat_ZD", {"GD", "ZD"}, 111_110),
        ("contact", {"GD", "FV"}, 111_110),
        ("director", {"GD"}, 111_110),
    ],
)
def test_each_sees_its_own_and_what_is_open(
    cast: Cast, role: str, seen: set[str], total: int
) -> None:
    plan = make_plan(cast, cast.at)
    given = {each: firm_(cast, plan, each) for each in GIVES}
    out_of_the_raad(cast)
    shown = view_of(plan, getattr(cast, role))
    assert shown is not None
    assert set(shown.amounts) == {given[each].pk for each in seen}
    assert shown.firm == total


def firm_(cast: Cast, plan: Any, letters: str) -> Pledge:
    return firm(cast, plan, letters, GIVES[letters], cast.at)


def test_with_few_funders_there_is_only_a_word(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    for letters in ("GD", "ZD", "FV"):
        firm_(cast, plan, letters)
    assert view_of(plan, cast.seat_CH).firm == 77_777  # type: ignore[union-attr] # in the raad
    out_of_the_raad(cast)
    for role in ("seat_ZD", "contact", "seat_GD"):  # each of them could take off its own
        shown = view_of(plan, getattr(cast, role))
        assert shown is not None
        assert (shown.firm, shown.missing, shown.is_arranged) == (None, None, False)
    assert view_of(plan, cast.seat_CH).firm == 77_777  # type: ignore[union-attr] # gives nothing


def test_a_stuurgroep_sees_the_amounts_of_its_own_project(
    cast: Cast, records: dict[str, Any]
) -> None:
    mine, other = (
        view_of(records["plan"], cast.outsider),
        view_of(records["other plan"], cast.outsider),
    )
    assert mine is not None
    assert other is not None
    assert (mine.firm, set(mine.amounts)) == (100, {records["pledge"].pk, records["offer"].pk})
    assert (other.firm, other.amounts) == (None, {})


@pytest.mark.parametrize("count", [1, 4])
def test_seeing_costs_the_same_whatever_was_pledged(
    cast: Cast, count: int, django_assert_num_queries: Any
) -> None:
    plan = make_plan(cast, cast.at)
    for _number in range(count):
        firm(cast, plan, "FV", 5, cast.at)
    assert cast.director.standing
    with django_assert_num_queries(6):
        view_of(plan, cast.director)


# -- what the gate says to all -------------------------------------------------------------------


def said(phase: Phase, cast: Cast) -> str:
    (condition,) = money_condition(phase, cast.at, None)
    assert not condition.is_met
    return condition.text.replace("\xa0", " ")


def test_the_gate_names_no_sum_that_somebody_could_subtract_from(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    firm(cast, plan, "ZD", 12_345, cast.at)
    firm(cast, plan, "CH", 23_456, cast.at)
    firm(cast, plan, "EZ", 34_567, cast.at)
    assert "70.368" not in said(plan.phase, cast)
    assert "180.000" in said(plan.phase, cast)
    firm(cast, plan, "GD", 50_000, cast.at)
    assert "120.368" in said(plan.phase, cast)


def test_who_may_know_the_amounts_reads_how_far_it_is(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    firm(cast, plan, "ZD", 12_345, cast.at)
    for person, is_told in ((cast.manager, True), (cast.seat, True), (cast.contact, False)):
        person.moment = cast.at
        (condition,) = money_condition(plan.phase, cast.at, person)
        assert ("12.345" in condition.text) is is_told, person.name


def test_the_gate_opens_when_the_money_is_there(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    phase, facts = plan.phase, {"started_on": cast.at.date(), "actor": cast.manager, "at": cast.at}
    firm(cast, plan, "GD", 90_000, cast.at)
    with pytest.raises(Refused, match=r"180\.000"):
        projects.start_phase(phase, **facts)
    firm(cast, plan, "ZD", 90_000, cast.at)
    assert money_condition(phase, cast.at, None)[0].is_met
    assert projects.start_phase(phase, **facts).status == "running"


def test_a_phase_without_a_plan_does_not_start(cast: Cast) -> None:
    phase = plan_phase(cast, cast.at)
    assert not money_condition(phase, cast.at, None)[0].is_met
    with pytest.raises(Refused):
        projects.start_phase(phase, started_on=cast.at.date(), actor=None, at=cast.at)
    assert money_condition(plan_phase(cast, cast.at, kind="prototype"), cast.at, None) == []


# -- interests -----------------------------------------------------------------------------------


def test_a_pledge_is_an_interest_without_its_amount(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    ballot = draft_motion(cast, cast.at)
    assert interests_by_pledge(ballot) == []
    projects.put_phase_before_raad(plan.phase, ballot=ballot, actor=None, at=cast.at)
    firm(cast, plan, "CH", 77_777, cast.at)
    offer(cast, plan, "CH", 5, cast.at)
    gone = offer(cast, plan, "EZ", 5, cast.at)
    actions.withdraw_pledge(gone, reason="Nee.", actor=None, at=cast.at)
    (fact,) = interests_by_pledge(ballot)
    assert (fact.organisation_id, fact.kind, fact.option_id) == (cast["CH"].pk, "pledge", None)
    assert "77" not in fact.text


def test_deliveries_are_about_pledges(records: dict[str, Any]) -> None:
    assert Delivery.objects.holding().get() == records["delivery"]
