"""The annual account for everybody: no login, and the hash of the edition as its version."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from programme.models import AnnualAccount
from programme.views.exports import attachment
from schuldenlab.portal.account.difference import Change, changes_since
from schuldenlab.portal.account.edition import edition_of, is_intact
from schuldenlab.portal.account.page import Ways, changes_of, name_of, page_of, table_of
from schuldenlab.portal.account.words import TITLES
from schuldenlab.portal.pdf.account import account_pdf

from .accounts import pdf_name
from .public.page import Crumbs, PublicPage, public_crumbs

SHELL = "portal/public/base.html"  # what is around a page for everybody


class PublicAccounts(PublicPage):
    """Every year with its editions."""

    template_name = "portal/public_accounts.html"

    @cached_property
    def editions(self) -> list[AnnualAccount]:
        """All that was published."""
        return list(AnnualAccount.objects.shown_to_all().defer("snapshot"))

    def version(self) -> str:
        """The hashes of them all."""
        return " ".join(each.sha256 for each in self.editions)

    def facts(self) -> dict[str, Any]:
        """The latest year first."""
        return {
            "heading": _("Annual accounts"),
            "lead": _("How each year went, with figures that everybody can check."),
            "crumbs": public_crumbs(_("Annual accounts")),
            "accounts": self.editions,
        }


class PublicAccountPage(PublicPage):
    """An edition that everybody may read: the one in the address, else the last of its year."""

    @cached_property
    def account(self) -> AnnualAccount:
        """One query; a draft is not found."""
        wanted = {name: self.kwargs[name] for name in ("year", "edition") if name in self.kwargs}
        found: AnnualAccount | None = AnnualAccount.objects.shown_to_all().filter(**wanted).first()
        if found is None:
            raise Http404
        return found

    @property
    def ways(self) -> Ways:
        """The pages of this edition for everybody."""
        return Ways(self.account.year, self.account.edition, is_public=True)

    def version(self) -> str:
        """The hash of the edition, which says all of it."""
        return self.account.sha256

    @property
    def named(self) -> str:
        """What the edition is called."""
        return name_of(self.account.year, is_interim=self.account.is_interim)

    def crumbs(self, here: str = "") -> Crumbs:
        """The way back to all accounts, and to this one."""
        every = (_("Annual accounts"), reverse("portal:public-accounts"))
        if not here:
            return public_crumbs(self.named, every)
        return public_crumbs(here, every, (self.named, self.ways.to("edition")))


class PublicAccount(PublicAccountPage):
    """The whole edition."""

    template_name = "portal/account_edition.html"

    def version(self) -> str:
        """With which other editions there are: a later one is named on an earlier page."""
        return " ".join([super().version(), *(str(each.edition) for each in self.others)])

    @cached_property
    def others(self) -> list[AnnualAccount]:
        """The other editions of the year."""
        of_year = AnnualAccount.objects.shown_to_all().filter(year=self.account.year)
        return [each for each in of_year.defer("snapshot") if each != self.account]

    def facts(self) -> dict[str, Any]:
        """The same page as for who takes part."""
        edition = edition_of(self.account, self.at)
        return {
            **page_of(edition, self.ways),
            "is_public": True,
            "shell": SHELL,
            "heading": self.named,
            "description": _("How %(year)s went: what we decided and did, with figures to check.")
            % {"year": self.account.year},
            "crumbs": self.crumbs(),
            "editions": self.others,
            "pdf_url": self.ways.to("pdf"),
            "json_url": self.ways.to("json"),
            "changes_url": self.ways.to("changes"),
            "is_intact": is_intact(self.account),
            "no_city": True,
        }


class PublicAccountFigure(PublicAccountPage):
    """One figure with the rows that add up to it."""

    template_name = "portal/account_figure.html"

    def facts(self) -> dict[str, Any]:
        """Rows without links: their records are for who takes part."""
        edition = edition_of(self.account, self.at)
        figure = edition.figures.get(self.kwargs["code"])
        if figure is None:
            raise Http404
        title = str(TITLES.get(figure.code, figure.code))
        return {
            "shell": SHELL,
            "heading": title,
            "description": f"{title}, {self.named}",
            "crumbs": self.crumbs(title),
            "edition": edition,
            "figure": figure,
            "table": table_of(figure, {}),
            "back": self.ways.to("edition"),
        }


class PublicAccountChanges(PublicAccountPage):
    """What became known since it was published, as far as everybody may compare."""

    template_name = "portal/account_changes.html"

    @cached_property
    def changed(self) -> list[Change]:
        """The figures of the edition beside those of now."""
        return changes_since(edition_of(self.account, self.at), self.at)

    def version(self) -> str:
        """The hash with all that changed."""
        return f"{super().version()} {self.changed}"

    def facts(self) -> dict[str, Any]:
        """The same page as for who takes part."""
        heading = _("What changed since it was published")
        return {
            "shell": SHELL,
            "heading": heading,
            "description": f"{heading}: {self.named}",
            "crumbs": self.crumbs(heading),
            "edition": edition_of(self.account, self.request.at),  # type: ignore[attr-defined]
            "changes": changes_of(self.changed, self.ways),
            "leaves_out": True,
            "back": self.ways.to("edition"),
        }


class PublicAccountPdf(PublicAccountPage):
    """The edition on paper."""

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Tagged, in the language of the reader."""
        del context, kwargs
        edition = edition_of(self.account, self.at)
        return attachment(account_pdf(edition), pdf_name(self.account), "application/pdf")


class PublicAccountJson(PublicAccountPage):
    """Exactly the text that the hash is of, so that anybody can check it."""

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Canonical JSON in UTF-8."""
        del context, kwargs
        return HttpResponse(self.account.snapshot.encode(), content_type="application/json")
