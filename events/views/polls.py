"""What the kernteam does with a date poll: open it, read it, ask again, choose, withdraw."""

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions, forms
from events.models import DatePoll, Meeting, PollOption
from events.openings import Openings, openings
from events.workdays import add_working_days
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, DetailDoor
from schuldenlab.web.templatetags.look import clock as clock_words
from schuldenlab.web.templatetags.look import day as day_words

from .acts import MeetingAction
from .poll_words import results_of
from .words import Crumbs, title_of, year_crumbs

WORKING_WEEK = 5


def poll_crumbs(poll: DatePoll, here: str = "") -> Crumbs:
    """The way from the year to the meeting and its poll; with `here`, one step further."""
    meeting = poll.meeting
    way = (title_of(meeting), meeting.get_absolute_url())
    if here:
        return year_crumbs(meeting.year, way, (_("Date poll"), poll.get_absolute_url()), (here, ""))
    return year_crumbs(meeting.year, way, (_("Date poll"), ""))


class PickMoments(ActionDoor):
    """A form with a calendar of free days; what cannot be is shown with why."""

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
        first, last = self.openings.first_on, self.openings.last_on
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return (form_class or self.form_class)(
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
    form_class = forms.OpenPollForm
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


class PollDetail(DetailDoor):
    """All answers for the kernteam; who is asked goes to the question."""

    queryset = DatePoll.objects.select_related("meeting__series")
    permission = "events.view_datepoll"
    template_name = "events/poll_detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What others answered is the kernteam's."""
        if not self.person.standing.is_kernteam:
            return HttpResponseRedirect(reverse("events:poll-mine", args=[self.object.pk]))
        return super().get(request, *args, **kwargs)

    def facts(self) -> dict[str, Any]:
        """Moments with totals, people with answers, and what can be done now."""
        poll = self.object
        return {
            "poll": poll,
            "meeting": poll.meeting,
            "results": results_of(poll, self.at),
            "is_over": not poll.accepts_answers(self.at),
            "may_act": poll.is_running,
            "heading": _("Date poll: %(title)s") % {"title": title_of(poll.meeting)},
            "crumbs": poll_crumbs(poll),
        }


class PollAction(ActionDoor):
    """An act on one poll; afterwards you are on its page."""

    queryset = DatePoll.objects.select_related("meeting__series")

    def obstacle(self) -> str:
        """Only while nobody chose."""
        return "" if self.object.is_running else _("This date poll is over.")

    def get_success_url(self) -> str:
        """Back to the answers."""
        return str(self.object.get_absolute_url())


class AddOptions(PickMoments, PollAction):
    """The kernteam puts more moments in an open poll."""

    permission = "events.add_options"
    form_class = forms.AddOptionsForm
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


class ChooseDate(PollAction):
    """The kernteam chooses one of the moments: the meeting has its date."""

    permission = "events.choose_date"
    form_class = forms.ChooseForm
    success_message = gettext_lazy("The date is fixed, and everybody is invited.")

    @cached_property
    def option(self) -> PollOption:
        """The moment of the address, if this poll has it."""
        found: PollOption = get_object_or_404(self.object.options, pk=self.kwargs["option"])
        return found

    def get_initial(self) -> dict[str, Any]:
        """As the meeting is known."""
        meeting = self.object.meeting
        return {"subject": meeting.subject, "place": meeting.place}

    def facts(self) -> dict[str, Any]:
        """Which moment, and who can come then."""
        columns = results_of(self.object, self.at).columns
        tally = next(each.tally for each in columns if each.option.pk == self.option.pk)
        return {
            "heading": _("Choose %(day)s?") % {"day": day_words(self.option.starts_at)},
            "lead": _("%(clock)s. %(gladly)s yes, %(if_need_be)s if need be, %(cannot)s no.")
            % {
                "clock": clock_words(self.option.starts_at),
                "gladly": tally.gladly,
                "if_need_be": tally.if_need_be,
                "cannot": tally.cannot,
            },
            "note": _("Everybody of the audience gets an invitation for this moment."),
            "crumbs": poll_crumbs(self.object, _("Choose")),
            "submit": _("Fix this date"),
        }

    def act(self, form: Any) -> DatePoll:
        """Choose it."""
        return actions.choose_date(
            self.object, option=self.option, **form.cleaned_data, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The meeting with its date."""
        return str(self.object.meeting.get_absolute_url())
