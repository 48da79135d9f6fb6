"""Acts about meetings."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.querysets import local_day
from programme.models import Programmaraad
from schuldenlab.portal.measures.meetings import last_day_to_plan
from schuldenlab.web.ports import DeskAction
from schuldenlab.web.templatetags.look import day as day_words

SOON = timedelta(days=30)
MOST_SLOTS = 4


def meeting_actions(moment: datetime) -> list[DeskAction]:
    """Meetings that wait for the kernteam, the most urgent first; and the whole year."""
    day = local_day(moment)
    waiting = (
        Meeting.objects.live()
        .exclude(status=Meeting.Status.HELD)
        .filter(year__in=[day.year, day.year + 1], series__framework__in_force_at__isnull=False)
    )
    due = [(last_day_to_plan(slot, slot.series), slot) for slot in waiting.select_related("series")]
    acts = [
        _record_action(slot) if slot.starts_at else _date_action(slot, last, day)
        for last, slot in sorted(due, key=lambda pair: (pair[0], pair[1].pk))
        if (slot.starts_at <= moment if slot.starts_at else last <= day + SOON)
    ]
    every = DeskAction(
        _("Meetings %(year)s") % {"year": day.year},
        _("All meetings that the framework asks for."),
        reverse("events:year", args=[day.year]),
        "calendar",
    )
    letters = DeskAction(
        _("Letters"),
        _("Write to directors, contacts or the whole network."),
        reverse("events:circular-list"),
        "mail",
    )
    return [*acts[:MOST_SLOTS], every, letters]


def raad_meetings_action(raad: Programmaraad) -> DeskAction:
    """The agendas of a raad, and the votes in its meetings."""
    return DeskAction(
        _("Meetings of the programmaraad %(year)s") % {"year": raad.year},
        _("Plan a meeting, fill its agenda, send the papers and enter votes."),
        reverse("programme:raad-meetings", args=[raad.year]),
        "calendar",
    )


def _record_action(slot: Meeting) -> DeskAction:
    return DeskAction(
        _("Record who was at %(title)s") % {"title": _slot_title(slot)},
        _("Without that the meeting does not count."),
        reverse("events:meeting-hold", args=[slot.pk]),
        "people",
        _("Has been"),
    )


def _date_action(slot: Meeting, last: date, day: date) -> DeskAction:
    return DeskAction(
        _("Choose a date for %(title)s") % {"title": _slot_title(slot)},
        _("Fix it on %(day)s at the latest: then everybody has time to prepare.")
        % {"day": day_words(last)}
        if last >= day
        else _("The agreed period ends on %(day)s.") % {"day": day_words(slot.window_closes_on)},
        reverse("events:meeting-schedule", args=[slot.pk]),
        "calendar",
        _("Urgent") if last < day else _("No date yet"),
    )


def _slot_title(slot: Meeting) -> str:
    return slot.subject or f"{slot.series.heading} {slot.ordinal} ({slot.year})"
