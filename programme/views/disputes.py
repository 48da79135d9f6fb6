"""The doors of objections to an entered vote: saying it, and answering it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programme import actions, forms
from programme.models import Ballot, Dispute, Entitlement
from schuldenlab.web.doors import ActionDoor
from schuldenlab.web.templatetags.look import deadline

from .crumbs import ballot_crumbs
from .entered import HELD


class DisputeVote(ActionDoor):
    """Whoever votes for a seat says that its entered vote is not right."""

    queryset = HELD
    permission = "programme.dispute_vote"
    form_class = forms.DisputeForm
    success_message = gettext_lazy("Your message is with the kernteam. It answers by mail.")

    def obstacle(self) -> str:
        """Only between the beginning of the meeting and the end of the time to object."""
        if self.at < self.object.meeting.starts_at:
            return _("This meeting has not begun yet.")
        if self.at >= self.object.dispute_by:
            return _("The time to say that a vote is not right is over.")
        return ""

    @property
    def entitlement(self) -> Entitlement:
        """The seat for which this person speaks."""
        mine = Entitlement.objects.of(self.person).filter(ballot=self.object)
        return mine.select_related("organisation").order_by("pk")[0]  # type: ignore[no-any-return]

    def facts(self) -> dict[str, Any]:
        """What was entered, and until when this is possible."""
        entitlement = self.entitlement
        vote = entitlement.votes.order_by("-ordinal").first()
        words = (
            _("No vote was entered for %(name)s.")
            if vote is None
            else _("Entered for %(name)s: “%(choice)s”.")
        )
        facts = {"name": entitlement.organisation.name}
        if vote is not None:
            facts["choice"] = vote.get_choice_display()
        return {
            "heading": _("Is your vote not right?"),
            "lead": words % facts,
            "crumbs": ballot_crumbs(self.object, _("Not right")),
            "submit": _("Send it to the kernteam"),
            "note": _(
                "Possible until %(moment)s. The kernteam enters the right vote, or says why not."
            )
            % {"moment": deadline(self.object.dispute_by)},
        }

    def act(self, form: Any) -> Dispute:
        """Say it."""
        return actions.dispute_vote(
            self.object,
            organisation=self.entitlement.organisation,
            text=form.cleaned_data["text"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.object.get_absolute_url())


class AnswerDispute(ActionDoor):
    """The kernteam corrects a vote, or leaves it and says why."""

    queryset = Dispute.objects.select_related(
        "entitlement__organisation", "entitlement__ballot__raad", "vote", "person"
    )
    permission = "programme.answer_dispute"
    template_name = "programme/dispute_answer.html"
    success_message = gettext_lazy("The answer is sent to the seat.")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; what was answered is read on the page of the ballot."""
        if self.object.answer:
            return HttpResponseRedirect(self._ballot.get_absolute_url())
        return super().get(request, *args, **kwargs)

    @property
    def _ballot(self) -> Ballot:
        found: Ballot = self.object.entitlement.ballot
        return found

    def get_form(self, form_class: Any = None) -> forms.AnswerDisputeForm:
        """With the choices of its ballot."""
        del form_class
        return forms.AnswerDisputeForm(**self.get_form_kwargs(), ballot=self._ballot)

    def facts(self) -> dict[str, Any]:
        """Who said what, of which vote."""
        return {
            "heading": _("What do you do with this message?"),
            "lead": self._ballot.question,
            "crumbs": ballot_crumbs(self._ballot, _("Not right")),
            "submit": _("Send the answer"),
            "dispute": self.object,
        }

    def act(self, form: Any) -> Any:
        """Correct it, or leave it."""
        data, known = form.cleaned_data, {"actor": self.person, "at": self.at}
        if data["answer"] == Dispute.Answer.UPHELD:
            return actions.uphold_vote(self.object, words=data["words"], **known)
        return actions.correct_vote(
            self.object,
            choice=data["choice"],
            reason=data["reason"],
            words=data["words"],
            approves=tuple(data.get("approves") or ()),
            **known,
        )

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self._ballot.get_absolute_url())
