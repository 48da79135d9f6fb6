"""The doors of single seats: filling an open one, and who votes for it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme import actions, forms
from programme.models import Seat
from schuldenlab.web.doors import ActionDoor

from .crumbs import raad_crumbs
from .raad import RaadAction


class FillSeat(RaadAction):
    """The kernteam gives an open seat to a partner."""

    permission = "programme.fill_seat"
    success_message = gettext_lazy("The seat is filled. Now name who votes for it.")

    def obstacle(self) -> str:
        """Only where a seat is open."""
        raad = self.object
        if raad.seats.active(local_day(self.at)).count() < raad.framework.seats_max:
            return ""
        return _("There is no open seat in this programmaraad.")

    def get_form(self, form_class: Any = None) -> forms.FillSeatForm:
        """Partners without a seat."""
        del form_class
        day = local_day(self.at)
        return forms.FillSeatForm(**self.get_form_kwargs(), raad=self.object, day=day)

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Who takes the open seat?"),
            "lead": _("The partner votes from the next ballot. Open ballots keep their voters."),
            "crumbs": raad_crumbs(self.object, self.object.year, _("Open seat")),
            "submit": _("Fill the seat"),
        }

    def act(self, form: Any) -> Any:
        """Give the seat."""
        return actions.fill_seat(
            self.object,
            organisation=form.cleaned_data["organisation"],
            actor=self.person,
            at=self.at,
        )


class NameDelegates(ActionDoor):
    """Who votes for a seat."""

    queryset = Seat.objects.select_related("raad__framework", "organisation")
    permission = "programme.name_delegates"
    success_message = gettext_lazy("Both people get a message.")

    def get_form(self, form_class: Any = None) -> forms.DelegatesForm:
        """People with a mandate of the organisation."""
        del form_class
        return forms.DelegatesForm(
            **self.get_form_kwargs(),
            seat=self.object,
            at=self.at,
        )

    def facts(self) -> dict[str, Any]:
        """Whose seat it is."""
        raad = self.object.raad
        name = self.object.organisation.name
        return {
            "heading": _("Who votes for %(name)s?") % {"name": name},
            "lead": _("You choose from the people with a mandate for %(name)s.") % {"name": name},
            "crumbs": raad_crumbs(raad, raad.year, name),
            "submit": _("Name these people"),
        }

    def act(self, form: Any) -> Any:
        """Name them from today."""
        return actions.name_delegates(
            self.object,
            **form.cleaned_data,
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """Back to the raad."""
        return str(self.object.raad.get_absolute_url())


class EndSeat(ActionDoor):
    """A partner gives its seat back, in the person of a director or through the kernteam."""

    queryset = Seat.objects.select_related("raad__framework", "organisation")
    permission = "programme.end_seat"
    form_class = forms.EndSeatForm
    success_message = gettext_lazy("The seat ends. The kernteam gets a message.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        raad, name = self.object.raad, self.object.organisation.name
        return {
            "heading": _("Give back the seat of %(name)s?") % {"name": name},
            "lead": _(
                "Today is the last day, or the day on which a ballot closes that is open now. "
                "The kernteam looks for another partner; history stays."
            ),
            "crumbs": raad_crumbs(raad, raad.year, name),
            "submit": _("Give back this seat"),
        }

    def act(self, form: Any) -> Any:
        """End it."""
        return actions.end_seat(
            self.object, reason=form.cleaned_data["reason"], actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """Back to the raad."""
        return str(self.object.raad.get_absolute_url())
