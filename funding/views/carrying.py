"""The doors of what goes to the next year."""

from functools import partial
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.models import CarryOver
from funding.yearly import lines_at
from programme.models import Programme
from programme.views.crumbs import Crumbs
from projects.views.acts import OfProject

from .budget import crumbs_of


class CarryOverDoor(OfProject):
    """A part of what a category has too much goes to the next year."""

    queryset = Programme.objects.all()
    lookup: ClassVar[dict[str, str]] = {"year": "year"}
    permission = "funding.carry_over"
    form_class: Any = forms.CarryOverForm
    heading = gettext_lazy("Carry over to the next year")
    lead = gettext_lazy("Only what is certain and not needed this year. It goes to the same goal.")
    submit = gettext_lazy("Carry it over")
    success_message = gettext_lazy("It is carried over. The next year has it now.")

    def get_form_class(self) -> Any:
        """With what each category has too much now."""
        lines = lines_at([self.object.year], self.at).values()
        left = {each.category: each.surplus for each in lines if each.surplus}
        return partial(forms.CarryOverForm, left=left)

    def obstacle(self) -> str:
        """Only where something is too much."""
        if any(each.surplus for each in lines_at([self.object.year], self.at).values()):
            return ""
        return _("No category of this year has anything too much now.")

    def crumbs(self) -> Crumbs:
        """By way of the budget of the year."""
        return crumbs_of(str(self.heading), self.object.year)

    def act(self, form: Any) -> CarryOver:
        """Carry it over."""
        return actions.carry_over(self.object, **form.cleaned_data, **self.acting)

    def get_success_url(self) -> str:
        """Back to the year."""
        return str(self.result.get_absolute_url())


class StrikeCarryOver(OfProject):
    """It was a mistake."""

    queryset = CarryOver.objects.all()
    permission = "funding.strike_carry_over"
    form_class: Any = forms.StrikeForm
    heading = gettext_lazy("Strike what was carried over?")
    lead = gettext_lazy("The amount stays with its own year. What was recorded stays visible.")
    submit = gettext_lazy("Strike it")
    success_message = gettext_lazy("It is struck.")

    def crumbs(self) -> Crumbs:
        """By way of the budget of the year."""
        return crumbs_of(str(self.heading), self.object.year)

    def obstacle(self) -> str:
        """Once."""
        return "" if self.object.struck_at is None else _("This was struck already.")

    def act(self, form: Any) -> CarryOver:
        """Strike it."""
        reason = form.cleaned_data["reason"]
        return actions.strike_carry_over(self.object, reason=reason, **self.acting)

    def get_success_url(self) -> str:
        """Back to the year."""
        return str(self.object.get_absolute_url())
