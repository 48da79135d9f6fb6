"""The doors of what a partner contributes: its own page, and the year on paper."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from funding.contribution import Cell, Contribution, contribution_of, years_of
from funding.ledger import years_of as years_of_pledges
from funding.pdf import category_name, statement_pdf
from funding.wording import gains_in_words, given_in_words, reached_in_words
from partners.models import Organisation
from partners.querysets import local_day
from programme.views.crumbs import home_crumb
from programme.views.exports import attachment
from schuldenlab.web.doors import DetailDoor, Door

from .ledger import named_totals, state_in_words
from .sections import BADGES

FIRST_YEAR, LAST_YEAR = 2000, 2100
READ_ONLY: Final = ("get", "head", "options")


class OfPartner(Door):
    """Only for who works for it, and for the kernteam."""

    queryset = Organisation.objects.all()
    permission = "funding.view_contribution"

    @property
    def year(self) -> int:
        """That of the address, else this one."""
        year: int = self.kwargs.get("year", local_day(self.at).year)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Http404
        return year


class ContributionPage(OfPartner, DetailDoor):
    """What it pledged, what arrived, what it is worth, and what came of it."""

    template_name = "funding/contribution.html"

    def facts(self) -> dict[str, Any]:
        """One year, and below it all years by category."""
        found = contribution_of(self.object, self.year, self.at)
        is_own = self.object.pk in self.person.standing.organisation_ids
        heading = _("What you contribute") if is_own else _("What %(name)s contributes")
        heading = heading % {"name": self.object.name} if not is_own else heading
        _dress(found, years_of_pledges(found.pledges, self.at))
        return {
            "organisation": self.object,
            "found": found,
            "year": self.year,
            "years": years_of(found, self.at),
            "totals": named_totals(found.totals),
            "grid": _grid(found.cells),
            "given": [{"fact": each, "words": given_in_words(each)} for each in found.given],
            "gains": [{"case": each.case, "words": gains_in_words(each)} for each in found.gains],
            "reached": [
                {"indicator": each, "words": reached_in_words(each)} for each in found.indicators
            ],
            "is_own": is_own,
            "heading": heading,
            "lead": _("Only %(name)s and the kernteam see this page.") % {"name": self.object.name},
            "crumbs": [
                home_crumb(),
                {"label": _("Pledges"), "url": reverse("funding:pledge-list")},
                {"label": self.object.name, "url": ""},
            ],
        }


def _dress(found: Contribution, years: dict[int, Any]) -> None:
    for each in found.pledges:
        each.badge, each.state_words = BADGES[each.state], state_in_words(each)
        each.years = years.get(each.pk, [])


def _grid(cells: Iterable[Cell]) -> list[dict[str, Any]]:
    """The last year first, each category in words."""
    rows = sorted(cells, key=lambda each: (-each.year, each.category))
    return [{"cell": each, "category": category_name(each.category)} for each in rows]


class YearStatement(OfPartner, View):
    """The year on paper."""

    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only own figures."""
        del request, args, kwargs
        found = contribution_of(self.object, self.year, self.at)
        name = _("contribution-%(year)s.pdf") % {"year": self.year}
        return attachment(statement_pdf(found, at=self.at), name, "application/pdf")
