"""A long import: checked and saved within a minute.

A few hundred lines here; `IMPORT_LINES=10000` for the count that the lab was promised.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import pytest

from bench.imports import COLUMNS, line
from partners import actions
from partners.models import Mandate, Organisation
from partners.resources import look_into, read_partners
from partners.resources.tables import KINDS, Table
from tests.cast import FIXED

if TYPE_CHECKING:
    from tests.cast import Cast

LINES = int(os.environ.get("IMPORT_LINES", "300"))
MINUTE = 60
WHO: dict[str, Any] = {"actor": None, "at": FIXED}


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_file_takes_less_than_a_minute(cast: Cast, kind: str) -> None:
    before = Organisation.objects.count(), Mandate.objects.count()
    write, _content_type = KINDS[kind]
    content = write(Table("Partners", COLUMNS, [line(number) for number in range(LINES)]))
    begin = time.perf_counter()
    run = actions.begin_import(content, file_name=f"p.{kind}", lines=look_into(content), **WHO)
    actions.check_import(run, read=read_partners, **WHO)
    actions.confirm_import(run, default_joined_on=None, skip_invalid=False, **WHO)
    actions.save_import(run, read=read_partners, **WHO)
    assert time.perf_counter() - begin < MINUTE
    assert (run.status, run.done, run.total) == ("saved", LINES, LINES)
    after = Organisation.objects.count(), Mandate.objects.count()
    assert after == (before[0] + LINES, before[1] + LINES)
