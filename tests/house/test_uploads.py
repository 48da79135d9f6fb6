"""Every file that somebody hands in is known by its bytes; its name and type are not believed."""

from __future__ import annotations

import ast
import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from schuldenlab.documents.actions import MOST_BYTES, SCANS, WrongFile, check_file
from schuldenlab.documents.models import Document
from tests.cast import login
from tests.house.addresses import TABLE
from tests.house.tree import hand_written, home_and_room, name, parsed
from tests.house.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def packed(inside: str, content: bytes) -> bytes:
    """A zip with one file in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(inside, content)
    return made.getvalue()


# What pretends to be a paper: its name and its type say so, its bytes do not.
HARMFUL = {
    "a program": b"MZ\x90\x00" + b"\x00" * 200,
    "a program of Unix": b"\x7fELF\x02\x01\x01" + b"\x00" * 200,
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a drawing with script": b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>',
    "a shell": b"#!/bin/sh\nrm -rf /\n",
    "an archive": packed("a.txt", b"x" * 1_000),
    "words": b"gewoon tekst",
    "a picture that moves": b"GIF89a" + b"\x00" * 40,
    "zeros": b"\x00" * 500,
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_the_bytes_decide(kind: str) -> None:
    with pytest.raises(WrongFile):
        check_file(HARMFUL[kind], allowed=SCANS)


def test_what_is_too_large_or_nothing_is_refused() -> None:
    for content in (b"", PDF + b" " * MOST_BYTES):
        with pytest.raises(WrongFile):
            check_file(content)
    assert check_file(PDF) == "application/pdf"


# Forms that take a file: papers are kept as they are, tables are read and thrown away.
PAPERS = {
    "partners/forms/frameworks.py",
    "partners/forms/signing.py",
    "events/forms/day.py",
    "events/forms/agendas.py",
    "programme/forms/meetings.py",
    "projects/forms/papers.py",
    "funding/forms/pledges.py",
}
TABLES = {
    "partners/forms/imports.py",
    "projects/forms/taking_over.py",
    "projects/forms/case_files.py",
}


def calls(path: Path) -> Iterator[str]:
    """What a file of code calls."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_every_form_with_a_file_looks_into_it() -> None:
    with_file = {
        name(path): set(calls(path))
        for path in hand_written()
        if home_and_room(path)[1] == "forms" and "forms.FileField" in set(calls(path))
    }
    assert with_file.keys() == PAPERS | TABLES, "what does this form do with the file?"
    assert [each for each in PAPERS if "check_file" not in with_file[each]] == []


def test_a_kept_file_came_through_the_one_door() -> None:
    """No other code makes a document, so none is kept without a look at its bytes."""
    makers = [
        name(path)
        for path in hand_written()
        if {"Document", "Document.objects.create", "Document.objects.bulk_create"}
        & set(calls(path))
    ]
    assert makers == ["schuldenlab/documents/actions.py"]


@pytest.fixture
def world(shelves_now: World) -> World:
    return shelves_now


UPLOADS = {
    "partners:framework-upload": "document",
    "events:paper-add": "file",
    "events:point-paper": "file",
    "programme:point-paper": "file",
    "projects:document-add": "file",
}


@pytest.mark.parametrize("address", UPLOADS)
def test_a_program_that_is_called_a_paper_is_not_kept(
    world: World, client: Client, address: str
) -> None:
    login(client, world.cast.manager)
    before = Document.objects.count()
    row = next(row for row in TABLE[address].values() if row.get[-1] == 200)
    url = row.url(address, world)
    for kind in ("a program", "a page"):
        sent: dict[str, Any] = {
            UPLOADS[address]: SimpleUploadedFile("stuk.pdf", HARMFUL[kind], "application/pdf"),
            "title": "Een stuk",
        }
        answer = client.post(url, sent)
        assert answer.status_code == 422, kind
        assert "PDF" in answer.content.decode()
    assert Document.objects.count() == before
