"""For which years a pledge is: how it is spread, spread again, and to which year parts belong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding import actions
from funding.actions.schedules import parts_of
from funding.models import Instalment, Pledge
from funding.spreading import CENT, Part, by_year, evenly, still_due, total_of, year_with_room
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.funding.records import DAY, EURO, firm, make_plan, offer, signer
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast

AMOUNTS = st.decimals("0.01", "9999999.99", places=2)
YEARS = st.lists(st.integers(2020, 2040), min_size=1, max_size=8, unique=True).map(sorted)
PARTS = st.lists(
    st.builds(
        Part,
        year=st.integers(2024, 2027),
        amount=AMOUNTS,
        due_on=st.none() | st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    ),
    min_size=1,
    max_size=8,
)
BUDGET = "events"


# -- arithmetic ----------------------------------------------------------------------------------


@given(total=AMOUNTS, years=YEARS)
def test_evenly_is_the_whole_to_the_cent(total: Decimal, years: list[int]) -> None:
    parts = evenly(total, years)
    assert total_of(parts) == total
    assert [each.year for each in parts] == years
    assert all(each.amount == each.amount.quantize(CENT) for each in parts)
    assert parts[-1].amount - parts[0].amount < CENT * len(years)


@given(parts=PARTS, share=st.integers(0, 100))
def test_what_arrived_and_what_is_due_are_the_whole(parts: list[Part], share: int) -> None:
    arrived = {year: (sum_ * share / 100).quantize(CENT) for year, sum_ in by_year(parts).items()}
    due = still_due(parts, arrived)
    assert total_of(each.part for each in due) == total_of(parts)
    for year, paid in arrived.items():
        mine = [each for each in due if each.part.year == year]
        assert sum(each.arrived for each in mine) == paid
        assert all(0 <= each.arrived <= each.part.amount for each in mine)
        assert [each.part.due_on or date.max for each in mine] == sorted(
            each.part.due_on or date.max for each in mine
        )
        for earlier, later in pairwise(mine):
            assert not earlier.open or not later.arrived, "the first due is paid first"


@given(parts=PARTS, amount=AMOUNTS)
def test_a_year_with_room_has_room(parts: list[Part], amount: Decimal) -> None:
    year, agreed = year_with_room(parts, {}, amount), by_year(parts)
    if year is None:
        assert all(each < amount for each in agreed.values())
    else:
        assert agreed[year] >= amount
        assert all(agreed[each] < amount for each in agreed if each < year)


# -- an offer to the budget ----------------------------------------------------------------------

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def to_budget(cast: Cast, amount: int | None = 900, letters: str = "BN", **facts: Any) -> Pledge:
    given: dict[str, Any] = {"form": "cash", "actor": signer(cast, letters), "at": cast.at, **facts}
    given["amount"] = None if amount is None else EURO(amount)
    return actions.offer_to_budget(BUDGET, organisation=cast[letters], **given)


def firm_budget(cast: Cast, amount: int | None = 900, **facts: Any) -> Pledge:
    pledge = to_budget(cast, amount, **facts)
    return actions.make_pledge_firm(pledge, actor=signer(cast, "BN"), at=cast.at)


def years(cast: Cast, *amounts: int) -> list[Part]:
    """So much for this year, the next one, and so on."""
    return [Part(cast.at.year + number, EURO(each)) for number, each in enumerate(amounts)]


def test_an_offer_to_the_budget_for_years(cast: Cast) -> None:
    spread = years(cast, 400, 500)
    pledge = to_budget(cast, parts=spread)
    assert (pledge.plan, pledge.category, pledge.status) == (None, BUDGET, "offered")
    assert parts_of(pledge) == spread
    assert parts_of(to_budget(cast, 100)) == years(cast, 100), "this year, when nobody says"
    assert Entry.objects.filter(verb="offer_pledge").count() == 2
    assert Letter.objects.filter(template="funding/mail/pledge_offered.txt").exists()


def test_something_without_value_has_no_parts(cast: Cast) -> None:
    pledge = to_budget(cast, None, form="knowledge", text="Een training")
    assert not pledge.schedules.exists()
    with pytest.raises(Refused, match="Nobody valued"):
        actions.reschedule(
            pledge, parts=years(cast, 1), reason="Anders.", actor=cast.director, at=cast.at
        )


@pytest.mark.parametrize("amounts", [(400, 499), (400, 501), (900, 0), (1000, -100)])
def test_parts_are_together_the_pledge(cast: Cast, amounts: tuple[int, ...]) -> None:
    with pytest.raises(Refused):
        to_budget(cast, parts=years(cast, *amounts))
    assert not Pledge.objects.exists(), "nothing stays behind"


@pytest.mark.parametrize(
    "part", [Part(1999, EURO(900)), Part(2101, EURO(900)), Part(2026, EURO("900.001"))]
)
def test_parts_are_whole_cents_of_years_that_exist(cast: Cast, part: Part) -> None:
    with pytest.raises(Refused):
        to_budget(cast, parts=[part])


def test_the_kernteam_records_it_and_the_partner_is_asked(cast: Cast) -> None:
    pledge = to_budget(cast, actor=cast.staff)
    assert pledge.is_on_behalf
    letter = Letter.objects.filter(template="partners/mail/recorded_in_name.txt").first()
    assert letter is not None
    assert "900" in letter.text


def test_the_same_offer_twice_in_a_row_is_one(cast: Cast) -> None:
    to_budget(cast)
    with pytest.raises(Refused, match="a moment ago"):
        to_budget(cast)


# -- spread again --------------------------------------------------------------------------------


def spread_again(cast: Cast, pledge: Pledge, parts: list[Part], **facts: Any) -> Any:
    given = {"reason": "De raad schuift het op.", "actor": cast.director, "at": cast.at, **facts}
    return actions.reschedule(pledge, parts=parts, **given)


def held(pledge: Pledge, at: Any) -> list[tuple[int, int]]:
    rows = Instalment.objects.of([pledge.pk]).held_at(at)
    return [(row.year, int(row.amount)) for row in rows]


def test_another_spreading_leaves_the_past_as_it_was(cast: Cast) -> None:
    pledge, year = firm_budget(cast), cast.at.year
    spread_again(cast, pledge, years(cast, 300, 600), at=cast.at + DAY)
    assert held(pledge, cast.at) == [(year, 900)]
    assert held(pledge, cast.at + DAY) == [(year, 300), (year + 1, 600)]
    assert held(pledge, cast.at - DAY) == []
    entry = Entry.objects.get(verb="reschedule")
    assert entry.facts["years"] == {str(year): "300", str(year + 1): "600"}
    assert not Letter.objects.filter(template="partners/mail/recorded_in_name.txt").exists()


def test_what_the_kernteam_spreads_the_partner_is_asked_about(cast: Cast) -> None:
    pledge = firm_budget(cast)
    spread_again(cast, pledge, years(cast, 300, 600), actor=cast.staff)
    letters = Letter.objects.filter(template="partners/mail/recorded_in_name.txt")
    assert letters.exists()
    assert all("De raad schuift het op." in each.text for each in letters)


def test_the_same_parts_in_another_order_are_no_change(cast: Cast) -> None:
    pledge = firm_budget(cast, parts=years(cast, 400, 500))
    with pytest.raises(Refused, match="already"):
        spread_again(cast, pledge, list(reversed(years(cast, 400, 500))))


@pytest.mark.parametrize("reason", ["", "   "])
def test_another_spreading_has_a_reason_and_parts(cast: Cast, reason: str) -> None:
    pledge = firm_budget(cast)
    with pytest.raises(Refused, match="why"):
        spread_again(cast, pledge, years(cast, 300, 600), reason=reason)
    with pytest.raises(Refused, match="at least one"):
        spread_again(cast, pledge, [])
    with pytest.raises(Refused, match="together"):
        spread_again(cast, pledge, years(cast, 300, 601))


def test_what_is_withdrawn_is_not_spread(cast: Cast) -> None:
    pledge = firm_budget(cast)
    actions.withdraw_pledge(pledge, reason="Toch niet.", actor=cast.director, at=cast.at)
    with pytest.raises(Refused, match="withdrawn"):
        spread_again(cast, pledge, years(cast, 300, 600))


def test_a_year_keeps_what_arrived_for_it(cast: Cast) -> None:
    pledge = firm_budget(cast)
    arrives(cast, pledge, 301)
    with pytest.raises(Refused, match="arrived already"):
        spread_again(cast, pledge, years(cast, 300, 600))
    spread_again(cast, pledge, years(cast, 301, 599))


@pytest.mark.django_db(transaction=True)
def test_two_spread_it_at_once_and_both_are_on_record(cast: Cast) -> None:
    pledge = firm_budget(cast)

    def again(*amounts: int) -> Any:
        return lambda: spread_again(
            cast, Pledge.objects.get(pk=pledge.pk), years(cast, *amounts), actor=None
        )

    answers = at_once([again(300, 600), again(200, 700), again(100, 800)])
    assert not [each for each in answers if isinstance(each, Exception)]
    assert [each.ordinal for each in pledge.schedules.all()] == [1, 2, 3, 4]
    assert total_of(parts_of(pledge)) == EURO(900)


# -- changed offers ------------------------------------------------------------------------------


def changed(cast: Cast, pledge: Pledge, **facts: Any) -> Pledge:
    return actions.change_offer(pledge, reason="Anders.", actor=cast.director, at=cast.at, **facts)


def test_a_changed_offer_keeps_its_years(cast: Cast) -> None:
    due = Part(cast.at.year + 1, EURO(900), cast.at.date())
    pledge = to_budget(cast, parts=[due])
    same = changed(cast, pledge, condition="Als de raad instemt")
    assert parts_of(same) == [due]
    less = changed(cast, same, amount=EURO(800))
    assert parts_of(less) == [Part(due.year, EURO(800), due.due_on)]


def test_several_parts_of_another_amount_are_said_again(cast: Cast) -> None:
    pledge = to_budget(cast, parts=years(cast, 400, 500))
    with pytest.raises(Refused, match="which year"):
        changed(cast, pledge, amount=EURO(800))
    pledge.refresh_from_db()
    assert pledge.status == "offered", "and nothing was withdrawn"
    said = changed(cast, pledge, amount=EURO(800), parts=years(cast, 400, 400))
    assert parts_of(said) == years(cast, 400, 400)


# -- to which year it belongs --------------------------------------------------------------------


def arrives(cast: Cast, pledge: Pledge, amount: int | None, **facts: Any) -> Any:
    given = {"arrived_on": cast.at.date(), "actor": cast.staff, "at": cast.at, **facts}
    return actions.record_delivery(pledge, amount=None if amount is None else EURO(amount), **given)


def test_it_belongs_to_the_first_year_with_room(cast: Cast) -> None:
    pledge, year = firm_budget(cast, parts=years(cast, 400, 500)), cast.at.year
    assert arrives(cast, pledge, 300).year == year
    assert arrives(cast, pledge, 200).year == year + 1
    assert arrives(cast, pledge, 100).year == year
    with pytest.raises(Refused, match="more than was pledged"):
        arrives(cast, pledge, 301)


def test_it_belongs_to_the_year_that_somebody_says(cast: Cast) -> None:
    pledge, year = firm_budget(cast, parts=years(cast, 400, 500)), cast.at.year
    assert arrives(cast, pledge, 100, year=year + 1).year == year + 1
    with pytest.raises(Refused, match="is open"):
        arrives(cast, pledge, 401, year=year + 1)
    with pytest.raises(Refused, match="is open"):
        arrives(cast, pledge, 1, year=year + 2)


def test_more_than_one_year_takes_is_recorded_year_by_year(cast: Cast) -> None:
    pledge = firm_budget(cast, parts=years(cast, 400, 500))
    with pytest.raises(Refused, match="year by year"):
        arrives(cast, pledge, 600)


def test_what_was_struck_makes_room_again(cast: Cast) -> None:
    pledge = firm_budget(cast, parts=years(cast, 400, 500))
    wrong = arrives(cast, pledge, 400)
    actions.strike_delivery(wrong, reason="Dubbel.", actor=cast.staff, at=cast.at)
    assert arrives(cast, pledge, 400).year == cast.at.year


def test_something_without_value_belongs_to_the_year_in_which_it_arrived(cast: Cast) -> None:
    pledge = firm_budget(cast, None, form="knowledge", text="Een training")
    before = cast.at.date().replace(year=cast.at.year - 1)
    assert arrives(cast, pledge, None, text="Les 1", arrived_on=before).year == before.year


def test_a_pledge_to_a_phase_may_be_spread_too(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    pledge = offer(cast, plan, "BN", 900, cast.at, parts=years(cast, 400, 500))
    assert parts_of(pledge) == years(cast, 400, 500)
    assert parts_of(firm(cast, plan, "ZD", 70, cast.at)) == years(cast, 70)
