"""The doors of a ballot: who voted, voting, the receipt and the result."""

from functools import partial
from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme import actions, forms
from programme.actions.preparing import BELONGS_TO
from programme.models import Ballot, Entitlement, Vote
from programme.querysets.rights import open_to, rights_in
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .aside import aside_facts
from .crumbs import ballot_crumbs
from .drafts import draft_facts
from .emptied import what_is_left
from .explain import SeatFact, rules_in_words
from .results import result_facts, vote_in_words
from .seated import handing_facts, held_facts

BALLOTS = Ballot.objects.select_related("raad__framework", "previous", "meeting", *BELONGS_TO)


def seats_of(ballot: Ballot, person: Any) -> list[SeatFact]:
    """The electorate around the table: who has voted, and which seat is yours. Never what."""
    mine = set(Entitlement.objects.of(person).filter(ballot=ballot).values_list("pk", flat=True))
    aside = ballot.organisations_aside()
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
            "aside"
            if row.organisation_id in aside
            else _state(is_mine=row.pk in mine, has_voted=row.voted_at is not None),
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
    table = [seat for seat in seats if seat.state != "aside"]
    voted = sum(seat.voted_at is not None for seat in table)
    return {
        "ballot": ballot,
        "seats": seats,
        "voted_count": voted,
        "entitled_count": len(table),
        "rules": rules_in_words(ballot, len(table), voted),
    }


class BallotDetail(DetailDoor):
    """A ballot while it is prepared or open; after closing its result."""

    queryset = BALLOTS
    permission = "programme.view_ballot"

    def get_template_names(self) -> list[str]:
        """Preparing and the result have pages of their own."""
        pages = {"draft": "draft", "closed": "result"}
        return [f"programme/ballot_{pages.get(self.object.status, 'open')}.html"]

    def facts(self) -> dict[str, Any]:
        """The table, or the result."""
        ballot, person = self.object, self.person
        facts = {
            "heading": ballot.question,
            "crumbs": ballot_crumbs(ballot),
            "aside": aside_facts(ballot, person),
        }
        if ballot.status == Ballot.Status.DRAFT:
            return {**facts, **draft_facts(ballot, person, facts["aside"])}
        if ballot.status == Ballot.Status.CLOSED:
            return {**facts, **result_facts(ballot, self.at)}
        return {
            **facts,
            **table_facts(ballot, person),
            "options": ballot.options.order_by("position") if ballot.is_selection else [],
            "in_meeting": held_facts(ballot, person),
            **handing_facts(ballot, person),
            "may_vote": ballot.meeting_id is None
            and ballot.accepts_votes(self.at)
            and person.has_perm("programme.cast_vote", ballot),
        }


class CastVote(ActionDoor):
    """A representative or substitute votes for the organisation."""

    queryset = BALLOTS
    permission = "programme.cast_vote"
    template_name = "programme/ballot_vote.html"
    is_binding = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or the result when the ballot is over."""
        if self.object.meeting_id is not None or not self.object.accepts_votes(self.at):
            return HttpResponseRedirect(self.object.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def get_object(self) -> Ballot:
        """Who votes needs no more of it than what a vote is about."""
        is_vote = self.request.method == "POST"
        theirs = open_to(self.kwargs["pk"], self.person) if is_vote else None
        found: Ballot = theirs or super().get_object()
        return found

    @property
    def entitlement(self) -> Entitlement:
        """The seat for which this person votes."""
        return rights_in(self.object, self.person)[0]  # type: ignore[no-any-return]

    def get_form_class(self) -> Any:
        """For or against; or the options, without those for which this seat stepped aside."""
        if not self.object.is_selection:
            return forms.VoteForm
        aside = self.object.recusals.effective().filter(
            organisation=self.entitlement.organisation_id
        )
        options = list(aside.values_list("option_id", flat=True))
        return partial(forms.SelectionVoteForm, ballot=self.object, aside=options)

    def obstacle(self) -> str:
        """Who stepped aside for all of it, has no vote."""
        if self.entitlement.organisation_id in self.object.organisations_aside():
            return _("Your organisation stepped aside and has no vote in this ballot.")
        return ""

    def facts(self) -> dict[str, Any]:
        """The text, the table, the rules, and an earlier vote of this seat."""
        entitlement = self.entitlement
        votes = entitlement.votes.select_related("ballot", "entitlement")
        earlier = votes.order_by("-ordinal").first()
        return {
            **table_facts(self.object, self.person),
            "aside": aside_facts(self.object, self.person),
            **handing_facts(self.object, self.person),
            "crumbs": ballot_crumbs(self.object, _("Vote")),
            "my_organisation": entitlement.organisation.name,
            "previous_vote": earlier
            and {
                "at": earlier.at,
                "choice_label": vote_in_words(self.object, earlier),
                **what_is_left(earlier),
            },
            "act": _("After this your vote is cast for %(name)s.")
            % {"name": entitlement.organisation.name},
        }

    def act(self, form: Any) -> Vote:
        """Cast it."""
        return actions.cast_vote(
            self.object,
            organisation=self.entitlement.organisation,
            actor=self.person,
            at=self.at,
            **form.said(),
        )

    def get_success_url(self) -> str:
        """The receipt."""
        return reverse("programme:vote-receipt", args=[self.result.pk])
