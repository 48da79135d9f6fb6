"""What a project costs and brings: the arithmetic, and the file that it reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy_financial
import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.businesscase import (
    Effect,
    Flow,
    Kind,
    Level,
    Spread,
    as_document,
    discounted,
    evaluate,
    evaluate_case,
    exactly,
    read_percent,
    read_plain,
)
from projects.businesscase.workbook import ENGLISH, as_ods, as_xlsx, book_of
from schuldenlab.command_files import Malformed
from tests.projects.cases import whole_case

ROOT = Path(__file__).parents[2]
RATE = Fraction(225, 10_000)
CENT = Decimal("0.01")
AMOUNTS = st.lists(
    st.decimals(min_value=-(10**7), max_value=10**7, places=2), min_size=1, max_size=8
)
PARTIES = ["Gemeente", "Zorgverzekeraar", "Inwoners", "Rijk"]
RATES = st.fractions(Fraction(-1, 2), Fraction(1, 2), max_denominator=10_000)


@st.composite
def flows_of(draw: st.DrawFn) -> Flow:
    """A cost, a benefit or a transfer of one of four parties."""
    kind = draw(st.sampled_from(list(Kind)))
    party = draw(st.sampled_from(PARTIES))
    others = [name for name in PARTIES if name != party]
    receiver = draw(st.sampled_from(others)) if kind == Kind.TRANSFER else ""
    return Flow(party, kind, draw(AMOUNTS), "zorg", receiver)


FLOWS = st.lists(flows_of(), max_size=12)


def cents(value: Fraction | float) -> Decimal:
    """Rounded to cents."""
    number = Decimal(value) if isinstance(value, float) else Decimal(exactly(value))
    return number.quantize(CENT)


def flow(party: str, kind: Kind, *amounts: str, to: str = "") -> Flow:
    return Flow(party, kind, [Decimal(each) for each in amounts], receiver=to)


CASE = [
    flow("Gemeente", Kind.COST, "1000", "200", "200"),
    flow("Gemeente", Kind.BENEFIT, "0", "500", "500"),
    flow("Zorgverzekeraar", Kind.BENEFIT, "0", "400", "600"),
    flow("Zorgverzekeraar", Kind.TRANSFER, "0", "100", to="Gemeente"),
]


# -- by hand -------------------------------------------------------------------------------------


def test_a_case_counted_by_hand() -> None:
    """At 25 % a year 100 of t = 1 is 80 now, and 100 of t = 2 is 64."""
    result = evaluate(CASE, Fraction(1, 4), parties=["Inwoners"])
    assert list(result.parties) == ["Inwoners", "Gemeente", "Zorgverzekeraar"]
    host, care = result.parties["Gemeente"], result.parties["Zorgverzekeraar"]
    assert (host.pv_costs, host.pv_benefits, host.transfers) == (1288, 720, 80)
    assert (care.pv_costs, care.pv_benefits, care.transfers) == (0, 704, -80)
    assert (host.balance, care.balance) == (-488, 624)
    assert (result.pv_costs, result.pv_benefits, result.npv) == (1288, 1424, 136)
    assert result.ratio == Fraction(1424, 1288)
    assert (host.share_costs, care.share_costs) == (1, 0)
    assert care.share_benefits == Fraction(704, 1424)
    assert result.payback == 2
    nobody = result.parties["Inwoners"]
    assert (nobody.pv_costs, nobody.pv_benefits, nobody.balance) == (0, 0, 0)


@pytest.mark.parametrize(
    ("amounts", "payback"),
    [
        (("-100", "60", "60"), 2),
        (("-100", "100", "0"), 1),
        (("-100", "150", "-100", "60"), 3),  # it sinks below 0 again, so the first time is no end
        (("0", "0"), 0),
        (("-100", "50"), None),
        (("100", "-200", "50"), None),
    ],
)
def test_when_it_has_paid_itself_back(amounts: tuple[str, ...], payback: int | None) -> None:
    assert evaluate([flow("a", Kind.BENEFIT, *amounts)], Fraction(0)).payback == payback


def test_nothing_divided_by_nothing_is_nothing() -> None:
    result = evaluate([flow("a", Kind.BENEFIT, "10")], RATE)
    assert result.ratio is None
    assert result.parties["a"].share_costs is None
    empty = evaluate([], RATE)
    assert (empty.parties, empty.npv, empty.payback) == ({}, 0, 0)


def test_a_transfer_has_two_parties() -> None:
    with pytest.raises(ValueError, match="transfer"):
        flow("a", Kind.TRANSFER, "1")
    with pytest.raises(ValueError, match="cost"):
        flow("a", Kind.COST, "1", to="b")
    with pytest.raises(ValueError, match="transfer"):
        flow("a", Kind.TRANSFER, "1", to="a")


def test_a_rate_that_leaves_nothing() -> None:
    with pytest.raises(ValueError, match="-1"):
        discounted([Fraction(1)], Fraction(-1))


# -- against others, and by its laws ---------------------------------------------------------------


@given(amounts=AMOUNTS, rate=st.floats(0, 0.2))
def test_numpy_financial_finds_the_same_cents(amounts: list[Decimal], rate: float) -> None:
    ours = sum(discounted([Fraction(each) for each in amounts], Fraction(rate)), Fraction(0))
    theirs = float(numpy_financial.npv(rate, [float(each) for each in amounts]))
    assert abs(cents(ours) - cents(theirs)) <= CENT  # floats lose what lies beyond half a cent


@given(flows=FLOWS, rate=RATES)
def test_the_balances_are_the_total(flows: list[Flow], rate: Fraction) -> None:
    result = evaluate(flows, rate)
    assert sum(each.balance for each in result.parties.values()) == result.npv
    assert sum(each.transfers for each in result.parties.values()) == 0


@given(flows=FLOWS)
def test_at_rate_0_it_is_a_plain_sum(flows: list[Flow]) -> None:
    result = evaluate(flows, Fraction(0))
    for kind, found in ((Kind.COST, result.pv_costs), (Kind.BENEFIT, result.pv_benefits)):
        sums = [Fraction(sum(each.amounts)) for each in flows if each.kind == kind]
        assert found == sum(sums)


@given(flows=FLOWS, rate=RATES)
def test_a_transfer_changes_no_total(flows: list[Flow], rate: Fraction) -> None:
    result = evaluate(flows, rate)
    bare = evaluate([each for each in flows if each.kind != Kind.TRANSFER], rate)
    assert (result.npv, result.ratio, result.payback) == (bare.npv, bare.ratio, bare.payback)


@given(flows=FLOWS, rate=RATES)
def test_a_year_later_is_divided_by_one_and_the_rate(flows: list[Flow], rate: Fraction) -> None:
    later = [
        Flow(each.party, each.kind, [Decimal(0), *each.amounts], receiver=each.receiver)
        for each in flows
    ]
    now, then = evaluate(flows, rate), evaluate(later, rate)
    assert then.npv == now.npv / (1 + rate)
    for name, party in now.parties.items():
        assert then.parties[name].balance == party.balance / (1 + rate)


@given(flows=st.lists(flows_of(), min_size=1, max_size=12), rate=RATES, kind=st.sampled_from(Kind))
def test_a_line_of_nothing_changes_nothing(flows: list[Flow], rate: Fraction, kind: Kind) -> None:
    first = flows[0].party
    receiver = next(name for name in PARTIES if name != first) if kind == Kind.TRANSFER else ""
    nothing = Flow(first, kind, [Decimal(0)] * 3, receiver=receiver)
    before, after = evaluate(flows, rate), evaluate([*flows, nothing], rate)
    assert (after.npv, after.ratio, after.payback) == (before.npv, before.ratio, before.payback)
    for name, party in before.parties.items():
        assert after.parties[name] == party


@given(flows=FLOWS, rate=RATES)
def test_payback_by_looking_at_every_year(flows: list[Flow], rate: Fraction) -> None:
    years = max((len(each.amounts) for each in flows), default=1)
    total = [Fraction(0)] * years
    for each in flows:
        sign = {Kind.COST: -1, Kind.BENEFIT: 1, Kind.TRANSFER: 0}[each.kind]
        for t, amount in enumerate(each.amounts):
            total[t] += sign * Fraction(amount) / (1 + rate) ** t
    reached = list(accumulate(total))
    stays = [t for t in range(years) if all(each >= 0 for each in reached[t:])]
    assert evaluate(flows, rate).payback == (stays[0] if stays else None)


@given(flows=st.permutations(CASE))
def test_the_order_of_lines_does_not_matter(flows: list[Flow]) -> None:
    result, usual = evaluate(flows, RATE), evaluate(CASE, RATE)
    assert dict(result.parties) == dict(usual.parties)
    assert (result.npv, result.payback) == (usual.npv, usual.payback)


# -- effects ---------------------------------------------------------------------------------------


def test_what_an_effect_is_worth() -> None:
    """200 households, 15 % fewer evictions of € 9.000, a fifth would not have happened anyway."""
    effect = Effect(
        quantities=(Decimal(0), Decimal(200), Decimal("212.5")),
        effect=Decimal("0.15"),
        price=Decimal(9000),
        deadweight=Decimal("0.2"),
        spread=Spread(low=Decimal("0.5"), high=Decimal("1.25")),
    )
    assert effect.amounts() == (0, 216_000, 229_500)
    assert effect.amounts(Level.LOW) == (0, 108_000, 114_750)
    assert effect.amounts(Level.HIGH) == (0, 270_000, 286_875)
    assert effect.changed(effect=Decimal(2)).amounts()[1] == 432_000
    assert effect.changed(deadweight=Decimal("0.3")).amounts()[1] == 135_000
    assert effect.changed(deadweight=Decimal(1)).amounts()[1] == 0


@given(
    numbers=st.tuples(
        *[st.decimals(min_value=0, max_value=10**9, places=6)] * 3,
        st.decimals(min_value=0, max_value=1, places=6),
    )
)
def test_effects_are_exact(numbers: tuple[Decimal, Decimal, Decimal, Decimal]) -> None:
    quantity, effect, price, lost = numbers
    found = Effect((quantity,), effect, price, lost).amounts()[0]
    exact = Fraction(quantity) * Fraction(effect) * Fraction(price) * (1 - Fraction(lost))
    assert Fraction(found) == exact


# -- telling and reading ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0.0000000000"),
        (Fraction(25, 2), "12.5000000000"),
        (Fraction(-1, 4), "-0.2500000000"),
        (Fraction(10**40), f"1{'0' * 40}.0000000000"),
        (Fraction(2, 3), f"0.{'6' * 59}7"),
        (Fraction(1, 10**12), "0.000000000001"),
    ],
)
def test_decimals_as_other_programs_read_them(value: Fraction, text: str) -> None:
    assert exactly(value) == text


TABLE = """party;kind;category;t0;t1
Gemeente;cost;uitvoering;1.000,50;200
Zorg;Benefit;zorgkosten;;€ 1 250.75

Zorg > Gemeente;transfer;;0;-12.5
"""


def test_a_table_as_people_save_it() -> None:
    expected = [
        Flow("Gemeente", Kind.COST, [Decimal("1000.50"), Decimal(200)], "uitvoering"),
        Flow("Zorg", Kind.BENEFIT, [Decimal(0), Decimal("1250.75")], "zorgkosten"),
        Flow("Zorg", Kind.TRANSFER, [Decimal(0), Decimal("-12.5")], "", "Gemeente"),
    ]
    assert read_plain(TABLE.encode("utf-8-sig")) == expected
    assert read_plain(TABLE.replace("\n", "\r\n").encode("cp1252")) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("1234", "1234"), ("1234,5", "1234.5"), ("1234.5", "1234.5"), ("-0,25", "-0.25")],
        *[("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("1.234.567", "1234567")],
        *[("1 234 567,89", "1234567.89"), ("+7", "7"), (".5", "0.5"), ("5,", "5")],
        ("40.000", "40.000"),  # one point stands before decimals
        ("\N{MINUS SIGN}3", "-3"),
    ],
)
def test_numbers_as_people_type_them(text: str, value: str) -> None:
    read = read_plain(f"party;kind;category;t0\na;cost;c;{text}".encode())
    assert read[0].amounts == [Decimal(value)]


HEAD = "party;kind;category;t0;t1\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "empty"),
        (" \n\n", "empty"),
        ("a;b\n", "line 1"),
        ("party;kind;category\n", "line 1"),
        ("party;kind;category;t0;t2\n", "column 5"),
        ("party;kind;category;t1\n", "column 4"),
        (f"{HEAD}a;profit;c;1;2", "line 2 kind: 'profit'"),
        (f"{HEAD}a;cost;c;1;2\n;cost;c;1;2", "line 3 party"),
        (f"{HEAD}a;transfer;c;1;2", "line 2 party"),
        (f"{HEAD}a>b>c;transfer;c;1;2", "line 2 party"),
        (f"{HEAD}a>a;transfer;c;1;2", "line 2 party"),
        (f"{HEAD}a;cost;c;1;2;3", "line 2: 6 cells"),
        (f"{HEAD}a;cost;c;1;1e5", "line 2 t1: '1e5'"),
        (f"{HEAD}a;cost;c;NaN;1", "line 2 t0"),
        (f"{HEAD}a;cost;c;1.2.3;1", "line 2 t0"),
        (f"{HEAD}a;cost;c;١٢;1", "line 2 t0"),
        (f"{HEAD}a;cost;c;{'9' * 31};1", "line 2 t0"),
        (f'{HEAD}a;cost;"c;1;1', "line 2"),
        (f"{HEAD}a\0;cost;c;1;1", "no text"),
        ("party;kind;category;" + ";".join(f"t{t}" for t in range(102)), "101 years"),
    ],
)
def test_a_table_that_cannot_be_counted(text: str, where: str) -> None:
    with pytest.raises(Malformed, match=where):
        read_plain(text.encode())


def test_rates_as_people_type_them() -> None:
    assert read_percent("2.25") == read_percent("2,25 %") == RATE
    assert read_percent("0") == 0
    for text in ("", "a", "-100", "1e3", "nan"):
        with pytest.raises(Malformed, match="rate"):
            read_percent(text)


# -- the command -----------------------------------------------------------------------------------


def command(*words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """As an operator calls it, with a database that does not exist."""
    return subprocess.run(
        [sys.executable, "manage.py", "evaluate_businesscase", *words],
        cwd=ROOT,
        input=data,
        capture_output=True,
        env={**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"},
        timeout=60,
        check=False,
    )


def test_the_command_needs_no_database(tmp_path: Path) -> None:
    file = tmp_path / "case.csv"
    file.write_text("party;kind;category;t0;t1\na;cost;c;80\nb;benefit;c;;125\n")
    done = command(str(file), "--rate", "25", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    document: dict[str, Any] = json.loads(done.stdout)
    assert document == as_document(
        evaluate([flow("a", Kind.COST, "80"), flow("b", Kind.BENEFIT, "0", "125")], Fraction(1, 4))
    )
    assert document["npv"] == "20.0000000000"
    assert document["parties"]["a"]["share_benefits"] == "0.0000000000"
    usual = json.loads(command("-", "--json", data=file.read_bytes()).stdout)
    assert usual["pv_benefits"].startswith("122.24938875")


def test_the_command_counts_a_spreadsheet_whatever_its_name(tmp_path: Path) -> None:
    case = whole_case()
    file = tmp_path / "case.csv"
    file.write_bytes(as_xlsx(book_of(case, ENGLISH)))
    own = json.loads(command(str(file), "--json").stdout)
    assert own == as_document(evaluate_case(case))
    content = as_ods(book_of(case, ENGLISH))
    given = json.loads(command("-", "--rate", "4", "--json", data=content).stdout)
    assert given == as_document(evaluate_case(case, rate=Fraction(4, 100)))


def test_the_command_says_where_a_file_is_wrong() -> None:
    done = command("-", "--json", data=b"party;kind;category;t0\na;cost;c;much\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().strip() == "-: line 2 t0: 'much' is no number"
    gone = command("nowhere.csv", "--json")
    assert gone.returncode == 2
    assert gone.stderr.count(b"\n") == 1
