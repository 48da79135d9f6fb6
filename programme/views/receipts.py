"""The doors of a receipt: the proof of a vote, and checking a code after closing."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from programme import chain, forms
from programme.models import Ballot, Vote
from schuldenlab.lifecycle import Refused
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import ballot_crumbs
from .emptied import what_is_left
from .results import receipt_facts, vote_in_words


def is_last(vote: Vote) -> bool:
    """Whether this is the vote of its seat that counts."""
    later = Vote.objects.filter(entitlement=vote.entitlement_id, ordinal__gt=vote.ordinal)
    return not later.exists()


class VoteReceipt(DetailDoor):
    """The proof of a vote, for whoever votes for this seat."""

    queryset = Vote.objects.select_related("ballot__raad", "entitlement__organisation")
    permission = "programme.view_receipt"
    template_name = "programme/vote_receipt.html"

    def facts(self) -> dict[str, Any]:
        """What was counted, the code, and what happens next."""
        ballot = self.object.ballot
        entitled = ballot.electorate()
        voted = entitled.filter(votes__isnull=False).distinct().count()
        is_open = ballot.meeting_id is None and ballot.accepts_votes(self.at)
        counts = is_last(self.object)
        return {
            "crumbs": ballot_crumbs(ballot, _("Receipt")),
            "home_url": reverse("portal:home"),
            "is_last": counts,
            **(what_is_left(self.object) if counts else {}),
            "ballot": ballot,
            "change_url": reverse("programme:ballot-vote", args=[ballot.pk]) if is_open else None,
            **receipt_facts(self.object, voted, entitled.count()),
        }


class CheckReceipt(ActionDoor):
    """Whoever has a code sees after closing how that vote was counted. Nothing changes."""

    queryset = Ballot.objects.filter(status=Ballot.Status.CLOSED)
    permission = "programme.view_ballot"
    form_class = forms.ReceiptForm
    template_name = "programme/receipt_check.html"

    def facts(self) -> dict[str, Any]:
        """Which ballot."""
        return {
            "ballot": self.object,
            "heading": _("Was my vote counted well?"),
            "lead": _("Fill in the code of your receipt. You see how that vote was counted."),
            "crumbs": ballot_crumbs(self.object, _("Check")),
            "submit": _("Check this code"),
        }

    def act(self, form: Any) -> Vote:
        """The vote with this code, in this ballot."""
        votes = Vote.objects.filter(ballot=self.object, receipt_code=form.cleaned_data["code"])
        vote = votes.select_related("entitlement__organisation").first()
        if vote is None:
            raise Refused(_("This ballot has no vote with this code. Check what you typed."))
        return vote

    def form_valid(self, form: Any) -> HttpResponse:
        """The answer stands on the same page."""
        try:
            vote = self.act(form)
        except Refused as refusal:
            form.add_error("code", str(refusal))
            return self.form_invalid(form)
        votes = list(self.object.votes.order_by("sequence"))
        broken = chain.first_break(self.object.seal, ((each.link(), each.hash) for each in votes))
        return self.render_to_response(
            self.get_context_data(
                form=form,
                vote=vote,
                choice=vote_in_words(self.object, vote),
                is_last=is_last(vote),
                is_partner=self.object.electorate().filter(pk=vote.entitlement_id).exists(),
                is_right=broken is None or broken > vote.sequence,
            )
        )

    def get_success_url(self) -> str:
        """Nothing is done, so there is nowhere to go."""
        return str(self.object.get_absolute_url())
