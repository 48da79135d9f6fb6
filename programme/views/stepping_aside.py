"""The doors of interests and recusals: what is disclosed, what is not right, who steps aside."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Organisation
from partners.querysets import local_day
from programme import actions, forms
from programme.models import Ballot, BallotInterest, InterestQuestion, Recusal, Seat
from schuldenlab.web.doors import ActionDoor

from .crumbs import ballot_crumbs
from .emptied import before_stepping_aside, own_vote, what_is_left

BALLOTS = Ballot.objects.select_related("raad")


class BallotAct(ActionDoor):
    """An act on a ballot, after which its page shows what changed."""

    queryset = BALLOTS

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.object.get_absolute_url())


class KernteamAct(BallotAct):
    """Interests are written down by the kernteam, before the ballot opens."""

    def obstacle(self) -> str:
        """Not after opening."""
        if self.object.status == Ballot.Status.DRAFT:
            return ""
        return _("Interests are disclosed before a ballot opens. This one has opened.")


class DiscloseInterest(KernteamAct):
    """The kernteam writes down what a seat has in the subject."""

    permission = "programme.disclose_interest"
    success_message = gettext_lazy("The interest is disclosed on the ballot.")

    def get_form(self, form_class: Any = None) -> forms.InterestForm:
        """The seats of today, and the options."""
        del form_class
        day = local_day(self.at)
        return forms.InterestForm(**self.get_form_kwargs(), ballot=self.object, day=day)

    def facts(self) -> dict[str, Any]:
        """What it does."""
        return {
            "heading": _("Disclose an interest"),
            "lead": _(
                "Everybody who votes reads it before voting, and it stands beside the result."
            ),
            "crumbs": ballot_crumbs(self.object, _("Interest")),
            "submit": _("Disclose the interest"),
        }

    def act(self, form: Any) -> BallotInterest:
        """Write it down."""
        data = form.cleaned_data
        return actions.disclose_interest(
            self.object,
            organisation=data["organisation"],
            option=data.get("option"),
            kind=data["kind"],
            text=data["text"],
            actor=self.person,
            at=self.at,
        )


class WithdrawInterest(KernteamAct):
    """The kernteam takes back an interest that is not right."""

    permission = "programme.withdraw_interest"
    form_class = forms.WithdrawForm
    success_message = gettext_lazy("The interest is taken back. The record keeps why.")

    @cached_property
    def interest(self) -> BallotInterest:
        """An interest of this ballot; of another there is none here."""
        rows = self.object.interests.select_related("organisation", "option")
        interest: BallotInterest = get_object_or_404(rows, pk=self.kwargs["interest"])
        return interest

    def obstacle(self) -> str:
        """Once."""
        if self.interest.withdrawn_at is not None:
            return _("This interest was taken back already.")
        return super().obstacle()

    def facts(self) -> dict[str, Any]:
        """Which one."""
        return {
            "heading": _("Take an interest back"),
            "lead": _("%(name)s: %(kind)s. It no longer stands on the ballot.")
            % {
                "name": self.interest.organisation.name,
                "kind": self.interest.get_kind_display(),
            },
            "crumbs": ballot_crumbs(self.object, _("Interest")),
            "submit": _("Take it back"),
        }

    def act(self, form: Any) -> BallotInterest:
        """Take it back."""
        reason = form.cleaned_data["reason"]
        return actions.withdraw_interest(
            self.interest, reason=reason, actor=self.person, at=self.at
        )


class SeatAct(BallotAct):
    """An act in the name of the reader's own seat; there is no way to name another one."""

    @cached_property
    def organisation(self) -> Organisation:
        """The partner whose seat this person speaks for in this raad."""
        seats = Seat.objects.of(self.person).filter(raad=self.object.raad_id)
        return seats.select_related("organisation").order_by("pk")[0].organisation  # type: ignore[no-any-return]


class QuestionInterests(SeatAct):
    """A seat says that what is disclosed is not right."""

    permission = "programme.question_interests"
    form_class = forms.QuestionForm
    success_message = gettext_lazy("The kernteam got your message and looks at it.")

    def obstacle(self) -> str:
        """Not after closing."""
        is_closed = self.object.status == Ballot.Status.CLOSED
        return _("This ballot is closed.") if is_closed else ""

    def facts(self) -> dict[str, Any]:
        """Who hears it."""
        return {
            "heading": _("Is something about the interests not right?"),
            "lead": _("Write what should be different, for %(name)s or for another seat.")
            % {"name": self.organisation.name},
            "crumbs": ballot_crumbs(self.object, _("Not right?")),
            "submit": _("Send it to the kernteam"),
        }

    def act(self, form: Any) -> InterestQuestion:
        """Tell the kernteam."""
        return actions.question_interests(
            self.object,
            organisation=self.organisation,
            text=form.cleaned_data["text"],
            actor=self.person,
            at=self.at,
        )


class RecuseSeat(SeatAct):
    """A seat steps aside itself."""

    permission = "programme.recuse_seat"
    is_binding = True
    template_name = "programme/seat_recuse.html"
    success_message = gettext_lazy("Your organisation has stepped aside.")

    def get_form(self, form_class: Any = None) -> forms.RecuseForm:
        """The options for which this seat still votes."""
        del form_class
        return forms.RecuseForm(
            **self.get_form_kwargs(), ballot=self.object, organisation=self.organisation
        )

    def obstacle(self) -> str:
        """Not after the deadline, and for a motion once."""
        ballot = self.object
        if ballot.status != Ballot.Status.DRAFT and not ballot.accepts_votes(self.at):
            return _("This ballot is closed. Nobody steps aside any more.")
        count = ballot.recusals.filter(organisation=self.organisation).count()
        if count >= (ballot.options.count() if ballot.is_selection else 1):
            return _("Your organisation stepped aside already.")
        return ""

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        warning = before_stepping_aside(self.object, self.person)
        lead = _("%(name)s then has no vote in this ballot, and does not count for the quorum.")
        if self.object.is_selection:
            lead = _("%(name)s then does not count for that option. It votes on the others.")
        return {
            "heading": _("Step aside"),
            "lead": lead % {"name": self.organisation.name},
            "crumbs": ballot_crumbs(self.object, _("Step aside")),
            "submit": _("We step aside"),
            "note": _("You cannot take this back. The result says that you stepped aside."),
            "warning": warning,
            "act": warning,
        }

    def act(self, form: Any) -> Recusal:
        """Step aside."""
        recusal = actions.recuse_seat(
            self.object,
            organisation=self.organisation,
            option=form.cleaned_data.get("option"),
            reason=form.cleaned_data["reason"],
            actor=self.person,
            at=self.at,
        )
        vote = own_vote(self.object, self.person)
        if vote is not None and what_is_left(vote).get("is_emptied"):
            messages.warning(
                self.request, _("Your vote counts as an abstention now. You can vote again.")
            )
        return recusal
