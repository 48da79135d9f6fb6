"""Acts about meetings."""

from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.duties import Duty, duties
from events.models import ActionItem, DatePoll, Meeting, MeetingSeries
from partners.querysets import local_day
from programme.models import Programmaraad
from schuldenlab.web.ports import DeskAction
from schuldenlab.web.templatetags.look import day as day_words

SOON = timedelta(days=30)
MOST_SLOTS = 4
Due = tuple[date, int, DeskAction]


def meeting_actions(moment: datetime) -> list[DeskAction]:
    """Meetings that wait for the kernteam, by the last day to act; and the whole year."""
    day = local_day(moment)
    due = [*_to_record(moment), *_to_date(moment)]
    acts = [act for _last, _pk, act in sorted(due, key=lambda row: row[:2])]
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
    return [*acts[:MOST_SLOTS], _actions_action(day), every, letters]


def _actions_action(day: date) -> DeskAction:
    """What was agreed in meetings; how much of it is late."""
    late = ActionItem.objects.late(day).count()
    late_words = _("%(count)s late") % {"count": late}
    return DeskAction(
        _("Actions of meetings"),
        _("Who does what, and what is still open."),
        reverse("events:action-list") + ("?status=late" if late else ""),
        "check",
        late_words if late else "",
    )


def raad_meetings_action(raad: Programmaraad) -> DeskAction:
    """The agendas of a raad, and the votes in its meetings."""
    return DeskAction(
        _("Meetings of the programmaraad %(year)s") % {"year": raad.year},
        _("Plan a meeting, fill its agenda, send the papers and enter votes."),
        reverse("programme:raad-meetings", args=[raad.year]),
        "calendar",
    )


def _to_record(moment: datetime) -> list[Due]:
    """Meetings that have been, without anybody recording who was there."""
    been = Meeting.objects.filter(status=Meeting.Status.SCHEDULED, starts_at__lte=moment)
    years = [local_day(moment).year, local_day(moment).year + 1]
    ours = been.filter(year__in=years, series__framework__in_force_at__isnull=False)
    return [
        (local_day(slot.starts_at or moment), slot.pk, _record_action(slot))
        for slot in ours.select_related("series")
    ]


def _to_date(moment: datetime) -> list[Due]:
    """Meetings whose date must be fixed within a month, of this year and the next.

    One with an open date poll has its own act, to read the answers and choose.
    """
    day = local_day(moment)
    series = MeetingSeries.objects.in_force()
    asked = set(DatePoll.objects.running().values_list("meeting", flat=True))
    return [
        (last, slot.pk, _date_action(slot, duty, last, day))
        for duty in duties(series, (day.year, day.year + 1), moment).values()
        for slot in duty.without_date()
        if slot.pk not in asked
        if (last := duty.last_day_of(slot)) <= day + SOON
    ]


def _record_action(slot: Meeting) -> DeskAction:
    return DeskAction(
        _("Record who was at %(title)s") % {"title": _slot_title(slot, slot.series)},
        _("Without that the meeting does not count."),
        reverse("events:meeting-hold", args=[slot.pk]),
        "people",
        _("Has been"),
    )


def _date_action(slot: Any, duty: Duty, last: date, day: date) -> DeskAction:
    if last >= day:
        text = _("Fix it on %(day)s at the latest: then everybody has time to prepare.")
        facts = {"day": day_words(last)}
    elif duty.forecast.last_on is not None and duty.forecast.last_on >= day:
        text = _("Fix it on %(day)s at the latest: then it still counts for %(year)s.")
        facts = {"day": day_words(duty.forecast.last_on), "year": slot.year}
    elif duty.forecast.held_by is not None and duty.forecast.held_by >= day:
        text = _("There is less time to prepare. The last day to meet is %(day)s.")
        facts = {"day": day_words(duty.forecast.held_by)}
    else:
        text = _("The agreed period ends on %(day)s.")
        facts = {"day": day_words(slot.window_closes_on)}
    return DeskAction(
        _("Choose a date for %(title)s") % {"title": _slot_title(slot, duty.series)},
        text % facts,
        reverse("events:meeting-schedule", args=[slot.pk]),
        "calendar",
        _("Urgent") if last < day else _("No date yet"),
    )


def _slot_title(slot: Any, series: MeetingSeries) -> str:
    return slot.subject or f"{series.heading} {slot.ordinal} ({slot.year})"
