"""The story year as one archive file: everything of it once, nothing of another year."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from events.models import Minutes
from programme.models import Decision
from schuldenlab.demo.story.archive import LEAFLET_FILE
from schuldenlab.documents.models import Document, Openness, WooRequest
from schuldenlab.portal.archive.outside import documents_outside
from tests.portal.archive.bags import Opened, made

from .conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
NOW = datetime(2026, 9, 23, 18, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_every_record_of_the_year_is_in_its_file_once() -> None:
    bag = Opened(made(TODAY.year, NOW)[0])
    assert bag.faults() == []
    numbers = [row["Nummer"] for row in bag.index()]
    assert len(numbers) == len(set(numbers))
    decisions = Decision.objects.filter(taken_at__year=TODAY.year)
    documents = Document.objects.filter(at__year=TODAY.year)
    minutes = Minutes.objects.filter(meeting__held_on__year=TODAY.year)
    for kind, rows in (("decision", decisions), ("document", documents), ("minutes", minutes)):
        found = {number for number in numbers if number.startswith(f"{kind}-")}
        assert found == {f"{kind}-{row.pk}" for row in rows}
    assert all(row["Dag"].startswith(str(TODAY.year)) for row in bag.index())


def test_some_records_are_judged_and_one_request_waits() -> None:
    states = set(Openness.objects.values_list("state", flat=True))
    assert {"open", "partly"} <= states
    request = WooRequest.objects.get()
    assert request.is_waiting
    assert request.items.filter(taken_off_at=None).exists()


def test_one_document_of_a_public_project_is_for_everybody() -> None:
    names = list(documents_outside(NOW).values_list("name", flat=True))
    assert LEAFLET_FILE in names
