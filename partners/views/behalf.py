"""What a partner said by phone, by letter or in a meeting, recorded by the kernteam."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Ambassadorship, Involvement, Organisation
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor

from .upkeep import partner_crumbs


class OnBehalf(ActionDoor):
    """An answer of a partner. Its people get a mail that asks whether it is right."""

    queryset = Organisation.objects.all()
    permission = "partners.record_on_behalf"
    success_message = gettext_lazy("Recorded. The partner gets a mail to check it.")

    def obstacle(self) -> str:
        """Only partners answer."""
        if self.object.partnerships.on(local_day(self.at)).exists():
            return ""
        return _("Not a partner now: %(names)s.") % {"names": self.object.name}

    def around(self, here: str) -> dict[str, Any]:
        """What all these pages say."""
        behalf = reverse("portal:on-behalf", args=[self.object.pk])
        return {
            "lead": _("You record what %(name)s said. Its people get a mail to check it.")
            % {"name": self.object.name},
            "crumbs": partner_crumbs(self.object, (_("On behalf"), behalf), (here, "")),
            "submit": _("Record the answer"),
        }

    def get_success_url(self) -> str:
        """All acts on behalf of this partner."""
        return reverse("portal:on-behalf", args=[self.object.pk])


class AmbassadorOnBehalf(OnBehalf):
    """It becomes ambassador of a theme."""

    def get_form(self, form_class: Any = None) -> forms.AmbassadorHeardForm:
        """From the day on which it said so."""
        del form_class
        return forms.AmbassadorHeardForm(**self.get_form_kwargs(), day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """Which partner."""
        return {
            **self.around(_("Ambassador")),
            "heading": _("Of which theme does %(name)s become ambassador?")
            % {"name": self.object.name},
        }

    def act(self, form: Any) -> Ambassadorship:
        """From that day."""
        return actions.become_ambassador(
            self.object,
            theme=form.cleaned_data["theme"],
            from_on=form.cleaned_data["heard_on"],
            way=form.cleaned_data["way"],
            actor=self.person,
            at=self.at,
        )


class InvolvementOnBehalf(OnBehalf):
    """In which forms it takes part this year."""

    def get_initial(self) -> dict[str, Any]:
        """What it chose before for this year."""
        chosen = self.object.involvements.filter(year=local_day(self.at).year).last()
        if chosen is None:
            return {}
        return {"forms": chosen.forms, "other": chosen.other, "note": chosen.note}

    def get_form(self, form_class: Any = None) -> forms.InvolvementHeardForm:
        """All forms, and how it was heard."""
        del form_class
        return forms.InvolvementHeardForm(**self.get_form_kwargs(), day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """Which partner, and which year."""
        return {
            **self.around(_("Involvement")),
            "heading": _("How does %(name)s take part in %(year)s?")
            % {"name": self.object.name, "year": local_day(self.at).year},
        }

    def act(self, form: Any) -> Involvement:
        """Its choice for this year."""
        data = form.cleaned_data
        return actions.choose_involvement(
            self.object,
            year=local_day(self.at).year,
            forms=data["forms"],
            other=data["other"],
            note=data["note"],
            way=data["way"],
            chosen_on=data["heard_on"],
            actor=self.person,
            at=self.at,
        )
