"""Several at once, on real connections; more of them by the environment: RACE_AT_ONCE."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from partners import actions
from partners.actions.imports.sheets import ImportReport
from partners.models import Mandate, Organisation, Partnership, Person
from partners.resources import read_file
from schuldenlab.outbox.actions import sending_oneself
from tests.cast import FIXED

MESSY = str(Path(__file__).parents[1] / "data" / "partners_messy_cp1252.csv")
AT_ONCE = int(os.environ.get("RACE_AT_ONCE", "5"))


@pytest.mark.django_db(transaction=True)
def test_the_same_file_imported_at_once_counts_once() -> None:
    sheet = read_file(MESSY)
    together = Barrier(AT_ONCE)

    def bring(_number: int) -> ImportReport:
        together.wait(timeout=10)
        try:
            with sending_oneself():
                return actions.import_partners(
                    sheet, default_joined_on=None, skip_invalid=True, actor=None, at=FIXED
                )
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        reports = list(pool.map(bring, range(AT_ONCE)))
    assert sorted(report.created for report in reports) == [0] * (AT_ONCE - 1) + [1]
    assert sorted(report.unchanged for report in reports) == [0] + [1] * (AT_ONCE - 1)
    assert Organisation.objects.count() == Partnership.objects.count() == 1
    assert Person.objects.get_queryset().count() == Mandate.objects.count() == 2
