"""The doors of the programmaraad."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.models import Programmaraad
from schuldenlab.web.doors import ActionDoor

from .composing import chosen_partners, framework_now, last_raad, raad_to_compose, seats_without_yes
from .crumbs import raad_crumbs


class ProposeRaad(ActionDoor):
    """The kernteam proposes which partners hold a seat."""

    permission = "programme.propose_raad"
    template_name = "programme/raad_propose.html"
    success_message = gettext_lazy("The proposal is sent to all partners.")

    def get_object(self) -> Programmaraad | None:
        """The raad of this year or the next, when there is one already."""
        return raad_to_compose(self.kwargs["year"], self.at)

    def obstacle(self) -> str:
        """An installed raad is not proposed again."""
        raad = self.object
        if raad is None or raad.status == Programmaraad.Status.COMPOSING:
            return ""
        return _("The programmaraad of %(year)s is installed already.") % {"year": raad.year}

    def get_initial(self) -> dict[str, Any]:
        """The partners that the address names, so that a set of the aid fills the form."""
        chosen = chosen_partners(self.request)
        return {"organisations": chosen} if chosen else {}

    def get_form(self, form_class: Any = None) -> forms.ProposeRaadForm:
        """All partners of today."""
        del form_class
        day = local_day(self.at)
        return forms.ProposeRaadForm(**self.get_form_kwargs(), day=day, raad=self.object)

    def facts(self) -> dict[str, Any]:
        """The framework's numbers."""
        year = self.kwargs["year"]
        framework = framework_now(self.at)
        return {
            "framework": framework,
            "year": year,
            "repeat": last_raad(year, self.at),
            "heading": _("Who is in the programmaraad of %(year)s?") % {"year": year},
            "lead": _("All partners get your proposal and can respond. They do not vote on it."),
            "crumbs": raad_crumbs(self.object, year, _("Proposal")),
        }

    def act(self, form: Any) -> Programmaraad:
        """Propose these seats."""
        framework = framework_now(self.at)
        if framework is None:
            raise Http404
        return actions.propose_raad(
            self.kwargs["year"],
            framework=framework,
            organisations=list(form.cleaned_data["organisations"]),
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The raad, where the seats can be given to people."""
        return str(self.result.get_absolute_url())


class RaadAction(ActionDoor):
    """An act on the raad of one year; afterwards you are on its page."""

    queryset = Programmaraad.objects.select_related("framework")
    lookup = {"year": "year"}

    def get_success_url(self) -> str:
        """Back to the raad."""
        return str(self.object.get_absolute_url())


class RespondToRaad(RaadAction):
    """A partner says what it thinks of the proposal."""

    permission = "programme.respond_to_raad"
    form_class = forms.RaadResponseForm
    success_message = gettext_lazy("Your response is with the kernteam.")

    def facts(self) -> dict[str, Any]:
        """What is asked."""
        return {
            "heading": _("What do you think of the proposal?"),
            "lead": _("The kernteam reads every response. There is no vote on the proposal."),
            "crumbs": raad_crumbs(self.object, self.object.year, _("Your response")),
            "submit": _("Send my response"),
        }

    def act(self, form: Any) -> Any:
        """Respond for the partner that this person works for."""
        person: Any = self.person
        mandate = person.mandates.on(local_day(person.moment)).select_related("organisation")
        organisation = mandate.filter(organisation_id__in=person.standing.organisation_ids)[
            0
        ].organisation
        return actions.respond_to_raad(
            self.object,
            organisation=organisation,
            text=form.cleaned_data["text"],
            actor=person,
            at=person.moment,
        )


class InstallRaad(RaadAction):
    """The kernteam installs the raad after the time to respond."""

    permission = "programme.install_raad"
    success_message = gettext_lazy("The programmaraad is installed and announced to all partners.")

    def obstacle(self) -> str:
        """Once is enough."""
        if self.object.status == Programmaraad.Status.COMPOSING:
            return ""
        return _("The programmaraad of %(year)s is installed already.") % {"year": self.object.year}

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        return {
            "heading": _("Install the programmaraad of %(year)s") % {"year": self.object.year},
            "lead": _("From now on these partners decide. All partners get a message."),
            "note": seats_without_yes(self.object, self.at),
            "crumbs": raad_crumbs(self.object, self.object.year, _("Install")),
            "submit": _("Install the programmaraad"),
        }

    def act(self, form: Any) -> Any:
        """Install it."""
        del form
        return actions.install_raad(self.object, actor=self.person, at=self.at)
