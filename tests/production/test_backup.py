"""A backup of the installation goes into an empty database, and proves itself there."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import psycopg
import pytest

from trials.restoring import sorted_dump

if TYPE_CHECKING:
    from pathlib import Path

    from tests.production.conftest import Installation

pytestmark = pytest.mark.xdist_group("production")
MANAGE = ["python", "manage.py"]
PAPER = b"%PDF-1.7 een papier"
ROW = """
    INSERT INTO documents_document (name, content_type, size, sha256, file, at)
    VALUES ('papier.pdf', 'application/pdf', %s, %s, '2026/11/aa', now())
"""


@pytest.fixture
def environment(installation: Installation, tmp_path: Path) -> dict[str, str]:
    """The owner's, with one document."""
    kept = tmp_path / "media" / "documents" / "2026" / "11"
    kept.mkdir(parents=True)
    (kept / "aa").write_bytes(PAPER)
    with psycopg.connect(installation.owner_url) as connection:
        if not connection.execute("SELECT FROM documents_document").rowcount:
            connection.execute(ROW, [len(PAPER), hashlib.sha256(PAPER).hexdigest()])
    return installation.environment("migrate") | {"MEDIA_ROOT": str(tmp_path / "media")}


def said(installation: Installation, code: int, *command: str, **environment: str) -> str:
    installation.crew.start("manage", [*MANAGE, *command], **environment)
    assert installation.crew.members.pop("manage").wait() == code, installation.crew.log("manage")
    return installation.crew.log("manage")


def test_there_and_back(
    installation: Installation, environment: dict[str, str], tmp_path: Path
) -> None:
    """One long test: every command takes seconds to start."""
    folder = tmp_path / "backup"
    assert "1 documents" in said(installation, 0, "backup", str(folder), **environment)
    assert (folder / "documents/2026/11/aa").read_bytes() == PAPER
    assert folder.stat().st_mode & 0o077 == 0
    away = environment | {"DATABASE_URL": installation.cluster.url("restored")}
    with psycopg.connect(installation.owner_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE restored")
    (tmp_path / "away").mkdir()
    away["MEDIA_ROOT"] = str(tmp_path / "away")
    assert "not empty" in said(installation, 1, "restore", str(folder), **environment)
    assert "are back" in said(installation, 0, "restore", str(folder), **away)
    assert (tmp_path / "away/documents/2026/11/aa").read_bytes() == PAPER
    assert sorted_dump(installation.cluster) == sorted_dump(installation.cluster, "restored")
    told = said(installation, 1, "check_integrity", "--json", **away)
    report = json.loads(told.splitlines()[-1])
    assert {error["part"] for error in report["errors"]} == {"clock"}  # nothing runs here
    (folder / "documents/2026/11/aa").write_bytes(b"iets anders")
    wrong = said(installation, 1, "restore", str(folder), "--replace", **away)
    assert "is not what it was when the backup was made" in wrong
