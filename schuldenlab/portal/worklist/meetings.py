"""Meetings that wait for the kernteam: for a date, for who was there, for their minutes."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from events.duties import Duty, duties
from events.models import DatePoll, Meeting, MeetingSeries, Minutes
from events.workdays import add_working_days
from partners.querysets import local_day
from schuldenlab.web.templatetags.look import day as day_words
from schuldenlab.web.written import made_of, quoting

from .due import Due
from .today import SOON, Today

MEASURES = {
    "inspiration": "inspiration_event",
    "network": "network_meetings",
    "leaders": "leaders_meetings",
    "raad": "progress_reported",
}
DAYS_TO_WRITE = 10  # working days after a meeting


def meeting_dues(today: Today) -> Iterator[Due]:
    """Dates to fix, polls to read, attendance to record, minutes to send and approve."""
    found = duties(MeetingSeries.objects.in_force(), (today.year, today.year + 1), today.moment)
    polls = {poll.meeting_id: poll for poll in DatePoll.objects.running().with_figures()}
    seen: set[int] = set()
    for duty in found.values():
        for slot, last in _pressing(duty, today.day):
            if slot.pk in polls:
                seen.add(slot.pk)
                yield _poll(polls[slot.pk], min(last, polls[slot.pk].closes_on), today.day)
            else:
                yield _date(slot, duty, last, today.day)
    for meeting, poll in polls.items():
        if meeting not in seen:
            yield _poll(poll, poll.closes_on, today.day)
    yield from _been(today)


def title_of(meeting: Any, series: MeetingSeries) -> str:
    """What a meeting is called in a list of many."""
    heading = series.heading
    return meeting.subject or made_of(f"{heading} {meeting.ordinal} ({meeting.year})", heading)


def _pressing(duty: Duty, day: date) -> Iterator[tuple[Any, date]]:
    """Each meeting without a date and the last day to fix it, as soon as that comes near.

    Of those whose window cannot be reached any more, only as many as the duty still misses beside
    the others: then the last day is that for the year, and after it the last day to meet at all.
    """
    found = [(slot, duty.last_day_of(slot)) for slot in duty.without_date()]
    late = [(slot, last) for slot, last in found if last < day]
    yield from ((slot, last) for slot, last in found if day <= last <= day + SOON)
    owed = max(0, duty.forecast.missing - (len(found) - len(late)))
    days = (duty.forecast.last_on, duty.forecast.held_by)
    still = next((each for each in days if each is not None and each >= day), None)
    for slot, last in late[:owed]:
        yield slot, still or last


def _date(slot: Any, duty: Duty, last: date, day: date) -> Due:
    if last < day:
        text = _("The agreed period ends on %(day)s.") % {"day": day_words(slot.window_closes_on)}
    elif last == duty.forecast.held_by:
        text = _("There is less time to prepare. The last day to meet is %(day)s.") % {
            "day": day_words(last)
        }
    elif last == duty.last_day_of(slot):
        text = _("Fix it on %(day)s at the latest: then everybody has time to prepare.") % {
            "day": day_words(last)
        }
    else:
        text = _("Fix it on %(day)s at the latest: then it still counts for %(year)s.") % {
            "day": day_words(last),
            "year": slot.year,
        }
    return Due(
        f"meeting-date:{slot.pk}",
        quoting(_("Choose a date for %(title)s"), title=title_of(slot, duty.series)),
        text,
        reverse("events:meeting-schedule", args=[slot.pk]),
        _("Choose a date"),
        last,
        MEASURES.get(duty.series.duty, ""),
        "calendar",
    )


def _poll(poll: Any, last: date, day: date) -> Due:
    meeting, answered = poll.meeting, poll.asked - poll.silent
    facts = {
        "title": title_of(meeting, meeting.series),
        "answered": answered,
        "asked": poll.asked,
        "day": day_words(poll.closes_on),
    }
    is_ready = day > poll.closes_on or answered == poll.asked
    text = _("%(answered)s of %(asked)s have answered.")
    if not is_ready:
        text = _("%(answered)s of %(asked)s have answered. They can until %(day)s.")
    title = _("Follow the date poll for %(title)s")
    if is_ready:
        title = _("Choose a date from the poll for %(title)s")
    return Due(
        f"meeting-poll:{poll.pk}:{'choose' if is_ready else 'asked'}",
        title % facts,
        text % facts,
        poll.get_absolute_url(),
        _("Choose a date") if is_ready else _("See the answers"),
        last,
        MEASURES.get(meeting.series.duty, ""),
        "calendar",
    )


def _been(today: Today) -> Iterator[Due]:
    """What was held: who was there, the minutes to send, and to approve by a later meeting.

    A stuurgroep keeps its own minutes.
    """
    held = Meeting.objects.filter(status=Meeting.Status.HELD)
    same = held.filter(series__duty=OuterRef("series__duty")).order_by("-held_on")
    unwritten = Q(minutes__isnull=True) | ~Q(minutes__status=Minutes.Status.APPROVED)
    told = Q(status=Meeting.Status.HELD, held_on__year__gte=today.year - 1) & unwritten
    passed = Q(status=Meeting.Status.SCHEDULED, starts_at__lte=today.moment)
    rows = (
        Meeting.objects.filter(passed | told & ~Q(series__duty=MeetingSeries.Duty.STEERING))
        .filter(taken_over_at__isnull=True, series__framework__in_force_at__isnull=False)
        .annotate(newest_on=Subquery(same.values("held_on")[:1]))
        .select_related("series", "minutes")
    )
    for slot in rows.order_by("starts_at", "pk"):
        minutes = getattr(slot, "minutes", None)
        if slot.status == Meeting.Status.SCHEDULED:
            yield _to_record(slot, local_day(slot.starts_at or today.moment))
        elif minutes is None or minutes.status == Minutes.Status.DRAFT:
            yield _to_send(slot, minutes)
        elif slot.newest_on > slot.held_on:
            yield _to_approve(slot)


def _to_record(slot: Any, on: date) -> Due:
    return Due(
        f"meeting-hold:{slot.pk}",
        quoting(_("Record who was at %(title)s"), title=title_of(slot, slot.series)),
        _("It was on %(day)s. Without that the meeting does not count.") % {"day": day_words(on)},
        reverse("events:meeting-hold", args=[slot.pk]),
        _("Record who was there"),
        add_working_days(on, 1),
        MEASURES.get(slot.series.duty, ""),
        "people",
    )


def _to_send(slot: Any, minutes: Any) -> Due:
    name = "minutes-start" if minutes is None else "minutes-write"
    return Due(
        f"minutes:{slot.pk}",
        quoting(_("Send the minutes of %(title)s"), title=title_of(slot, slot.series)),
        _("It was on %(day)s. Whoever was invited reads what was agreed.")
        % {"day": day_words(slot.held_on)},
        reverse(f"events:{name}", args=[slot.pk]),
        _("Begin the minutes") if minutes is None else _("Go on with the minutes"),
        add_working_days(slot.held_on, DAYS_TO_WRITE),
        MEASURES.get(slot.series.duty, ""),
        "document",
    )


def _to_approve(slot: Any) -> Due:
    return Due(
        f"minutes-approve:{slot.pk}",
        _("Record that the minutes of %(title)s are approved")
        % {"title": title_of(slot, slot.series)},
        _("There has been a meeting since then. Were they approved there?"),
        reverse("events:minutes-approve", args=[slot.pk]),
        _("Record the approval"),
        None,
        MEASURES.get(slot.series.duty, ""),
        "document",
    )
