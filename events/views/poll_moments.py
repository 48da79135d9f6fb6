"""Choosing the moments of a date poll, from a calendar of free days."""

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions, forms
from events.models import DatePoll, Meeting
from events.openings import Openings, openings
from events.workdays import add_working_days
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor

from .acts import MeetingAction
from .polls import PollAction, poll_crumbs
from .words import title_of

WORKING_WEEK = 5


class PickMoments(ActionDoor):
    """A form with a calendar of free days; what cannot be is shown with why."""

    moments_form: type[forms.MomentsForm]

    @cached_property
    def openings(self) -> Openings:
        """The days to choose from."""
        return openings(self.meeting, asked_until=self.asked_until, at=self.at)

    @property
    def meeting(self) -> Meeting:
        """Which meeting needs a date."""
        raise NotImplementedError

    @property
    def asked_until(self) -> date:
        """The last day on which people answer."""
        raise NotImplementedError

    def get_form(self, form_class: Any = None) -> Any:
        """The working days of the period, with what stands against them."""
        del form_class
        first, last = self.openings.first_on, self.openings.last_on
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return self.moments_form(
            **self.get_form_kwargs(),
            days=[day for day in days if day.weekday() < WORKING_WEEK],
            why_not=self.openings.why_not,
        )

    def get_initial(self) -> dict[str, Any]:
        """At the usual time."""
        return {"clock": self.meeting.series.usual_time}


class OpenPoll(PickMoments, MeetingAction):
    """The kernteam asks the audience of a meeting which date suits."""

    permission = "events.open_poll"
    moments_form = forms.OpenPollForm
    template_name = "events/poll_open.html"
    success_message = gettext_lazy("The date poll is open. Everybody gets a mail with a link.")

    def obstacle(self) -> str:
        """One poll at a time, and only for what still gets a date."""
        if self.object.status not in {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}:
            return _("This meeting gets no date any more.")
        if self.object.polls.filter(status=DatePoll.Status.OPEN).exists():
            return _("There is a date poll for this meeting already.")
        return ""

    @property
    def meeting(self) -> Meeting:
        """The meeting of the address."""
        found: Meeting = self.object
        return found

    @property
    def asked_until(self) -> date:
        """As many working days as the series gives."""
        return add_working_days(local_day(self.at), self.meeting.series.poll_days)

    def get_initial(self) -> dict[str, Any]:
        """The moments that the calendar proposes are ticked."""
        days = [timezone.localdate(each).isoformat() for each in self.openings.proposals]
        return {**super().get_initial(), "days": days, "closes_on": self.asked_until}

    def facts(self) -> dict[str, Any]:
        """What the proposals rest on."""
        return {
            **self.around(_("Date poll")),
            "heading": _("When does it suit?"),
            "lead": _("You ask who is invited to “%(title)s”. Then you choose the date.")
            % {"title": title_of(self.object)},
            "openings": self.openings,
            "submit": _("Open the date poll"),
        }

    def act(self, form: Any) -> DatePoll:
        """Ask them."""
        data = form.cleaned_data
        return actions.open_poll(
            self.object,
            options=form.moments(),
            closes_on=data["closes_on"],
            note=data["note"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The answers, as they come in."""
        return str(self.result.get_absolute_url())


class AddOptions(PickMoments, PollAction):
    """The kernteam puts more moments in an open poll."""

    permission = "events.add_options"
    moments_form = forms.AddOptionsForm
    template_name = "events/poll_open.html"
    success_message = gettext_lazy("The moments are added. Everybody gets a mail about it.")

    @property
    def meeting(self) -> Meeting:
        """The meeting of the poll."""
        found: Meeting = self.object.meeting
        return found

    @property
    def asked_until(self) -> date:
        """The last day of the poll."""
        day: date = self.object.closes_on
        return day

    def facts(self) -> dict[str, Any]:
        """What is in it already."""
        return {
            "heading": _("Add moments"),
            "lead": _("Who answered already is asked for the new moments only."),
            "crumbs": poll_crumbs(self.object, _("Add moments")),
            "there": list(self.object.options.order_by("starts_at")),
            "openings": self.openings,
            "submit": _("Add moments"),
        }

    def act(self, form: Any) -> DatePoll:
        """Add them."""
        return actions.add_options(
            self.object, options=form.moments(), actor=self.person, at=self.at
        )
