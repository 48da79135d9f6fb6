"""What the kernteam does with a date poll: read the answers, and choose."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions, forms
from events.models import DatePoll, PollOption
from schuldenlab.web.doors import ActionDoor, DetailDoor
from schuldenlab.web.templatetags.look import clock as clock_words
from schuldenlab.web.templatetags.look import day as day_words

from .poll_words import results_of, tally_of
from .words import Crumbs, title_of, year_crumbs


def poll_crumbs(poll: DatePoll, here: str = "") -> Crumbs:
    """The way from the year to the meeting and its poll; with `here`, one step further."""
    meeting = poll.meeting
    way = (title_of(meeting), meeting.get_absolute_url())
    if here:
        return year_crumbs(meeting.year, way, (_("Date poll"), poll.get_absolute_url()), (here, ""))
    return year_crumbs(meeting.year, way, (_("Date poll"), ""))


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
        tally = tally_of(self.option)
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
