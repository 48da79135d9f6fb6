"""Every verb about money: what it does, what it refuses, who is told."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.base import ContentFile

from funding import actions
from funding.arranging import covers_of
from funding.models import Pledge
from partners import actions as partners
from partners.models import Mandate
from programme.models import CourseChange
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.funding.money import PAPER
from tests.funding.records import DAY, EURO, begin, firm, make_plan, offer, signer
from tests.projects import building

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def scan() -> ContentFile:
    return ContentFile(PAPER, name="beschikking.pdf")


def told(template: str) -> set[str]:
    return {each.name for each in Letter.objects.filter(template=template)}


def verbs() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("verb", flat=True))


# -- the plan ------------------------------------------------------------------------------------


def test_a_plan_and_its_later_terms(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    facts = {"deadline_on": cast.at.date(), "actor": cast.staff, "at": cast.at + DAY}
    actions.change_plan(plan, total=EURO(150_000), cash_minimum=EURO(0), reason="Kleiner.", **facts)
    assert [(each.ordinal, each.total) for each in plan.terms.all()] == [
        (1, EURO(180_000)),
        (2, EURO(150_000)),
    ]
    assert covers_of([plan.pk], cast.at)[plan.pk].terms.total == EURO(180_000)
    assert covers_of([plan.pk], cast.at + DAY)[plan.pk].terms.total == EURO(150_000)
    assert verbs()[-2:] == ["make_plan", "change_plan"]


@pytest.mark.parametrize(("total", "cash"), [(0, 0), (-1, 0), (10, 11), (10, -1)])
def test_a_plan_adds_up(cast: Cast, total: int, cash: int) -> None:
    with pytest.raises(Refused):
        make_plan(cast, cast.at, total=total, cash=cash)


def test_a_phase_has_one_plan(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    with pytest.raises(Refused, match=r"already|al "):
        actions.make_plan(
            plan.phase,
            total=EURO(1),
            cash_minimum=EURO(0),
            deadline_on=cast.at.date(),
            actor=None,
            at=cast.at,
        )


def arranged(cast: Cast, **facts: Any) -> tuple[Any, Pledge, Pledge]:
    """A plan that two partners cover."""
    plan = make_plan(cast, cast.at, **facts)
    return plan, firm(cast, plan, "GD", 100_000, cast.at), firm(cast, plan, "ZD", 80_000, cast.at)


def test_a_plan_stays_once_its_phase_started(cast: Cast) -> None:
    plan, _one, _other = arranged(cast)
    begin(plan.phase, cast.at)
    facts = {"deadline_on": cast.at.date(), "actor": None, "at": cast.at}
    with pytest.raises(Refused):
        actions.change_plan(plan, total=EURO(1), cash_minimum=EURO(0), reason="Zo.", **facts)


def test_a_change_has_a_reason(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    facts = {"deadline_on": cast.at.date(), "actor": None, "at": cast.at}
    with pytest.raises(Refused):
        actions.change_plan(plan, total=EURO(1), cash_minimum=EURO(0), reason=" ", **facts)


# -- offers --------------------------------------------------------------------------------------


def test_a_contact_offers_and_the_kernteam_hears_it(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = offer(cast, plan, "FV", 25_000, cast.at, actor=cast.contact, condition="Raad stemt in")
    assert (pledge.status, pledge.is_on_behalf, pledge.offered_by) == (
        "offered",
        False,
        cast.contact,
    )
    assert told("funding/mail/pledge_offered.txt") == {cast.manager.name, cast.staff.name}
    assert covers_of([plan.pk], cast.at)[plan.pk].offered == EURO(25_000)


def test_the_kernteam_records_an_offer_and_the_partner_is_asked(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = offer(cast, plan, "FV", 25_000, cast.at, actor=cast.staff)
    assert pledge.is_on_behalf
    assert told("partners/mail/recorded_in_name.txt") == {
        cast.contact.name,
        cast.other_director.name,
    }
    assert told("funding/mail/pledge_offered.txt") == set()


def test_an_agreed_rate_gives_the_value(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    facts = {"form": "hours", "text": "Advies", "quantity": EURO("37.5"), "rate": EURO("85.33")}
    pledge = offer(cast, plan, "EZ", None, cast.at, rate_agreed_by="Kernteam", **facts)
    assert pledge.amount == Decimal("3199.88")
    acting = {"reason": "Anders", "actor": cast.seat_EZ, "at": cast.at}
    with pytest.raises(Refused):
        actions.change_offer(pledge, amount=EURO(5), **acting)
    less = actions.change_offer(pledge, quantity=EURO(10), **acting)
    assert less.amount == Decimal("853.30")
    plain = actions.change_offer(
        less, amount=EURO(700), quantity=None, rate=None, rate_agreed_by="", **acting
    )
    assert (plain.amount, plain.rate, plain.quantity) == (EURO(700), None, None)


@pytest.mark.parametrize(
    "facts",
    [
        {"amount": None},
        {"amount": EURO(0)},
        {"amount": EURO(-5)},
        {"amount": EURO(5), "rate": EURO(5)},
        {"form": "hours", "amount": None, "text": " "},
        {"form": "hours", "amount": None, "text": "Uren", "quantity": EURO(5)},
        {"form": "hours", "text": "Uren", "quantity": EURO(5), "rate": EURO(5)},
    ],
)
def test_an_offer_of_nothing_is_refused(cast: Cast, facts: dict[str, Any]) -> None:
    plan = make_plan(cast, cast.at)
    given = {"form": "cash", "amount": EURO(1), **facts}
    parties = {"organisation": cast["EZ"], "actor": cast.seat_EZ, "at": cast.at}
    with pytest.raises(Refused):
        actions.offer_pledge(plan, **parties, **given)
    assert not Pledge.objects.exists()


def test_who_left_offers_nothing(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    with pytest.raises(Refused):
        offer(cast, plan, "WK", 1, cast.at, actor=cast.former)


def test_a_changed_offer_is_another_row(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    first = offer(cast, plan, "FV", 25_000, cast.at, condition="Raad stemt in")
    facts = {"actor": cast.contact, "at": cast.at + DAY}
    second = actions.change_offer(first, reason="Minder", amount=EURO(20_000), **facts)
    first.refresh_from_db()
    assert (first.status, first.amount) == ("withdrawn", EURO(25_000))
    assert (second.amount, second.condition, second.replaces) == (
        EURO(20_000),
        "Raad stemt in",
        first,
    )
    with pytest.raises(Refused):
        actions.change_offer(first, reason="Nog minder", amount=EURO(1), **facts)


# -- firm ----------------------------------------------------------------------------------------


def test_a_signer_makes_it_firm(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = firm(cast, plan, "FV", 25_000, cast.at)
    assert (pledge.status, pledge.made_firm_by) == ("firm", cast.other_director)
    kernteam = {cast.manager.name, cast.staff.name}
    assert told("funding/mail/pledge_firm.txt") == {
        cast.contact.name,
        cast.other_director.name,
        *kernteam,
    }
    assert covers_of([plan.pk], cast.at)[plan.pk].cash == EURO(25_000)
    with pytest.raises(Refused):
        actions.make_pledge_firm(pledge, actor=cast.other_director, at=cast.at)


@pytest.mark.parametrize("who", ["contact", "director", "manager", "former", "outsider"])
def test_nobody_else_makes_it_firm(cast: Cast, who: str) -> None:
    plan = make_plan(cast, cast.at)
    pledge = offer(cast, plan, "FV", 25_000, cast.at)
    with pytest.raises(Refused):
        actions.make_pledge_firm(pledge, actor=getattr(cast, who), at=cast.at)
    pledge.refresh_from_db()
    assert pledge.status == "offered"


def limited(cast: Cast, limit: int | None, subjects: list[str]) -> None:
    """The director of the fund may sign only for these subjects, up to so much."""
    mandate = Mandate.objects.filter(person=cast.other_director)
    mandate.update(signs_for=subjects, pledge_limit=limit)


@pytest.mark.parametrize(
    ("limit", "subjects", "amount", "may"),
    [
        (25_000, ["pledges"], 25_000, True),
        (25_000, ["pledges"], 25_001, False),
        (25_000, [], 25_001, False),
        (None, ["pledges"], 900_000, True),
        (None, ["framework", "programme"], 1, False),
    ],
)
def test_a_mandate_goes_so_far(
    cast: Cast, limit: int | None, subjects: list[str], amount: int, may: bool
) -> None:
    plan = make_plan(cast, cast.at)
    pledge = offer(cast, plan, "FV", amount, cast.at)
    limited(cast, limit, subjects)
    try:
        actions.make_pledge_firm(pledge, actor=cast.other_director, at=cast.at)
    except Refused:
        assert not may
    else:
        assert may


def test_the_kernteam_attaches_the_signed_paper(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = offer(cast, plan, "FV", 25_000, cast.at)
    actions.make_pledge_firm(pledge, paper=scan(), actor=cast.staff, at=cast.at)
    assert pledge.paper is not None
    letter = Letter.objects.filter(template="partners/mail/recorded_in_name.txt").first()
    assert letter is not None
    assert "25.000" in letter.text
    other = offer(cast, plan, "FV", 5, cast.at)
    wrong = ContentFile(b"hallo", name="x.pdf")
    with pytest.raises(Refused):
        actions.make_pledge_firm(other, paper=wrong, actor=cast.staff, at=cast.at)


def test_a_condition_counts_once_it_is_met(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = firm(cast, plan, "FV", 25_000, cast.at, condition="Raad stemt in")
    before = covers_of([plan.pk], cast.at)[plan.pk]
    assert (before.cash, before.conditional) == (0, EURO(25_000))
    actions.meet_condition(pledge, actor=cast.staff, at=cast.at + DAY)
    assert covers_of([plan.pk], cast.at + DAY)[plan.pk].cash == EURO(25_000)
    assert covers_of([plan.pk], cast.at)[plan.pk].cash == 0
    assert told("partners/mail/recorded_in_name.txt")
    with pytest.raises(Refused):
        actions.meet_condition(pledge, actor=cast.staff, at=cast.at + DAY)


def test_an_offer_sent_twice_is_one_offer(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    offer(cast, plan, "FV", 5, cast.at)
    with pytest.raises(Refused):
        offer(cast, plan, "FV", 5, cast.at + timedelta(minutes=9))
    offer(cast, plan, "FV", 6, cast.at)
    offer(cast, plan, "GD", 5, cast.at)
    offer(cast, plan, "FV", 5, cast.at + timedelta(minutes=11))
    assert plan.pledges.count() == 4


# -- withdrawing ---------------------------------------------------------------------------------


def test_a_withdrawal_before_the_start_is_told(cast: Cast) -> None:
    plan, one, _other = arranged(cast)
    actions.withdraw_pledge(one, reason="Begroting.", actor=signer(cast, "GD"), at=cast.at + DAY)
    assert one.course_change is None
    assert told("funding/mail/pledge_withdrawn.txt") == {cast.manager.name, cast.staff.name}
    assert not covers_of([plan.pk], cast.at + DAY)[plan.pk].is_arranged
    assert covers_of([plan.pk], cast.at)[plan.pk].is_arranged
    with pytest.raises(Refused):
        actions.withdraw_pledge(one, reason="Nog eens.", actor=None, at=cast.at + DAY)


def test_a_withdrawal_after_the_start_opens_a_change_of_course(cast: Cast) -> None:
    plan, one, _other = arranged(cast)
    begin(plan.phase, cast.at)
    actions.withdraw_pledge(one, reason="Begroting.", actor=signer(cast, "GD"), at=cast.at + DAY)
    change = CourseChange.objects.get()
    assert (one.course_change, list(plan.phase.project.course_changes.all())) == (change, [change])
    assert (change.kind, change.organisation) == ("pledge_withdrawn", cast["GD"])
    assert [*map(str, change.proposed_reasons())] == ["pledge_withdrawn"]
    assert change.why == "Begroting."  # the field says that everybody reads it
    assert change.effect
    assert "100" not in change.title + change.what + change.effect  # later all partners read it
    kernteam = {cast.manager.name, cast.staff.name}
    assert told("funding/mail/pledge_withdrawn.txt") == kernteam
    assert told("programme/mail/change_proposed.txt") == kernteam
    plan.phase.refresh_from_db()
    assert plan.phase.status == "running"  # never an automatic stop


def test_an_offer_that_is_withdrawn_changes_no_course(cast: Cast) -> None:
    plan, _one, _other = arranged(cast)
    begin(plan.phase, cast.at)
    more = offer(cast, plan, "FV", 5, cast.at)
    actions.withdraw_pledge(more, reason="Toch niet.", actor=cast.contact, at=cast.at)
    assert not CourseChange.objects.exists()


def test_without_a_raad_it_is_withdrawn_all_the_same(cast: Cast) -> None:
    plan, one, _other = arranged(cast)
    begin(plan.phase, cast.at)
    type(cast.raad).objects.filter(pk=cast.raad.pk).update(status="dissolved", dissolved_at=cast.at)
    actions.withdraw_pledge(one, reason="Begroting.", actor=None, at=cast.at)
    assert (one.status, one.course_change) == ("withdrawn", None)
    assert told("funding/mail/pledge_withdrawn.txt")


# -- deliveries ----------------------------------------------------------------------------------


def deliver(pledge: Pledge, amount: int | None, cast: Cast, **facts: Any) -> Any:
    given = {"arrived_on": cast.at.date(), "actor": cast.staff, "at": cast.at, **facts}
    return actions.record_delivery(pledge, amount=None if amount is None else EURO(amount), **given)


def test_it_arrives_in_parts_and_never_more(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = firm(cast, plan, "FV", 100, cast.at)
    deliver(pledge, 60, cast)
    wrong = deliver(pledge, 40, cast)
    for more in (1, 0, -1, None):
        with pytest.raises(Refused):
            deliver(pledge, more, cast)
    with pytest.raises(Refused):
        actions.withdraw_pledge(pledge, reason="Toch niet.", actor=None, at=cast.at)
    actions.strike_delivery(wrong, reason="Dubbel.", actor=cast.staff, at=cast.at + DAY)
    assert pledge.delivered == EURO(60)
    with pytest.raises(Refused):
        actions.strike_delivery(wrong, reason="Dubbel.", actor=cast.staff, at=cast.at + DAY)
    with pytest.raises(Refused):
        deliver(pledge, 41, cast, at=cast.at + DAY)


def test_what_arrived_stays_when_the_rest_is_withdrawn(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = firm(cast, plan, "FV", 100, cast.at)
    deliver(pledge, 60, cast)
    actions.withdraw_pledge(pledge, reason="De rest niet.", actor=None, at=cast.at)
    said = covers_of([plan.pk], cast.at)[plan.pk]
    assert (said.cash, said.organisations) == (EURO(60), 1)


def test_only_what_is_firm_and_waits_for_nothing_arrives(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    waiting = firm(cast, plan, "FV", 100, cast.at, condition="Raad stemt in")
    for pledge in (offer(cast, plan, "FV", 100, cast.at), waiting):
        with pytest.raises(Refused):
            deliver(pledge, 1, cast)
    with pytest.raises(Refused):
        deliver(firm(cast, plan, "FV", 100, cast.at), 1, cast, arrived_on=cast.at.date() + DAY)


def test_what_nobody_valued_arrives_in_words(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = firm(cast, plan, "EZ", None, cast.at, form="knowledge")
    deliver(pledge, None, cast, text="Twee dagen meegedacht")
    for amount, text in ((5, "x"), (None, "")):
        with pytest.raises(Refused):
            deliver(pledge, amount, cast, text=text)


def test_a_partner_opens_its_amount_once(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = firm(cast, plan, "FV", 100, cast.at)
    actions.open_amount(pledge, actor=cast.contact, at=cast.at)
    assert Pledge.objects.get().is_open
    with pytest.raises(Refused):
        actions.open_amount(pledge, actor=cast.contact, at=cast.at)


def test_limits_are_of_one_organisation(cast: Cast) -> None:
    """A mandate of another partner does not help."""
    plan = make_plan(cast, cast.at)
    partners.give_mandate(
        cast.contact,
        organisation=cast["CH"],
        role="director",
        may_sign=True,
        from_on=cast.at.date(),
        actor=None,
        at=cast.at,
    )
    pledge = offer(cast, plan, "FV", 25_000, cast.at)
    with pytest.raises(Refused):
        actions.make_pledge_firm(pledge, actor=cast.contact, at=cast.at)


# -- taking over ---------------------------------------------------------------------------------


def test_an_earlier_pledge_enters_with_its_day(cast: Cast) -> None:
    building.live(cast)
    phase = building.taken_over(cast).phases.get()
    money = {"total": EURO(100), "cash_minimum": EURO(0), "deadline_on": cast.at.date()}
    acting = {"actor": cast.manager, "at": cast.at}
    plan = actions.make_plan(phase, **money, **acting)
    early = cast.at - 300 * DAY
    given = {"organisation": cast["FV"], "form": "cash", "amount": EURO(60), **acting}
    pledge = actions.take_over_pledge(plan, firm_on=early.date(), **given)
    assert (pledge.status, pledge.is_taken_over) == ("firm", True)
    assert covers_of([plan.pk], cast.at)[plan.pk].cash == EURO(60)
    assert told("partners/mail/recorded_in_name.txt") == {
        cast.contact.name,
        cast.other_director.name,
    }
    with pytest.raises(Refused):
        actions.take_over_pledge(plan, firm_on=cast.at.date(), **given)
    with pytest.raises(Refused):
        actions.take_over_pledge(make_plan(cast, cast.at), firm_on=early.date(), **given)


# -- what everybody may see, and what can be kept ------------------------------------------------


def test_an_offer_may_be_open_from_the_start_and_stays_so(cast: Cast) -> None:
    pledge = offer(cast, make_plan(cast, cast.at), "FV", 10, cast.at, is_open=True)
    assert pledge.is_open
    assert verbs()[-2:] == ["offer_pledge", "open_amount"]
    facts = {"amount": EURO(20), "actor": cast.contact, "at": cast.at}
    assert actions.change_offer(pledge, reason="Meer.", **facts).is_open


def test_the_kernteam_opens_no_amount_of_a_partner(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    with pytest.raises(Refused):
        offer(cast, plan, "FV", 10, cast.at, is_open=True, actor=cast.manager)
    assert not Pledge.objects.exists()


def test_more_than_a_column_holds_is_refused(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    facts = {"form": "hours", "quantity": EURO(99_999_999), "rate": EURO(99_999_999)}
    with pytest.raises(Refused):
        offer(cast, plan, "FV", None, cast.at, rate_agreed_by="Wij", **facts)


def test_letters_lead_to_the_pledge(cast: Cast) -> None:
    pledge = firm(cast, make_plan(cast, cast.at), "FV", 10, cast.at)
    actions.withdraw_pledge(pledge, reason="Nee.", actor=cast.other_director, at=cast.at)
    for name in ("offered", "firm", "withdrawn"):
        letter = Letter.objects.filter(template=f"funding/mail/pledge_{name}.txt").first()
        assert letter is not None
        assert pledge.get_absolute_url() in letter.text
