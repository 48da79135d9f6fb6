"""A business case leaves as a spreadsheet, is changed at a desk, and comes back after a look."""

from __future__ import annotations

import dataclasses
import io
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from projects.models import BusinessCase
from tests.cast import build_cast
from tests.projects import building
from tests.projects.cases import whole_case
from tests.projects.keeping import kept

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    return build_cast(BEGIN)


def looks_good(visitor: Visitor) -> None:
    visitor.is_accessible()
    visitor.page.set_viewport_size({"width": 320, "height": 800})
    visitor.fits(320)
    visitor.page.set_viewport_size({"width": 1280, "height": 900})


def choose(visitor: Visitor, content: bytes) -> None:
    file: Any = {"name": "case.xlsx", "mimeType": "", "buffer": content}
    visitor.page.locator("input[type=file]").set_input_files(file)
    visitor.press("Bekijk het bestand")


def typed(content: bytes, changes: dict[str, Any]) -> bytes:
    """After somebody typed in the sheet of the lines."""
    book, stream = load_workbook(io.BytesIO(content)), io.BytesIO()
    for cell, value in changes.items():
        book["Regels"][cell].value = value
    book.save(stream)
    return stream.getvalue()


def test_out_changed_and_back(lab: Cast, visit: Callable[..., Visitor]) -> None:
    project = building.opened(lab)
    first = kept(project)
    case = kept(project, 2, dataclasses.replace(whole_case(), lines=whole_case().lines[:-1]))
    office = visit()
    office.log_in(lab.manager.email)
    office.goto(reverse("projects:case-import", args=[case.pk]))
    looks_good(office)
    with office.page.expect_download() as waiting:
        office.follow("Bewaar als XLSX")
    content = waiting.value.path().read_bytes()
    choose(office, typed(content, {"Q5": "veel", "B6": "winst"}))
    office.sees("2 cellen kloppen niet")
    office.sees("“winst” is geen van deze: kosten, baten, verrekening")
    looks_good(office)
    choose(office, typed(content, {"Q5": 60000, "J5": "jaarrekening", "E8": "Vergoeding"}))
    office.sees("Deze wijzigingen overnemen?")
    office.sees("was begroting, wordt jaarrekening")
    looks_good(office)
    office.press("Neem de wijzigingen over")
    office.sees("De versie zegt nu wat het rekenblad zegt.")
    said = BusinessCase.objects.get(pk=case.pk).as_case()
    assert said.lines[0].effect.quantities[1] == 60000
    office.goto(reverse("projects:case-compare", args=[first.pk]))
    office.sees("Versies naast elkaar")
    office.sees("jaarrekening")
    looks_good(office)
