"""The figures of an annual account: what is named, what adds up, and what changed since."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import translation

from events.models import MeetingSeries
from funding.budget import together
from funding.yearly import lines_at
from partners import actions as partners
from partners.models import Organisation
from schuldenlab.portal.account import FIGURES, Question, figures_of
from schuldenlab.portal.account.difference import OF_PARTNERS, changes_since
from schuldenlab.portal.account.edition import broken_accounts, edition_of
from schuldenlab.portal.account.figure import Figure, Row, counted, plain
from schuldenlab.portal.account.naming import grouped
from schuldenlab.portal.account.page import funds_of
from schuldenlab.portal.account.sums import may_be_said
from schuldenlab.portal.account.texts import cited_in, in_plain, paragraphs, unknown
from schuldenlab.portal.account.words import BESIDE, ON_TOP, TITLES, text_of, with_unit
from tests.funding.budgets import adopt_budget, to_budget
from tests.house.growth import grow
from tests.portal.accounts import frozen
from tests.programme.pages import counted as cost_of

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.house.world import World

DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("english")


def figures(cast: Cast, *, knows_all: bool = False) -> dict[str, Figure]:
    return figures_of(Question(cast.at.year, cast.at, knows_all))


def shown(cast: Cast, *letters: str) -> None:
    for each in letters:
        partners.show_in_public(cast[each], actor=None, at=cast.at)


# -- rows and their sums -------------------------------------------------------------------------


def test_every_figure_has_a_name_and_stands_beside_a_text_once() -> None:
    assert set(TITLES) == set(FIGURES)
    beside = [code for codes in BESIDE.values() for code in codes]
    assert sorted(beside) == sorted(FIGURES)
    assert set(ON_TOP) <= set(FIGURES)


@pytest.mark.parametrize("code", sorted(FIGURES))
def test_the_rows_add_up_in_a_full_world(shelves_now: World, code: str) -> None:
    at = shelves_now.cast.at
    for year in (at.year, at.year - 1):
        for knows_all in (False, True):
            figure = FIGURES[code](Question(year, at, knows_all))
            assert figure.adds_up, figure
            assert Figure.of(figure.facts()) == figure
            assert with_unit(figure)


def test_who_is_not_public_stands_in_one_row(cast: Cast) -> None:
    shown(cast, "BN", "CH")
    figure = figures(cast)["partners"]
    assert [row.title for row in figure.rows] == [cast["BN"].name, cast["CH"].name, ""]
    total = len(Organisation.objects.partners(cast.at.date()))
    assert (figure.value, figure.rows[-1].amount) == (total, total - 2)


def test_groups_keep_their_notes_apart() -> None:
    rows = [(Row("a:1", "A", note="x"), False), (Row("a:2", "B", note="y"), False)]
    assert len(grouped(rows)) == 1
    assert [row.note for row in grouped(rows, note=True)] == ["x", "y"]


def test_amounts_as_text() -> None:
    for typed, expected in (("1.50", "1.5"), ("20.00", "20"), ("1000", "1000"), ("0", "0")):
        assert plain(Decimal(typed)) == expected


def test_a_figure_that_does_not_add_up_is_seen() -> None:
    figure = counted("partners", "partner", [Row("a:1", "A")])
    assert figure.adds_up
    assert not Figure("partners", "partner", figure.rows, Decimal(2)).adds_up
    assert not Figure("partners", "partner", figure.rows, None).adds_up


# -- what a text cites ---------------------------------------------------------------------------


def test_a_text_cites_figures_and_nothing_else() -> None:
    known = {"partners": counted("partners", "partner", [Row("a:1", "A"), Row("a:2", "B")])}
    text = "Wij zijn met {partners}.\n\n{wat} blijft <b>staan</b>."
    assert in_plain(text, known) == ["Wij zijn met 2.", "{wat} blijft <b>staan</b>."]
    assert unknown(text, known) == ["wat"]
    assert cited_in(text) == ["partners", "wat"]
    assert unknown("{}{partners.__class__}{0}", known) == ["", "partners.__class__", "0"]
    piece = paragraphs(text, known, {"partners": "/x/"})[0][1]
    assert (piece.text, piece.code, piece.url) == ("2", "partners", "/x/")


def test_a_figure_that_is_not_shown_is_said_so() -> None:
    assert in_plain("Samen {in_kind}.", {"in_kind": Figure("in_kind", "euro")}) == [
        "Samen (not shown)."
    ]


# -- what changed since --------------------------------------------------------------------------


def test_nothing_changed(cast: Cast) -> None:
    edition = edition_of(frozen(cast), cast.at)
    assert changes_since(edition, cast.at) == []


def test_who_gets_a_name_is_no_difference(cast: Cast) -> None:
    edition = edition_of(frozen(cast), cast.at)
    shown(cast, "BN", "CH")
    assert figures(cast)["partners"] != edition.figures["partners"]
    assert changes_since(edition, cast.at) == []


def test_only_the_new_fact_is_told_beside_new_names(cast: Cast) -> None:
    """Two get a name and one leaves: the rows tell who left, and nothing else is new."""
    shown(cast, "BN")
    edition = edition_of(frozen(cast), cast.at)
    shown(cast, "CH", "EZ")
    later = cast.at + 2 * DAY
    gone = cast["VH"].partnerships.get()
    partners.end_partnership(gone, left_on=later.date(), actor=None, at=later)
    found = {each.code: each for each in changes_since(edition, later)}
    rows = [(each.kind, each.row.title) for each in found["partners"].rows]
    assert rows == [("changed", "")]
    (group,) = found["partners"].rows
    assert (group.was.count, group.now.count) == (4, 3)
    assert [(each.kind, each.is_late) for each in found["partners_left"].rows] == [("came", False)]


def test_one_fact_is_the_whole_difference(cast: Cast) -> None:
    """Somebody signs: that figure has one more row, and the Kompas that counts it."""
    shown(cast, "BN")
    edition = edition_of(frozen(cast), cast.at)
    facts = {"signatory": "D. van Dam", "function": "Directeur"}
    signed_on = cast.at.date() - DAY
    later = cast.at + DAY
    partners.register_signature(
        cast.framework, organisation=cast["BN"], signed_on=signed_on, **facts, actor=None, at=later
    )
    found = changes_since(edition, later)
    assert [each.code for each in found] == ["signatures"]
    change = found[0]
    assert (change.was.value, change.now.value) == (0, 1)
    assert [(row.kind, row.is_late, row.row.title) for row in change.rows] == [
        ("came", True, cast["BN"].name)
    ]


def test_a_partner_that_leaves_goes_from_the_rows(cast: Cast) -> None:
    shown(cast, "BN")
    edition = edition_of(frozen(cast), cast.at)
    later = cast.at + 2 * DAY
    partners.end_partnership(
        cast["BN"].partnerships.get(), left_on=later.date(), actor=None, at=later
    )
    found = {each.code: each for each in changes_since(edition, later)}
    assert {"partners", "partners_left"} <= set(found)
    gone = [row.row.title for row in found["partners"].rows if row.kind == "went"]
    came = [(row.row.title, row.is_late) for row in found["partners_left"].rows]
    assert (gone, came) == ([cast["BN"].name], [(cast["BN"].name, False)])


# -- money ---------------------------------------------------------------------------------------


def test_amounts_of_partners_are_in_no_row(cast: Cast) -> None:
    adopt_budget(cast, cast.at - DAY)
    for letters, amount in (("BN", 71_113), ("CH", 62_227), ("EZ", 53_331)):
        to_budget(cast, letters, "innovation", amount, cast.at)
    found = figures(cast)
    assert not found["money_firm"].is_shown, "each of three would know the sum of two others"
    to_budget(cast, "ZD", "innovation", 44_441, cast.at)
    to_budget(cast, "VH", "innovation", 35_551, cast.at)
    found = figures(cast)
    assert found["money_firm"].value == 71_113 + 62_227 + 53_331 + 44_441 + 35_551
    text = str([each.facts() for each in found.values()])
    assert not [each for each in ("71113", "62227", "53331", "44441", "35551") if each in text]


def test_a_sum_is_not_said_again_until_enough_have_moved(cast: Cast) -> None:
    adopt_budget(cast, cast.at - DAY)
    for letters in ("BN", "CH", "EZ", "ZD"):
        to_budget(cast, letters, "innovation", 1_000, cast.at)
    account = frozen(cast)
    assert edition_of(account, cast.at).figures["money_firm"].is_shown
    later = cast.at + DAY
    to_budget(cast, "VH", "innovation", 777, later)
    now = figures_of(Question(cast.at.year, later))
    assert not now["money_firm"].is_shown, "the difference is what one partner gives"
    assert figures_of(Question(cast.at.year, later, knows_all=True))["money_firm"].value == 4_777
    to_budget(cast, "FV", "innovation", 888, later)
    now = figures_of(Question(cast.at.year, later))
    assert not now["money_firm"].is_shown, "each of the two would know what the other gives"
    to_budget(cast, "BN", "innovation", 999, later)
    assert figures_of(Question(cast.at.year, later))["money_firm"].value == 6_664


def test_sums_of_partners_are_not_compared_for_everybody(cast: Cast) -> None:
    adopt_budget(cast, cast.at - DAY)
    for letters in ("BN", "CH", "EZ", "ZD"):
        to_budget(cast, letters, "innovation", 1_000, cast.at)
    edition = edition_of(frozen(cast), cast.at)
    later = cast.at + DAY
    to_budget(cast, "VH", "innovation", 777, later)
    everybody = changes_since(edition, later)
    assert not {each.code for each in everybody} & OF_PARTNERS
    kernteam = {each.code: each for each in changes_since(edition, later, knows_all=True)}
    assert kernteam["money_firm"].now.value == 4_777
    assert kernteam["money_firm"].rows == ()


def test_it_is_arranged_only_when_each_category_is(cast: Cast) -> None:
    """A category that gets too much fills no other."""
    adopt_budget(cast, cast.at - DAY)
    asked = Question(cast.at.year, cast.at, knows_all=True)
    needed = FIGURES["money_needed"](asked)
    innovation = next(row.amount for row in needed.rows if row.key == "category:innovation")
    to_budget(cast, "BN", "innovation", int(innovation) + 999_000, cast.at)
    found = figures(cast, knows_all=True)
    assert found["money_firm"].value > needed.value
    assert [row.key for row in found["money_arranged"].rows if row.amount] == [
        key.key for key in needed.rows if key.key == "category:innovation" or not key.amount
    ]
    for known in (found, figures(cast)):
        shape = funds_of(known)
        assert {each["is_arranged"] for each in shape} == {True, False}
    lines = together(lines_at([cast.at.year], cast.at).values())
    shape = funds_of(found)
    assert sum(each["missing"] for each in shape) == lines.gap
    assert all(each["certain"] + each["missing"] == each["needed"] for each in shape)


def test_what_was_measured_is_written_as_readers_write_it() -> None:
    row = Row("indicator:1", "Bespaard", note="measured", text="euro", measure=Decimal("21850.00"))
    again = Row.of(row.facts())
    assert (again.measure, again.text) == (21850, "euro")
    assert text_of(again).endswith("21,850 euro")
    with translation.override("nl"):
        assert text_of(again).endswith("21.850 euro")


def test_which_sums_may_be_said() -> None:
    four = {(n,): n for n in range(4)}
    assert may_be_said([four], [set(range(4))], [])
    assert not may_be_said([{(1,): 1, (2,): 2}], [{1, 2, 3, 4}], []), "two know each other"
    assert not may_be_said([{**four, (9,): 9}], [{0, 1, 2, 3, 9}], [four]), "the difference is one"
    assert may_be_said([{**four, (8,): 8, (9,): 9, (7,): 7}], [set(range(10))], [four])
    assert may_be_said([{}], [set()], [four]), "what is open needs no hiding"


def test_many_that_are_alike_are_quick() -> None:
    crowd = {(n,): n for n in range(5_000)}
    half = {key: owner for key, owner in crowd.items() if owner % 2}
    assert may_be_said([crowd, half], [set(crowd.values()), set(half.values())], [crowd])


# -- what it costs, and whether it stands --------------------------------------------------------


QUERIES = 65


@pytest.fixture
def year(today: Cast, shelves_fixed: World) -> World:
    """Everything that figures are about, on a day that stands still."""
    MeetingSeries.objects.create(
        framework=today.framework, duty="leaders", title="L", audience="leaders", per_year=9
    )
    return shelves_fixed


def test_the_figures_cost_as_many_queries_at_any_size(year: World) -> None:
    at = year.cast.at
    with cost_of() as small:
        figures_of(Question(at.year, at))
    grow(year)
    with cost_of() as large:
        figures_of(Question(at.year, at))
    assert large.queries == small.queries == QUERIES


def test_a_frozen_edition_costs_nothing_more(cast: Cast) -> None:
    account = frozen(cast)
    with cost_of() as cost:
        edition_of(account, cast.at)
    assert cost.queries == 0


def test_what_was_published_is_intact(cast: Cast) -> None:
    frozen(cast)
    assert list(broken_accounts()) == []
