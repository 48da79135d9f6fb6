"""Step-in rounds: what each act does, what it refuses, who is told."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from funding import actions
from funding.models import Pledge, StepInAnswer, StepInOffer, StepInRound
from funding.proposing import Wish, gap_of
from partners import actions as partners
from partners.models import Organisation
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.funding.records import DAY, EURO, begin, firm, make_plan, offer
from tests.funding.rounds import answer, offer_to, open_round, pilot_plan

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
PARTNERS = 7


def told(name: str) -> list[Letter]:
    return list(Letter.objects.filter(template=f"funding/mail/{name}.txt").order_by("pk"))


def names(letters: list[Letter]) -> set[str]:
    return {each.name for each in letters}


def last_entry() -> Entry:
    return Entry.objects.order_by("id").last()


# -- opening -------------------------------------------------------------------------------------


def test_one_act_offers_it_to_all_partners_of_the_day(cast: Cast) -> None:
    found = open_round(cast)
    offers = list(found.offers.all())
    assert [each.organisation.name for each in offers] == sorted(
        Organisation.objects.partners(cast.at.date()).values_list("name", flat=True)
    )
    assert len(offers) == PARTNERS
    assert sum(each.share for each in offers) + found.unshared == EURO(180_000)
    assert found.closes_at.astimezone(cast.at.tzinfo).hour == 17
    assert found.terms == found.plan.current
    entry = last_entry()
    assert (entry.verb, entry.facts["offers"], entry.facts["key"]) == ("open_round", 7, "equal")


def test_everybody_who_works_for_a_partner_gets_its_own_share(cast: Cast) -> None:
    found = open_round(cast, wishes={cast["BN"].pk: Wish(fixed=EURO("12345.67"))})
    letters = told("stepin_offered")
    assert {"Dirk van Dam", "Samira Bakker", "Carla Smit", "Olaf Mulder"} < names(letters)
    assert "Fenna Visser" not in names(letters)
    with_share = {each.name for each in letters if "12.345,67" in each.text}
    assert with_share == {"Dirk van Dam", "Samira Bakker", "Pim de Groot"}
    mine = next(each for each in letters if each.name == "Dirk van Dam")
    assert offer_to(cast, found, "BN").get_absolute_url() in mine.text


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"text": "  "}, "zinnen|sentences"),
        ({"closes_on": "yesterday"}, "voorbij|over"),
        ({"key": "benefit"}, "businesscase|business case"),
        ({"key": "free"}, "afgesproken|agreed"),
        ({"wishes": "WK"}, "partner"),
        ({"wishes": "too much"}, "meer|more"),
    ],
)
def test_what_a_round_asks_must_be_possible(
    cast: Cast, facts: dict[str, Any], because: str
) -> None:
    wishes = {
        "WK": {cast["WK"].pk: Wish(fixed=EURO(1))},
        "too much": {cast["BN"].pk: Wish(minimum=EURO(180_001))},
    }
    if "wishes" in facts:
        facts = {"wishes": wishes[facts["wishes"]]}
    if "closes_on" in facts:
        facts = {"closes_on": (cast.at - 3 * DAY).date()}
    with pytest.raises(Refused, match=because):
        open_round(cast, **facts)
    assert not StepInRound.objects.exists()


def test_one_round_at_a_time_and_another_one_later(cast: Cast) -> None:
    first = open_round(cast)
    with pytest.raises(Refused, match=r"already|al "):
        open_round(cast, first.plan)
    later = first.closes_at + DAY
    second = open_round(cast, first.plan, later)
    assert (first.ordinal, second.ordinal) == (1, 2)
    with pytest.raises(Refused, match=r"again|opnieuw"):
        answer(cast, first, "BN", "no", later)


def test_another_round_shares_what_is_still_missing(cast: Cast) -> None:
    first = open_round(cast, make_plan(cast, cast.at, cash=180_000))
    plan, later = first.plan, first.closes_at + DAY
    firm(cast, plan, "GD", 120_000, cast.at + DAY)
    firm(cast, plan, "ZD", 30_000, cast.at + DAY, condition="Als het waait")
    offer(cast, plan, "EZ", 20_000, cast.at + DAY)
    second = open_round(cast, plan, later)
    assert (first.to_share, second.to_share) == (EURO(180_000), EURO(60_000))
    shares = [each.share for each in second.offers.all()]
    assert sum(shares) + second.unshared == EURO(60_000)
    assert max(shares) < EURO(8_572)
    gap = gap_of(plan, later)
    assert gap.given == {cast["GD"].pk: EURO(120_000)}
    assert gap_of(plan, cast.at).given == {}
    assert last_entry().facts["to_share"] == "60000.00"


@pytest.mark.parametrize("key", ["equal", "benefit", "capped"])
def test_what_misses_is_not_told_when_it_would_tell_what_another_gives(
    cast: Cast, key: str
) -> None:
    """A partner that gives can subtract its own amount: with one other giver that is the rest."""
    shares = []
    for other in (5_000, 9_000):
        with transaction.atomic():
            plan = pilot_plan(cast)
            firm(cast, plan, "BN", 10_000, cast.at)
            firm(cast, plan, "EZ", other, cast.at)
            gap = gap_of(plan, cast.at)
            assert (gap.missing, gap.to_share) == (EURO(50_000 - other), EURO(60_000))
            found = open_round(cast, plan, key=key)
            shares.append([each.share for each in found.offers.all()])
            transaction.set_rollback(True)
    assert shares[0] == shares[1]


def test_what_misses_is_shared_once_it_tells_of_nobody(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    for letters in ("EZ", "BN", "CH", "FV"):
        firm(cast, plan, letters, 10_000, cast.at)
    gap = gap_of(plan, cast.at)
    assert gap.to_share == gap.missing == EURO(140_000)


def test_cash_is_asked_when_only_cash_misses(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    firm(cast, plan, "GD", 180_000, cast.at, form="hours")
    assert open_round(cast, plan).to_share == EURO(90_000)


def test_what_is_arranged_is_offered_once_and_not_again(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    firm(cast, plan, "GD", 180_000, cast.at)
    firm(cast, plan, "ZD", 10, cast.at)
    first = open_round(cast, plan)
    assert (first.to_share, first.unshared) == (0, 0)
    assert {each.share for each in first.offers.all()} == {0}
    with pytest.raises(Refused, match=r"arranged|geregeld|rond"):
        open_round(cast, plan, first.closes_at + DAY)


def test_a_round_by_gains(cast: Cast) -> None:
    found = open_round(cast, pilot_plan(cast), key="benefit")
    shares = {each.organisation.name: each.share for each in found.offers.all()}
    assert [shares[cast[letters].name] for letters in ("GD", "ZD", "EZ", "BN", "FV")] == [
        *(Decimal(24_000), Decimal(18_000), Decimal(12_000), Decimal(6_000), Decimal(0)),
    ]
    mine = offer_to(cast, found, "BN")
    assert found.case is not None
    assert mine.benefit == Decimal("29344.70")  # 10.000 at 2,25 % in t = 0, 1 and 2
    assert mine.payback_year == found.case.base_year
    assert offer_to(cast, found, "FV").payback_year is None


def test_too_few_that_gain_would_tell_on_each_other(cast: Cast) -> None:
    plan = pilot_plan(cast, GD=10, ZD=10, EZ=10)
    for key in ("benefit", "capped"):
        with pytest.raises(Refused, match=r"vier|four"):
            open_round(cast, plan, key=key)


def test_never_more_than_it_gains_leaves_something_over(cast: Cast) -> None:
    found = open_round(cast, pilot_plan(cast, total=600_000), key="capped")
    gains = sum(each.benefit for each in found.offers.all())
    assert found.unshared == EURO(600_000) - gains > 0
    assert all(each.share == each.benefit for each in found.offers.all())


def test_only_what_was_agreed(cast: Cast) -> None:
    wishes = {cast["BN"].pk: Wish(fixed=EURO(5_000)), cast["ZD"].pk: Wish(minimum=EURO(100))}
    found = open_round(cast, key="free", wishes=wishes)
    asked = {each.organisation: each.share for each in found.offers.all() if each.share}
    assert asked == {cast["BN"]: EURO(5_000), cast["ZD"]: EURO(100)}
    assert found.unshared == EURO(174_900)


def test_no_round_for_a_prototype_or_what_is_over(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    plan.phase.__class__.objects.filter(pk=plan.phase_id).update(
        status="dropped", dropped_at=cast.at
    )
    with pytest.raises(Refused):
        open_round(cast, plan)


def test_who_joins_while_it_is_open_gets_an_offer_without_a_share(cast: Cast) -> None:
    found = open_round(cast)
    later = cast.at + DAY
    assert actions.offer_to_joined(at=later) == 0
    partners.start_partnership(cast["WK"], joined_on=later.date(), actor=cast.manager, at=later)
    assert actions.offer_to_joined(at=later) == 1
    mine = offer_to(cast, found, "WK")
    assert (mine.share, mine.benefit) == (None, None)
    assert "Fenna Visser" in names(told("stepin_offered"))
    assert actions.offer_to_joined(at=later) == 0
    assert actions.offer_to_joined(at=found.closes_at + DAY) == 0


# -- answering -----------------------------------------------------------------------------------


def test_yes_with_an_offer_in_the_same_act(cast: Cast) -> None:
    found = open_round(cast)
    given = answer(cast, found, "BN", "yes", words=" Graag  gedaan ", form="hours", text="80 uur")
    pledge = Pledge.objects.get()
    assert given.pledge == pledge
    assert (pledge.organisation, pledge.status, pledge.text) == (cast["BN"], "offered", "80 uur")
    assert (given.words, given.is_on_behalf, given.is_late) == ("Graag gedaan", False, False)
    entry = last_entry()
    assert (entry.verb, entry.facts["answer"]) == ("answer_round", "yes")
    assert "Graag" not in str(entry.facts)


def test_yes_names_a_pledge_that_stands(cast: Cast) -> None:
    found = open_round(cast)
    mine = firm(cast, found.plan, "BN", 500, cast.at)
    assert answer(cast, found, "BN", "yes", pledge=mine).pledge == mine
    theirs = offer(cast, found.plan, "ZD", 500, cast.at)
    gone = offer(cast, found.plan, "EZ", 500, cast.at)
    actions.withdraw_pledge(gone, reason="Toch niet.", actor=None, at=cast.at)
    elsewhere = offer(cast, make_plan(cast, cast.at), "BN", 500, cast.at)
    for letters, pledge in (("BN", theirs), ("EZ", gone), ("BN", elsewhere)):
        with pytest.raises(Refused):
            answer(cast, found, letters, "yes", pledge=pledge)


def test_no_and_later_bring_nothing_and_the_last_answer_counts(cast: Cast) -> None:
    found = open_round(cast)
    answer(cast, found, "BN", "later", words="Na de zomer")
    answer(cast, found, "BN", "no", cast.at + DAY)
    said = StepInAnswer.objects.counting(cast.at + DAY).get()
    assert (said.answer, said.ordinal) == ("no", 2)
    assert StepInAnswer.objects.counting(cast.at).get().answer == "later"
    assert not Pledge.objects.exists()
    with pytest.raises(Refused):
        answer(cast, found, "BN", "no", pledge=offer(cast, found.plan, "BN", 5, cast.at))
    with pytest.raises(Refused):
        answer(cast, found, "BN", "misschien")


def test_a_late_answer_counts_and_is_marked(cast: Cast) -> None:
    found = open_round(cast)
    late = answer(cast, found, "BN", "yes", found.closes_at)
    assert late.is_late
    assert list(StepInAnswer.objects.in_time()) == []
    on_time = answer(cast, found, "ZD", "no", found.closes_at - timedelta(seconds=1))
    assert list(StepInAnswer.objects.in_time()) == [on_time]


def test_no_answer_once_the_phase_is_over(cast: Cast) -> None:
    found = open_round(cast)
    firm(cast, found.plan, "GD", 180_000, cast.at)
    firm(cast, found.plan, "ZD", 10, cast.at)
    begin(found.plan.phase, cast.at)
    answer(cast, found, "BN", "later")
    found.plan.phase.__class__.objects.filter(pk=found.plan.phase_id).update(
        status="ended", ended_on=cast.at.date(), ended_at=cast.at
    )
    with pytest.raises(Refused):
        answer(cast, found, "BN", "no")


def test_what_a_colleague_answered_meanwhile_is_said(cast: Cast) -> None:
    found = open_round(cast)
    answer(cast, found, "BN", "later", seen=0)
    with pytest.raises(Refused, match="later"):
        answer(cast, found, "BN", "yes", seen=0, actor=cast.seat)
    assert not Pledge.objects.exists()
    answer(cast, found, "BN", "yes", seen=1, actor=cast.seat)


def test_on_behalf_the_partner_is_asked_whether_it_is_right(cast: Cast) -> None:
    found = open_round(cast)
    given = answer(cast, found, "BN", "later", actor=cast.manager)
    assert given.is_on_behalf
    asked = Letter.objects.filter(template="partners/mail/recorded_in_name.txt")
    assert {each.name for each in asked} == {"Dirk van Dam", "Samira Bakker", "Pim de Groot"}
    assert all("Vroeg erbij" in each.text for each in asked)
    answer(cast, found, "ZD", "yes", actor=cast.manager)
    assert Pledge.objects.get().is_on_behalf
    assert asked.filter(name="Zetel ZD").count() == 1  # one letter, about the offer


def test_who_left_answers_no_more(cast: Cast) -> None:
    found = open_round(cast)
    partnership = cast["BN"].partnerships.get()
    partners.end_partnership(partnership, left_on=cast.at.date(), actor=None, at=cast.at)
    with pytest.raises(Refused, match="partner"):
        answer(cast, found, "BN", "later")


def test_a_wrong_offer_leaves_no_answer(cast: Cast) -> None:
    found = open_round(cast)
    with pytest.raises(Refused):
        answer(cast, found, "BN", "yes", amount=EURO(0))
    assert not StepInAnswer.objects.exists()


# -- closing -------------------------------------------------------------------------------------


def test_closed_before_its_deadline(cast: Cast) -> None:
    found = open_round(cast)
    actions.close_round(found, actor=cast.manager, at=cast.at + DAY)
    assert last_entry().verb == "close_round"
    assert answer(cast, found, "BN", "later", cast.at + 2 * DAY).is_late
    with pytest.raises(Refused):
        actions.close_round(found, actor=cast.manager, at=cast.at + 2 * DAY)
    open_round(cast, found.plan, cast.at + 2 * DAY)


def test_after_the_deadline_there_is_nothing_to_close(cast: Cast) -> None:
    found = open_round(cast)
    with pytest.raises(Refused):
        actions.close_round(found, actor=cast.manager, at=found.closes_at)


# -- questions -----------------------------------------------------------------------------------


def test_which_rounds_were_open_at_a_moment(cast: Cast) -> None:
    found = open_round(cast)
    rounds = StepInRound.objects
    assert list(rounds.open_at(cast.at)) == [found]
    assert not rounds.open_at(cast.at - timedelta(seconds=1)).exists()
    assert not rounds.open_at(found.closes_at).exists()
    actions.close_round(found, actor=None, at=cast.at + DAY)
    assert list(rounds.open_at(cast.at)) == [found]
    assert not rounds.open_at(cast.at + DAY).exists()


def test_who_was_asked_and_has_not_answered(cast: Cast) -> None:
    found = open_round(cast)
    offers = StepInOffer.objects
    mine = [cast["BN"].pk, cast["FV"].pk]
    assert offers.waiting_for(mine, cast.at).count() == 2
    answer(cast, found, "BN", "later", cast.at + DAY)
    assert offers.waiting_for(mine, cast.at).count() == 2
    assert [each.organisation for each in offers.waiting_for(mine, cast.at + DAY)] == [cast["FV"]]
    assert offers.silent(cast.at + DAY).count() == PARTNERS - 1
    assert offers.answered("later", cast.at + DAY).get().organisation == cast["BN"]
    assert not offers.waiting_for(mine, found.closes_at).exists()
    counted = StepInRound.objects.with_counts(cast.at + DAY).get()
    assert (counted.asked, counted.answered) == (PARTNERS, 1)
    assert StepInRound.objects.with_counts(cast.at).get().answered == 0
