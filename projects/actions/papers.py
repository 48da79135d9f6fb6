"""Documents and links of a dossier: added, and taken off again."""

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from projects.models import Project, ProjectDocument, ProjectLink
from schuldenlab.audit.actions import record
from schuldenlab.documents.actions import SCANS, keep_document
from schuldenlab.lifecycle import Refused, lock

MOST = 100  # of each kind in one dossier


@transaction.atomic
def add_project_document(
    project: Project,
    *,
    title: str,
    upload: File | bytes,
    name: str,
    actor: Person | None,
    at: datetime,
    is_closed: bool = False,
) -> ProjectDocument:
    """Keep a file (PDF, PNG or JPEG) with a project; a closed one is for who leads and steers."""
    lock(project)
    _refuse_more(project.documents)
    document = keep_document(upload, name=name, allowed=SCANS, actor=actor, at=at)
    paper = ProjectDocument.objects.create(
        project=project,
        document=document,
        title=" ".join(title.split()) or document.name[:120],
        is_closed=is_closed,
        recorded_at=at,
    )
    facts = {"document": document.pk, "sha256": document.sha256, "is_closed": is_closed}
    record("add_project_document", project, actor=actor, at=at, facts=facts)
    return paper


@transaction.atomic
def take_project_document_off(
    paper: ProjectDocument, *, actor: Person | None, at: datetime
) -> ProjectDocument:
    """The file leaves the dossier; it stays on record."""
    lock(paper.project)
    _take_off(paper, at)
    facts = {"document": paper.document_id}
    record("take_project_document_off", paper.project, actor=actor, at=at, facts=facts)
    return paper


@transaction.atomic
def add_project_link(
    project: Project, *, title: str, url: str, actor: Person | None, at: datetime
) -> ProjectLink:
    """A page elsewhere that tells about the project."""
    lock(project)
    _refuse_more(project.links)
    link = ProjectLink(
        project=project, title=" ".join(title.split()), url=url.strip(), recorded_at=at
    )
    link.full_clean()
    link.save()
    record("add_project_link", project, actor=actor, at=at, facts={"link": link.pk})
    return link


@transaction.atomic
def take_project_link_off(link: ProjectLink, *, actor: Person | None, at: datetime) -> ProjectLink:
    """The link leaves the dossier; it stays on record."""
    lock(link.project)
    _take_off(link, at)
    facts = {"link": link.pk}
    record("take_project_link_off", link.project, actor=actor, at=at, facts=facts)
    return link


def _refuse_more(rows: Any) -> None:
    if rows.filter(taken_off_at__isnull=True).count() >= MOST:
        raise Refused(
            _("This dossier is full: %(most)s at most. Take something off first.") % {"most": MOST}
        )


def _take_off(row: ProjectDocument | ProjectLink, at: datetime) -> None:
    lock(row)
    if row.taken_off_at is not None:
        raise Refused(_("This was taken off already."))
    row.taken_off_at = at
    row.save(update_fields=["taken_off_at"])
