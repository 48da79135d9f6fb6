"""The doors through which themes are proposed, and come before the programmaraad."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Organisation
from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import closing_moment
from programme.models import Ballot, InnovationTheme, ThemeCall

from .crumbs import themes_crumbs
from .theme_calls import TWO_WEEKS, CallAction


class ProposeTheme(CallAction):
    """A partner or the kernteam proposes a theme."""

    permission = "programme.propose_theme"
    template_name = "programme/theme_propose.html"
    success_message = gettext_lazy("Thank you. Everybody who takes part can read your proposal.")

    def obstacle(self) -> str:
        """Only while the call is open."""
        if self.object.accepts_proposals(self.at):
            return ""
        return _("You can no longer propose a theme for %(year)s.") % {"year": self.object.year}

    def get_form(self, form_class: Any = None) -> forms.ProposeForm:
        """Facilitators are partners of today; the kernteam proposes in its own name."""
        del form_class
        standing = self.person.standing
        partners = Organisation.objects.partners(local_day(self.at))
        ours = () if standing.is_kernteam else standing.organisation_ids
        return forms.ProposeForm(
            **self.get_form_kwargs(), partners=partners, own=partners.filter(pk__in=ours)
        )

    def facts(self) -> dict[str, Any]:
        """What is asked, and what others proposed already."""
        call = self.object
        return {
            "call": call,
            "heading": _("Propose an innovation theme for %(year)s") % {"year": call.year},
            "lead": _("Five short answers. It takes two minutes. The programmaraad chooses."),
            "crumbs": themes_crumbs(call.year, _("Propose")),
            "proposed": call.themes.standing().select_related("proposed_by"),
        }

    def act(self, form: Any) -> InnovationTheme:
        """Propose it for the partner of this person, or for the kernteam."""
        fields = ("title", "theme", "question", "why", "who_gains")
        return actions.propose_theme(
            self.object,
            **{name: form.cleaned_data[name] for name in fields},
            proposed_facilitator=form.cleaned_data["proposed_facilitator"],
            proposed_external=form.cleaned_data["proposed_external"],
            organisation=form.proposer,
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The proposal."""
        return str(self.result.get_absolute_url())


class PutThemesToBallot(CallAction):
    """The kernteam prepares the ballot on the proposals."""

    permission = "programme.put_themes_to_ballot"
    form_class = forms.ThemesBallotForm
    success_message = gettext_lazy(
        "The ballot is prepared. Check the interests, and show it to the programmaraad."
    )

    def obstacle(self) -> str:
        """After the deadline, once."""
        if self.object.is_past(self.at):
            return ""
        if self.object.status == ThemeCall.Status.OPEN:
            return _("Partners can still propose themes. Put them to the ballot after that.")
        return _("The programmaraad has these proposals already.")

    def get_initial(self) -> dict[str, Any]:
        """A week to vote, and the usual rules."""
        return {"closes_on": closing_moment(local_day(self.at) + TWO_WEEKS / 2).date()}

    def facts(self) -> dict[str, Any]:
        """What is fixed from now on."""
        call = self.object
        facts = {"low": call.framework.themes_min, "high": call.framework.themes_max}
        lead = _(
            "Every proposal becomes an option. The raad chooses %(low)s to %(high)s of them. "
            "The ballot does not open yet."
        )
        return {
            "heading": _("Put the themes of %(year)s to the ballot") % {"year": call.year},
            "lead": lead % facts,
            "crumbs": themes_crumbs(call.year, _("Ballot")),
            "submit": _("Prepare the ballot"),
        }

    def act(self, form: Any) -> Ballot:
        """Prepare it."""
        return actions.put_themes_to_ballot(
            self.object,
            closes_at=closing_moment(form.cleaned_data["closes_on"]),
            rules=form.rules(),
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The ballot, where interests are written down before the raad sees it."""
        return str(self.result.get_absolute_url())


class SelectInMeeting(CallAction):
    """The kernteam writes down what the raad chose in a meeting."""

    permission = "programme.select_in_meeting"
    success_message = gettext_lazy("It is recorded. All partners get a message.")

    def obstacle(self) -> str:
        """Only after voting came to nothing twice."""
        ballot = self.object.ballot
        waits = self.object.status == ThemeCall.Status.BALLOT and ballot is not None
        if waits and ballot.goes_to_meeting:
            return ""
        return _("The programmaraad decides about this by ballot.")

    def get_form(self, form_class: Any = None) -> forms.MeetingChoiceForm:
        """Decisions and proposals of this year."""
        del form_class
        return forms.MeetingChoiceForm(**self.get_form_kwargs(), call=self.object)

    def facts(self) -> dict[str, Any]:
        """What this page is for."""
        return {
            "heading": _("What did the programmaraad choose in its meeting?"),
            "lead": _("First enter the decision in the register. Then tick the themes here."),
            "crumbs": themes_crumbs(self.object.year, _("Meeting")),
            "submit": _("Record the choice"),
        }

    def act(self, form: Any) -> ThemeCall:
        """Record it."""
        return actions.select_in_meeting(
            self.object,
            themes=list(form.cleaned_data["themes"]),
            decision=form.cleaned_data["decision"],
            actor=self.person,
            at=self.at,
        )
