"""Asking an audience which moments suit it, and asking again."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from events import notifications
from events.audience import audience_on
from events.models import DatePoll, Meeting, PollInvitee, PollOption
from events.openings import blocked_periods, not_working
from events.proposals import reason_against
from events.workdays import add_working_days, is_office_hour
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move
from schuldenlab.web.templatetags.look import day as day_words

from .links import write_links

FEWEST_OPTIONS, MOST_OPTIONS = 2, 12
REMIND_DAYS = 2  # working days before the last day


@transaction.atomic
def open_poll(
    meeting: Meeting,
    *,
    options: Sequence[datetime],
    closes_on: date,
    note: str = "",
    actor: Person | None,
    at: datetime,
) -> DatePoll:
    """Ask everybody of the audience, as it is now, which of these moments suit them.

    Each gets a letter with a link of their own, which needs no login.
    """
    lock(meeting)
    _check_open(meeting, closes_on, at)
    _check_moments(meeting, options, closes_on, at)
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise Refused(_number_words())
    members = audience_on(meeting.series.audience, local_day(at), meeting.series)
    if not members:
        raise Refused(_("Nobody belongs to this audience yet, so there is nobody to ask."))
    poll = DatePoll.objects.create(
        meeting=meeting, closes_on=closes_on, note=note.strip(), recorded_at=at
    )
    PollOption.objects.bulk_create(PollOption(poll=poll, starts_at=each) for each in options)
    PollInvitee.objects.bulk_create(
        PollInvitee(
            poll=poll,
            person_id=member.person_id,
            organisation_id=member.organisation_id,
            recorded_at=at,
        )
        for member in members
    )
    facts = {"options": len(options), "people": len(members), "closes_on": closes_on.isoformat()}
    record("open_poll", poll, actor=actor, at=at, facts=facts)
    people = _reachable(poll.invitees.all())
    notifications.poll_opened(poll, people, _links(poll, people, at), at=at)
    return poll


@transaction.atomic
def add_options(
    poll: DatePoll, *, options: Sequence[datetime], actor: Person | None, at: datetime
) -> DatePoll:
    """Put more moments in an open poll; everybody is told, and who answered is asked again."""
    lock(poll)
    if not poll.is_running:
        raise Refused(_("This date poll is over."))
    if local_day(at) > poll.closes_on:
        raise Refused(_("Nobody can answer any more: the last day has passed."))
    if not options:
        raise Refused(_("Add at least one moment."))
    there = list(poll.options.values_list("starts_at", flat=True))
    if set(there) & set(options):
        raise Refused(_("One of these moments is in the date poll already."))
    if len(there) + len(options) > MOST_OPTIONS:
        raise Refused(_number_words())
    _check_moments(poll.meeting, options, poll.closes_on, at)
    PollOption.objects.bulk_create(PollOption(poll=poll, starts_at=each) for each in options)
    facts = {"options": len(options)}
    record("add_options", poll, actor=actor, at=at, facts=facts)
    people = _reachable(poll.invitees.all())
    notifications.poll_extended(
        poll, people, _links(poll, people, at), total=len(there) + len(options), at=at
    )
    return poll


@transaction.atomic
def remind_poll(poll: DatePoll, *, actor: Person | None, at: datetime) -> int:
    """Remind who has not answered, each at most once. Returns how many."""
    lock(poll)
    if not poll.accepts_answers(at):
        raise Refused(_("Nobody can answer any more: the last day has passed."))
    people = _reachable(poll.invitees.waiting().filter(reminded_at__isnull=True))
    if not people:
        raise Refused(_("Everybody has answered, or got a reminder already."))
    poll.invitees.filter(pk__in=[each.pk for each in people]).update(reminded_at=at)
    record("remind_poll", poll, actor=actor, at=at, facts={"people": len(people)})
    notifications.poll_reminder(poll, people, _links(poll, people, at), at=at)
    return len(people)


def remind_polls(at: datetime) -> int:
    """Remind in each poll who has not answered, two working days before its last day."""
    if not is_office_hour(timezone.localtime(at)):
        return 0
    day, reminded = local_day(at), 0
    silent = PollInvitee.objects.waiting().filter(reminded_at__isnull=True)
    for poll in DatePoll.objects.running().filter(closes_on__gte=day, pk__in=silent.values("poll")):
        if day >= add_working_days(poll.closes_on, -REMIND_DAYS):
            try:
                reminded += remind_poll(poll, actor=None, at=at)
            except Refused:
                continue  # another worker was first, or nobody of them has an account any more
    return reminded


@transaction.atomic
def withdraw_poll(poll: DatePoll, *, actor: Person | None, at: datetime) -> DatePoll:
    """Nobody needs to answer any more; whoever was asked is told."""
    lock(poll.meeting)
    move(poll, "withdraw_poll", actor=actor, at=at)
    people = poll.invitees.filter(person__in=Person.objects.can_log_in())
    notifications.poll_withdrawn(poll, list(people.select_related("person")), at=at)
    return poll


def withdraw_polls(meeting: Meeting, *, actor: Person | None, at: datetime) -> None:
    """Nobody has to answer when a meeting got its date another way, or does not come."""
    for poll in meeting.polls.filter(status=DatePoll.Status.OPEN):
        withdraw_poll(poll, actor=actor, at=at)


def _check_open(meeting: Meeting, closes_on: date, at: datetime) -> None:
    if meeting.status not in {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}:
        raise Refused(_("This meeting gets no date any more."))
    if meeting.polls.filter(status=DatePoll.Status.OPEN).exists():
        raise Refused(_("There is a date poll for this meeting already."))
    if closes_on < local_day(at):
        raise Refused(_("This last day to answer has passed. Choose one that still comes."))


def _number_words() -> str:
    numbers = {"fewest": FEWEST_OPTIONS, "most": MOST_OPTIONS}
    return _("Propose from %(fewest)s to %(most)s moments.") % numbers


def _check_moments(
    meeting: Meeting, options: Sequence[datetime], closes_on: date, at: datetime
) -> None:
    """Each once, still to come after the last day to answer, in the year, on a day that is free."""
    if len(set(options)) < len(options):
        raise Refused(_("One of these moments stands there twice."))
    blocked = blocked_periods(at)
    for moment in options:
        day = local_day(moment)
        facts = {"day": day_words(day), "year": meeting.year}
        if moment <= at:
            raise Refused(_("Choose a moment that still comes: %(day)s has passed.") % facts)
        if day <= closes_on:
            raise Refused(_("On %(day)s people can still answer. Choose a later day.") % facts)
        in_window = meeting.window_opens_on <= day <= meeting.window_closes_on
        if day.year != meeting.year and not in_window:
            raise Refused(_("The date must lie in %(year)s.") % facts)
        why = reason_against(day, blocked) or not_working(day)
        if why:
            raise Refused(_("On %(day)s nobody meets: %(why)s.") % {**facts, "why": why})


def _reachable(invitees: QuerySet[Any]) -> list[PollInvitee]:
    """Those whose account is open, with the person at hand."""
    able = Person.objects.can_log_in()
    return list(invitees.filter(person__in=able).select_related("person"))


def _links(poll: DatePoll, people: Sequence[PollInvitee], at: datetime) -> dict[int, str]:
    """A fresh link for each, until the day after the last moment; person's id -> path."""
    last = max(poll.options.values_list("starts_at", flat=True))
    paths = write_links(people, expires_at=last + timedelta(days=1), at=at)
    return {each.person_id: paths[each.pk] for each in people}
