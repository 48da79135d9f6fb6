"""Minutes: begun from what is known, written, sent, and approved at a later meeting."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from events import notifications
from events.models import Meeting, Minutes
from events.pdf import minutes_pdf
from events.proceedings import (
    OWN,
    first_text,
    is_as_sent,
    proceedings_of,
    seal_of,
    text_mark,
    unwritten_words,
)
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.documents.actions import keep_document
from schuldenlab.documents.models import Document
from schuldenlab.lifecycle import Refused, lock, move

from .approving import end_approvals, lock_row, settle_approvals


class Overtaken(Refused):
    """Somebody else saved the text after this writer had opened it."""


@transaction.atomic
def start_minutes(meeting: Meeting, *, actor: Person | None, at: datetime) -> Minutes:
    """A draft with a heading for each point; attendance, decisions and actions stand beside it."""
    lock(meeting)
    if meeting.starts_at is None or at < meeting.starts_at:
        raise Refused(_("This meeting has not begun yet."))
    if Minutes.objects.filter(meeting=meeting).exists():
        raise Refused(_("There are minutes of this meeting already."))
    minutes = Minutes.objects.create(meeting=meeting, text=first_text(meeting), recorded_at=at)
    record("start_minutes", minutes, actor=actor, at=at, facts={"meeting": meeting.pk})
    return minutes


@transaction.atomic
def write_minutes(
    minutes: Minutes, *, text: str, based_on: str, actor: Person | None, at: datetime
) -> Minutes:
    """Save the text. `based_on` is the mark of the text that the writer changed.

    Raises `Overtaken` when that is not the text any more. What was sent stays as it was sent.
    """
    lock(minutes)
    if minutes.status == Minutes.Status.APPROVED:
        raise Refused(_("These minutes are approved. They stay as they are."))
    text = text.replace("\r\n", "\n").strip()
    if minutes.text == text:
        return minutes
    if text_mark(minutes.text) != based_on:
        raise Overtaken(_("Somebody else saved this text while you were writing."))
    minutes.text = text
    minutes.save(update_fields=["text"])
    record("write_minutes", minutes, actor=actor, at=at, facts={"length": len(text)})
    return minutes


@transaction.atomic
def send_minutes(minutes: Minutes, *, actor: Person | None, at: datetime) -> Minutes:
    """Freeze text and facts as they are, and send them. After a correction it is a new version."""
    lock_row(minutes.meeting.series)
    meeting = lock(minutes.meeting)
    lock(minutes)
    if meeting.status != Meeting.Status.HELD:
        raise Refused(_("Record first who was there."))
    if not minutes.text.strip():
        raise Refused(_("Write the minutes first."))
    if gaps := unwritten_words(minutes):
        raise Refused(gaps)
    facts = proceedings_of(meeting, at)
    before = minutes.facts
    if before and is_as_sent(minutes) and facts == _without_own(before):
        raise Refused(_("Nothing has changed since these minutes were sent."))
    facts |= {"text": minutes.text, "version": before.get("version", 0) + 1}
    facts |= {"sent_at": at.isoformat(), "earlier": _earlier(minutes)}
    minutes.facts = facts
    document = _document(minutes, actor=actor, at=at)
    also = {"facts": facts, "document": document}
    figures = {"version": facts["version"], "sha256": document.sha256}
    move(minutes, "send_minutes", actor=actor, at=at, also=also, facts=figures)
    notifications.minutes_sent(minutes, at=at)
    settle_approvals(meeting, actor=actor, at=at)
    return minutes


@transaction.atomic
def approve_minutes(
    minutes: Minutes, *, meeting: Meeting, actor: Person | None, at: datetime
) -> Minutes:
    """The next meeting approves what was sent; from then on nothing of it changes."""
    lock_row(minutes.meeting.series)
    own = lock(minutes.meeting)
    lock(minutes)
    if minutes.status == Minutes.Status.SENT and not is_as_sent(minutes):
        raise Refused(_("The text has changed since it was sent. Send it again first."))
    _check_later(own, meeting, at)
    if minutes.status == Minutes.Status.SENT:
        minutes.sha256, minutes.approved_in = seal_of(minutes), meeting
        document = _document(minutes, actor=actor, at=at)
    else:
        document = None
    also = {"sha256": minutes.sha256, "approved_in": meeting, "document": document}
    figures = {"meeting": meeting.pk, "sha256": minutes.sha256}
    move(minutes, "approve_minutes", actor=actor, at=at, also=also, facts=figures)
    end_approvals(minutes, actor=actor, at=at)
    return minutes


def _check_later(own: Meeting, meeting: Meeting, at: datetime) -> None:
    is_later = (
        meeting.series.duty == own.series.duty
        and own.starts_at is not None
        and meeting.starts_at is not None
        and own.starts_at < meeting.starts_at
    )
    if not is_later:
        raise Refused(_("Choose a later meeting of the same kind."))
    if meeting.starts_at is None or at < meeting.starts_at:
        raise Refused(_("The meeting that approves them has not begun yet."))


def _without_own(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name not in OWN}


def _earlier(minutes: Minutes) -> list[dict[str, Any]]:
    """The versions that were sent before, each with its own document."""
    if minutes.document is None:
        return []
    one = {"version": minutes.facts["version"], "document": minutes.document_id}
    return [*minutes.facts["earlier"], {**one, "sha256": minutes.document.sha256}]


def _document(minutes: Minutes, *, actor: Person | None, at: datetime) -> Document:
    meeting = minutes.meeting
    day = local_day(meeting.starts_at) if meeting.starts_at else local_day(at)
    approved = "-vastgesteld" if minutes.sha256 else ""
    name = f"verslag-{day:%Y-%m-%d}-v{minutes.facts['version']}{approved}.pdf"
    return keep_document(minutes_pdf(minutes, at=at), name=name, actor=actor, at=at)
