"""The doors to read the annual account: for who takes part, and a draft for the kernteam."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import AnnualAccount
from programme.views.exports import attachment
from schuldenlab.portal.account import FIGURES
from schuldenlab.portal.account.difference import Change, changes_since
from schuldenlab.portal.account.edition import (
    Edition,
    edition_of,
    is_intact,
    is_interim_at,
    may_be_told,
)
from schuldenlab.portal.account.opening import opened_by
from schuldenlab.portal.account.page import Ways, changes_of, name_of, page_of, table_of
from schuldenlab.portal.account.words import TITLES
from schuldenlab.portal.pdf.account import account_pdf
from schuldenlab.web.doors import DetailDoor, ListDoor

Crumbs = list[dict[str, str]]
KEEPS = frozenset({"get", "head", "options"})


class AccountList(ListDoor):
    """Every year with its editions."""

    queryset = AnnualAccount.objects.all()
    permission = "programme.view_annualaccount"
    template_name = "portal/account_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The latest year first; the kernteam can begin one."""
        this = local_day(self.at).year
        begun = {each.year for each in self.object_list if not each.is_published}
        years = [] if not self.person.standing.is_kernteam else [this, this - 1]
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Annual accounts"),
            "lead": _("How each year went, with figures that everybody can check."),
            "crumbs": list_crumbs(),
            "may_begin": [
                year for year in years if year not in begun and may_be_told(year, self.at)
            ],
        }


class AccountDoor(DetailDoor):
    """One edition."""

    queryset = AnnualAccount.objects.all()
    lookup = {"year": "year", "edition": "edition"}
    permission = "programme.view_annualaccount"
    object: AnnualAccount

    @property
    def ways(self) -> Ways:
        """Its pages."""
        return Ways(self.object.year, self.object.edition)

    def edition(self) -> Edition:
        """As it was frozen; of a draft with the figures of now."""
        return edition_of(self.object, self.at)

    def changed(self, edition: Edition) -> list[Change]:
        """What became known since, as far as this reader may compare."""
        if not self.object.is_published:
            return []
        return changes_since(edition, self.at, knows_all=self.person.standing.is_kernteam)


class AccountEdition(AccountDoor):
    """The whole account on one page."""

    template_name = "portal/account_edition.html"

    def facts(self) -> dict[str, Any]:
        """Texts with their figures, and in one sentence what changed since."""
        edition = self.edition()
        others = AnnualAccount.objects.filter(year=self.object.year).visible_to(self.person)
        return {
            **page_of(edition, self.ways),
            **_ways_on(self.ways),
            "crumbs": account_crumbs(self.object, self.at),
            "editions": [each for each in others.defer("snapshot") if each != self.object],
            "changed": [TITLES.get(each.code, each.code) for each in self.changed(edition)],
            "is_intact": self.object.is_published and is_intact(self.object),
            "no_city": True,
        }


class AccountFigure(AccountDoor):
    """One figure with the rows that add up to it."""

    template_name = "portal/account_figure.html"

    def facts(self) -> dict[str, Any]:
        """The rows as everybody may see them; with links to what this reader can open."""
        edition = self.edition()
        figure = edition.figures.get(self.kwargs["code"])
        if figure is None:
            raise Http404
        title = str(TITLES.get(figure.code, figure.code))
        opened = opened_by(self.person, [row.key for row in figure.rows])
        return {
            "heading": title,
            "crumbs": [
                *account_crumbs(self.object, self.at, self.ways.to("edition")),
                {"label": title},
            ],
            "edition": edition,
            "figure": figure,
            "table": table_of(figure, opened),
            "back": self.ways.to("edition"),
        }


class AccountChanges(AccountDoor):
    """What became known since an edition was published."""

    template_name = "portal/account_changes.html"

    def facts(self) -> dict[str, Any]:
        """The figures that are others now, with the rows that came, went or changed."""
        if not self.object.is_published:
            raise Http404
        edition = self.edition()
        heading = _("What changed since it was published")
        return {
            "heading": heading,
            "crumbs": [
                *account_crumbs(self.object, self.at, self.ways.to("edition")),
                {"label": heading},
            ],
            "edition": edition,
            "changes": changes_of(self.changed(edition), self.ways),
            "leaves_out": not self.person.standing.is_kernteam,
            "counted": len(FIGURES),
            "back": self.ways.to("edition"),
        }


class AccountPdf(AccountDoor):
    """The same on paper."""

    http_method_names = tuple(sorted(KEEPS))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Tagged, in the language of the reader."""
        del request, args, kwargs
        paper = account_pdf(self.edition())
        return attachment(paper, pdf_name(self.object), "application/pdf")


def pdf_name(account: AnnualAccount) -> str:
    """The name of the file."""
    words = _("annual-account-%(year)s-%(edition)s.pdf")
    return words % {"year": account.year, "edition": account.edition}


def account_crumbs(account: AnnualAccount, at: datetime, url: str = "") -> Crumbs:
    """The way to an edition."""
    words = _("%(name)s, edition %(edition)s") % {
        "name": name_of(account.year, is_interim=is_interim_at(account, at)),
        "edition": account.edition,
    }
    return [*list_crumbs(reverse("portal:account-list")), {"label": words, "url": url}]


def list_crumbs(url: str = "") -> Crumbs:
    """The way to all accounts; they stand under the Kompas in the menu."""
    kompas = {"label": _("Kompas"), "url": reverse("portal:kompas")}
    return [kompas, {"label": _("Annual accounts"), "url": url}]


def _ways_on(ways: Ways) -> dict[str, str]:
    return {"pdf_url": ways.to("pdf"), "changes_url": ways.to("changes")}
