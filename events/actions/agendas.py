"""Points of an agenda: put on, ordered, moved to another meeting, taken off; and their papers."""

from collections.abc import Sequence
from datetime import datetime

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from events.models import AgendaDocument, AgendaItem, Meeting, MeetingSeries
from partners.models import Person
from schuldenlab.audit.actions import record
from schuldenlab.documents.actions import keep_document
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def add_agenda_item(
    series: MeetingSeries,
    *,
    year: int,
    meeting: Meeting | None,
    kind: str,
    title: str,
    text: str = "",
    is_progress: bool = False,
    minutes_of: Meeting | None = None,
    actor: Person | None,
    at: datetime,
) -> AgendaItem:
    """Put a point last on the agenda of a meeting, or let it wait when there is none yet."""
    lock(series)
    _refuse_held(meeting)
    item = AgendaItem.objects.create(
        series=series,
        year=year,
        meeting=meeting,
        position=_last_position(series, year, meeting) + 1,
        kind=kind,
        title=title,
        text=text,
        is_progress=is_progress,
        minutes_of=minutes_of,
        put_on_at=None if meeting is None else at,
        recorded_at=at,
    )
    facts = {"title": title, "meeting": meeting and meeting.pk}
    record("add_agenda_item", item, actor=actor, at=at, facts=facts)
    return item


@transaction.atomic
def put_item_on_agenda(
    item: AgendaItem, *, meeting: Meeting | None, actor: Person | None, at: datetime
) -> AgendaItem:
    """Put a point on a (later) meeting of its series; None lets it wait. Its papers go with it.

    A point that stood on an agenda stays there on record, as taken off; a new row takes its place.
    """
    lock(item.series)
    lock(item)
    if item.taken_off_at is not None:
        raise Refused(_("This point was taken off the agenda already."))
    if item.meeting_id == (meeting and meeting.pk):
        raise Refused(_("This point stands there already."))
    _refuse_held(meeting)
    position = _last_position(item.series, item.year, meeting) + 1
    papers = list(item.documents.all())
    if item.meeting_id is None:
        item.meeting, item.put_on_at, item.position = meeting, at, position
        if meeting is not None and item.moved_from_id == meeting.pk:
            item.moved_from = None  # it is back where it came from
        item.save(update_fields=["meeting", "put_on_at", "position", "moved_from"])
    else:
        item.taken_off_at = at
        item.save(update_fields=["taken_off_at"])
        item = AgendaItem.objects.create(
            **{name: getattr(item, name) for name in ("series", "year", "kind", "title", "text")},
            is_progress=item.is_progress,
            minutes_of=item.minutes_of,
            meeting=meeting,
            moved_from=item.meeting,
            position=position,
            put_on_at=None if meeting is None else at,
            recorded_at=at,
        )
        AgendaDocument.objects.filter(pk__in=[paper.pk for paper in papers]).update(item=item)
    facts = {"meeting": meeting and meeting.pk}
    record("put_item_on_agenda", item, actor=actor, at=at, facts=facts)
    return item


@transaction.atomic
def move_item_on(item: AgendaItem, *, actor: Person | None, at: datetime) -> AgendaItem:
    """To the next meeting of its series that has a date; without one the point waits."""
    here = item.meeting
    if here is None:
        raise Refused(_("This point waits already."))
    _refuse_held(here)
    after = max(filter(None, (here.starts_at, at)))
    coming = Meeting.objects.filter(series=item.series_id).upcoming(after)
    following = coming.exclude(pk=here.pk).first()
    return put_item_on_agenda(item, meeting=following, actor=actor, at=at)


@transaction.atomic
def take_item_off(item: AgendaItem, *, actor: Person | None, at: datetime) -> AgendaItem:
    """Take a point off the agenda; it stays on record."""
    lock(item.series)
    lock(item)
    if item.taken_off_at is not None:
        raise Refused(_("This point was taken off the agenda already."))
    _refuse_held(item.meeting)
    item.taken_off_at = at
    item.save(update_fields=["taken_off_at"])
    record("take_item_off", item, actor=actor, at=at, facts={"title": item.title})
    return item


@transaction.atomic
def reorder_agenda(
    meeting: Meeting, *, items: Sequence[int], actor: Person | None, at: datetime
) -> Meeting:
    """Put the points of an agenda in this order; each of them is named exactly once."""
    lock(meeting.series)
    _refuse_held(meeting)
    standing = {item.pk: item for item in meeting.points.standing()}
    if sorted(items) != sorted(standing):
        raise Refused(_("The agenda has changed in the meantime. Look and try again."))
    for position, pk in enumerate(items, start=1):
        standing[pk].position = position
    AgendaItem.objects.bulk_update(standing.values(), ["position"])
    record("reorder_agenda", meeting, actor=actor, at=at, facts={"items": list(items)})
    return meeting


@transaction.atomic
def add_agenda_document(
    item: AgendaItem, *, upload: File | bytes, name: str, actor: Person | None, at: datetime
) -> AgendaDocument:
    """Add a paper (PDF) to a point."""
    lock(item)
    if item.taken_off_at is not None:
        raise Refused(_("This point was taken off the agenda already."))
    document = keep_document(upload, name=name, actor=actor, at=at)
    paper = AgendaDocument.objects.create(item=item, document=document, recorded_at=at)
    facts = {"name": document.name, "sha256": document.sha256}
    record("add_agenda_document", item, actor=actor, at=at, facts=facts)
    return paper


def _refuse_held(meeting: Meeting | None) -> None:
    if meeting is not None and meeting.status == Meeting.Status.HELD:
        raise Refused(_("This meeting was held already. Its agenda stays as it is."))


def _last_position(series: MeetingSeries, year: int, meeting: Meeting | None) -> int:
    points = AgendaItem.objects.filter(series=series, year=year, meeting=meeting)
    last: int | None = points.aggregate(top=Max("position"))["top"]
    return last or 0
