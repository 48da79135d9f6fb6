"""The log of a project. What is written stays; a correction is another entry."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from projects.models import Project, ProjectNote
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

WRITTEN = frozenset({ProjectNote.Kind.STEP, ProjectNote.Kind.LEARNED})


@transaction.atomic
def write_project_note(
    project: Project, *, kind: str, text: str, actor: Person, at: datetime
) -> ProjectNote:
    """Somebody writes what happened, or what was learned."""
    lock(project)
    if kind not in WRITTEN:
        raise Refused(_("This line is written by the act itself."))
    note = put_note(project, kind=kind, text=text, actor=actor, at=at)
    facts = {"note": note.pk, "kind": kind}
    record("write_project_note", project, actor=actor, at=at, facts=facts)
    return note


@transaction.atomic
def correct_project_note(
    note: ProjectNote, *, text: str, actor: Person, at: datetime
) -> ProjectNote:
    """A new entry takes the place of one that is not right; both can be read."""
    lock(note.project)
    if ProjectNote.objects.filter(corrects=note).exists():
        raise Refused(_("This was corrected already. Look at the newest row."))
    newer = put_note(note.project, kind=note.kind, text=text, actor=actor, at=at, corrects=note)
    facts = {"note": newer.pk, "corrects": note.pk}
    record("correct_project_note", note.project, actor=actor, at=at, facts=facts)
    return newer


def put_note(
    project: Project,
    *,
    kind: str,
    text: str,
    actor: Person | None,
    at: datetime,
    corrects: ProjectNote | None = None,
) -> ProjectNote:
    """One line in the log. Part of every act that tells something."""
    if not text.strip():
        raise Refused(_("Write down what happened, or what you learned."))
    return ProjectNote.objects.create(
        project=project,
        kind=kind,
        text=text.strip(),
        corrects=corrects,
        person=actor,
        at=at,
        recorded_at=at,
    )
