"""What everybody may download: only what was judged open and hangs on something public."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from partners.actions import judge_openness
from partners.models import Framework
from projects.models import Project, ProjectDocument
from schuldenlab.documents.actions import keep_document
from schuldenlab.documents.models import Document, Openness
from schuldenlab.portal.archive.outside import documents_outside

if TYPE_CHECKING:
    from django.test import Client

    from tests.house.world import World


@pytest.fixture
def world(shelves_now: World) -> World:
    return shelves_now


def paper(world: World, text: bytes = b"stuk") -> Document:
    cast = world.cast
    return keep_document(b"%PDF-1.7\n" + text, name="stuk.pdf", actor=cast.staff, at=cast.at)


def hung(world: World, *, is_public: bool = True, is_closed: bool = False) -> Document:
    """A document of a project."""
    project, document = Project.objects.first(), paper(world)
    Project.objects.filter(pk=project.pk).update(is_public=is_public)
    ProjectDocument.objects.create(
        project=project, document=document, title="Stuk", is_closed=is_closed
    )
    return document


def judge(world: World, document: Document, **said: Any) -> None:
    judge_openness(
        [document], **{"state": "open", **said}, actor=world.cast.staff, at=world.cast.at
    )


def at_door(client: Client, document: Document) -> int:
    answer = client.get(reverse("portal:public-document", args=[document.pk]))
    if answer.streaming:
        list(answer.streaming_content)  # reading it to the end closes the file
    return answer.status_code


def test_open_and_public_is_for_everybody(world: World, client: Client) -> None:
    document = hung(world)
    assert at_door(client, document) == 404
    judge(world, document)
    address = reverse("portal:public-document", args=[document.pk])
    answer = client.get(address)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content).endswith(b"stuk")
    assert answer.headers["ETag"] == f'"{document.sha256}"'
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "application/pdf"
    again = client.get(address, headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert document.name in client.get(reverse("portal:public-documents")).content.decode()


@pytest.mark.parametrize("facts", [{"is_public": False}, {"is_closed": True}])
def test_open_but_of_nothing_public_stays_inside(
    world: World, client: Client, facts: dict[str, bool]
) -> None:
    document = hung(world, **facts)
    judge(world, document)
    assert at_door(client, document) == 404


def test_loose_documents_stay_inside(world: World, client: Client) -> None:
    document = paper(world)
    judge(world, document)
    assert at_door(client, document) == 404


def test_judged_anew_it_is_gone_and_an_embargo_waits(world: World, client: Client) -> None:
    document = hung(world)
    judge(world, document)
    judge(world, document, state="closed", grounds=["5.1.2e"])
    assert at_door(client, document) == 404
    tomorrow = world.cast.at.date() + timedelta(days=1)
    judge(world, document, not_before_on=tomorrow)
    assert at_door(client, document) == 404
    assert list(documents_outside(world.cast.at + timedelta(days=2))) == [document]


def test_of_a_partly_open_one_the_other_version_goes_outside(world: World, client: Client) -> None:
    whole, blacked = hung(world), paper(world, b"zwart")
    judge(world, whole, state="partly", grounds=["5.1.2e"], redacted=blacked)
    assert (at_door(client, whole), at_door(client, blacked)) == (404, 404)
    judge(world, blacked)
    assert (at_door(client, whole), at_door(client, blacked)) == (404, 200)


def test_the_document_of_a_public_framework(world: World, client: Client) -> None:
    document = paper(world)
    framework = Framework.objects.filter(document=None, status="draft").first()
    if framework is not None:
        Framework.objects.filter(pk=framework.pk).update(document=document)
        judge(world, document)
        assert at_door(client, document) == 404


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents_openness SET state = 'open', grounds = '{}'",
        "DELETE FROM documents_openness",
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE documents_openness",
    ],
)
def test_a_judgement_is_never_changed(world: World, statement: str) -> None:
    judge(world, paper(world), state="closed", grounds=["5.2"])
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Openness.objects.get().state == "closed"
