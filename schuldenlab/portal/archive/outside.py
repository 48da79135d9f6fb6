"""Which documents everybody may have: judged open, and hanging on something that is public."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from events.models import AgendaDocument
from partners.models import Framework
from partners.querysets import local_day
from programme.models import AgendaBallot, Decision, Programme
from projects.models import Project, ProjectDocument
from schuldenlab.documents.models import Document, Openness

LABEL = Document._meta.label_lower  # noqa: SLF001 - Django's own word


def documents_outside(at: datetime) -> QuerySet[Document]:
    """The open ones of public projects, decisions, programmes and frameworks, the newest first."""
    opened = _open_ones(at)
    hanging = _on_public()
    redacted = Openness.objects.counting().filter(
        subject_type=LABEL, state=Openness.State.PARTLY, subject_id__in=hanging.values("pk")
    )
    of_public = Q(pk__in=hanging.values("pk")) | Q(pk__in=redacted.values("redacted"))
    found = Document.objects.filter(of_public, pk__in=opened.values("subject_id"))
    return found.order_by("-at", "-pk")


def _open_ones(at: datetime) -> Any:
    """What counts as open now; an embargo has to be over."""
    day = local_day(at)
    rows = Openness.objects.counting().filter(subject_type=LABEL, state=Openness.State.OPEN)
    return rows.filter(Q(not_before_on=None) | Q(not_before_on__lte=day))


def _on_public() -> QuerySet[Document]:
    """Documents of what the kernteam put on the public pages."""
    projects = ProjectDocument.objects.filter(
        project__in=Project.objects.shown_to_all(),
        is_closed=False,
        taken_off_at=None,
    )
    ballots = AgendaBallot.objects.filter(
        Q(ballot__decision__in=Decision.objects.shown_to_all())
        | Q(ballot__programme__in=Programme.objects.shown_to_all())
    )
    papers = AgendaDocument.objects.filter(item__in=ballots.values("item"))
    frameworks = Framework.objects.shown_to_all().exclude(document=None)
    return Document.objects.filter(
        Q(pk__in=projects.values("document"))
        | Q(pk__in=papers.values("document"))
        | Q(pk__in=frameworks.annotate(paper=F("document")).values("paper"))
    )
