"""Rechecking: what was changed by SQL with the triggers off is found, the rest is not."""

from __future__ import annotations

import json
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from partners.verification import verify_all
from schuldenlab.portal.integrity import check_all
from tests.partners.test_signing import sign
from tests.partners.test_signing_receipts import PNG, on_paper
from tests.programme.conftest import today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["today"]

TABLES = ("partners_framework", "partners_clause", "partners_clausemeasure", "partners_signature")


@contextmanager
def triggers_off() -> Iterator[Any]:
    """As somebody with the password of the owner would do it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield cursor
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def found() -> set[tuple[str, str]]:
    return {(error["what"], error["name"]) for error in verify_all()["errors"]}


@pytest.fixture
def signed(cast: Cast) -> Cast:
    sign(cast)
    on_paper(cast, "GD", scan=ContentFile(PNG, name="scan.png"))
    return cast


def test_what_nobody_touched_is_right(signed: Cast) -> None:
    del signed
    report = verify_all()
    assert (report["ok"], report["frameworks"], report["signatures"]) == (True, 1, 2)
    assert report["errors"] == []


@pytest.mark.parametrize(
    "change",
    [
        "signatory = 'Iemand Anders'",
        "function = 'Stagiair'",
        "signed_on = signed_on - 1",
        "signed_at = signed_at - interval '1 second'",
        "recorded_at = recorded_at - interval '1 day'",
        "organisation_id = (SELECT id FROM partners_organisation WHERE name LIKE 'Fonds%%')",
        "person_id = (SELECT id FROM partners_person WHERE name = 'Samira Bakker')",
        "text_sha256 = repeat('0', 64)",
        "sha256 = repeat('0', 64)",
    ],
)
def test_a_signature_that_was_tampered_with_is_found(signed: Cast, change: str) -> None:
    with triggers_off() as cursor:
        cursor.execute(f"UPDATE partners_signature SET {change} WHERE way = 'online'")
    name = "Fonds Vlietland" if "organisation" in change else "Bank Noordzee"
    assert found() == {("signature", name)}
    del signed


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE partners_framework SET seats_max = 9",
        "UPDATE partners_framework SET introduction = 'Iets anders.'",
        "UPDATE partners_framework SET big_change = 1",
        "UPDATE partners_framework SET big_change_share = 50",
        "UPDATE partners_framework SET ends_on = ends_on + 1",
        "UPDATE partners_clause SET text = text || '.' WHERE number = 3",
        "UPDATE partners_clausemeasure SET by_day = 1 WHERE code = 'signed'",
        "DELETE FROM partners_clausemeasure WHERE code = 'signed'",
    ],
)
def test_a_text_that_was_tampered_with_is_found(signed: Cast, change: str) -> None:
    with triggers_off() as cursor:
        cursor.execute(change)
    assert found() == {
        ("framework", signed.framework.title),
        ("signature", "Bank Noordzee"),
        ("signature", "Gemeente Duinstad"),
    }


@pytest.mark.parametrize(("letters", "field"), [("GD", "scan"), ("BN", "receipt")])
def test_a_file_that_was_changed_or_is_gone_is_found(
    signed: Cast, letters: str, field: str
) -> None:
    row = signed.framework.signatures.get(organisation=signed[letters])
    document = getattr(row, field)
    storage, name = document.file.storage, document.file.name
    storage.delete(name)
    assert found() == {("file", document.name)}
    storage.save(name, ContentFile(b"iets anders"))
    assert found() == {("file", document.name)}


def test_the_command(signed: Cast) -> None:
    out = StringIO()
    call_command("verify_signatures", stdout=out)
    assert out.getvalue() == "1 frameworks, 2 signatures\n"
    out = StringIO()
    call_command("verify_signatures", "--json", stdout=out)
    assert json.loads(out.getvalue())["ok"] is True
    with triggers_off() as cursor:
        cursor.execute("UPDATE partners_signature SET signatory = 'X' WHERE way = 'paper'")
    for arguments in ((), ("--json",)):
        out = StringIO()
        with pytest.raises(SystemExit) as end:
            call_command("verify_signatures", *arguments, stdout=out)
        assert end.value.code == 1
        assert "Gemeente Duinstad" in out.getvalue()
    del signed


def test_the_integrity_of_all_asks_it_too(signed: Cast) -> None:
    def faults() -> list[str]:
        report = check_all(timezone.now())
        assert report["signatures"] == 2
        return [error["where"] for error in report["errors"] if error["part"] == "signing"]

    assert faults() == []
    with triggers_off() as cursor:
        cursor.execute("UPDATE partners_signature SET function = 'X' WHERE way = 'paper'")
    row = signed.framework.signatures.get(way="paper")
    assert faults() == [f"signature {row.pk} Gemeente Duinstad"]


# -- the page ------------------------------------------------------------------------------------


def page(cast: Cast) -> str:
    return reverse("partners:framework-check", args=[cast.framework.pk])


def test_everybody_who_takes_part_checks(today: Cast, enter: Enter) -> None:
    sign(today)
    for who in ("contact", "seat", "staff", "manager"):
        answer = enter(getattr(today, who)).get(page(today))
        assert answer.status_code == 200
        assert answer.context["faults"] == []
        assert "Bank Noordzee" in text_of(answer)
    for who in ("outsider", "former"):
        assert enter(getattr(today, who)).get(page(today)).status_code == 404


def test_the_page_names_what_is_wrong(today: Cast, enter: Enter) -> None:
    sign(today)
    on_paper(today, "GD")
    with triggers_off() as cursor:
        cursor.execute("UPDATE partners_signature SET function = 'X' WHERE way = 'paper'")
    answer = enter(today.contact).get(page(today))
    assert [is_right for _row, is_right in answer.context["rows"]] == [True, False]
    assert answer.context["is_text_right"] is True
    assert [fault.name for fault in answer.context["faults"]] == ["Gemeente Duinstad"]


def test_it_costs_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.contact)
    on_paper(today, "GD")
    assert cost_of(client, page(today)).queries == 10
    sign(today)
    sign(today, "FV", "other_director")
    assert cost_of(client, page(today)).queries == 10
