"""What the search finds of projects: their dossiers, trials, cases, reports and documents."""

from typing import Any, Final

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.search import Question
from partners.search.finds import day_of
from partners.search.kinds import Kind
from projects.models import (
    BusinessCase,
    Pilot,
    ProgressReport,
    Project,
    ProjectDocument,
    ProjectNote,
    Prototype,
)
from projects.wording import quarter_in_words
from schuldenlab.web.ports import Found

from .desk import CODE

OF_PROJECT: Final = "project__title"


def _seen(question: Question) -> Any:
    """The keys of the projects that this person sees."""
    return Project.objects.visible_to(question.person).values("pk")


def _notes(question: Question) -> Any:
    notes = ProjectNote.objects.filter(project__in=_seen(question), correction__isnull=True)
    return notes.select_related("project")


def _pilots(question: Question) -> Any:
    pilots = Pilot.objects.filter(phase__project__in=_seen(question))
    return pilots.select_related("phase__project")


def _prototypes(question: Question) -> Any:
    prototypes = Prototype.objects.filter(phase__project__in=_seen(question))
    return prototypes.select_related("phase__project")


def _cases(question: Question) -> Any:
    return BusinessCase.objects.visible_to(question.person).select_related("project")


def _reports(question: Question) -> Any:
    """The version of each quarter that counts."""
    reports = ProgressReport.objects.counting(question.at).visible_to(question.person)
    return reports.select_related("project")


def _documents(question: Question) -> Any:
    documents = ProjectDocument.objects.visible_to(question.person)
    return documents.filter(taken_off_at__isnull=True).select_related("document", "project")


def _project_found(row: Any) -> Found:
    texts = (
        *(row.summary, row.current_state, row.target_group, row.residents_voice),
        *(row.figures, row.sources, row.stop_reason, row.handed_over_to),
    )
    status = capfirst(row.get_status_display())
    return Found(f"{row.code} {row.title}", row.get_absolute_url(), texts, status)


def _note_found(row: Any) -> Found:
    kind = capfirst(row.get_kind_display())
    url = row.project.get_absolute_url()
    return Found(row.project.title, url, (row.text,), kind, day_of(row.at))


def _pilot_found(row: Any) -> Found:
    project = row.phase.project
    title = gettext("Pilot of %(project)s") % {"project": project.title}
    texts = (row.criterion, row.size, row.evaluation)
    return Found(title, project.get_absolute_url(), texts, project.code, row.phase.started_on)


def _prototype_found(row: Any) -> Found:
    project = row.phase.project
    title = gettext("Prototype of %(project)s") % {"project": project.title}
    texts = (row.tried, row.with_whom, row.learned, row.because)
    return Found(title, project.get_absolute_url(), texts, project.code, row.phase.started_on)


def _case_found(row: Any) -> Found:
    words = {"project": row.project.title, "version": row.version}
    title = gettext("Business case of %(project)s, version %(version)s") % words
    texts = (row.null_alternative, row.project_alternative, row.notes)
    status = capfirst(row.get_status_display())
    return Found(title, row.get_absolute_url(), texts, status, day_of(row.submitted_at))


def _report_found(row: Any) -> Found:
    texts = (row.reached, row.others_should_know)
    where = capfirst(quarter_in_words(row.period))
    return Found(row.project.title, row.get_absolute_url(), texts, where, day_of(row.reported_at))


def _document_found(row: Any) -> Found:
    url = reverse("projects:document", args=[row.pk])
    on = day_of(row.document.at)
    return Found(row.title, url, (row.document.name,), row.project.title, on)


KINDS: Final = (
    Kind(
        key="project",
        title=_("Projects"),
        icon="briefcase",
        name="title",
        parts=(
            *(CODE, "title", "summary", "current_state", "target_group", "residents_voice"),
            *("figures", "sources", "stop_reason", "handed_over_to"),
        ),
        rows=lambda question: Project.objects.visible_to(question.person),
        said=_project_found,
        code=CODE,
    ),
    Kind(
        key="project-note",
        title=_("Logs of projects"),
        icon="history",
        name=OF_PROJECT,
        parts=("text",),
        rows=_notes,
        said=_note_found,
        newest=("-at",),
    ),
    Kind(
        key="pilot",
        title=_("Pilots"),
        icon="flag",
        name="phase__project__title",
        parts=("size", "criterion", "evaluation"),
        rows=_pilots,
        said=_pilot_found,
    ),
    Kind(
        key="prototype",
        title=_("Prototypes"),
        icon="settings",
        name="phase__project__title",
        parts=("tried", "with_whom", "learned", "because"),
        rows=_prototypes,
        said=_prototype_found,
    ),
    Kind(
        key="case",
        title=_("Business cases"),
        icon="euro",
        name=OF_PROJECT,
        parts=(OF_PROJECT, "null_alternative", "project_alternative", "notes"),
        rows=_cases,
        said=_case_found,
    ),
    Kind(
        key="report",
        title=_("Progress reports"),
        icon="columns",
        name=OF_PROJECT,
        parts=("reached", "others_should_know"),
        rows=_reports,
        said=_report_found,
        newest=("-year", "-quarter"),
    ),
    Kind(
        key="project-document",
        title=_("Documents of projects"),
        icon="document",
        name="title",
        parts=("title", "document__name"),
        rows=_documents,
        said=_document_found,
        newest=("-document__at",),
    ),
)
