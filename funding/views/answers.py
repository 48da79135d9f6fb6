"""The door of a partner: what is offered to it, and its answer."""

from fractions import Fraction
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.actions.pledges import OVER
from funding.arranging import view_of
from funding.models import Pledge, StepInAnswer, StepInOffer
from projects.models import Project
from projects.views.acts import OfProject
from projects.views.case_figures import amount
from schuldenlab.web.doors import said_with_link

from .answered import pledges_now
from .shares_told import share_told

OFFERS = StepInOffer.objects.select_related(
    "organisation", "round__plan__phase__project", "round__terms", "round__case"
)


class AnswerRound(OfProject):
    """What it is, what it brings you, what is asked; and yes, later or no.

    The kernteam writes down on the same page what it heard from a partner.
    """

    queryset = OFFERS
    permission = "funding.answer_round"
    template_name = "funding/stepin_answer.html"
    form_class: Any = forms.AnswerForm
    is_binding = True
    success_message = gettext_lazy(
        "The answer is recorded. You can change it; the last one counts."
    )

    @property
    def offer(self) -> StepInOffer:
        """What is answered."""
        found: StepInOffer = self.object
        return found

    @property
    def project(self) -> Project:
        """The project of the phase that is offered."""
        found: Project = self.offer.round.plan.phase.project
        return found

    @property
    def is_own(self) -> bool:
        """Whether somebody answers for its own organisation."""
        return self.offer.organisation_id in self.person.standing.organisation_ids

    def get_form_class(self) -> Any:
        """With the pledges of this partner to this phase."""
        return partial(forms.AnswerForm, offer=self.offer, is_kernteam=not self.is_own)

    def get_initial(self) -> dict[str, Any]:
        """The proposed share in cash; and how many answers were there."""
        last = self.offer.answers.last()
        found: dict[str, Any] = {"form": Pledge.Form.CASH, "seen": last.ordinal if last else 0}
        return {**found, "amount": self.offer.share or None}

    def facts(self) -> dict[str, Any]:
        """The offer in words, the answers so far, and what happens next."""
        offer, found = self.offer, self.offer.round
        view = view_of(found.plan, self.person)
        answers = list(offer.answers.select_related("person"))
        self.heading = _("Do you step into “%(project)s”?") % {"project": self.project.title}
        if not self.is_own:
            self.heading = _("The answer of %(name)s") % {"name": offer.organisation.name}
        return {
            **super().facts(),
            "offer": offer,
            "round": found,
            "phase": found.plan.phase,
            "project": self.project,
            "missing": None if view is None else view.missing,
            "told": share_told(offer),
            "gains": amount(Fraction(offer.benefit)) if offer.benefit is not None else "",
            "is_own": self.is_own,
            "is_open": found.is_open_at(self.at),
            "takes": self._takes(),
            "may_see_case": self._may_see_case(),
            "answers": answers,
            "last": answers[-1] if answers else None,
            "next": self._next(answers[-1] if answers else None),
            "submit": _("Send our answer") if self.is_own else _("Record this answer"),
        }

    def _takes(self) -> bool:
        """As long as the phase is not over, and not offered anew since."""
        found = self.offer.round
        newer = found.plan.rounds.filter(ordinal__gt=found.ordinal).exists()
        return not newer and found.plan.phase.status not in OVER

    def _may_see_case(self) -> bool:
        """Whether the case by which it was worked out can be opened."""
        case = self.offer.round.case
        return case is not None and self.person.has_perm("projects.view_businesscase", case)

    def _next(self, last: StepInAnswer | None) -> dict[str, Any]:
        """What a yes still asks: its pledge counts once it is firm."""
        if last is None or last.pledge_id is None:
            return {}
        mine = Pledge.objects.filter(
            plan=self.offer.round.plan_id, organisation=self.offer.organisation_id
        )
        pledge = pledges_now(mine)[last.pledge_id]
        waits = pledge.status == Pledge.Status.OFFERED
        return {
            "pledge": pledge,
            "is_withdrawn": pledge.status == Pledge.Status.WITHDRAWN,
            "may_sign": waits and self.person.has_perm("funding.sign_pledge", pledge),
            "waits": waits,
        }

    def act(self, form: Any) -> StepInAnswer:
        """Answer."""
        return actions.answer_round(self.offer, **form.facts, **self.acting)

    def said_at_home(self) -> str:
        """What was answered, with the way to another answer; a yes is followed up on its page."""
        answer = StepInAnswer.Answer
        words = {
            answer.LATER: _("Recorded: %(name)s decides later about “%(project)s”."),
            answer.NO: _("Recorded: %(name)s does not step into “%(project)s”."),
        }.get(self.result.answer)
        if words is None:
            return ""
        facts = {"name": self.offer.organisation.name, "project": self.project.title}
        url = str(self.offer.get_absolute_url())
        return said_with_link(words % facts, url, _("Change your answer"))

    def get_success_url(self) -> str:
        """The same page, with what happens next."""
        return str(self.offer.get_absolute_url())
