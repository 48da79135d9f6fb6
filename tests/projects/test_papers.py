"""Documents and links of a dossier: who reads them, who adds them, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from projects import actions
from projects.models import ProjectDocument, ProjectLink
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.projects import building
from tests.projects.building import acting
from tests.projects.test_views import address, steered_by_outsider, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from projects.models import Project
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("readers")]
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def add(cast: Cast, project: Project, title: str, **facts: Any) -> ProjectDocument:
    given = {"title": title, "upload": PDF, "name": "stuk.pdf", **facts}
    return actions.add_project_document(project, **given, **acting(cast))


@pytest.fixture
def project(today: Cast) -> Project:
    """The contact leads it; somebody who works for no partner chairs its stuurgroep."""
    found = steered_by_outsider(today)
    building.lead(today, found)
    return found


def test_who_reads_which_document(today: Cast, enter: Enter, project: Project) -> None:
    shared, closed = (
        add(today, project, "Voor allen"),
        add(today, project, "Bedragen", is_closed=True),
    )
    reads = {
        "manager": (200, 200),
        "contact": (200, 200),  # leads it
        "outsider": (200, 200),  # chairs its stuurgroep
        "director": (200, 404),
        "seat": (200, 404),
        "former": (404, 404),
    }
    for role, codes in reads.items():
        client = enter(getattr(today, role))
        found = [client.get(address("document", each.pk)) for each in (shared, closed)]
        assert tuple(each.status_code for each in found) == codes, role
        for each in found:
            if each.streaming:
                assert b"".join(each.streaming_content) == PDF  # a file is closed at its end
        page = text(client.get(project.get_absolute_url()))
        assert tuple(each in page for each in ("Voor allen", "Bedragen")) == (
            codes[0] == 200,
            codes[1] == 200,
        ), role


def test_who_adds_and_who_takes_off(today: Cast, enter: Enter, project: Project) -> None:
    words = {"title": "Evaluatie", "readers": "closed"}
    for role, code in {"outsider": 302, "contact": 302, "manager": 302, "director": 403}.items():
        upload = SimpleUploadedFile("e.pdf", PDF, "application/pdf")
        answer = enter(getattr(today, role)).post(
            address("document-add", project.pk), {**words, "file": upload}
        )
        assert answer.status_code == code, role
    paper = ProjectDocument.objects.earliest("pk")
    assert (paper.is_closed, paper.document.uploaded_by) == (True, today.outsider)
    assert enter(today.outsider).post(address("document-off", paper.pk)).status_code == 403
    answer = enter(today.contact).post(address("document-off", paper.pk))
    assert answer["Location"] == project.get_absolute_url()
    assert enter(today.manager).get(address("document", paper.pk)).status_code == 404
    assert enter(today.manager).post(address("document-off", paper.pk)).status_code == 404
    paper.refresh_from_db()
    with pytest.raises(Refused, match="already"):
        actions.take_project_document_off(paper, **acting(today))
    assert Entry.objects.filter(verb="add_project_document").count() == 3
    assert Entry.objects.filter(verb="take_project_document_off", result="done").count() == 1


def test_a_wrong_file_or_address_loses_nothing(today: Cast, enter: Enter, project: Project) -> None:
    client = enter(today.contact)
    upload = SimpleUploadedFile("e.pdf", b"MZ\x90 not a pdf", "application/pdf")
    answer = client.post(
        address("document-add", project.pk),
        {"title": "Evaluatie", "readers": "all", "file": upload},
    )
    assert answer.status_code == 422
    assert 'value="Evaluatie"' in text(answer)
    for url in ("http://denhaag.nl/", "javascript:alert(1)", "geen adres", ""):
        answer = client.post(
            address("link-add", project.pk), {"title": "Vroegsignalering", "url": url}
        )
        assert answer.status_code == 422, url
        assert 'value="Vroegsignalering"' in text(answer)
        assert f'value="{url}"' in text(answer) or not url
    assert not ProjectDocument.objects.exists()
    assert not ProjectLink.objects.exists()


def test_a_link_stands_on_the_dossier_until_it_is_taken_off(
    today: Cast, enter: Enter, project: Project
) -> None:
    words = {"title": "Vroegsignalering", "url": "HTTPS://www.denhaag.nl/vroeg"}
    enter(today.outsider).post(address("link-add", project.pk), words)
    link = ProjectLink.objects.get()
    client = enter(today.director)
    assert 'href="https://www.denhaag.nl/vroeg"' in text(client.get(project.get_absolute_url()))
    assert client.post(address("link-off", link.pk)).status_code == 403
    enter(today.contact).post(address("link-off", link.pk))
    assert "Vroegsignalering" not in text(client.get(project.get_absolute_url()))
    with pytest.raises(IntegrityError), transaction.atomic():
        ProjectLink.objects.create(project=project, title="X", url="http://x.example/")


def test_a_dossier_is_full_at_some_point(today: Cast, project: Project) -> None:
    link = {"project": project, "title": "X", "url": "https://x.example/"}
    ProjectLink.objects.bulk_create(ProjectLink(**link) for _number in range(100))
    with pytest.raises(Refused, match="full"):
        actions.add_project_link(project, title="X", url="https://x.example/", **acting(today))


def test_a_dossier_that_is_over_still_takes_papers(today: Cast, project: Project) -> None:
    actions.stop_project(project, reason="Klaar.", **acting(today))
    assert add(today, project, "  Les  van  de pilot ").title == "Les van de pilot"
