"""The doors of a raad from year to year: the same again, dissolve, take over, and the history."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import GoLive, Organisation
from partners.querysets import local_day
from programme import actions, forms
from programme.models import Programmaraad
from programme.querysets import years_served
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .composing import framework_now, last_raad, raad_to_compose
from .crumbs import home_crumb, raad_crumbs
from .raad import RaadAction

DIGITS = 4


class RepeatRaad(ActionDoor):
    """The partners of last year's raad are proposed once more, in one act."""

    permission = "programme.repeat_raad"
    template_name = "programme/raad_repeat.html"
    success_message = gettext_lazy("The proposal is sent to all partners.")

    def get_object(self) -> Programmaraad | None:
        """The raad of this year or the next, when there is one already."""
        return raad_to_compose(self.kwargs["year"], self.at)

    def obstacle(self) -> str:
        """An installed raad is not proposed again."""
        raad = self.object
        if raad is None or raad.status == Programmaraad.Status.COMPOSING:
            return ""
        return _("The programmaraad of %(year)s is installed already.") % {"year": raad.year}

    def facts(self) -> dict[str, Any]:
        """Who stays, and who cannot."""
        year = self.kwargs["year"]
        return {
            "year": year,
            "repeat": last_raad(year, self.at),
            "heading": _("The same partners as last year?"),
            "lead": _("All partners get the proposal and can respond. They do not vote on it."),
            "crumbs": raad_crumbs(self.object, year, _("Same as last year")),
        }

    def act(self, form: Any) -> Programmaraad:
        """Propose them."""
        del form
        framework = framework_now(self.at)
        if framework is None:
            raise Http404
        return actions.repeat_raad(
            self.kwargs["year"], framework=framework, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The raad, where the seats can be given to people."""
        return str(self.result.get_absolute_url())


class DissolveRaad(RaadAction):
    """The year is over."""

    permission = "programme.dissolve_raad"
    success_message = gettext_lazy("The programmaraad is dissolved. Its decisions stay.")

    def obstacle(self) -> str:
        """Not before the last day of its year, and once."""
        raad = self.object
        if raad.status != Programmaraad.Status.INSTALLED:
            return _("This programmaraad is not installed.")
        if local_day(self.at) >= raad.last_on:
            return ""
        return _("The programmaraad of %(year)s sits until %(day)s.") % {
            "year": raad.year,
            "day": raad.last_on.strftime("%d-%m-%Y"),
        }

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        year = self.object.year
        return {
            "heading": _("Dissolve the programmaraad of %(year)s") % {"year": year},
            "lead": _("Its seats end today. What it decided stays, and its history as well."),
            "crumbs": raad_crumbs(self.object, year, _("Dissolve")),
            "submit": _("Dissolve the programmaraad"),
        }

    def act(self, form: Any) -> Any:
        """Dissolve it."""
        del form
        return actions.dissolve_raad(self.object, actor=self.person, at=self.at)


class TakeOverRaad(ActionDoor):
    """A raad from before this lab was kept here."""

    permission = "programme.take_over_raad"
    success_message = gettext_lazy("The programmaraad is taken over.")

    def get_object(self) -> None:
        """A year from before the first day of this lab, or that day's own; others are not there."""
        live_on = GoLive.objects.day()
        if live_on is None or not live_on.year - 10 <= self.kwargs["year"] <= live_on.year + 1:
            raise Http404

    def get_form(self, form_class: Any = None) -> forms.TakeOverRaadForm:
        """Partners of that year."""
        del form_class
        return forms.TakeOverRaadForm(**self.get_form_kwargs(), year=self.kwargs["year"])

    def facts(self) -> dict[str, Any]:
        """What it is for."""
        year = self.kwargs["year"]
        return {
            "heading": _("Take over the programmaraad of %(year)s") % {"year": year},
            "lead": _("It counts from the day on which it was installed, and is marked for ever."),
            "crumbs": raad_crumbs(None, year),
            "submit": _("Take over this programmaraad"),
        }

    def act(self, form: Any) -> Programmaraad:
        """Take it over with its own day."""
        data = form.cleaned_data
        return actions.take_over_raad(
            self.kwargs["year"],
            framework=data["framework"],
            organisations=list(data["organisations"]),
            installed_on=data["installed_on"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The raad that is there now."""
        return str(self.result.get_absolute_url())


class RaadHistory(DetailDoor):
    """All raden with their seats and voters from–until, and the years that partners served."""

    permission = "programme.view_programmaraad"
    template_name = "programme/raad_history.html"

    def facts(self) -> dict[str, Any]:
        """Of one year with `?year=2026`, else of all."""
        every = Programmaraad.objects.visible_to(self.person).exclude(installed_at=None)
        asked = self.request.GET.get("year", "")
        year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == DIGITS else None
        shown = every.filter(year=year) if year else every
        return {
            "heading": _("Programmaraden by year"),
            "lead": _("Who held a seat, from when until when, and who voted for it."),
            "crumbs": [
                home_crumb(),
                {"label": _("Programmaraad"), "url": reverse("programme:raad-now")},
                {"label": _("History"), "url": ""},
            ],
            "years": list(every.values_list("year", flat=True)),
            "year": year,
            "live_on": GoLive.objects.day(),
            "raden": self._raden(shown),
            "served": self._served(),
        }

    def _raden(self, raden: Any) -> list[dict[str, Any]]:
        """Each raad with its seats, and each seat with its voters: three queries for all."""
        live_on = GoLive.objects.day()
        found = list(raden.prefetch_related("seats__organisation", "seats__delegates__person"))
        return [
            {
                "raad": raad,
                "seats": list(raad.seats.all()),
                "is_taken_over": live_on is not None and local_day(raad.installed_at) < live_on,
            }
            for raad in found
        ]

    @staticmethod
    def _served() -> list[dict[str, Any]]:
        """Per organisation the number of years, by name: a fact, no ranking."""
        counts = years_served()
        rows = Organisation.objects.filter(pk__in=counts).order_by("name")
        return [{"organisation": row, "years": counts[row.pk]} for row in rows]
