"""Fixing the date of a meeting: a suggestion, and a question when the moment is unusual."""

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import actions, forms
from events.cadence import first_suitable_day
from events.models import BlockedPeriod, Meeting
from events.workdays import is_free_day, is_working_day
from partners.querysets import local_day
from schuldenlab.web.templatetags.look import clock as clock_words
from schuldenlab.web.templatetags.look import day as day_words

from .acts import MeetingAction
from .words import title_of, window_words

EARLIEST, LATEST = time(7, 0), time(22, 0)


def unusual_about(meeting: Meeting, starts_at: datetime, at: datetime) -> list[str]:
    """What speaks against this moment for a meeting, a sentence each; nothing when it cannot be."""
    day = local_day(starts_at)
    is_agreed = meeting.window_opens_on <= day <= meeting.window_closes_on
    is_possible = is_agreed or day.year == meeting.year
    if not is_possible or starts_at == meeting.starts_at:
        return []
    found = unusual_moment(starts_at, at)
    if not is_agreed and starts_at > at:
        found.insert(0, _("This date lies outside the agreed period. The meeting does count."))
    return found


def unusual_moment(starts_at: datetime, at: datetime) -> list[str]:
    """What speaks against this moment for any meeting; nothing when it has passed."""
    local = timezone.localtime(starts_at)
    found: list[str] = []
    if starts_at <= at:
        return found
    if not is_working_day(local.date()):
        found.append(_("This date is not a working day. Many people will not be able to come."))
    elif not is_free_day(local.date(), BlockedPeriod.objects.spans(at, [local.year])):
        words = _("In this period we propose no dates. Many people will not be able to come.")
        found.append(words)
    if not EARLIEST <= local.time() <= LATEST:
        words = _("The meeting begins at %(clock)s. Many people will not be able to come.")
        found.append(words % {"clock": clock_words(starts_at)})
    return found


class ScheduleMeeting(MeetingAction):
    """The kernteam gives a slot a date, or another one."""

    permission = "events.schedule_meeting"
    success_message = gettext_lazy("The date is fixed. Everybody who takes part can see it.")

    def obstacle(self) -> str:
        """What was held keeps its date."""
        if self.object.status in {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}:
            return ""
        return _("This meeting has ended.")

    @cached_property
    def suggestion(self) -> date | None:
        """The first free day of the window with enough days to prepare."""
        meeting, today = self.object, local_day(self.at)
        window = meeting.window_opens_on, meeting.window_closes_on
        blocked = BlockedPeriod.objects.spans(self.at, [meeting.year])
        return first_suitable_day(today, *window, meeting.series.lead_days, blocked)

    def get_initial(self) -> dict[str, Any]:
        """The date as it is now, else the suggestion."""
        meeting = self.object
        facts = {"subject": meeting.subject, "place": meeting.place, "starts_on": self.suggestion}
        if meeting.starts_at is not None:
            local = timezone.localtime(meeting.starts_at)
            facts |= {"starts_on": local.date(), "starts_time": local.time()}
        return facts

    def get_form(self, form_class: Any = None) -> forms.ScheduleForm:
        """A reason is only asked for another date."""
        del form_class
        form = forms.ScheduleForm(
            **self.get_form_kwargs(),
            is_again=self.object.starts_at is not None,
            unusual=lambda starts_at: unusual_about(self.object, starts_at, self.at),
        )
        form.fields["starts_on"].help_text = self._advice()
        return form

    def _advice(self) -> str:
        facts = {"days": self.object.series.lead_days, "year": self.object.year}
        if self.suggestion is None:
            words = _(
                "The period ends too soon for %(days)s working days to prepare. "
                "Choose the best day that is left in %(year)s. Write it as 31-01-2026."
            )
            return words % facts
        words = _(
            "Suggestion: %(day)s, the first day with %(days)s working days to prepare. "
            "Write it as 31-01-2026."
        )
        return words % {**facts, "day": day_words(self.suggestion)}

    def facts(self) -> dict[str, Any]:
        """The agreed period."""
        return {
            **self.around(_("Date")),
            "heading": _("Choose a date for “%(title)s”") % {"title": title_of(self.object)},
            "lead": _("The agreed period is %(window)s. Another date in %(year)s counts as well.")
            % {"window": window_words(self.object), "year": self.object.year},
            "submit": _("Fix this date"),
        }

    def act(self, form: Any) -> Meeting:
        """Fix the date; what is unusual about it was said before."""
        facts = {name: form.cleaned_data.get(name, "") for name in ("subject", "place", "reason")}
        return actions.schedule_meeting(
            self.object, starts_at=form.starts_at, **facts, actor=self.person, at=self.at
        )
