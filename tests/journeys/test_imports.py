"""Bringing partners from files: what is wrong is named, mended, confirmed, and seen being saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from partners import tasks
from partners.models import ImportRun, Organisation, Person
from tests.cast import build_cast
from tests.partners.workbooks import MESSY, REAL, built

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEADER = "organisatie;sector;lid_sinds"


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    return build_cast(BEGIN)


def choose(visitor: Visitor, file: Path) -> None:
    visitor.goto("/partners/importeren/")
    visitor.page.locator("input[type=file]").set_input_files(file)
    visitor.press("Bekijk het bestand")


def looks_good(visitor: Visitor) -> None:
    visitor.is_accessible()
    visitor.page.set_viewport_size({"width": 320, "height": 800})
    visitor.fits(320)
    visitor.page.set_viewport_size({"width": 1280, "height": 900})


def test_the_real_file(lab: Cast, visit: Callable[..., Visitor]) -> None:
    office = visit(script=False)
    office.log_in(lab.staff.email)
    choose(office, REAL)
    office.sees("Wat brengt dit bestand?")
    office.page.locator("[name=default_joined_on]").fill("31-02-2020")
    office.press("Sla deze partners op")
    assert office.page.locator("[name=default_joined_on]").input_value() == "31-02-2020"
    office.page.locator("[name=default_joined_on]").fill("01-06-2019")
    office.press("Sla deze partners op")
    office.sees("De partners zijn opgeslagen")
    office.follow("Naar de partners")
    office.sees("Reclassering Nederland")
    with office.page.expect_download() as waiting:
        office.page.get_by_role("link", name="ODS").click()
    assert waiting.value.suggested_filename == f"partners-{BEGIN.date()}.ods"
    again = waiting.value.path()
    office.goto("/partners/importeren/")
    office.page.locator("input[type=file]").set_input_files(
        {"name": "weer.ods", "mimeType": "", "buffer": again.read_bytes()}
    )
    office.press("Bekijk het bestand")
    assert office.page.inner_text(".sl-figures").split("\n")[1] == "0"
    assert ImportRun.objects.latest("pk").report["unchanged"] == Organisation.objects.count()


@pytest.mark.parametrize("kind", ["csv", "ods"])
def test_wrong_lines_are_named_and_mended(
    lab: Cast, visit: Callable[..., Visitor], tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"rommel.{kind}"
    file.write_bytes(MESSY.read_bytes() if kind == "csv" else built(MESSY, kind))
    office = visit()
    office.log_in(lab.staff.email)
    office.goto("/partners/importeren/")
    looks_good(office)
    office.press("Bekijk het bestand")
    office.sees("Kies eerst een bestand.")
    looks_good(office)
    choose(office, file)
    for line in range(4, 11):
        office.sees(f"Regel {line}")
    office.sees("woningcorporatie")
    looks_good(office)
    assert not Person.objects.get_queryset().filter(email="a.devries@bank.example").exists()

    mended = tmp_path / "goed.csv"
    mended.write_text(f"{HEADER}\nBank Zuid;bank;2020-01-15\nCorporatie Nieuw;vis;2020-01-01")
    choose(office, mended)
    office.press("Sla alleen de goede regels op")
    office.sees("Deze regels zijn weggelaten")
    looks_good(office)
    assert Organisation.objects.filter(name="Bank Zuid").exists()
    assert not Organisation.objects.filter(name="Corporatie Nieuw").exists()


def test_a_long_file_is_seen_being_saved(
    lab: Cast, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    count = ImportRun.LONG * 2
    lines = [f"Org {number};bank;2020-01-01" for number in range(count)]
    file = tmp_path / "lang.csv"
    file.write_text("\n".join([HEADER, *lines]))
    office = visit()
    office.log_in(lab.staff.email)
    choose(office, file)
    office.sees("Wij lezen het bestand")
    looks_good(office)
    office.follow("Stop daarmee")
    looks_good(office)
    office.follow("Laat de pagina zelf opnieuw kijken")
    tasks.work_on_imports()
    office.page.get_by_role("heading", name="Wat brengt dit bestand?").wait_for()
    office.press("Sla deze partners op")
    office.sees("De partners worden opgeslagen")
    run = ImportRun.objects.latest("pk")
    ImportRun.objects.get_queryset().filter(pk=run.pk).update(done=600)  # as the worker notes it
    office.page.get_by_text(f"600 van {count} regels zijn klaar.").wait_for()
    looks_good(office)
    tasks.work_on_imports()
    office.page.get_by_role("heading", name="De partners zijn opgeslagen").wait_for()
    looks_good(office)
    office.goto("/partners/importeren/")
    office.sees("lang.csv")
    looks_good(office)


def test_a_file_is_thrown_away(lab: Cast, visit: Callable[..., Visitor], tmp_path: Path) -> None:
    picture = tmp_path / "partners.xlsx"
    picture.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
    office = visit(width=390)
    office.log_in(lab.staff.email)
    choose(office, picture)
    office.sees("geen CSV-, XLSX- of ODS-bestand")
    looks_good(office)
    choose(office, REAL)
    office.follow("Trek dit bestand in")
    looks_good(office)
    office.press("Trek het bestand in")
    office.sees("Ingetrokken")
    office.goto(ImportRun.objects.latest("pk").get_absolute_url())
    office.sees("Dit bestand is niet geïmporteerd")
    looks_good(office)
