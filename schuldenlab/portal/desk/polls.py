"""Acts about date polls: read the answers, and choose when it is over."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from events.models import DatePoll
from partners.querysets import local_day
from schuldenlab.web.ports import DeskAction
from schuldenlab.web.templatetags.look import day as day_words


def poll_actions(moment: datetime) -> list[DeskAction]:
    """Every date poll that is open; those from which a date can be chosen come first."""
    day = local_day(moment)
    acts = [_act(poll, day) for poll in DatePoll.objects.running().with_figures()]
    return sorted(acts, key=lambda act: not act.badge)


def _act(poll: DatePoll, day: date) -> DeskAction:
    meeting, answered = poll.meeting, poll.asked - poll.silent  # type: ignore[attr-defined]
    title = meeting.subject or f"{meeting.series.heading} {meeting.ordinal} ({meeting.year})"
    facts = {"title": title, "answered": answered, "asked": poll.asked}  # type: ignore[attr-defined]
    text = _("%(answered)s of %(asked)s have answered.") % facts
    is_over, is_complete = day > poll.closes_on, answered == facts["asked"]
    if is_over or is_complete:
        badge = _("The date poll is over") if is_over else _("Everybody has answered")
        label = _("Choose a date from the poll for %(title)s") % facts
        return DeskAction(label, text, poll.get_absolute_url(), "calendar", badge)
    until = _("They can answer until and including %(day)s.") % {"day": day_words(poll.closes_on)}
    label = _("Date poll for %(title)s") % facts
    return DeskAction(label, f"{text} {until}", poll.get_absolute_url(), "calendar")
