"""Seals: all rows that stay, each in one seal, whoever comes first; and what they find."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from partners.actions import tell_seal
from schuldenlab.audit import sealing
from schuldenlab.audit.actions import record, seal_rows
from schuldenlab.audit.models import Entry, Seal
from schuldenlab.audit.verification import mailed_seal, verify_seals
from schuldenlab.outbox.models import Letter
from schuldenlab.portal.integrity import check_all
from tests.house.world import open_motion, vote

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

    from tests.cast import Cast

DAYS = timedelta(days=1)


def note(cast: Cast, count: int = 1) -> list[Entry]:
    facts = {"actor": cast.manager, "at": cast.at}
    return [record("looked", cast["BN"], **facts) for _each in range(count)]


def run(statement: str, *values: Any) -> None:
    """As the owner of the tables, with the guards off."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("audit_entry", "audit_seal", "programme_vote"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        for table in ("audit_entry", "audit_seal", "programme_vote"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def said(cast: Cast, heads: dict[int, str] | None = None) -> list[str]:
    return [where for where, _message in verify_seals(cast.at, heads)["errors"]]


@pytest.fixture
def sealed(cast: Cast) -> Cast:
    """Three acts in one seal, and a vote with its acts in the next."""
    note(cast, 3)
    seal_rows(cast.at)
    ballot = open_motion(cast, cast.at, closes_at=cast.at + 7 * DAYS)
    vote(cast, ballot, "BN", "for", cast.at)
    seal_rows(cast.at)
    return cast


def test_every_row_that_stays_is_in_one_seal(sealed: Cast) -> None:
    first, second = Seal.objects.all()
    assert (first.number, second.number, second.previous) == (1, 2, first.hash)
    assert first.parts["audit_entry"]["count"] == 3
    assert first.parts["partners_review"]["count"] == 7
    assert second.parts["programme_vote"]["count"] == 1
    assert "programme_vote" not in first.parts
    report = verify_seals(sealed.at)
    rows = sum(part["count"] for seal in (first, second) for part in seal.parts.values())
    assert (report["seals"], report["rows"], report["errors"]) == (2, rows, [])
    assert seal_rows(sealed.at) == 0
    assert Seal.objects.count() == 2


def test_a_long_backlog_takes_more_seals(cast: Cast) -> None:
    note(cast)
    seal_rows(cast.at)
    note(cast, 5)
    assert seal_rows(cast.at, batch=2) == 5
    counts = [seal.parts["audit_entry"]["count"] for seal in Seal.objects.all()][1:]
    assert counts == [2, 2, 1]
    assert said(cast) == []


def test_who_comes_late_is_in_the_next_seal(cast: Cast) -> None:
    """A row whose id was given before others were sealed, and that was committed after."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('audit_entry_id_seq')")
        (early,) = cursor.fetchone()
    note(cast, 2)
    seal_rows(cast.at)
    Entry.objects.create(pk=early, verb="late", subject_id="1", origin="web", at=cast.at)
    assert said(cast) == []
    assert seal_rows(cast.at) == 1
    assert Seal.objects.latest("number").parts["audit_entry"]["runs"] == [[early, early]]
    assert said(cast) == []


def test_what_is_put_in_among_the_sealed_is_found(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('audit_entry_id_seq')")
        (gap,) = cursor.fetchone()
    note(cast)
    seal_rows(cast.at - 3 * DAYS)
    Entry.objects.create(pk=gap, verb="forged", subject_id="1", origin="web", at=cast.at)
    assert seal_rows(cast.at) == 0
    assert said(cast) == [f"audit_entry {gap}"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE audit_entry SET facts = '{\"x\": 1}' WHERE id = (SELECT min(id) FROM audit_entry)",
         "1 audit_entry"),
        ("DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)", "2 audit_entry"),
        ("UPDATE programme_vote SET recorded_at = recorded_at - interval '1 day'",
         "2 programme_vote"),
        ("UPDATE audit_seal SET at = at - interval '1 day' WHERE number = 2", "2"),
        ("DELETE FROM audit_seal WHERE number = 1", "1"),
    ],
)  # fmt: skip
def test_a_change_behind_the_guards(sealed: Cast, change: str, where: str) -> None:
    run(change)
    found = said(sealed)
    assert len({each.rpartition(" ")[0] or each for each in found}) >= 1
    assert found[0].startswith(where)
    parts = [error["part"] for error in check_all(sealed.at)["errors"]]
    assert "seal" in parts


def test_the_end_cut_off_is_found_by_who_has_the_mail(sealed: Cast) -> None:
    head = dict([mailed_seal(str(sealing.newest()))])
    assert said(sealed, head) == []
    held = Seal.objects.get(number=2).parts
    for table, part in held.items():
        if table in {"audit_entry", "programme_vote"}:
            run(f"DELETE FROM {table} WHERE id BETWEEN %s AND %s", *part["runs"][0])
    run("DELETE FROM audit_seal WHERE number = 2")
    assert said(sealed) == []
    assert said(sealed, head) == ["2"]
    seal_rows(sealed.at)
    assert said(sealed, head) == ["2"]


@pytest.mark.parametrize("text", ["2", "2:abc", f"x:{'a' * 64}", f"2:{'A' * 64}"])
def test_what_is_no_seal_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        mailed_seal(text)


@pytest.mark.parametrize("change", ["UPDATE audit_seal SET at = at", "DELETE FROM audit_seal"])
def test_seals_stay(sealed: Cast, change: str) -> None:
    del sealed
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


def test_a_column_that_came_later_breaks_no_seal(sealed: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_entry ADD COLUMN later text NOT NULL DEFAULT 'x'")
    assert said(sealed) == []


# -- the letter ----------------------------------------------------------------------------------


def letters() -> list[Letter]:
    return list(Letter.objects.filter(template="partners/mail/seal_told.txt").order_by("pk"))


def test_the_kernteam_gets_the_newest_seal_once_a_week(sealed: Cast, settings: Settings) -> None:
    settings.QUIET_HOURS = None
    assert tell_seal(at=sealed.at)
    assert not tell_seal(at=sealed.at + DAYS)
    seal = sealing.newest()
    assert {each.address for each in letters()} == {sealed.manager.email, sealed.staff.email}
    assert all(str(seal) in each.text and str(seal.number) in each.subject for each in letters())
    assert Entry.objects.get(verb="tell_seal").facts == {"number": 2, "hash": seal.hash}
    assert tell_seal(at=sealed.at + 7 * DAYS)
    assert len(letters()) == 2, "the same seal is not mailed twice"


def test_before_the_first_seal_there_is_nothing_to_tell(cast: Cast) -> None:
    assert not tell_seal(at=cast.at)
    assert letters() == []
