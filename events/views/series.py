"""What the kernteam arranges: how often a series meets and when, and who is always invited."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import actions, forms
from events.duties import NUMBERS, Duty, duties
from events.models import MeetingSeries, StandingGuest
from events.wording import advice_of, badge_in_words, figures_in_words
from partners.models import Framework, Person
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, DetailDoor, ListDoor

from .words import windows_in_words, year_crumbs

SERIES = MeetingSeries.objects.select_related("framework")


def panel_of(duty: Duty) -> dict[str, Any]:
    """How a duty stands, for a page."""
    forecast = duty.forecast
    return {
        "year": forecast.terms.year,
        "need": forecast.terms.need,
        "badge": badge_in_words(forecast),
        "figures": figures_in_words(forecast),
        "advice": advice_of(forecast),
        "poll_by": forecast.poll_by if forecast.missing else None,
    }


class SeriesList(ListDoor):
    """The series of the framework in force, each with how it stands this year."""

    queryset = SERIES
    permission = "events.change_series"
    template_name = "events/series_list.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """Those of the framework of today."""
        framework = Framework.objects.current(local_day(self.at))
        return super().get_queryset().filter(framework=framework).order_by("pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each series with its periods and how it stands."""
        context = super().get_context_data(**kwargs)
        year = local_day(self.at).year
        found = duties(context["object_list"], [year], self.at)
        rows = [
            {
                "series": series,
                "windows": windows_in_words(series),
                "panel": panel_of(found[series.pk, year]) if series.per_year else None,
            }
            for series in context["object_list"]
        ]
        return {
            **context,
            "rows": rows,
            "heading": _("Series of meetings"),
            "lead": _("How often, in which periods, with whom, and how long ahead."),
            "crumbs": year_crumbs(year, (_("Series of meetings"), "")),
        }


class SeriesDetail(DetailDoor):
    """One series: how it is arranged, how it stands this year and the next, and its guests."""

    queryset = SERIES
    permission = "events.change_series"
    template_name = "events/series_detail.html"

    def facts(self) -> dict[str, Any]:
        """The arrangement, the years, the guests."""
        series, year = self.object, local_day(self.at).year
        found = duties([series], [year, year + 1], self.at)
        guests = series.guests.filter(ended_at__isnull=True).select_related("person")
        return {
            "series": series,
            "heading": series.heading,
            "lead": _("For %(audience)s.") % {"audience": series.get_audience_display()},
            "crumbs": series_crumbs(year, (series.heading, "")),
            "windows": windows_in_words(series),
            "panels": [panel_of(each) for each in found.values() if each.forecast.terms.need],
            "guests": guests.order_by("person__name"),
        }


def series_crumbs(year: int, *steps: tuple[str, str]) -> Any:
    """The way back over the list of series."""
    return year_crumbs(year, (_("Series of meetings"), reverse("events:series-list")), *steps)


class SeriesAction(ActionDoor):
    """An act on one series; afterwards you are on its page."""

    queryset = SERIES
    permission = "events.change_series"

    def get_success_url(self) -> str:
        """Back to the series."""
        return reverse("events:series-detail", args=[self.object.pk])

    def around(self, here: str) -> dict[str, Any]:
        """The series and the way back to it."""
        steps = (self.object.heading, self.get_success_url()), (here, "")
        return {"series": self.object, "crumbs": series_crumbs(local_day(self.at).year, *steps)}


class ChangeSeries(SeriesAction):
    """The kernteam arranges a series otherwise."""

    template_name = "events/series_change.html"
    success_message = gettext_lazy("Changed. What has a date stays as it is.")

    def get_form(self, form_class: Any = None) -> forms.SeriesForm:
        """As it is now."""
        del form_class
        return forms.SeriesForm(
            **self.get_form_kwargs(), series=self.object, first_year=local_day(self.at).year
        )

    def facts(self) -> dict[str, Any]:
        """What changes and what does not."""
        return {
            **self.around(_("Change")),
            "heading": _("Change “%(series)s”") % {"series": self.object.heading},
            "lead": _(
                "Only meetings without a date whose period still comes change with it. "
                "What has a date or was held stays as it is."
            ),
        }

    def act(self, form: Any) -> MeetingSeries:
        """Change it, and say when the framework asks for more."""
        series = actions.change_series(
            self.object, facts=form.cleaned_data, actor=self.person, at=self.at
        )
        owed = getattr(series.framework, NUMBERS.get(series.duty, ""), 0)
        if series.per_year < owed:
            words = ngettext(
                "The framework asks for %(count)s meeting a year. The Kompas goes on counting it.",
                "The framework asks for %(count)s meetings a year. "
                "The Kompas goes on counting them.",
                owed,
            )
            messages.warning(self.request, words % {"count": owed})
        return series


class AddGuest(SeriesAction):
    """Somebody is invited to every meeting of the series from now on."""

    success_message = gettext_lazy("From now on this person is invited to every meeting.")

    def get_form(self, form_class: Any = None) -> forms.StandingGuestForm:
        """Anybody with an account who is no guest yet."""
        del form_class
        guests = self.object.guests.filter(ended_at__isnull=True)
        people = Person.objects.can_log_in().exclude(pk__in=guests.values("person"))
        return forms.StandingGuestForm(**self.get_form_kwargs(), people=people.order_by("name"))

    def facts(self) -> dict[str, Any]:
        """Who is invited anyway."""
        return {
            **self.around(_("Standing guest")),
            "heading": _("Add a standing guest of “%(series)s”") % {"series": self.object.heading},
            "lead": _("Beside %(audience)s, who are invited anyway.")
            % {"audience": self.object.get_audience_display()},
            "submit": _("Add standing guest"),
        }

    def act(self, form: Any) -> StandingGuest:
        """Add this person."""
        data = form.cleaned_data
        return actions.add_standing_guest(
            self.object,
            person=data["person"],
            reason=data["reason"],
            actor=self.person,
            at=self.at,
        )


class EndGuest(SeriesAction):
    """Somebody is no standing guest any more."""

    success_message = gettext_lazy("This person is no standing guest any more.")

    @property
    def guest(self) -> StandingGuest:
        """The guest of the address."""
        guests = self.object.guests.select_related("person")
        found: StandingGuest = get_object_or_404(guests, pk=self.kwargs["guest"])
        return found

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            **self.around(_("Standing guest")),
            "heading": _("Stop inviting %(name)s?") % {"name": self.guest.person.name},
            "lead": _("Invitations that were sent already stay as they are."),
            "submit": _("Stop inviting"),
        }

    def act(self, form: Any) -> StandingGuest:
        """End it."""
        del form
        return actions.end_standing_guest(self.guest, actor=self.person, at=self.at)
