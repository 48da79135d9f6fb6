"""The part of a meeting's page about answers: one's own, who comes, and whether enough come."""

from datetime import datetime
from typing import Any

from events.audience import seat_of
from events.coming import Coming, Guest, coming_to
from events.forms.replies import ReplyForm
from events.models import Invitee, Meeting, MeetingSeries, Reply
from partners.models import Organisation
from partners.querysets import local_day

SHOWN = 6


def section(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """Empty without a date or anybody invited; the card to answer only for who is invited."""
    if meeting.status != Meeting.Status.SCHEDULED:
        return {}
    coming = coming_to(meeting, local_day(at))
    if not coming.guests:
        return {}
    names = dict(Organisation.objects.filter(pk__in=coming.organisations).values_list("pk", "name"))
    by_name = sorted(names.items(), key=lambda pair: pair[1].lower())
    rows = [{"name": name, "people": coming.organisations[pk]} for pk, name in by_name]
    others = coming.people - sum(coming.organisations.values())
    is_raad = meeting.series.duty == MeetingSeries.Duty.RAAD
    return {
        "coming": coming,
        "rows": rows[:SHOWN],
        "more": rows[SHOWN:],
        "others": others,
        "silent": len(coming.silent),
        "quorum": coming.quorum if is_raad else None,
        "is_ahead": is_ahead(meeting, at),
        **own_card(meeting, coming, person, at),
    }


def is_ahead(meeting: Meeting, at: datetime) -> bool:
    """It still has to begin, so people can answer."""
    is_fixed = meeting.status == Meeting.Status.SCHEDULED and meeting.starts_at is not None
    return bool(is_fixed and meeting.starts_at and meeting.starts_at > at)


def own_card(meeting: Meeting, coming: Coming, person: Any, at: datetime) -> dict[str, Any]:
    """The question to this person, or nothing."""
    mine = next((guest for guest in coming.guests if guest.person_id == person.pk), None)
    if mine is None or not is_ahead(meeting, at):
        return {"card": None}
    return {"card": card_of(meeting, coming, mine, at)}


def card_of(meeting: Meeting, coming: Coming, guest: Guest, at: datetime) -> dict[str, Any]:
    """The form as it was answered, what became of that answer, and whether its day has passed."""
    last = Reply.objects.get(pk=guest.last.pk) if guest.last else None
    known = {"person_id": guest.person_id, "organisation_id": guest.organisation_id}
    invitee = Invitee(pk=guest.pk, meeting=meeting, **known)
    by = meeting.reply_by_on
    return {
        "form": ReplyForm(invitee=invitee, last=last, seat=seat_of(invitee, local_day(at))),
        "is_answered": not guest.is_silent,
        "is_late": by is not None and by < local_day(at),
        "last": last,
        "state": state_of(coming, guest),
        "places": coming.places[guest.pk],
        "waiting": coming.waiting(guest),
        "is_again": last is None and bool(_earlier(guest)),
    }


def _earlier(guest: Guest) -> bool:
    return Reply.objects.filter(invitee=guest.pk).exists()


def state_of(coming: Coming, guest: Guest) -> str:
    """What an answer comes down to: silent, no, refused, pending, waiting, part, or comes."""
    last = guest.last
    if last is None:
        return "silent"
    if last.refused_at is not None:
        return "refused"
    if last.answer == Reply.Answer.NO:
        return "no"
    if last.is_pending:
        return "pending"
    places = coming.places[guest.pk]
    if not places:
        return "waiting"
    return "part" if coming.waiting(guest) else "comes"
