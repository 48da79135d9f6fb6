"""Importing partners: everything or nothing, twice is once, and what is known stays."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import translation

from partners import actions
from partners.actions.imports.sheets import ImportReport, Outcome
from partners.models import Mandate, Organisation, Partnership, Person
from partners.resources import read_file, read_partners
from schuldenlab.audit.models import Entry
from schuldenlab.outbox.models import Letter
from tests.cast import FIXED, Cast

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parents[1] / "data"
REAL = str(DATA / "partners_schuldenlab070.csv")
MESSY = str(DATA / "partners_messy_cp1252.csv")
HEADER = "organisatie;sector;website;lid_sinds;kvk;contact_naam;contact_email;rol;mag_tekenen"
DAY = date(2019, 6, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def bring(*lines: str, file: str = "", **facts: Any) -> ImportReport:
    sheet = read_file(file) if file else read_partners("\n".join([HEADER, *lines]).encode())
    defaults = {"default_joined_on": None, "skip_invalid": False, "actor": None, "at": FIXED}
    return actions.import_partners(sheet, **{**defaults, **facts})


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return (report.created, report.updated, report.unchanged, report.people_created)


def found(report: ImportReport) -> list[tuple[int, str]]:
    return [(problem.line, problem.column) for problem in report.errors]


# -- the two files -------------------------------------------------------------------------------


def test_the_real_file_needs_a_date_for_three() -> None:
    report = bring(file=REAL)
    assert (report.saved, counts(report)) == (False, (0, 0, 0, 0))
    assert found(report) == [(16, "lid_sinds"), (17, "lid_sinds"), (18, "lid_sinds")]
    assert "one date for all" in report.errors[0].message
    assert report.undated == (16, 17, 18)
    assert not Organisation.objects.exists()


def test_the_real_file_makes_seventeen_partners() -> None:
    report = bring(file=REAL, default_joined_on=DAY)
    assert (report.saved, counts(report), report.errors) == (True, (17, 0, 0, 0), ())
    assert Organisation.objects.partners(FIXED.date()).count() == 17
    joined = dict(Partnership.objects.values_list("organisation__name", "joined_on"))
    assert joined["HTM"] == date(2016, 7, 7)
    assert joined["CAK"] == DAY


def test_a_second_time_changes_nothing() -> None:
    bring(file=REAL, default_joined_on=DAY)
    trail = Entry.objects.count()
    again = bring(file=REAL, default_joined_on=date(2020, 1, 1))
    assert (again.saved, counts(again)) == (True, (0, 0, 17, 0))
    assert bring(file=REAL).saved  # and now no date is needed any more
    assert Partnership.objects.get(organisation__name="CAK").joined_on == DAY
    assert Entry.objects.count() == trail


def test_the_messy_file_is_refused_as_a_whole() -> None:
    report = bring(file=MESSY, default_joined_on=DAY)
    assert (report.saved, counts(report)) == (False, (0, 0, 0, 0))
    assert {line for line, _column in found(report)} == {4, 5, 6, 7, 8, 9, 10}
    assert [each for each in found(report) if each[0] == 10] == [
        (10, "lid_sinds"),
        (10, "contact_email"),
    ]
    assert not Organisation.objects.exists()
    assert not Person.objects.get_queryset().exists()
    assert not Letter.objects.exists()


def test_the_good_rows_of_the_messy_file() -> None:
    report = bring(file=MESSY, skip_invalid=True)
    assert (report.saved, counts(report)) == (True, (1, 0, 0, 2))
    assert len(report.errors) == 10
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Bank Noordzee"]
    assert (3, "The same organisation as on line 2.") in [
        (notice.line, notice.message) for notice in report.notices
    ]
    mandates = Mandate.objects.values_list("person__email", "role", "may_sign", "from_on")
    assert set(mandates) == {
        ("a.devries@bank.example", "director", True, FIXED.date()),
        ("b.jansen@bank.example", "contact", False, FIXED.date()),
    }


@pytest.mark.parametrize("skip", [True, False])
def test_a_dry_run_counts_and_saves_nothing(skip: bool) -> None:
    dry = bring(file=MESSY, skip_invalid=skip, dry_run=True)
    assert not Organisation.objects.exists()
    real = bring(file=MESSY, skip_invalid=skip)
    assert dry.saved is False
    assert counts(dry) == counts(real)
    assert dry.errors == real.errors
    assert [each.outcome for each in dry.rows] == [Outcome.NEW, Outcome.NEW] + [Outcome.WRONG] * 7
    assert [each.brings for each in dry.good] == ["A. de Vries", "B. Jansen"]


# -- organisations -------------------------------------------------------------------------------


def test_the_same_name_in_other_case_and_spaces_is_the_same(cast: Cast) -> None:
    report = bring("BANK  noord ZEE;bank", "banknoordzee;bank")
    assert counts(report) == (0, 0, 1, 0)
    assert Organisation.objects.get(pk=cast["BN"].pk).name == "Bank Noordzee"


def test_accents_count_in_any_case() -> None:
    bring("Één Tegen Schuld;fonds;;2020-01-01")
    assert counts(bring("ÉÉN tegen schuld;fonds")) == (0, 0, 1, 0)


def test_what_is_new_is_added_and_what_is_empty_stays(cast: Cast) -> None:
    report = bring("Bank Noordzee;bank;https://bn.example;;12345678")
    assert counts(report) == (0, 1, 0, 0)
    assert report.rows[0].changes == ("website", "kvk")
    bring("Bank Noordzee;verzekeraar")
    bank = Organisation.objects.get(pk=cast["BN"].pk)
    assert (bank.website, bank.kvk_number) == ("https://bn.example", "12345678")
    assert bank.sector == "verzekeraar"
    changes = Entry.objects.filter(verb="change_organisation").order_by("id")
    assert [entry.facts for entry in changes] == [
        {"fields": ["kvk_number", "website"]},
        {"fields": ["sector"]},
    ]


def test_the_first_of_two_rows_counts_and_the_other_is_named() -> None:
    report = bring(
        "Fonds;fonds;https://a.example;2020-01-01",
        "fonds;bank;https://b.example;2020-02-01;12345678",
    )
    assert report.saved
    fund = Organisation.objects.get()
    assert (fund.sector, fund.website, fund.kvk_number) == (
        "fonds",
        "https://a.example",
        "12345678",
    )
    assert [notice.line for notice in report.notices] == [3, 3, 3, 3]
    assert "“https://b.example” differs" in report.notices[2].message


def test_a_date_in_another_row_of_the_organisation_is_enough() -> None:
    assert bring("Fonds;fonds", "fonds;fonds;;2020-01-01").saved
    assert Partnership.objects.get().joined_on == date(2020, 1, 1)


def test_the_default_date_may_not_lie_ahead() -> None:
    report = bring("Fonds;fonds", default_joined_on=FIXED.date() + timedelta(days=1))
    assert found(report) == [(2, "lid_sinds")]
    assert not report.saved


def test_an_earlier_date_is_taken_over_and_a_later_one_is_not(cast: Cast) -> None:
    known = cast["BN"].partnerships.get().joined_on
    before = FIXED - timedelta(days=1)
    report = bring("Bank Noordzee;bank;;1-6-2026")
    assert counts(report) == (0, 0, 1, 0)
    assert "later date is left out" in report.notices[0].message
    assert counts(bring("Bank Noordzee;bank;;1-1-2016")) == (0, 1, 0, 0)
    struck, right = cast["BN"].partnerships.order_by("id")
    assert (struck.joined_on, struck.struck_at, right.corrects) == (known, FIXED, struck)
    assert (right.joined_on, right.struck_at) == (date(2016, 1, 1), None)
    past = cast["BN"].partnerships.known(before.date(), before)
    assert [each.joined_on for each in past] == [known], "a past moment answers as it did"
    assert counts(bring("Bank Noordzee;bank;;1-1-2016")) == (0, 0, 1, 0)
    entry = Entry.objects.get(verb="date_partnership_earlier")
    assert entry.facts == {"from": known.isoformat(), "to": "2016-01-01"}


def test_who_left_comes_back_only_with_a_later_date(cast: Cast) -> None:
    left_on = cast["WK"].partnerships.get().left_on
    for line in ("Waterbedrijf Kust;water", "Waterbedrijf Kust;water;;2020-01-01"):
        report = bring(line, default_joined_on=DAY)
        assert counts(report) == (0, 0, 1, 0)
        assert "left on" in report.notices[0].message
    assert counts(bring(f"Waterbedrijf Kust;water;;{left_on}")) == (0, 1, 0, 0)
    assert cast["WK"].partnerships.count() == 2


def test_an_organisation_that_never_was_a_partner_becomes_one() -> None:
    actions.add_organisation(name="Extern", sector="overig", actor=None, at=FIXED)
    assert found(bring("Extern;overig")) == [(2, "lid_sinds")]
    assert counts(bring("Extern;overig", default_joined_on=DAY)) == (0, 1, 0, 0)


# -- people --------------------------------------------------------------------------------------


def test_people_are_invited_once(cast: Cast) -> None:
    line = "Fonds Vlietland;fonds;;;;Nina Nieuw;nina@fv.example;directeur;ja"
    assert counts(bring(line, actor=cast.manager)) == (0, 1, 0, 1)
    assert counts(bring(line.upper().replace("JA", "ja"))) == (0, 0, 1, 0)
    nina = Person.objects.get(email="nina@fv.example")
    assert nina.invited_at == FIXED
    assert not nina.has_usable_password()
    assert [letter.address for letter in Letter.objects.all()] == ["nina@fv.example"]
    assert list(Entry.objects.order_by("id").values_list("verb", "actor")) == [
        ("invite_person", cast.manager.pk),
        ("give_mandate", cast.manager.pk),
    ]


def test_somebody_we_know_gets_a_mandate_and_keeps_the_name(cast: Cast) -> None:
    report = bring("Bank Noordzee;bank;;;;Otto;ot.buiten@people.example;contact;nee")
    assert counts(report) == (0, 1, 0, 0)
    assert not Letter.objects.exists()
    assert cast.outsider.mandates.get().organisation == cast["BN"]
    assert Person.objects.get(pk=cast.outsider.pk).name == "Ot Buiten"


def test_one_address_for_two_organisations() -> None:
    report = bring(
        "A;bank;;2020-01-01;;Anna;a@a.example",
        "B;bank;;2020-01-01;;Anna;A@A.example",
        skip_invalid=True,
    )
    assert found(report) == [(3, "contact_email")]
    again = bring("B;bank;;2020-01-01;;Anna;a@a.example")
    assert found(again) == [(2, "contact_email")]


def test_a_mandate_that_differs_stays(cast: Cast) -> None:
    report = bring("Bank Noordzee;bank;;;;Pim;pim.de.groot@people.example;directeur;ja")
    assert counts(report) == (0, 0, 1, 0)
    assert "The mandate stays" in report.notices[0].message
    assert not cast.substitute.mandates.get().may_sign


def test_a_file_brings_nobody_back(cast: Cast) -> None:
    line = "Bank Noordzee;bank;;;;Pim;pim.de.groot@people.example;contact;nee"
    yesterday = FIXED.date() - timedelta(days=1)
    actions.end_mandate(cast.substitute.mandates.get(), until_on=yesterday, actor=None, at=FIXED)
    report = bring(line)
    assert "no longer works" in report.notices[0].message
    Person.objects.get_queryset().filter(pk=cast.substitute.pk).update(is_active=False)
    assert "is closed" in bring(line).notices[0].message
    assert cast.substitute.mandates.count() == 1


def test_two_rows_for_one_person() -> None:
    report = bring(
        "A;bank;;2020-01-01;;Anna;a@a.example;contact", "a;bank;;;;Anna;a@a.example;bestuurder"
    )
    assert counts(report) == (1, 0, 0, 1)
    assert Mandate.objects.get().role == "contact"
    assert "“a@a.example” differs" in report.notices[1].message


# -- cost ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_the_number_of_queries_does_not_grow(
    rows: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    lines = [f"Org {n};bank;;2020-01-01;;P {n};p{n}@a.example" for n in range(rows)]
    with django_assert_num_queries(18):
        assert counts(bring(*lines)) == (rows, 0, 0, rows)
    with django_assert_num_queries(8):
        assert counts(bring(*lines)) == (0, 0, rows, 0)
    with django_assert_num_queries(7):
        bring(*lines, dry_run=True)
