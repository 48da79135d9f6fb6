"""A visitor finds the open data, reads what is in a file, takes it along and opens it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from partners.actions import show_in_public
from partners.models import Organisation
from tests.cast import build_cast

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab with two partners that show themselves; one has a name for a formula."""
    cast = build_cast(BEGIN)
    for letters in ("BN", "FV"):
        show_in_public(cast[letters], actor=cast.manager, at=BEGIN)
    Organisation.objects.filter(pk=cast["FV"].pk).update(description="=1+1; zegt men")
    return cast


def test_a_visitor_takes_the_partners_along(
    lab: Cast, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    anyone = visit(width=1280)
    anyone.goto("/openbaar/")
    anyone.follow("Open data")
    anyone.sees("Vrij voor iedereen, zonder te vragen")
    anyone.page.get_by_text("De 6 kolommen van Partners").click()
    anyone.sees("Eerste dag als partner")
    anyone.sees("woningcorporatie")
    anyone.is_accessible()
    with anyone.page.expect_download() as coming:
        anyone.follow("partners.csv")
    assert coming.value.suggested_filename == "schuldenlab070-partners.csv"
    kept = tmp_path / "partners.csv"
    coming.value.save_as(kept)
    with kept.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    said = [(each["name"], each["sector"], each["description"]) for each in rows]
    assert said == [
        ("Bank Noordzee", "bank", ""),
        ("Fonds Vlietland", "fonds", "'=1+1; zegt men"),
    ]
    anyone.page.set_viewport_size({"width": 320, "height": 800})
    anyone.goto("/openbaar/data/")
    anyone.fits(320)
