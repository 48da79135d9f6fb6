"""A firm pledge that was written down wrong: who corrects it, and what stays of the wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.base import ContentFile

from funding import actions
from funding.actions.schedules import parts_of
from funding.arranging import covers_of
from funding.models import Instalment, Pledge
from funding.spreading import Part
from partners.models import Mandate
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.funding.money import PAPER
from tests.funding.records import DAY, EURO, begin, firm, make_plan, offer
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
WRONG, RIGHT = 5_200, 2_500


def scan() -> ContentFile:
    return ContentFile(PAPER, name="brief.pdf")


def wrong(cast: Cast, **facts: Any) -> Pledge:
    """The fund promised € 2.500, and € 5.200 was written down."""
    return firm(cast, make_plan(cast, cast.at), "FV", WRONG, cast.at, **facts)


def corrected(cast: Cast, pledge: Pledge, **facts: Any) -> Pledge:
    given = {"reason": "Cijfers verwisseld.", "actor": cast.other_director, "at": cast.at + DAY}
    return actions.correct_pledge(pledge, **{"amount": EURO(RIGHT), **given, **facts})


def test_the_right_one_takes_its_place(cast: Cast) -> None:
    pledge = wrong(cast, text="Voor de bellers")
    right = corrected(cast, pledge)
    pledge.refresh_from_db()
    assert (pledge.status, pledge.amount) == ("withdrawn", EURO(WRONG))
    assert pledge.withdrawn_because == "Cijfers verwisseld."
    assert pledge.course_change is None
    assert (right.status, right.amount, right.text) == ("firm", EURO(RIGHT), "Voor de bellers")
    assert (right.replaces, right.made_firm_by) == (pledge, cast.other_director)
    assert parts_of(right) == [Part(cast.at.year, EURO(RIGHT))]
    entry = Entry.objects.get(verb="correct_pledge")
    assert entry.facts == {"of": pledge.pk, "before": f"{WRONG}.00", "after": f"{RIGHT}.00"}


def test_a_past_day_answers_as_it_did(cast: Cast) -> None:
    pledge = wrong(cast)
    corrected(cast, pledge)
    key = pledge.plan_id
    assert covers_of([key], cast.at)[key].cash == EURO(WRONG)
    assert covers_of([key], cast.at + DAY)[key].cash == EURO(RIGHT)
    rows = Instalment.objects.of(Pledge.objects.counted_at(cast.at)).held_at(cast.at)
    assert [int(each.amount) for each in rows] == [WRONG]


def test_a_condition_that_was_met_stays_met(cast: Cast) -> None:
    pledge = wrong(cast, condition="Als de raad instemt")
    actions.meet_condition(pledge, actor=cast.staff, at=cast.at)
    right = corrected(cast, pledge)
    assert not right.waits_for_condition
    again = corrected(cast, right, amount=EURO(RIGHT), condition="Als er geld is")
    assert again.waits_for_condition


def test_several_years_are_said_again(cast: Cast) -> None:
    parts = [Part(cast.at.year, EURO(5_000)), Part(cast.at.year + 1, EURO(200))]
    pledge = wrong(cast, parts=parts)
    with pytest.raises(Refused, match="which year"):
        corrected(cast, pledge)
    right = corrected(cast, pledge, parts=[Part(cast.at.year + 1, EURO(RIGHT))])
    assert parts_of(right) == [Part(cast.at.year + 1, EURO(RIGHT))]


def test_the_kernteam_corrects_with_the_signed_paper(cast: Cast) -> None:
    pledge = wrong(cast)
    with pytest.raises(Refused, match="may not sign"):
        corrected(cast, pledge, actor=cast.staff)
    right = corrected(cast, pledge, actor=cast.staff, paper=scan())
    assert right.paper is not None
    assert right.is_on_behalf
    letter = Letter.objects.get(
        template="partners/mail/recorded_in_name.txt", person=cast.other_director
    )
    assert "2.500" in letter.text
    assert "Cijfers verwisseld." in letter.text


def test_the_kernteam_hears_what_a_partner_corrects(cast: Cast) -> None:
    corrected(cast, wrong(cast))
    letters = Letter.objects.filter(template="funding/mail/pledge_corrected.txt")
    assert {each.name for each in letters} == {cast.manager.name, cast.staff.name}
    assert all("5.200" in each.text and "2.500" in each.text for each in letters)
    assert not Letter.objects.filter(template="partners/mail/recorded_in_name.txt").exists()


@pytest.mark.parametrize("who", ["contact", "director", "manager", "former", "outsider", None])
def test_nobody_else_corrects_it(cast: Cast, who: str | None) -> None:
    pledge = wrong(cast)
    with pytest.raises(Refused):
        corrected(cast, pledge, actor=None if who is None else getattr(cast, who))
    pledge.refresh_from_db()
    assert pledge.status == "firm"
    assert Pledge.objects.count() == 1


@pytest.mark.parametrize(("limit", "may"), [(None, True), (9_000, True), (8_999, False)])
def test_a_mandate_goes_so_far(cast: Cast, limit: int | None, *, may: bool) -> None:
    pledge = wrong(cast)
    Mandate.objects.filter(person=cast.other_director).update(pledge_limit=limit)
    try:
        corrected(cast, pledge, amount=EURO(9_000))
    except Refused:
        assert not may
    else:
        assert may


def test_only_what_is_firm_with_a_reason(cast: Cast) -> None:
    pledge = wrong(cast)
    with pytest.raises(Refused, match="what was wrong"):
        corrected(cast, pledge, reason=" ")
    other = offer(cast, make_plan(cast, cast.at), "FV", 9, cast.at)
    with pytest.raises(Refused, match="Only a firm"):
        corrected(cast, other)
    corrected(cast, pledge)
    with pytest.raises(Refused, match="Only a firm"):
        corrected(cast, pledge)


def test_what_arrived_is_struck_first(cast: Cast) -> None:
    pledge = wrong(cast)
    part = {"amount": EURO(100), "arrived_on": cast.at.date(), "actor": cast.staff, "at": cast.at}
    delivery = actions.record_delivery(pledge, **part)
    with pytest.raises(Refused, match="strike"):
        corrected(cast, pledge)
    actions.strike_delivery(delivery, reason="Hoort erbij.", actor=cast.staff, at=cast.at)
    assert corrected(cast, pledge).status == "firm"


@pytest.mark.parametrize(
    "facts",
    [
        {"amount": EURO(WRONG - 1)},
        {"form": "knowledge", "text": "Advies", "amount": EURO(WRONG)},
        {"amount": EURO(WRONG), "condition": "Als de raad instemt"},
    ],
)
def test_a_phase_that_runs_on_it_gets_no_less(cast: Cast, facts: dict[str, Any]) -> None:
    plan = make_plan(cast, cast.at, total=6_000, cash=0)
    firm(cast, plan, "GD", 800, cast.at)
    pledge = firm(cast, plan, "FV", WRONG, cast.at)
    begin(plan.phase, cast.at)
    with pytest.raises(Refused, match="Withdraw it"):
        corrected(cast, pledge, **facts)
    assert corrected(cast, pledge, amount=EURO(WRONG + 1)).status == "firm"


@pytest.mark.django_db(transaction=True)
def test_two_correct_it_at_once_and_one_of_them_did(cast: Cast) -> None:
    pledge = wrong(cast)

    def again(amount: int) -> Callable[[], Pledge]:
        return lambda: corrected(cast, Pledge.objects.get(pk=pledge.pk), amount=EURO(amount))

    answers = at_once([again(RIGHT), again(2_600), again(2_700)])
    done = [each for each in answers if isinstance(each, Pledge)]
    assert len(done) == 1
    assert all(isinstance(each, Refused) for each in answers if each not in done)
    assert Pledge.objects.filter(status="firm").get() == done[0]
