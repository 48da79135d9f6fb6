"""The kernteam: who it is, which places are open, and who was in it before."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Framework, KernteamMember
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import crumbs


class Kernteam(DetailDoor):
    """Everybody who takes part sees who keeps the programme going."""

    permission = "partners.view_kernteammember"
    template_name = "partners/kernteam.html"

    def facts(self) -> dict[str, Any]:
        """Who is in it now, who will be, who was; and how many the framework asks for."""
        day = local_day(self.at)
        terms = list(
            KernteamMember.objects.visible_to(self.person)
            .filter(struck_at__isnull=True)
            .with_taken_over()
            .select_related("person")
            .order_by("role", "from_on", "pk")
        )
        now = [each for each in terms if each.from_on <= day <= (each.until_on or day)]
        past = [each for each in terms if each.until_on is not None and each.until_on < day]
        framework = Framework.objects.current(day)
        return {
            "heading": _("Kernteam"),
            "lead": _("These people of the municipality keep the programme going."),
            "crumbs": crumbs((_("Kernteam"), "")),
            "terms": now,
            "coming": [each for each in terms if each.from_on > day],
            "past": sorted(past, key=lambda each: each.until_on or day, reverse=True),
            "places": _places(framework, now) if framework else [],
            "may_appoint": self.person.standing.is_manager,
        }


def _places(framework: Framework, now: list[KernteamMember]) -> list[dict[str, Any]]:
    """For each role what the framework asks for, and how many places are open."""
    needs = {
        KernteamMember.Role.MANAGER: (_("managers"), framework.kernteam_managers),
        KernteamMember.Role.STAFF: (_("staff members"), framework.kernteam_staff),
    }
    filled = {role: sum(term.role == role for term in now) for role in needs}
    return [
        {"label": label, "have": filled[role], "need": need, "open": max(0, need - filled[role])}
        for role, (label, need) in needs.items()
    ]


class KernteamAction(ActionDoor):
    """An act on the kernteam; afterwards you are on its page."""

    def get_success_url(self) -> str:
        """The kernteam."""
        return reverse("partners:kernteam")


class Appoint(KernteamAction):
    """The manager takes somebody into the kernteam."""

    permission = "partners.appoint_to_kernteam"
    success_message = gettext_lazy("Done. Somebody new gets a mail that tells how to log in.")

    def get_form(self, form_class: Any = None) -> forms.AppointForm:
        """People who are not in it, and today as first day."""
        del form_class
        return forms.AppointForm(**self.get_form_kwargs(), day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        return {
            "heading": _("Who joins the kernteam?"),
            "lead": _("From that day this person sees and does what the kernteam does."),
            "crumbs": crumbs((_("Kernteam"), "partners:kernteam"), (_("Appoint"), "")),
            "submit": _("Appoint this person"),
        }

    def act(self, form: Any) -> KernteamMember:
        """Appoint; somebody new is invited first."""
        data = form.cleaned_data
        facts = {"role": data["role"], "from_on": data["from_on"]}
        if data["person"]:
            return actions.appoint_to_kernteam(
                data["person"], **facts, actor=self.person, at=self.at
            )
        return actions.invite_to_kernteam(
            email=data["email"], name=data["name"], **facts, actor=self.person, at=self.at
        )


class EndTerm(KernteamAction):
    """The manager fills in somebody's last day."""

    queryset = KernteamMember.objects.select_related("person")
    permission = "partners.end_kernteam_term"
    success_message = gettext_lazy("The last day is recorded. The history stays.")

    def get_form(self, form_class: Any = None) -> forms.LastDayForm:
        """Not before the first day."""
        del form_class
        day = local_day(self.at)
        return forms.LastDayForm(**self.get_form_kwargs(), from_on=self.object.from_on, day=day)

    def facts(self) -> dict[str, Any]:
        """Whose term, and what follows."""
        name = self.object.person.name
        is_own = self.object.person_id == self.person.pk
        return {
            "heading": _("When does %(name)s leave the kernteam?") % {"name": name},
            "lead": _("After this day the account stays, without the work of the kernteam."),
            "crumbs": crumbs((_("Kernteam"), "partners:kernteam"), (name, "")),
            "note": _("This is you. First appoint your successor: only a manager can do that.")
            if is_own
            else "",
            "submit": _("Record the last day"),
        }

    def act(self, form: Any) -> KernteamMember:
        """End it."""
        return actions.end_kernteam_term(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )
