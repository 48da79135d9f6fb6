"""The doors of a step-in round: opening it, who answered what, reminding, and closing."""

from functools import cached_property
from typing import Any

from django import forms as plain
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.actions.pledges import OVER
from funding.arranging import view_of
from funding.models import StepInRound
from funding.proposing import Gains, Gap, gains_for, gap_of, keys_for
from partners.models import Organisation
from partners.querysets import local_day
from projects.models import Phase, Project
from projects.views.acts import OfProject
from projects.views.crumbs import project_crumbs
from schuldenlab.web.doors import DetailDoor

from .acts import OnPlan
from .answered import answered_rows, own_rows
from .key_table import key_table

ROUNDS = StepInRound.objects.select_related("plan__phase__project", "terms", "case")


class OpenRound(OnPlan):
    """The keys side by side, what was agreed with whom, and one act that offers it to all."""

    permission = "funding.open_round"
    template_name = "funding/round_open.html"
    heading = gettext_lazy("Offer this phase to all partners")
    lead = gettext_lazy("Each partner gets a mail and a page of its own, and answers there.")
    submit = gettext_lazy("Offer it to all partners")
    success_message = gettext_lazy("The phase is offered to all partners. They get a mail.")

    @cached_property
    def partners(self) -> list[Organisation]:
        """Of today, by name."""
        return list(Organisation.objects.partners(local_day(self.at)).order_by("name"))

    @cached_property
    def gains(self) -> Gains:
        """By the case of the project."""
        return gains_for(self.object.phase)

    @cached_property
    def gap(self) -> Gap:
        """What is still missing, and who gives what already."""
        return gap_of(self.object, self.at)

    @property
    def is_trying(self) -> bool:
        """Whether the shares are worked out anew, and nothing is opened."""
        return "try" in self.request.POST

    def obstacle(self) -> str:
        """A phase that asks for money and is not over, and is not offered already."""
        phase, last = self.object.phase, self.object.rounds.last()
        if phase.status in OVER or phase.kind == Phase.Kind.PROTOTYPE:
            return _("This phase is over or asks for no money, so it is not offered.")
        if self.object.current is None:
            return _("There is no funding plan for this phase yet.")
        if last is not None and last.is_open_at(self.at):
            return _("This phase is offered already. Wait until that round ends, or close it.")
        if last is not None and self.gap.is_arranged:
            return _("The money of this phase is arranged, so it is not offered again.")
        return ""

    def get_form(self, form_class: Any = None) -> Any:
        """For the partners of today, and the keys that may be chosen."""
        del form_class
        return forms.RoundForm(
            **self.get_form_kwargs(),
            day=local_day(self.at),
            partners=self.partners,
            keys=keys_for(self.partners, self.gains),
            is_trying=self.is_trying,
        )

    def get_initial(self) -> dict[str, Any]:
        """What the project says of itself, and a key that is always possible."""
        return {"text": self.project.summary, "key": StepInRound.Key.EQUAL}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Work the shares out anew, or open the round."""
        if not self.is_trying:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        status = 200 if form.is_valid() else 422
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The table of keys beside the form."""
        context = super().get_context_data(**kwargs)
        terms = self.object.current
        if terms is None:
            return {**context, "gains": self.gains}
        table = key_table(context["form"], self.gap, self.gains)
        return {**context, "terms": terms, "table": table, "gains": self.gains, "gap": self.gap}

    def act(self, form: Any) -> StepInRound:
        """Open it."""
        facts = {name: form.cleaned_data[name] for name in ("text", "closes_on", "key")}
        return actions.open_round(self.object, **facts, wishes=form.wishes, **self.acting)

    def get_success_url(self) -> str:
        """The round."""
        return str(self.result.get_absolute_url())


class RoundDetail(DetailDoor):
    """Who answered what, for who may know that; a partner sees its own answer and the numbers."""

    queryset = ROUNDS
    permission = "funding.view_stepinround"
    template_name = "funding/round_detail.html"

    def facts(self) -> dict[str, Any]:
        """The answers, and how the money of the phase stands."""
        found, person = self.object, self.person
        counted = StepInRound.objects.with_counts(person.moment).get(pk=found.pk)
        phase, project = found.plan.phase, found.plan.phase.project
        reads = person.has_perm("funding.read_answers", found)
        has_shares = person.has_perm("funding.read_shares", found)
        words = {"project": project.title, "phase": phase.get_kind_display()}
        heading = _("Step-in round: %(project)s") % words
        is_open = found.is_open_at(self.at) and phase.status not in OVER
        return {
            "round": found,
            "phase": phase,
            "project": project,
            "heading": heading,
            "lead": _("Every partner is asked whether it steps into the %(phase)s.") % words,
            "crumbs": project_crumbs(project, person, _("Step-in round")),
            "asked": counted.asked,
            "answered": counted.answered,
            "view": view_of(found.plan, person),
            "groups": answered_rows(found, person, has_shares=has_shares) if reads else [],
            "own": own_rows(found, person),
            "has_shares": has_shares,
            "is_open": is_open,
            "is_kernteam": person.standing.is_kernteam,
            "may_act": is_open and person.has_perm("funding.close_round", found),
        }


class OnRound(OfProject):
    """An act on a round; afterwards you are on its page."""

    queryset = ROUNDS
    form_class: Any = plain.Form

    @property
    def project(self) -> Project:
        """The project of the phase that is offered."""
        found: Project = self.object.plan.phase.project
        return found

    def obstacle(self) -> str:
        """While it is open."""
        return "" if self.object.is_open_at(self.at) else _("This round is over already.")

    def get_success_url(self) -> str:
        """The round."""
        return str(self.object.get_absolute_url())


class CloseRound(OnRound):
    """Before its deadline."""

    permission = "funding.close_round"
    heading = gettext_lazy("Close this round?")
    lead = gettext_lazy("Nobody is reminded any more. Partners can still answer, marked as late.")
    submit = gettext_lazy("Close the round")
    success_message = gettext_lazy("The round is closed.")

    def act(self, form: Any) -> StepInRound:
        """Close it."""
        del form
        return actions.close_round(self.object, **self.acting)


class RemindRound(OnRound):
    """Now, besides the reminders that leave by themselves."""

    permission = "funding.remind_round"
    heading = gettext_lazy("Remind who has not answered?")
    lead = gettext_lazy("Everybody who works for a partner without an answer gets a mail.")
    submit = gettext_lazy("Send the reminder")
    success_message = gettext_lazy("The reminder is on its way.")

    def act(self, form: Any) -> int:
        """Send it."""
        del form
        return actions.remind_round(self.object, **self.acting)
