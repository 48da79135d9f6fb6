"""Doors to the texts of a programme: its versions, what changed, on paper and as a PDF."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.comparison import Change, compare
from programme.freezing import adopted_version
from programme.models import BudgetLine, Programme, ProgrammeVersion
from programme.passages import passages
from programme.pdf import programme_pdf
from schuldenlab.web.doors import DetailDoor
from schuldenlab.web.templatetags.look import day

from .crumbs import programme_crumbs

READ_ONLY = ("get", "head", "options")


def budget_facts(draft: Any) -> dict[str, Any]:
    """The lines of a budget by category, each with its own sum, and the whole."""
    labels = dict(BudgetLine.Category.choices)
    sums = draft.by_category()
    return {
        "total": draft.total,
        "categories": [
            {
                "label": labels[code],
                "sum": amount,
                "lines": [line for line in draft.budget if line.category == code],
            }
            for code, amount in sums.items()
        ],
    }


class VersionList(DetailDoor):
    """Every text that this person may read, the newest first, and what changed each time."""

    queryset = Programme.objects.all()
    lookup = {"year": "year"}
    permission = "programme.view_programme"
    template_name = "programme/version_list.html"

    def facts(self) -> dict[str, Any]:
        """Rows with the version before each."""
        programme = self.object
        visible = ProgrammeVersion.objects.visible_to(self.person).filter(programme=programme)
        versions = list(visible.select_related("person", "programme").order_by("-number"))
        brought = dict(programme.submissions.order_by("ordinal").values_list("version_id", "at"))
        return {
            "heading": _("Versions of the programme of %(year)s") % {"year": programme.year},
            "lead": _("Every text as it was saved. Nothing is ever overwritten.")
            if self.person.standing.is_kernteam
            else _("Every text that was brought to the programmaraad."),
            "crumbs": programme_crumbs(programme, programme.year, _("Versions")),
            "rows": [
                {
                    "version": version,
                    "submitted_at": brought.get(version.pk),
                    "before": versions[place + 1] if place + 1 < len(versions) else None,
                }
                for place, version in enumerate(versions)
            ],
            "shows_notes": self.person.standing.is_kernteam,
        }


class VersionDetail(DetailDoor):
    """One text as it was."""

    queryset = ProgrammeVersion.objects.select_related("programme")
    lookup = {"year": "programme__year", "number": "number"}
    permission = "programme.view_programmeversion"
    template_name = "programme/version_detail.html"

    def facts(self) -> dict[str, Any]:
        """The whole wording, with its hash."""
        version, year = self.object, self.kwargs["year"]
        return {
            "version": version,
            "heading": _("Programme %(year)s, version %(number)s")
            % {"year": year, "number": version.number},
            "lead": _("As it was saved on %(day)s.") % {"day": day(version.at)},
            "crumbs": programme_crumbs(
                version.programme, year, _("Version %(number)s") % {"number": version.number}
            ),
        }


class VersionCompare(DetailDoor):
    """What changed from one text to another, word by word."""

    queryset = ProgrammeVersion.objects.select_related("programme")
    lookup = {"year": "programme__year", "after": "number"}
    permission = "programme.view_programmeversion"
    template_name = "programme/version_compare.html"

    def facts(self) -> dict[str, Any]:
        """Passages in reading order, each with what became of it."""
        after, year = self.object, self.kwargs["year"]
        visible = ProgrammeVersion.objects.visible_to(self.person)
        before = get_object_or_404(
            visible, programme=after.programme_id, number=self.kwargs["before"]
        )
        compared = compare(before.wording, after.wording)
        differs = [each for each in compared if each.change is not Change.SAME]
        return {
            "before": before,
            "after": after,
            "heading": _("What changed in the programme of %(year)s?") % {"year": year},
            "lead": _("Version %(after)s beside version %(before)s.")
            % {"after": after.number, "before": before.number},
            "crumbs": programme_crumbs(after.programme, year, _("What changed")),
            "compared": compared,
            "is_same": not differs,
        }


class ProgrammePrint(DetailDoor):
    """The whole programme on one sheet, without anything around it, for the printer."""

    queryset = Programme.objects.select_related("decision")
    lookup = {"year": "year"}
    permission = "programme.view_programme"
    template_name = "programme/programme_print.html"

    def facts(self) -> dict[str, Any]:
        """The last text of it, in passages."""
        programme = self.object
        version = adopted_version(programme) or programme.versions.order_by("-number").first()
        return {
            "programme": programme,
            "version": version,
            "heading": programme.title,
            "crumbs": programme_crumbs(programme, programme.year, _("Print")),
            "day": local_day(self.at),
            "passages": passages(version.wording)[1:] if version else [],
            "is_frozen": programme.adopted_at is not None,
        }


class ProgrammePdf(DetailDoor):
    """The adopted programme as a PDF that everybody can read."""

    queryset = Programme.objects.select_related("decision__raad", "framework")
    lookup = {"year": "year"}
    permission = "programme.view_programme"
    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only what was adopted has a file."""
        del request, args, kwargs
        version = adopted_version(self.object)
        if version is None:
            raise Http404
        answer = HttpResponse(programme_pdf(self.object, version), content_type="application/pdf")
        name = _("programme-%(year)s") % {"year": self.object.year}
        answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
        answer["Cache-Control"] = "private, no-store"
        answer["X-Content-Type-Options"] = "nosniff"
        return answer
