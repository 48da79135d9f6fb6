"""The doors of the overview: how all projects went, quarter by quarter."""

from typing import Any, Final

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import GoLive
from partners.querysets import local_day
from partners.resources.tables import KINDS
from programme.views.crumbs import Crumbs, home_crumb
from programme.views.exports import attachment
from projects.models import Phase, ProgressReport, Project
from projects.quarters import Quarter, last_quarters
from projects.resources import progress_table
from projects.wording import light_in_words, quarter_in_short, quarter_in_words
from schuldenlab.web.doors import ListDoor

SHOWN: Final = 6
READ_ONLY: Final = ("get", "head", "options")


def across_crumbs(here: str) -> Crumbs:
    """The way back from a page about all projects."""
    every = {"label": _("Projects"), "url": reverse("projects:project-list")}
    return [home_crumb(), every, {"label": here, "url": ""}]


class ProgressOverview(ListDoor):
    """Projects below each other, the last quarters beside each other."""

    queryset = Project.objects.all()
    permission = "projects.view_project"
    template_name = "projects/progress_list.html"

    @property
    def quarters(self) -> list[Quarter]:
        """The last six, the oldest first."""
        return last_quarters(local_day(self.at), SHOWN)

    def get_queryset(self) -> Any:
        """What goes now, and what reported in these quarters; as its card names it."""
        recent = ProgressReport.objects.since(self.quarters[0]).filter(project=OuterRef("pk"))
        found = super().get_queryset().with_card(local_day(self.at))
        going = Q(status__in=["active", "on_hold"])
        return found.filter(going | Exists(recent)).order_by("title", "pk")

    def rows(self, projects: Any) -> list[dict[str, Any]]:
        """Each project with a cell for each quarter."""
        projects, self.live_on = list(projects), GoLive.objects.day()
        reports = ProgressReport.objects.counting(self.at).since(self.quarters[0])
        made = {
            (each.project_id, each.period): each for each in reports.filter(project__in=projects)
        }
        ran: dict[int, list[Phase]] = {}
        for phase in Phase.objects.begun().filter(project__in=projects):
            ran.setdefault(phase.project_id, []).append(phase)
        return [
            {
                "project": each,
                "cells": [
                    self._cell(each, made.get((each.pk, quarter)), quarter, ran.get(each.pk, []))
                    for quarter in self.quarters
                ],
            }
            for each in projects
        ]

    def _cell(
        self,
        project: Project,
        report: ProgressReport | None,
        quarter: Quarter,
        phases: list[Phase],
    ) -> dict[str, Any]:
        """The light of a report; else whether one was asked."""
        words = {"quarter": quarter_in_words(quarter), "short": quarter_in_short(quarter)}
        if report is not None:
            text = light_in_words(report.worst)
            return {"report": report, "badge": report.worst, "text": text, **words}
        is_over = quarter < Quarter.of(local_day(self.at))
        ended_at = project.stopped_at or project.handed_over_at
        if ended_at is not None and local_day(ended_at) <= quarter.due_on:
            return {"badge": "", "text": "", **words}
        if _waited(project, quarter):
            return {"badge": "", "text": _("On hold"), **words}
        is_ours = self.live_on is None or quarter.last_on >= self.live_on
        if is_over and is_ours and any(_began(each, quarter) for each in phases):
            return {"badge": "open", "text": _("No report"), **words}
        return {"badge": "", "text": "" if is_over else _("Not asked yet"), **words}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The table with its words."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "rows": self.rows(context["page_obj"].object_list),
            "heads": [quarter_in_short(each) for each in self.quarters],
            "is_insider": self.person.standing.is_insider,
            "heading": _("Progress of all projects"),
            "lead": _("The heaviest of the four lights in each quarterly report."),
            "crumbs": across_crumbs(_("Progress")),
        }


def _waited(project: Project, quarter: Quarter) -> bool:
    """It is on hold since before that report was due."""
    held_at = project.held_at
    if project.status != Project.Status.ON_HOLD or held_at is None:
        return False
    return local_day(held_at) <= quarter.due_on


def _began(phase: Phase, quarter: Quarter) -> bool:
    return phase.started_on is not None and phase.started_on <= quarter.last_on


class ExportProgress(ProgressOverview):
    """The same as a file."""

    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """All projects, one page or more."""
        del request, args, kwargs
        kind = self.kwargs["kind"]
        if kind not in KINDS:
            raise Http404
        write, content_type = KINDS[kind]
        heads = [quarter_in_short(each) for each in self.quarters]
        table = progress_table(heads, self.rows(self.get_queryset()))
        name = _("progress-%(day)s") % {"day": local_day(self.at)}
        return attachment(write(table), f"{name}.{kind}", content_type)
