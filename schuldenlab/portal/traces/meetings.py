"""Clauses 3, 4 and 7: behind the figures of meetings."""

from collections import defaultdict
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.duties import Duty
from events.models import MeetingSeries
from partners.querysets import local_day
from schuldenlab.portal.measures.leaders import absences
from schuldenlab.portal.measures.meetings import duty_of

from .registry import trace
from .trace import Looking, Row, Rows, Trace, words_of


@trace("inspiration_event")
def inspiration_event(look: Looking) -> Trace:
    """Inspiration events that were held, and what is still to come."""
    return _trace(look, duty_of(MeetingSeries.Duty.INSPIRATION, look.asked))


@trace("network_meetings")
def network_meetings(look: Looking) -> Trace:
    """Network meetings that were held, and what is still to come."""
    return _trace(look, duty_of(MeetingSeries.Duty.NETWORK, look.asked))


@trace("leaders_meetings")
def leaders_meetings(look: Looking) -> Trace:
    """Meetings of the leaders; a project of which nobody was there is named at its meeting."""
    found = duty_of(MeetingSeries.Duty.LEADERS, look.asked)
    absent: dict[Any, list[str]] = defaultdict(list)
    for each in absences(found, look.asked) if found else []:
        absent[each.on].extend(project.title for project in each.projects)
    return _trace(look, found, absent)


def _trace(look: Looking, found: Duty | None, absent: Any = None) -> Trace:
    if found is None:
        return Trace()
    need = found.forecast.terms.need
    pairs = list(zip(found.meetings, found.forecast.kinds, strict=True))
    held = [each for each, kind in pairs if kind == "held"]
    order = {"dated": 0, "possible": 1, "open": 2}
    waiting = sorted((pair for pair in pairs if pair[1] in order), key=lambda row: order[row[1]])
    coming = [_coming(each, kind, look) for each, kind in waiting]
    short = max(0, need - len(held))
    nothing = Row(_("One more meeting is needed"), text=_("Nothing is planned for it yet"))
    return Trace(
        counted=Rows(held, lambda each: _held(each, absent or {})),
        missing=Rows([*coming, *([nothing] * short)][:short]),
        todo=look.todo(
            _("To the meetings of the year"),
            reverse("events:year", args=[look.asked.year]) + f"#{found.series.duty}",
        ),
    )


def _name(meeting: Any, series: Any) -> str:
    return str(meeting.subject or series.heading)


def _held(meeting: Any, absent: Any) -> Row:
    text = _("Held on %(day)s") % {"day": words_of(meeting.held_on)}
    names = ", ".join(f"“{each}”" for each in absent.get(meeting.held_on, ()))
    if names:
        missed = _("Without a project leader or substitute: %(names)s.") % {"names": names}
        text = f"{text}. {missed}"
    return Row(_name(meeting, meeting.series), meeting.get_absolute_url(), text, meeting.held_on)


def _coming(meeting: Any, kind: str, look: Looking) -> Row:
    name, url = _name(meeting, meeting.series), meeting.get_absolute_url()
    if meeting.date_then is not None:
        day = local_day(meeting.date_then)
        if kind == "dated":
            return Row(name, url, _("Planned for %(day)s") % {"day": words_of(day)}, day)
        act = look.act(_("Record who was there"), reverse("events:meeting-hold", args=[meeting.pk]))
        text = _("It was to be on %(day)s; nobody recorded yet who was there")
        return Row(name, url, text % {"day": words_of(day)}, day, **act)
    act = look.act(_("Fix a date"), reverse("events:meeting-schedule", args=[meeting.pk]))
    window = {
        "first": words_of(meeting.window_opens_on),
        "last": words_of(meeting.window_closes_on),
    }
    text = _("No date yet; agreed between %(first)s and %(last)s") % window
    return Row(name, url, text, **act)
