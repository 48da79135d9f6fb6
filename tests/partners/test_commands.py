"""`import_partners` as operators and scripts call it: one JSON document, and an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from partners.models import Organisation
from tests.partners.workbooks import built

DATA = Path(__file__).parents[1] / "data"
REAL = str(DATA / "partners_schuldenlab070.csv")
MESSY = str(DATA / "partners_messy_cp1252.csv")
KEYS = {
    "saved",
    "created",
    "updated",
    "unchanged",
    "people_created",
    "notices",
    "errors",
}

pytestmark = pytest.mark.django_db


@dataclass
class Answer:
    code: int
    out: str
    error: str

    @property
    def report(self) -> dict[str, Any]:
        return json.loads(self.out)


def run(*arguments: str) -> Answer:
    out = StringIO()
    try:
        call_command("import_partners", *arguments, stdout=out)
    except CommandError as error:
        return Answer(error.returncode, out.getvalue(), str(error))
    return Answer(0, out.getvalue(), "")


def test_all_is_well() -> None:
    answer = run(REAL, "--default-joined-on", "2019-06-01", "--json")
    assert answer.code == 0
    report = answer.report
    assert set(report) == KEYS
    assert set(report["notices"][0]) == {"line", "message"}
    assert {name: report[name] for name in KEYS - {"notices"}} == {
        "saved": True,
        "created": 17,
        "updated": 0,
        "unchanged": 0,
        "people_created": 0,
        "errors": [],
    }
    again = run(REAL, "--json")
    assert (again.code, again.report["created"], again.report["unchanged"]) == (0, 0, 17)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_workbooks_say_the_same(tmp_path: Path, kind: str) -> None:
    real, messy = tmp_path / f"real.{kind}", tmp_path / f"messy.{kind}"
    real.write_bytes(built(Path(REAL), kind, real_dates=True))
    messy.write_bytes(built(Path(MESSY), kind))
    answer = run(str(messy), "--json")
    assert (answer.code, answer.report["saved"]) == (1, False)
    assert {each["line"] for each in answer.report["errors"]} == {4, 5, 6, 7, 8, 9, 10}
    answer = run(str(real), "--default-joined-on", "2019-06-01", "--json")
    assert (answer.code, answer.report["created"]) == (0, 17)
    again = run(REAL, "--json")
    assert (again.code, again.report["unchanged"]) == (0, 17)


def test_a_picture_that_says_it_is_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "partners.xlsx"
    file.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
    answer = run(str(file), "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.error.startswith(f"{file}: ")


def test_refused() -> None:
    answer = run(MESSY, "--json")
    assert answer.code == 1
    assert answer.report["saved"] is False
    assert len(answer.report["errors"]) == 10
    assert set(answer.report["errors"][0]) == {"line", "column", "value", "message"}
    assert "\n" not in answer.error
    assert not Organisation.objects.exists()


def test_skip_invalid() -> None:
    answer = run(MESSY, "--json", "--skip-invalid")
    report = answer.report
    assert (answer.code, report["saved"], report["created"], report["people_created"]) == (
        0,
        True,
        1,
        2,
    )
    assert len(report["errors"]) == 10


@pytest.mark.parametrize(
    ("arguments", "code", "created"),
    [
        ((REAL, "--default-joined-on", "1-6-2019"), 0, 17),
        ((REAL,), 1, 0),
        ((MESSY,), 1, 0),
        ((MESSY, "--skip-invalid"), 0, 1),
    ],
)
def test_dry_run(arguments: tuple[str, ...], code: int, created: int) -> None:
    answer = run(*arguments, "--dry-run", "--json")
    assert (answer.code, answer.report["saved"]) == (code, False)
    assert answer.report["created"] == created
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"naam;soort\r\nA;bank", "1"),
        (b"\x00\x01\x02", "1"),
        (b'organisatie;sector\r\n"A;bank', "2"),
        (b"", "1"),
    ],
)
def test_unreadable(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "partners.csv"
    file.write_bytes(content)
    answer = run(str(file), "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.error.startswith(f"{file}: ")
    assert words in answer.error.removeprefix(str(tmp_path))
    assert "\n" not in answer.error


def test_no_file(tmp_path: Path) -> None:
    answer = run(str(tmp_path / "nowhere.csv"), "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "nowhere.csv" in answer.error


@pytest.mark.parametrize("day", ["31-02-2020", "gisteren", "2020/01/01"])
def test_a_default_date_that_is_none(day: str) -> None:
    answer = run(REAL, "--json", "--default-joined-on", day)
    assert (answer.code, answer.out) == (2, "")
    assert answer.error.startswith(f"--default-joined-on {day}: ")


def test_a_default_date_that_lies_ahead() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = run(REAL, "--json", "--default-joined-on", tomorrow.isoformat())
    assert (answer.code, answer.report["saved"]) == (1, False)


def test_without_json_people_can_read_it() -> None:
    answer = run(MESSY)
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert len(lines) == 1 + 10 + 2
    assert "zorg.example" in answer.out
    assert "17" in run(REAL, "--default-joined-on", "2019-06-01").out


@pytest.mark.django_db(transaction=True)
def test_as_a_process() -> None:
    """Standard output holds the document and nothing else; the exit code is the process's own."""
    server = os.environ["DATABASE_URL"].rpartition("/")[0]
    here = {**os.environ, "DATABASE_URL": f"{server}/{connection.settings_dict['NAME']}"}

    def process(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", "import_partners", *arguments, "--json"],
            capture_output=True,
            check=False,
            env=here,
            cwd=DATA.parents[1],
            text=True,
        )

    done = process(REAL, "--default-joined-on", "2019-06-01")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["created"] == Organisation.objects.count() == 17
    done = process("nowhere.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
