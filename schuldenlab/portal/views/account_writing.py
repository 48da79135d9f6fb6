"""The doors of the kernteam: beginning an account, writing its texts, and publishing it."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programme import actions, forms
from programme.actions.accounts import mark_of
from programme.models import AccountBlock, AnnualAccount
from schuldenlab.portal.account import FIGURES, Figure, Question, figures_of
from schuldenlab.portal.account.edition import content_of, is_interim_at, may_be_told
from schuldenlab.portal.account.page import Ways, name_of
from schuldenlab.portal.account.texts import hidden_in, in_plain, paragraphs, unknown
from schuldenlab.portal.account.words import BESIDE, TITLES, with_unit
from schuldenlab.web.doors import ActionDoor, DetailDoor
from schuldenlab.web.written import made_of

from .accounts import account_crumbs, list_crumbs

DRAFTS = AnnualAccount.objects.filter(status=AnnualAccount.Status.DRAFT)
BY_YEAR = {"year": "year"}


class StartAccount(ActionDoor):
    """Begin an edition of the account of a year."""

    permission = "programme.start_account"
    success_message = gettext_lazy("There is a draft now. Nobody outside the kernteam sees it.")

    def get_object(self) -> None:
        """There is none yet; a year that has not begun, or from before the lab, is not found."""
        if not may_be_told(self.kwargs["year"], self.at):
            raise Http404

    def facts(self) -> dict[str, Any]:
        """Of which year, and that it starts from what was written before."""
        year = self.kwargs["year"]
        return {
            "heading": _("Begin the account of %(year)s") % {"year": year},
            "lead": _("Is there an edition of this year already? Then its texts are copied."),
            "crumbs": [*list_crumbs(reverse("portal:account-list")), {"label": str(year)}],
            "submit": _("Begin a draft"),
        }

    def act(self, form: Any) -> AnnualAccount:
        """A draft without texts, or with those of the last edition."""
        del form
        return actions.start_account(self.kwargs["year"], actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """On to its texts."""
        return reverse("portal:account-write", args=[self.kwargs["year"]])


class WriteAccount(DetailDoor):
    """All texts of a draft, with how far each is."""

    queryset = DRAFTS
    lookup = BY_YEAR
    permission = "programme.write_account"
    template_name = "portal/account_write.html"

    def facts(self) -> dict[str, Any]:
        """Every heading, written or not."""
        account = self.object
        texts = {each.heading: each for each in account.blocks.all()}
        figures = figures_of(Question(account.year, self.at))
        return {
            "heading": _("Write the account of %(year)s") % {"year": account.year},
            "lead": _("You write the texts; the figures come from the data."),
            "crumbs": account_crumbs(account, self.at, account.get_absolute_url()),
            "account": account,
            "blocks": [
                {"heading": heading, "title": label, **_block(texts.get(heading), figures)}
                for heading, label in AccountBlock.Heading.choices
            ],
            "may_publish": self.person.has_perm("programme.publish_account", account),
        }


def _block(block: AccountBlock | None, figures: Mapping[str, Figure]) -> dict[str, Any]:
    """A text as it reads, with the names of the figures in it that are not shown."""
    text = block.text if block else ""
    return {
        "block": block,
        "said": made_of(" ".join(in_plain(text, figures)), text),
        "hidden": [TITLES[code] for code in hidden_in(text, figures)],
    }


class WriteBlock(ActionDoor):
    """The text under one heading, with the figures that it may cite."""

    queryset = DRAFTS
    lookup = BY_YEAR
    permission = "programme.write_account"
    template_name = "portal/account_block.html"
    success_message = gettext_lazy("The text is saved. Nobody outside the kernteam sees it yet.")
    preview: Any = None

    def get_object(self) -> AnnualAccount:
        """The draft; the heading in the address has to be one of ours."""
        if self.kwargs["heading"] not in AccountBlock.Heading.values:
            raise Http404
        account: AnnualAccount = super().get_object()
        self.figures = figures_of(Question(account.year, self.at)) if account else {}
        return account

    def block(self) -> AccountBlock | None:
        """What is saved under this heading."""
        found: AccountBlock | None = self.object.blocks.filter(
            heading=self.kwargs["heading"]
        ).first()
        return found

    def get_form(self, form_class: Any = None) -> forms.BlockForm:
        """The text as it is now."""
        del form_class
        kwargs = {**self.get_form_kwargs(), "unknown": lambda text: unknown(text, FIGURES)}
        if self.request.method != "POST":
            block = self.block()
            kwargs["initial"] = {
                "text": block.text if block else "",
                "based_on": block.version if block else 0,
            }
        return forms.BlockForm(**kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """“Preview” shows how it reads; nothing is saved."""
        if "preview" not in request.POST:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        self.preview = paragraphs(form.cleaned_data["text"], self.figures)
        return self.render_to_response(self.get_context_data(form=form))

    def facts(self) -> dict[str, Any]:
        """The figures that can be cited, with what they are now."""
        heading = AccountBlock.Heading(self.kwargs["heading"])
        beside = BESIDE.get(heading, ())
        order = sorted(self.figures, key=lambda code: (code not in beside, str(TITLES[code])))
        account = self.object
        write = reverse("portal:account-write", args=[account.year])
        return {
            "heading": heading.label,
            "crumbs": [*account_crumbs(account, self.at, write), {"label": heading.label}],
            "citable": [
                {"code": code, "title": TITLES[code], "words": with_unit(self.figures[code])}
                for code in order
            ],
            "preview": self.preview,
        }

    def act(self, form: Any) -> AccountBlock:
        """Save it, unless somebody else did so first."""
        return actions.write_block(
            self.object,
            self.kwargs["heading"],
            text=form.cleaned_data["text"],
            based_on=form.cleaned_data["based_on"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """Back to all texts."""
        return reverse("portal:account-write", args=[self.object.year])


class PublishAccount(ActionDoor):
    """The last look: what becomes public, and that nothing of it can be changed."""

    queryset = DRAFTS
    lookup = BY_YEAR
    permission = "programme.publish_account"
    template_name = "portal/account_publish.html"
    form_class = forms.PublishForm
    success_message = gettext_lazy("The account is published. Everybody can read it now.")

    def get_initial(self) -> dict[str, Any]:
        """The mark of the texts that this page was made of."""
        return {"seen": mark_of(self.object)}

    def facts(self) -> dict[str, Any]:
        """Figures that become public, and those that do not."""
        account = self.object
        figures = figures_of(Question(account.year, self.at))
        is_interim = is_interim_at(account, self.at)
        write = reverse("portal:account-write", args=[account.year])
        name = name_of(account.year, is_interim=is_interim)
        return {
            "heading": _("Publish: %(name)s") % {"name": name},
            "crumbs": [*account_crumbs(account, self.at, write), {"label": _("Publish")}],
            "is_interim": is_interim,
            "texts": account.blocks.exclude(text="").count(),
            "of": len(AccountBlock.Heading.values),
            "shown": [
                {"title": TITLES[code], "words": with_unit(each)}
                for code, each in figures.items()
                if each.is_shown
            ],
            "hidden": [TITLES[code] for code, each in figures.items() if not each.is_shown],
            "gaps": _gaps(account, figures),
            "preview_url": account.get_absolute_url(),
        }

    def act(self, form: Any) -> AnnualAccount:
        """Freeze texts and figures."""
        account: AnnualAccount = self.object
        return actions.publish_account(
            account,
            content=content_of(account.year, self.at),
            seen=form.cleaned_data["seen"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The edition as everybody reads it."""
        return Ways(self.object.year, self.object.edition).to("edition")


def _gaps(account: AnnualAccount, figures: Mapping[str, Figure]) -> list[dict[str, Any]]:
    """The texts in which a figure will read “(not shown)”, with where to mend them."""
    found = {each.heading: hidden_in(each.text, figures) for each in account.blocks.all()}
    return [
        {
            "title": label,
            "names": [TITLES[code] for code in found[heading]],
            "url": reverse("portal:account-block", args=[account.year, heading]),
        }
        for heading, label in AccountBlock.Heading.choices
        if found.get(heading)
    ]
