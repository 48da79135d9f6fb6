"""The doors of a ballot: who voted, voting, the receipt and the result."""

from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import closing_moment
from programme.models import Ballot, Entitlement, Vote
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import ballot_crumbs
from .explain import SeatFact, rules_in_words
from .results import result_facts

BALLOTS = Ballot.objects.select_related("raad__framework", "previous")


def seats_of(ballot: Ballot, person: Any) -> list[SeatFact]:
    """The electorate around the table: who has voted, and which seat is yours. Never what."""
    mine = set(Entitlement.objects.of(person).filter(ballot=ballot).values_list("pk", flat=True))
    rows = (
        ballot.entitlements.counting(local_day(person.moment))
        .select_related("organisation")
        .annotate(voted_at=Max("votes__at"))
        .order_by("pk")
    )
    return [
        SeatFact(
            row.organisation.initials,
            row.organisation.name,
            _state(is_mine=row.pk in mine, has_voted=row.voted_at is not None),
            row.voted_at,
        )
        for row in rows
    ]


def _state(*, is_mine: bool, has_voted: bool) -> str:
    """The classes of a seat in the drawing: yours, and voted or not."""
    if is_mine:
        return "me in" if has_voted else "me"
    return "in" if has_voted else "out"


def table_facts(ballot: Ballot, person: Any) -> dict[str, Any]:
    """What both the voter and the kernteam see while a ballot is open."""
    seats = seats_of(ballot, person)
    voted = sum(seat.voted_at is not None for seat in seats)
    return {
        "ballot": ballot,
        "seats": seats,
        "voted_count": voted,
        "entitled_count": len(seats),
        "rules": rules_in_words(ballot, len(seats), voted),
    }


class BallotDetail(DetailDoor):
    """A ballot while it is prepared or open; after closing its result."""

    queryset = BALLOTS
    permission = "programme.view_ballot"

    def get_template_names(self) -> list[str]:
        """The result has a page of its own."""
        is_closed = self.object.status == Ballot.Status.CLOSED
        return [f"programme/ballot_{'result' if is_closed else 'open'}.html"]

    def facts(self) -> dict[str, Any]:
        """The table, or the result."""
        ballot, person = self.object, self.person
        facts = {"heading": ballot.question, "crumbs": ballot_crumbs(ballot)}
        if ballot.status == Ballot.Status.CLOSED:
            return {**facts, **result_facts(ballot, self.at)}
        return {
            **facts,
            **table_facts(ballot, person),
            "may_vote": ballot.accepts_votes(self.at)
            and person.has_perm("programme.cast_vote", ballot),
            "may_open": ballot.status == Ballot.Status.DRAFT
            and person.has_perm("programme.open_ballot", ballot),
        }


class OpenBallot(ActionDoor):
    """The kernteam opens a second round or a repeat, which the closing prepared."""

    queryset = BALLOTS
    permission = "programme.open_ballot"
    form_class = forms.DeadlineForm
    success_message = gettext_lazy("The ballot is open. The representatives get a message.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Open the next round"),
            "lead": _("The text and the rules stay the same. Only the deadline is new."),
            "crumbs": ballot_crumbs(self.object, _("Open")),
            "submit": _("Open the ballot"),
        }

    def act(self, form: Any) -> Ballot:
        """Open it."""
        closes_at = closing_moment(form.cleaned_data["closes_on"])
        return actions.open_ballot(self.object, closes_at=closes_at, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.object.get_absolute_url())


class CastVote(ActionDoor):
    """A representative or substitute votes for the organisation."""

    queryset = BALLOTS
    permission = "programme.cast_vote"
    form_class = forms.VoteForm
    template_name = "programme/ballot_vote.html"
    is_binding = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or the result when the ballot is over."""
        if not self.object.accepts_votes(self.at):
            return HttpResponseRedirect(self.object.get_absolute_url())
        return super().get(request, *args, **kwargs)

    @property
    def entitlement(self) -> Entitlement:
        """The seat for which this person votes."""
        mine = Entitlement.objects.of(self.person).filter(ballot=self.object)
        return mine.select_related("organisation").order_by("pk")[0]  # type: ignore[no-any-return]

    def facts(self) -> dict[str, Any]:
        """The text, the table, the rules, and an earlier vote of this seat."""
        entitlement = self.entitlement
        earlier = entitlement.votes.order_by("-ordinal").first()
        return {
            **table_facts(self.object, self.person),
            "crumbs": ballot_crumbs(self.object, _("Vote")),
            "my_organisation": entitlement.organisation.name,
            "previous_vote": earlier
            and {"at": earlier.at, "choice_label": earlier.get_choice_display()},
            "act": _("After this your vote is cast for %(name)s.")
            % {"name": entitlement.organisation.name},
        }

    def act(self, form: Any) -> Vote:
        """Cast it."""
        return actions.cast_vote(
            self.object,
            organisation=self.entitlement.organisation,
            choice=form.cleaned_data["choice"],
            reason=form.cleaned_data["reason"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The receipt."""
        return reverse("programme:vote-receipt", args=[self.result.pk])
