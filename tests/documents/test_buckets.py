"""Documents in a bucket of an S3 server: as in a folder, and what is said when it is away."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.urls import reverse
from django.utils.translation import gettext, override

from partners.models import Signature
from schuldenlab.documents.actions import is_intact, keep_document
from schuldenlab.documents.models import Document
from schuldenlab.documents.ports import StorageAway
from schuldenlab.settings.parts import documents as part
from tests.buckets import BUCKET, Shelf, shelf
from tests.cast import login

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

    from tests.cast import Cast

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
PDF = b"%PDF-1.7\n" + b"x" * 70_000
SIGNS = {"function": "Directeur", "declares_mandate": "on", "declares_read": "on"}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """One server for this file."""
    made = shelf(tmp_path_factory.mktemp("bucket"))
    made.open()
    yield made
    made.crew.stop()


@pytest.fixture
def bucket(
    running: Shelf, settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Shelf]:
    """The documents of this test lie there; the folder is one that cannot be made."""
    for name, text in running.environment.items():
        monkeypatch.setenv(name, text)
    (tmp_path / "file").touch()
    entry = part.documents_storage(tmp_path / "file" / "documents")
    field = Document._meta.get_field("file")
    settings.STORAGES = {**settings.STORAGES, "documents": entry}
    kept, field.storage = field.storage, storages["documents"]
    yield running
    field.storage = kept


@pytest.fixture
def away(bucket: Shelf) -> Iterator[Shelf]:
    """The address of the storage leads to nobody."""
    storage = storages["documents"]
    storage.endpoint_url = "http://127.0.0.1:9"
    storage._connections.connection = storage._bucket = None
    return bucket


def test_a_file_comes_back_as_it_was(bucket: Shelf, db: None) -> None:
    document = keep_document(PDF, name="Verslag.pdf", actor=None, at=AT)
    with document.file.open("rb") as file:
        assert file.read() == PDF
    assert is_intact(Document.objects.get())
    assert bucket.files()[document.file.name] == len(PDF)
    assert "03" in document.file.storage.listdir("2026")[0]
    head = bucket.client().get_object_acl(Bucket=BUCKET, Key=document.file.name)
    assert [each["Permission"] for each in head["Grants"]] == ["FULL_CONTROL"]  # of the owner
    bucket.client().put_object(Bucket=BUCKET, Key=document.file.name, Body=PDF + b"!")
    assert not is_intact(Document.objects.get())
    document.file.storage.delete(document.file.name)
    assert not is_intact(Document.objects.get())
    with pytest.raises(FileNotFoundError):
        document.file.storage.open(document.file.name)


def test_a_name_is_never_written_over(bucket: Shelf) -> None:
    storage = storages["documents"]
    names = [storage.save("2026/03/same", ContentFile(text)) for text in (b"one", b"two")]
    assert len(set(names)) == 2
    assert [storage.open(name).read() for name in names] == [b"one", b"two"]


def test_signing_while_the_bucket_is_away(away: Shelf, cast_now: Cast, client: Client) -> None:
    """A sentence and 503, and nothing was signed."""
    director = login(client, cast_now.director)
    where = reverse("partners:framework-sign", args=[cast_now.framework.pk, cast_now["BN"].pk])
    answer = director.post(where, SIGNS)
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    with override("nl"):
        said = gettext("No file can be kept just now, so nothing was done. Try later.")
    assert said in answer.content.decode()
    assert not Signature.objects.exists()
    assert not Document.objects.exists()


def test_reading_from_the_bucket_and_while_it_is_away(
    bucket: Shelf, cast_now: Cast, client: Client, request: pytest.FixtureRequest
) -> None:
    director = login(client, cast_now.director)
    where = reverse("partners:framework-sign", args=[cast_now.framework.pk, cast_now["BN"].pk])
    assert director.post(where, SIGNS).status_code == HTTPStatus.FOUND
    receipt = reverse("partners:signature-pdf", args=[Signature.objects.get().pk])
    assert b"".join(director.get(receipt)).startswith(b"%PDF")
    request.getfixturevalue("away")
    answer = director.get(receipt)
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert answer.headers["Retry-After"] == "60"
    with pytest.raises(StorageAway):
        Signature.objects.get().receipt.file.open("rb")
