"""The doors through which a phase goes before the programmaraad."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme.actions.preparing import BELONGS_TO
from programme.deadlines import closing_moment
from programme.models import Ballot, Programmaraad
from projects import actions, forms
from projects.asking import last_round, proposed_words
from projects.models import Phase

from .acts import OnPhase

TWO_WEEKS = timedelta(days=14)


class AskRaad(OnPhase):
    """An act by which the raad gets a question about a phase."""

    permission = "projects.put_phase_before_raad"
    kinds = Phase.STEERED

    def obstacle(self) -> str:
        """One ballot at a time."""
        ballot = self.object.ballot
        if ballot is not None and last_round(ballot).status != Ballot.Status.CLOSED:
            return _("There is a ballot about this phase already.")
        return super().obstacle()


class PrepareBallot(AskRaad):
    """A motion about this phase, with words from its dossier."""

    form_class: Any = forms.PhaseBallotForm
    heading = gettext_lazy("Ask the programmaraad to approve this phase")
    lead = gettext_lazy("We wrote a proposal from the dossier. Change whatever you want.")
    submit = gettext_lazy("Prepare the ballot")
    success_message = gettext_lazy(
        "The ballot is prepared. Look at the interests, and show it to the programmaraad."
    )

    def obstacle(self) -> str:
        """Somebody must be there to answer."""
        return super().obstacle() or (
            "" if self._raden().exists() else _("No programmaraad sits now.")
        )

    def _raden(self) -> Any:
        year = local_day(self.at).year
        return Programmaraad.objects.sitting().filter(year__gte=year).order_by("year")

    def get_form_kwargs(self) -> dict[str, Any]:
        """For one of the raden that sit now."""
        return {**super().get_form_kwargs(), "raden": self._raden()}

    def get_initial(self) -> dict[str, Any]:
        """Words from the dossier, in the language in which they are kept; two weeks from now."""
        closes_on = closing_moment(local_day(self.at) + TWO_WEEKS).date()
        with translation.override(settings.LANGUAGE_CODE):
            return {**proposed_words(self.object, self.at), "closes_on": closes_on}

    def facts(self) -> dict[str, Any]:
        """Who sees it."""
        return {**super().facts(), "note": _("Nobody but the kernteam sees it yet.")}

    def act(self, form: Any) -> Ballot:
        """Write it down."""
        return actions.prepare_phase_ballot(
            self.object,
            raad=form.cleaned_data["raad"],
            words=form.words(),
            closes_at=closing_moment(form.cleaned_data["closes_on"]),
            rules=form.rules(),
            **self.acting,
        )

    def get_success_url(self) -> str:
        """The ballot, to look at its interests and to show it."""
        return str(self.result.get_absolute_url())


class LinkBallot(AskRaad):
    """A motion that was prepared already turns out to be about this phase."""

    form_class: Any = forms.LinkBallotForm
    heading = gettext_lazy("Which ballot is about this phase?")
    lead = gettext_lazy("When it is adopted, its decision approves the phase.")
    submit = gettext_lazy("Link this ballot")
    success_message = gettext_lazy("The ballot is linked. Look at the interests again.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Motions that have not opened and are about nothing else."""
        alone = {f"{name}__isnull": True for name in (*BELONGS_TO, "phases", "previous")}
        ballots = Ballot.objects.filter(status="draft", method="motion", **alone)
        return {**super().get_form_kwargs(), "ballots": ballots.order_by("-pk")}

    def act(self, form: Any) -> Phase:
        """Link it."""
        return actions.put_phase_before_raad(
            self.object, ballot=form.cleaned_data["ballot"], **self.acting
        )
