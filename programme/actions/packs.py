"""Sending the papers of a meeting: by the clock once, seven days ahead; again only by hand."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.models import Person
from partners.querysets import local_day
from programme import notifications
from programme.deadlines import is_office_hour
from programme.models import PackVersion
from programme.papers import raad_of
from programme.pdf import pack_pdf
from schuldenlab.audit.actions import record
from schuldenlab.documents.actions import keep_document
from schuldenlab.lifecycle import Refused, lock

AHEAD = timedelta(days=7)


@transaction.atomic
def send_pack(
    meeting: Meeting, *, changed: str = "", actor: Person | None, at: datetime
) -> PackVersion:
    """Freeze agenda and papers as one PDF and send it to representatives and substitutes.

    The first time is done once, by the clock or by hand. After that somebody says what changed.
    """
    lock(meeting)
    raad = raad_of(meeting)
    if raad is None or meeting.status != Meeting.Status.SCHEDULED or meeting.starts_at is None:
        raise Refused(_("Papers are sent for a meeting that has a date."))
    if at >= meeting.starts_at:
        raise Refused(_("This meeting has begun. Its papers stay as they are."))
    if not meeting.points.standing().exists():
        raise Refused(_("Put at least one point on the agenda first."))
    number = meeting.packs.count() + 1
    if number > 1 and (actor is None or not changed):
        raise Refused(_("The papers were sent already. To send them again, say what has changed."))
    content = pack_pdf(meeting, number=number, changed=changed, at=at)
    day = local_day(meeting.starts_at)
    name = f"programmaraad-{day:%Y-%m-%d}-v{number}.pdf"
    pack = PackVersion.objects.create(
        meeting=meeting,
        number=number,
        starts_at=meeting.starts_at,
        document=keep_document(content, name=name, actor=actor, at=at),
        sent_at=at,
        sent_by=actor,
        changed=changed,
        recorded_at=at,
    )
    facts = {"version": number, "sha256": pack.document.sha256}
    record("send_pack", meeting, actor=actor, at=at, facts=facts)
    notifications.pack_sent(pack, raad, at=at)
    return pack


def send_due_packs(at: datetime) -> int:
    """Send the papers of every meeting that comes within seven days and has points."""
    if not is_office_hour(at):
        return 0
    until = local_day(at) + AHEAD
    coming = Meeting.objects.of_raad().upcoming(at).filter(packs__isnull=True)
    sent = 0
    for meeting in coming.filter(points__taken_off_at__isnull=True).distinct():
        if meeting.starts_at is not None and local_day(meeting.starts_at) <= until:
            try:
                send_pack(meeting, actor=None, at=at)
            except Refused:
                continue  # another worker was first
            sent += 1
    return sent
