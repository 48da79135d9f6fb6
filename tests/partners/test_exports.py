"""The register as a file: for who may see it, safe to open, and safe to bring back."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from partners import actions
from partners.models import (
    Involvement,
    Mandate,
    Organisation,
    Partnership,
    Person,
)
from partners.resources import read_partners
from schuldenlab.audit.models import Entry
from schuldenlab.outbox.models import Letter
from tests.cast import employ, person
from tests.programme.pages import cost_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

KINDS = ["csv", "xlsx", "ods"]
PRIVATE = ("people.example", "Carla Smit", "lid_tot", "Waterbedrijf Kust")


def export(client: Client, name: str, kind: str = "csv", **query: Any) -> Any:
    return client.get(reverse(f"partners:{name}-export", args=[kind]), query)


def table(answer: Any) -> list[dict[str, str]]:
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.fixture
def full(cast_now: Cast) -> Cast:
    """The register with one of everything: left and back, external, two hats, odd names."""
    cast, at = cast_now, cast_now.at
    day = at.date()
    known: dict[str, Any] = {"actor": None, "at": at}
    theme = actions.add_theme(name="Wonen", **known)
    actions.become_ambassador(cast["BN"], theme=theme, from_on=day, **known)
    Involvement.objects.create(
        organisation=cast["BN"],
        year=day.year,
        forms=["ambassador", "other"],
        other="een zaal",
        chosen_on=day,
        recorded_at=at,
    )
    back = Organisation.objects.create(name="Terug", sector="fonds", kvk_number="01234567")
    for joined, left in ((date(2015, 1, 1), date(2018, 1, 1)), (date(2019, 1, 1), None)):
        Partnership.objects.create(
            organisation=back, joined_on=joined, left_on=left, left_recorded_at=left and at
        )
    Partnership.objects.create(
        organisation=back, joined_on=date(2014, 1, 1), struck_at=at, struck_reason="Fout"
    )
    external = Organisation.objects.create(name="Extern Bureau", sector="overig")
    employ(person("Ella Extern", at), external, at, "contact")
    employ(cast.contact, back, at, "contact", may_sign=False)
    for name in ("=1+1", "+Plus", "@home", "-Min", "'Aanhaling'", 'De "Beste"; BV', "<script>"):
        odd = Organisation.objects.create(name=name, sector="overig")
        Partnership.objects.create(organisation=odd, joined_on=date(2020, 1, 1))
    return cast


# -- what stands in it ---------------------------------------------------------------------------


def test_the_directory_of_a_partner(full: Cast, enter: Callable[..., Client]) -> None:
    answer = export(enter(full.contact), "organisation")
    assert answer["Content-Disposition"].startswith('attachment; filename="partners-')
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == (
        "private, no-store",
        "nosniff",
    )
    assert answer.content.startswith(b"\xef\xbb\xbforganisatie;sector;website;lid_sinds;kvk;")
    rows = {row["organisatie"]: row for row in table(answer)}
    assert rows["Bank Noordzee"]["themas"] == "Wonen"
    assert rows["Bank Noordzee"]["betrokkenheid"].endswith(", een zaal")
    assert (rows["Terug"]["lid_sinds"], rows["Terug"]["kvk"]) == ("2019-01-01", "01234567")
    assert not {"Waterbedrijf Kust", "Extern Bureau"} & rows.keys()
    text = answer.content.decode()
    assert [word for word in PRIVATE if word in text] == []


def test_the_register_of_the_kernteam(full: Cast, enter: Callable[..., Client]) -> None:
    rows = {row["organisatie"]: row for row in table(export(enter(full.staff), "organisation"))}
    left = full["WK"].partnerships.get()
    assert rows["Waterbedrijf Kust"]["lid_tot"] == left.left_on.isoformat()
    assert rows["Terug"]["eerder_lid"] == "2015-01-01 – 2018-01-01"
    assert rows["Extern Bureau"]["lid_sinds"] == "geen"
    assert rows["'=1+1"]["sector"] == "overig"


def test_the_people(full: Cast, enter: Callable[..., Client]) -> None:
    yesterday = full.at.date() - timedelta(days=1)
    gone = full.substitute.mandates.get()
    Mandate.objects.filter(pk=gone.pk).update(until_on=yesterday, ended_at=full.at)
    Person.objects.get_queryset().filter(pk=full.seat.pk).update(is_active=False)
    rows = table(export(enter(full.staff), "person"))
    names = {row["contact_naam"] for row in rows}
    assert "Dirk van Dam" in names
    assert not {"Pim de Groot", "Samira Bakker", "Mieke Jansen"} & names
    twice = [row["organisatie"] for row in rows if row["contact_naam"] == "Carla Smit"]
    assert twice == ["Fonds Vlietland", "Terug"]
    director = next(row for row in rows if row["contact_naam"] == "Dirk van Dam")
    assert (director["rol"], director["mag_tekenen"]) == ("directeur", "ja")


def test_only_what_was_looked_for(full: Cast, enter: Callable[..., Client]) -> None:
    client = enter(full.contact)
    assert [row["organisatie"] for row in table(export(client, "organisation", q="Noordzee"))] == [
        "Bank Noordzee"
    ]
    assert {row["sector"] for row in table(export(client, "organisation", sector="bank"))} == {
        "bank"
    }
    answer = export(client, "organisation", sector="vis")
    assert answer["Location"] == reverse("partners:organisation-list") + "?sector=vis"


def test_dates_are_dates_and_text_is_text(full: Cast, enter: Callable[..., Client]) -> None:
    book = load_workbook(io.BytesIO(export(enter(full.staff), "organisation", "xlsx").content))
    cells = {row[0].value: row for row in book.active.iter_rows()}
    assert cells["=1+1"][0].data_type == "s"
    assert cells["Terug"][3].value.date() == date(2019, 1, 1)
    assert cells["Terug"][4].value == "01234567"


# -- who -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_who_gets_which_file(full: Cast, enter: Callable[..., Client], kind: str) -> None:
    insiders = {"contact", "director", "seat", "substitute", "staff", "manager"}
    for who in sorted({*insiders, "outsider", "former"}):
        client = enter(getattr(full, who))
        directory, people = export(client, "organisation", kind), export(client, "person", kind)
        assert directory.status_code == (200 if who in insiders else 403), who
        assert people.status_code == (200 if who in {"staff", "manager"} else 403), who


def test_nobody_without_a_login(client: Client, full: Cast) -> None:
    assert export(client, "organisation").status_code == 302
    assert export(client, "person").status_code == 302


def test_other_kinds_and_other_methods(full: Cast, enter: Callable[..., Client]) -> None:
    client = enter(full.staff)
    for name in ("organisation", "person"):
        assert export(client, name, "exe").status_code == 404
        assert client.post(reverse(f"partners:{name}-export", args=["csv"])).status_code == 405


def test_the_pages_link_to_the_files(full: Cast, enter: Callable[..., Client]) -> None:
    client = enter(full.staff)
    directory = client.get(reverse("partners:organisation-list"), {"sector": "bank"})
    assert reverse("partners:organisation-export", args=["ods"]) in directory.content.decode()
    assert "export/csv/?sector=bank" in directory.content.decode()
    people = client.get(reverse("partners:person-list")).content.decode()
    assert reverse("partners:person-export", args=["xlsx"]) in people


# -- and back ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["organisation", "person"])
def test_bringing_it_back_changes_nothing(
    full: Cast, enter: Callable[..., Client], kind: str, name: str
) -> None:
    content = export(enter(full.staff), name, kind).content
    before = [Entry.objects.count(), Letter.objects.count(), Mandate.objects.count()]
    sheet = read_partners(content)
    report = actions.import_partners(
        sheet, default_joined_on=None, skip_invalid=False, actor=None, at=full.at
    )
    assert report.errors == ()
    assert (report.saved, report.created, report.updated, report.people_created) == (
        True,
        0,
        0,
        0,
    )
    assert report.unchanged == len({row.name.lower() for row in sheet.rows}) > 2
    assert not [each for each in report.notices if each.line == 1], "every column is known"
    assert [Entry.objects.count(), Letter.objects.count(), Mandate.objects.count()] == before
    assert not Partnership.objects.filter(organisation__name="Extern Bureau").exists()


def test_an_external_organisation_comes_in_without_a_partnership(full: Cast) -> None:
    data = b"organisatie;sector;lid_sinds\nNieuw Extern;overig;geen\nnieuw extern;overig;2020-01-01"
    lines = data.split(b"\n")
    one = read_partners(b"\n".join(lines[:2]))
    facts: dict[str, Any] = {"default_joined_on": None, "skip_invalid": False, "actor": None}
    report = actions.import_partners(one, at=full.at, **facts)
    assert (report.created, report.undated, report.errors) == (1, (), ())
    assert not Partnership.objects.filter(organisation__name="Nieuw Extern").exists()
    report = actions.import_partners(read_partners(data), at=full.at, **facts)
    assert (report.updated, report.errors) == (1, ())


# -- cost ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    cast_now: Cast, enter: Callable[..., Client], count: int
) -> None:
    for number in range(count):
        organisation = Organisation.objects.create(name=f"Org {number}", sector="bank")
        Partnership.objects.create(organisation=organisation, joined_on=date(2020, 1, 1))
        employ(person(f"P {number}", cast_now.at), organisation, cast_now.at, "contact")
    client = enter(cast_now.staff)
    for kind in KINDS:
        url = reverse("partners:organisation-export", args=[kind])
        assert cost_of(client, url).queries == 8
        assert cost_of(client, reverse("partners:person-export", args=[kind])).queries == 6
