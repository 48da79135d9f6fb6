"""The door of other years or other days, and what all forms with years share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.actions.schedules import parts_of
from funding.forms.parts import lines_of
from funding.models import Pledge, Schedule
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor

from .acts import OnPledge


class Spread(ActionDoor):
    """A form with lines for the years of a pledge."""

    template_name = "funding/pledge_form.html"

    def lines(self) -> list[dict[str, Any]]:
        """As they begin: one, for this year."""
        return [{"year": local_day(self.at).year}]

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the lines as they begin."""
        return {**super().get_form_kwargs(), "parts": self.lines()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """“One more year” shows the page again with what was typed; nothing is saved."""
        if "more" not in request.POST:
            return super().post(request, *args, **kwargs)
        typed = self.get_form().as_typed()
        begin = {**self.get_form_kwargs(), **typed, "data": None, "files": None}
        form = self.get_form_class()(**begin, more=True)
        return self.render_to_response(self.get_context_data(form=form))


class Reschedule(Spread, OnPledge):
    """Other years, other days or other amounts per year; together they stay the same."""

    permission = "funding.reschedule"
    form_class: Any = forms.ScheduleForm
    is_binding = True
    states = frozenset({Pledge.Status.OFFERED, Pledge.Status.FIRM})
    is_for_good = True
    heading = gettext_lazy("Change the years or the days")
    lead = gettext_lazy("The value stays the same. The years as they were stay on record.")
    submit = gettext_lazy("Record the years")
    success_message = gettext_lazy("The years are changed.")

    def lines(self) -> list[dict[str, Any]]:
        """As they are now."""
        return lines_of(parts_of(self.pledge))

    def get_form_kwargs(self) -> dict[str, Any]:
        """Of how much."""
        return {**super().get_form_kwargs(), "amount": self.pledge.amount}

    def obstacle(self) -> str:
        """What nobody valued has no parts."""
        if self.pledge.amount is None:
            return str(gettext_lazy("Nobody valued this pledge, so there is nothing to spread."))
        return super().obstacle()

    def act(self, form: Any) -> Schedule:
        """Write it down."""
        return actions.reschedule(self.pledge, **form.cleaned_data, **self.acting)
