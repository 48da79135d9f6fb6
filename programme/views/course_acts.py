"""The doors of acts on a change of course."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.models import CourseChange, Seat
from schuldenlab.web.doors import ActionDoor

from .course import RELATED
from .course_log import system_words
from .crumbs import change_crumbs

Status = CourseChange.Status
NOT_NOW = gettext_lazy("This is no longer possible: the status is “%(status)s” now.")


class ChangeAction(ActionDoor):
    """An act on one change; afterwards you are on its page."""

    queryset = CourseChange.objects.select_related(*RELATED)
    move: tuple[str, ...] = ()
    words: tuple[Any, Any, Any] = ("", "", "")  # title, the last crumb, button

    def obstacle(self) -> str:
        """Why this act is not possible in the state of now."""
        if any(self.object.status in CourseChange.MOVES[name].sources for name in self.move):
            return ""
        return NOT_NOW % {"status": self.object.get_status_display()}

    def facts(self) -> dict[str, Any]:
        """The words of the page above the title of the change."""
        heading, here, submit = (str(each) for each in self.words)
        return {
            "heading": heading,
            "lead": self.object.title,
            "crumbs": change_crumbs(self.object, here),
            "submit": submit,
        }

    def get_success_url(self) -> str:
        """Back to the change."""
        return str(self.object.get_absolute_url())


class JudgeChange(ChangeAction):
    """The kernteam says whether it is crucial; it may differ from the system, with a reason."""

    permission = "programme.judge_change"
    move = ("judge_crucial",)
    words = (
        gettext_lazy("Is this change crucial?"),
        gettext_lazy("Judge"),
        gettext_lazy("Record our judgement"),
    )
    success_message = gettext_lazy("Recorded. The programmaraad gets a message.")

    def obstacle(self) -> str:
        """Half a proposal is completed first."""
        change = self.object
        if change.status == Status.PROPOSED and not (change.why and change.effect):
            return _("First write down why, and what the effect is.")
        return super().obstacle()

    def get_form(self, form_class: Any = None) -> forms.JudgeForm:
        """With what the system proposes filled in."""
        del form_class
        proposes = bool(self.object.proposed_reasons())
        kwargs = self.get_form_kwargs()
        kwargs["initial"] = {"is_crucial": "yes" if proposes else "no"}
        return forms.JudgeForm(**kwargs, proposes_crucial=proposes)

    def facts(self) -> dict[str, Any]:
        """What the system says of it."""
        facts = super().facts()
        return {**facts, "lead": f"{self.object.title}. {system_words(self.object)}"}

    def act(self, form: Any) -> CourseChange:
        """Record the judgement."""
        return actions.judge_change(
            self.object,
            is_crucial=form.cleaned_data["is_crucial"] == "yes",
            reason=form.cleaned_data["reason"],
            actor=self.person,
            at=self.at,
        )


class CallCrucial(ChangeAction):
    """A seat calls it crucial that the kernteam did not."""

    permission = "programme.call_crucial"
    form_class = forms.CallForm
    words = (
        gettext_lazy("Call this change crucial"),
        gettext_lazy("Crucial"),
        gettext_lazy("Call it crucial"),
    )
    success_message = gettext_lazy("Recorded. The programmaraad and the kernteam get a message.")

    def seat(self) -> Seat:
        """The seat for which this person speaks in the raad of this change."""
        seat: Seat = Seat.objects.of(self.person).filter(raad=self.object.raad_id)[0]
        return seat

    def obstacle(self) -> str:
        """Once per seat, as long as it is not crucial."""
        visible = CourseChange.objects.filter(pk=self.object.pk)
        if visible.callable_by(self.person).exists():
            return ""
        return _("This change is crucial already, or your seat called it so before.")

    def facts(self) -> dict[str, Any]:
        """How many more are needed."""
        note = _("When two seats call it crucial, the programmaraad decides on it.")
        return {**super().facts(), "note": note}

    def act(self, form: Any) -> Any:
        """Call it."""
        return actions.call_crucial(
            self.object,
            seat=self.seat(),
            reason=form.cleaned_data["reason"],
            actor=self.person,
            at=self.at,
        )


class DoneAction(ChangeAction):
    """What asks on which day it was done."""

    asks: type[forms.DoneForm] = forms.DoneForm

    def get_form(self, form_class: Any = None) -> forms.DoneForm:
        """Today, unless it was before."""
        del form_class
        return self.asks(**self.get_form_kwargs(), day=local_day(self.at))


class CarryOutFirst(DoneAction):
    """It could not wait for the raad, and counts as afterwards."""

    permission = "programme.carry_out_first"
    asks = forms.FirstForm
    move = ("go_first",)
    words = (
        gettext_lazy("Carried out before the decision"),
        gettext_lazy("Urgent"),
        gettext_lazy("Record that it went first"),
    )
    success_message = gettext_lazy("Recorded. The programmaraad gets a message.")

    def facts(self) -> dict[str, Any]:
        """What it costs."""
        note = _("The Kompas shows this as not decided first, for the rest of the year.")
        return {**super().facts(), "note": note}

    def act(self, form: Any) -> CourseChange:
        """Record it."""
        facts = form.cleaned_data
        return actions.carry_out_first(
            self.object,
            reason=facts["reason"],
            done_on=facts["done_on"],
            actor=self.person,
            at=self.at,
        )


class CarryOut(DoneAction):
    """The effect is there."""

    permission = "programme.carry_out_change"
    move = ("carry_out",)
    words = (
        gettext_lazy("This change is carried out"),
        gettext_lazy("Carry out"),
        gettext_lazy("Record that it is done"),
    )
    success_message = gettext_lazy("Recorded.")

    def act(self, form: Any) -> CourseChange:
        """Record it."""
        facts = form.cleaned_data
        return actions.carry_out_change(self.object, **facts, actor=self.person, at=self.at)


class Withdraw(ChangeAction):
    """It does not go on."""

    permission = "programme.withdraw_change"
    form_class = forms.ReasonForm
    move = ("withdraw",)
    words = (
        gettext_lazy("This change does not go on"),
        gettext_lazy("Withdraw"),
        gettext_lazy("Withdraw the change"),
    )
    success_message = gettext_lazy("The change is withdrawn.")

    def obstacle(self) -> str:
        """What happened stays; only a proposal of ours is withdrawn."""
        if self.object.is_fact:
            return _("This happened, so it is not withdrawn. Judge what the answer to it is.")
        return super().obstacle()

    def act(self, form: Any) -> CourseChange:
        """Withdraw it."""
        return actions.withdraw_change(
            self.object, reason=form.cleaned_data["reason"], actor=self.person, at=self.at
        )
