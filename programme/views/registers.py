"""The register as a file, and the decisions of a year as a page to print and a PDF."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from partners.resources.tables import KINDS
from programme.models import Decision
from programme.pdf import year_pdf
from programme.resources import decision_table
from schuldenlab.web.doors import DetailDoor

from .crumbs import decision_crumbs
from .decisions import DecisionList, with_badge
from .theme_words import theme_line

READ_ONLY: Final = ("get", "head", "options")


def _as_file(data: bytes, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _themes_of(decision: Decision) -> list[dict[str, Any]]:
    return [theme_line(each) for each in decision.innovation_themes.all()]


class ExportDecisions(DecisionList):
    """The register as it was looked for, as a file."""

    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """In the order of the register."""
        del args, kwargs
        kind, found = self.kwargs["kind"], self.get_queryset()
        if kind not in KINDS:
            raise Http404
        if not self.form.is_valid():
            # Its page says what is wrong with these words.
            return redirect(f"{reverse('programme:decision-list')}?{request.GET.urlencode()}")
        write, content_type = KINDS[kind]
        name = _("decisions-%(day)s") % {"day": local_day(self.at)}
        return _as_file(write(decision_table(found)), content_type, f"{name}.{kind}")


class DecisionsOfYear(DetailDoor):
    """All decisions of a year with their text and what became of them, to read and to print."""

    http_method_names = READ_ONLY
    permission = "programme.view_decision"
    template_name = "programme/decision_year.html"

    def decisions(self) -> list[Decision]:
        """In the order of their numbers; a year without any is no page."""
        found = Decision.objects.visible_to(self.person).of_year(self.kwargs["year"])
        day = local_day(self.at)
        decisions = [with_badge(each, day) for each in found]
        if not decisions:
            raise Http404
        return decisions

    def facts(self) -> dict[str, Any]:
        """The decisions, and the way to the file."""
        year = self.kwargs["year"]
        return {
            "decisions": [(each, _themes_of(each)) for each in self.decisions()],
            "year": year,
            "at": self.at,
            "heading": _("Decisions of %(year)s") % {"year": year},
            "lead": _("What the programmaraad decided, and what became of it."),
            "crumbs": decision_crumbs(str(year)),
        }


class DecisionsOfYearPdf(DecisionsOfYear):
    """The same as a file that everybody can read (PDF/UA), in Dutch as the decisions are."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Made anew each time: it says how things stand at that moment."""
        del request, args, kwargs
        year = self.kwargs["year"]
        data = year_pdf(year, self.decisions(), at=self.at)
        return _as_file(data, "application/pdf", f"besluiten-{year}.pdf")
