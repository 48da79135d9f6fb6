"""The doors through which a crucial change goes to the programmaraad."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import closing_moment
from programme.models import Ballot, CourseChange, Decision

from .course_acts import ChangeAction


class ForTheRaad(ChangeAction):
    """What is done with a change that waits for the raad."""

    move = ("reject",)

    def obstacle(self) -> str:
        """One ballot at a time."""
        ballot = self.object.ballot
        if ballot is not None and ballot.status != Ballot.Status.CLOSED:
            return _("There is a ballot on this change already.")
        return super().obstacle()


class PutToBallot(ForTheRaad):
    """The kernteam lets the raad vote on it."""

    permission = "programme.prepare_change_ballot"
    form_class = forms.ChangeBallotForm
    words = (
        gettext_lazy("Let the programmaraad vote on this change"),
        gettext_lazy("Ballot"),
        gettext_lazy("Make the ballot"),
    )
    success_message = gettext_lazy("The ballot is there.")

    def get_initial(self) -> dict[str, Any]:
        """A week from now, and the usual rules."""
        closes_on = closing_moment(local_day(self.at) + timedelta(days=7)).date()
        return {"closes_on": closes_on, "begins": "now"}

    def act(self, form: Any) -> Ballot:
        """Open it, or prepare it only."""
        is_now = form.cleaned_data["begins"] == "now"
        make = actions.put_change_to_ballot if is_now else actions.prepare_change_ballot
        return make(
            self.object,
            closes_at=closing_moment(form.cleaned_data["closes_on"]),
            rules=form.rules(),
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.result.get_absolute_url())


class DecideChange(ForTheRaad):
    """The raad decided in a meeting, or gave its advice."""

    permission = "programme.decide_change"
    words = (
        gettext_lazy("What did the programmaraad say?"),
        gettext_lazy("Decision"),
        gettext_lazy("Record the answer"),
    )
    success_message = gettext_lazy("Recorded. All partners get a message.")

    def get_form(self, form_class: Any = None) -> forms.DecidedForm:
        """Decisions of this raad without a ballot."""
        del form_class
        decisions = Decision.objects.filter(raad=self.object.raad_id, ballot=None)
        return forms.DecidedForm(**self.get_form_kwargs(), decisions=decisions)

    def act(self, form: Any) -> CourseChange:
        """Record it."""
        return actions.decide_change(
            self.object,
            decision=form.cleaned_data["decision"],
            is_agreed=form.cleaned_data["verdict"] == "agreed",
            actor=self.person,
            at=self.at,
        )
