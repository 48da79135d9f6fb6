"""The file of a year is written bit by bit: memory does not grow with the documents in it."""

from __future__ import annotations

import os
import tracemalloc
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from schuldenlab.documents.actions import keep_document
from schuldenlab.portal.archive.year import write_year

if TYPE_CHECKING:
    from tests.cast import Cast

# More on command: ARCHIVE_DOCUMENTS_MEASURED=2000 is what docs/archive.md tells of.
COUNT = int(os.environ.get("ARCHIVE_DOCUMENTS_MEASURED", "20"))
MEGABYTE = 1024 * 1024


def test_memory_stays_below_a_few_documents(cast: Cast) -> None:
    for number in range(COUNT):
        content = b"%PDF-1.7\n" + os.urandom(MEGABYTE)
        keep_document(content, name=f"stuk {number}.pdf", actor=cast.staff, at=cast.at)
    with TemporaryFile() as file:
        tracemalloc.start()
        made = write_year(file, cast.at.year, cast.at)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        size = file.tell()
    assert made.lost == ()
    assert size > COUNT * MEGABYTE
    assert most < 12 * MEGABYTE + COUNT * 6 * 1024
