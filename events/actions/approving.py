"""Minutes that wait for approval: a point on the next agenda of their series, and nowhere else."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from events.models import AgendaItem, Meeting, MeetingSeries, Minutes
from events.querysets import of_same_row
from partners.models import Person
from schuldenlab.web.templatetags.look import day as day_words

from .agendas import add_agenda_item, put_item_on_agenda, take_item_off


def lock_row(series: MeetingSeries) -> None:
    """Hold all series of this row, before any of its meetings: agendas belong to the series."""
    rows = MeetingSeries.objects.filter(duty=series.duty).order_by("pk")
    if series.duty == MeetingSeries.Duty.STEERING:
        rows = rows.filter(pk=series.pk)
    list(rows.select_for_update().values_list("pk", flat=True))


@transaction.atomic
def settle_approvals(meeting: Meeting, *, actor: Person | None, at: datetime) -> int:
    """Put what was sent and not approved on the next meeting of this row that has a date.

    What the kernteam took off that agenda, or moved on from it, stays so. Returns how many points
    came on it. The caller holds the row.
    """
    coming = Meeting.objects.filter(of_same_row(meeting)).upcoming(at).select_related("series")
    following = coming.first()
    if following is None:
        return 0
    sent = Minutes.objects.filter(of_same_row(meeting, "meeting__"), status=Minutes.Status.SENT)
    waiting = sent.select_related("meeting__series").order_by("meeting__starts_at", "pk")
    return sum(_settle(each, following, actor, at) for each in waiting)


def _settle(minutes: Minutes, following: Meeting, actor: Person | None, at: datetime) -> int:
    points = AgendaItem.objects.filter(minutes_of=minutes.meeting_id)
    standing = list(_still_to_come(minutes))
    here = next((each for each in standing if each.meeting_id == following.pk), None)
    last = points.order_by("pk").last()
    is_moved_on = any(each.moved_from_id == following.pk for each in standing)
    is_off = not standing and last is not None and last.meeting_id == following.pk
    if here is None and (is_moved_on or is_off):
        return 0
    others = [each for each in standing if each is not here]
    if here is None:
        item = _move(others.pop(0), following, actor, at) if others else None
        _put_second(following, item or _add(minutes, following, actor, at))
    for each in others:
        take_item_off(each, actor=actor, at=at)
    return int(here is None)


def _still_to_come(minutes: Minutes) -> QuerySet[AgendaItem]:
    """The points that approve them, but those on the agenda of a meeting that was held."""
    standing = AgendaItem.objects.standing().filter(minutes_of=minutes.meeting_id)
    there: QuerySet[AgendaItem] = standing.exclude(meeting__status=Meeting.Status.HELD)
    return there.select_related("series", "meeting")


def _move(item: AgendaItem, meeting: Meeting, actor: Person | None, at: datetime) -> AgendaItem:
    """With its papers; that the kernteam moved it is not what the agenda says then."""
    moved = put_item_on_agenda(item, meeting=meeting, actor=actor, at=at)
    moved.moved_from = None
    moved.save(update_fields=["moved_from"])
    return moved


def _add(minutes: Minutes, meeting: Meeting, actor: Person | None, at: datetime) -> AgendaItem:
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        day = day_words(minutes.meeting.starts_at)
        title = _("Approve the minutes of %(day)s") % {"day": day}
    return add_agenda_item(
        meeting.series,
        year=meeting.year,
        meeting=meeting,
        kind=AgendaItem.Kind.DECIDE,
        title=title,
        minutes_of=minutes.meeting,
        actor=actor,
        at=at,
    )


def _put_second(meeting: Meeting, item: AgendaItem) -> None:
    """Below the opening."""
    others = list(meeting.points.standing().exclude(pk=item.pk))
    ordered = [*others[:1], item, *others[1:]]
    for position, each in enumerate(ordered, start=1):
        each.position = position
    AgendaItem.objects.bulk_update(ordered, ["position"])


@transaction.atomic
def end_approvals(minutes: Minutes, *, actor: Person | None, at: datetime) -> int:
    """What was approved leaves every agenda but that of the meeting that approved it."""
    left = list(_still_to_come(minutes).exclude(meeting=minutes.approved_in))
    for item in left:
        take_item_off(item, actor=actor, at=at)
    return len(left)


@transaction.atomic
def free_of_approvals(meeting: Meeting, *, actor: Person | None, at: datetime) -> None:
    """Let the minutes wait that a meeting would approve that does not come."""
    for item in meeting.points.standing().filter(minutes_of__isnull=False).select_related("series"):
        put_item_on_agenda(item, meeting=None, actor=actor, at=at)
