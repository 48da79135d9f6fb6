"""The doors of what becomes of a decision, and of one that was taken without a ballot."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Meeting
from partners.querysets import local_day
from programme import actions, forms
from programme.deadlines import CITY_ZONE, END_OF_DAY
from programme.models import Decision, Programmaraad
from programme.querysets import possible_owners
from schuldenlab.web.doors import ActionDoor

from .crumbs import Crumbs, decision_crumbs


class EnterDecision(ActionDoor):
    """The kernteam enters what the raad decided in a meeting, or advised."""

    permission = "programme.enter_decision"
    success_message = gettext_lazy(
        "The decision is in the register. The programmaraad gets a mail."
    )

    def get_form(self, form_class: Any = None) -> forms.EnterDecisionForm:
        """The raden that were ever installed, and the meetings that were held."""
        del form_class
        day = local_day(self.at)
        held = Meeting.objects.filter(status=Meeting.Status.HELD, year__gte=day.year - 1)
        return forms.EnterDecisionForm(
            **self.get_form_kwargs(),
            owners=possible_owners(day),
            raden=Programmaraad.objects.filter(installed_at__isnull=False).order_by("-year"),
            meetings=held.select_related("series").order_by("-held_on"),
            day=day,
        )

    def get_initial(self) -> dict[str, Any]:
        """The raad of this year, when there is one."""
        raden = Programmaraad.objects.filter(installed_at__isnull=False)
        return {"raad": raden.filter(year=local_day(self.at).year).first()}

    def facts(self) -> dict[str, Any]:
        """What happens with it."""
        return {
            "heading": _("Enter a decision"),
            "lead": _(
                "For what the programmaraad decided without a ballot. It gets the next number."
            ),
            "crumbs": decision_crumbs(_("Enter a decision")),
            "submit": _("Enter the decision"),
        }

    def act(self, form: Any) -> Decision:
        """Enter it, as taken at the end of that day, or now when that day is today."""
        data = form.cleaned_data
        end = datetime.combine(data["taken_on"], END_OF_DAY, tzinfo=CITY_ZONE)
        is_today = data["taken_on"] == local_day(self.at)
        return actions.enter_decision(
            data["raad"],
            title=data["title"],
            text=data["text"],
            origin=data["origin"],
            meeting=data["meeting"],
            follow_up=data["follow_up"],
            owner=data["owner"],
            due_on=data["due_on"],
            taken_at=min(self.at, end) if is_today else end,
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The page of the decision."""
        return str(self.result.get_absolute_url())


class DecisionAct(ActionDoor):
    """An act about one decision, which is still to be carried out."""

    queryset = Decision.objects.select_related("owner")
    lookup = {"year": "year", "sequence": "sequence"}
    form_class = forms.HappenedForm

    def obstacle(self) -> str:
        """What is carried out or dropped stays so."""
        if self.object.status == Decision.Status.OPEN:
            return ""
        return _("This decision is settled already.")

    def crumbs(self, here: str) -> Crumbs:
        """The way back to the decision."""
        crumbs = decision_crumbs(self.object.number)
        crumbs[-1]["url"] = self.object.get_absolute_url()
        return [*crumbs, {"label": here, "url": ""}]

    def words(self, heading: str, lead: str, submit: str) -> dict[str, Any]:
        """What the page says."""
        crumbs = self.crumbs(heading)
        return {"heading": heading, "lead": lead, "submit": submit, "crumbs": crumbs}

    def get_success_url(self) -> str:
        """The page of the decision."""
        return str(self.object.get_absolute_url())


class AssignDecision(DecisionAct):
    """The kernteam says who sees to it, and by when."""

    permission = "programme.assign_decision"
    success_message = gettext_lazy("Recorded. Whoever sees to it gets a mail.")

    def get_form(self, form_class: Any = None) -> forms.AssignDecisionForm:
        """With what holds now."""
        del form_class
        kwargs = self.get_form_kwargs()
        names = ("owner", "due_on", "follow_up")
        kwargs["initial"] = {name: getattr(self.object, name) for name in names}
        return forms.AssignDecisionForm(**kwargs, owners=possible_owners(local_day(self.at)))

    def facts(self) -> dict[str, Any]:
        """About which decision."""
        lead = _("“%(title)s”. Who had it before stays in the steps.")
        return self.words(
            _("Who sees to this decision?"), lead % {"title": self.object.title}, _("Record this")
        )

    def act(self, form: Any) -> Decision:
        """Record it."""
        return actions.assign_decision(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )


class ReportStep(DecisionAct):
    """The owner or the kernteam says what happened."""

    permission = "programme.report_step"
    success_message = gettext_lazy("Thank you. Everybody can read what happened.")

    def facts(self) -> dict[str, Any]:
        """About which decision."""
        lead = _("“%(title)s” stays open. Is it done? Then choose that on its page.")
        return self.words(
            _("Report a step"), lead % {"title": self.object.title}, _("Report this step")
        )

    def act(self, form: Any) -> Decision:
        """Add the step."""
        text = form.cleaned_data["text"]
        return actions.report_step(self.object, text=text, actor=self.person, at=self.at)


class CarryOutDecision(DecisionAct):
    """The owner or the kernteam says that it is done."""

    permission = "programme.carry_out_decision"
    success_message = gettext_lazy("The decision is carried out. The programmaraad gets a mail.")

    def facts(self) -> dict[str, Any]:
        """About which decision."""
        lead = _("“%(title)s”. After this nothing can be added to it.")
        return self.words(
            _("This decision is carried out"), lead % {"title": self.object.title}, _("It is done")
        )

    def act(self, form: Any) -> Decision:
        """Close it."""
        text = form.cleaned_data["text"]
        return actions.carry_out_decision(self.object, text=text, actor=self.person, at=self.at)


class DropDecision(DecisionAct):
    """The kernteam says that it will not be carried out, and why."""

    permission = "programme.drop_decision"
    success_message = gettext_lazy("Recorded. The programmaraad gets a mail with the reason.")

    def get_form(self, form_class: Any = None) -> Any:
        """The same field, asking for the reason."""
        form = super().get_form(form_class)
        form.fields["text"].label = _("Why is it not carried out?")
        return form

    def facts(self) -> dict[str, Any]:
        """About which decision."""
        lead = _("“%(title)s” stays in the register, with your reason.")
        return self.words(
            _("This decision will not be carried out"),
            lead % {"title": self.object.title},
            _("Record this"),
        )

    def act(self, form: Any) -> Decision:
        """Close it."""
        reason = form.cleaned_data["text"]
        return actions.drop_decision(self.object, reason=reason, actor=self.person, at=self.at)
