"""Putting a wrong fact right: the old facts beside the new ones, and what was wrong."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Ambassadorship, KernteamMember, Mandate, Partnership
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor

from .crumbs import crumbs
from .upkeep import partner_crumbs

Keys = list[dict[str, str]]


class Correct(ActionDoor):
    """One fact. The old row is struck, the right one takes its place."""

    template_name = "partners/correct.html"
    right_form: ClassVar[Any]
    correction: ClassVar[Any]
    fields: ClassVar[tuple[str, ...]] = ("from_on", "until_on")
    success_message = gettext_lazy("Corrected. The old facts stay in the history.")

    def obstacle(self) -> str:
        """A row that was corrected is not corrected once more."""
        if self.object.struck_at is not None:
            return _("This was corrected already. Look at the newest row.")
        return ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A fact has no page of its own: what cannot be done is said on that of the history."""
        obstacle = self.obstacle()
        if obstacle:
            messages.warning(request, obstacle)
            return HttpResponseRedirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        """What is recorded now."""
        return {name: getattr(self.object, name) for name in self.fields}

    def get_form(self, form_class: Any = None) -> Any:
        """The facts of this kind."""
        del form_class
        return self.right_form(**self.get_form_kwargs(), day=local_day(self.at))

    def subject(self) -> str:
        """What it is about, in words."""
        raise NotImplementedError

    def now(self) -> Keys:
        """The facts as they are recorded."""
        return [
            key(_("First day"), self.object.from_on),
            key(_("Last day"), self.object.until_on),
        ]

    def way_back(self) -> Any:
        """The crumbs of the page."""
        return partner_crumbs(
            self.object.organisation, (_("History"), self.get_success_url()), (_("Correct"), "")
        )

    def facts(self) -> dict[str, Any]:
        """The old facts, and what the act does."""
        return {
            "heading": _("Correct: %(what)s") % {"what": self.subject()},
            "lead": _("The old facts stay in the history, struck through, with your reason."),
            "crumbs": self.way_back(),
            "keys": self.now(),
            "submit": _("Record the right facts"),
        }

    def act(self, form: Any) -> Any:
        """Strike it, or put another row in its place."""
        told = {"reason": form.cleaned_data["reason"], "actor": self.person, "at": self.at}
        if form.cleaned_data["never_was"]:
            return actions.strike_fact(self.object, **told)
        return self.correction(self.object, **form.facts(), **told)

    def get_success_url(self) -> str:
        """The history of the organisation."""
        return reverse("partners:organisation-history", args=[self.object.organisation_id])


def key(label: str, value: date | str | None) -> dict[str, str]:
    """One fact as a line."""
    words = date_format(value, "DATE_FORMAT") if isinstance(value, date) else value
    return {"label": label, "value": words or _("not filled in")}


class CorrectPartnership(Correct):
    """Another day of joining or leaving."""

    queryset = Partnership.objects.select_related("organisation")
    permission = "partners.correct_partnership"
    right_form = forms.CorrectPartnershipForm
    correction = staticmethod(actions.correct_partnership)
    fields = ("joined_on",)

    def get_initial(self) -> dict[str, Any]:
        """The day of leaving is recorded as the first day without."""
        left = self.object.left_on
        return super().get_initial() | {"last_on": left - timedelta(days=1) if left else None}

    def subject(self) -> str:
        """Which partner."""
        return _("%(name)s as a partner") % {"name": self.object.organisation.name}

    def now(self) -> Keys:
        """Both days."""
        left = self.object.left_on
        return [
            key(_("Partner from"), self.object.joined_on),
            key(_("Last day as a partner"), left - timedelta(days=1) if left else None),
        ]

    def facts(self) -> dict[str, Any]:
        """What hangs on it."""
        note = _("A seat from before the right first day no longer counts in open ballots.")
        return {**super().facts(), "note": note}


class CorrectMandate(Correct):
    """Another role, right to sign, or other days."""

    queryset = Mandate.objects.select_related("organisation", "person")
    permission = "partners.correct_mandate"
    right_form = forms.CorrectMandateForm
    correction = staticmethod(actions.correct_mandate)
    fields = ("role", "may_sign", "from_on", "until_on")

    def subject(self) -> str:
        """Whose mandate."""
        names = {"person": self.object.person.name, "name": self.object.organisation.name}
        return _("%(person)s for %(name)s") % names

    def now(self) -> Keys:
        """The role besides."""
        may_sign = _("yes") if self.object.may_sign else _("no")
        return [
            key(_("Role"), self.object.get_role_display()),
            key(_("May sign for the organisation"), may_sign),
            *super().now(),
        ]


class CorrectAmbassadorship(Correct):
    """Another theme, or other days."""

    queryset = Ambassadorship.objects.select_related("organisation", "theme")
    permission = "partners.correct_ambassadorship"
    right_form = forms.CorrectAmbassadorshipForm
    correction = staticmethod(actions.correct_ambassadorship)
    fields = ("theme", "from_on", "until_on")

    def subject(self) -> str:
        """Who, and for which theme."""
        names = {"name": self.object.organisation.name, "theme": self.object.theme.name}
        return _("%(name)s as ambassador of “%(theme)s”") % names

    def now(self) -> Keys:
        """The theme besides."""
        return [key(_("Theme"), self.object.theme.name), *super().now()]


class CorrectTerm(Correct):
    """Another role in the kernteam, or other days."""

    queryset = KernteamMember.objects.select_related("person")
    permission = "partners.correct_kernteam_term"
    right_form = forms.CorrectTermForm
    correction = staticmethod(actions.correct_kernteam_term)
    fields = ("role", "from_on", "until_on")

    def subject(self) -> str:
        """Whose term."""
        return _("%(person)s in the kernteam") % {"person": self.object.person.name}

    def now(self) -> Keys:
        """The role besides."""
        return [key(_("Role"), self.object.get_role_display()), *super().now()]

    def way_back(self) -> Any:
        """The kernteam has a page of its own."""
        return crumbs((_("Kernteam"), "partners:kernteam"), (_("Correct"), ""))

    def get_success_url(self) -> str:
        """The kernteam."""
        return reverse("partners:kernteam")
