"""Letters about the date of a meeting, each with an entry for the calendar of its reader.

Their key holds the revision of the entry: nobody gets one revision twice. They are secret, because
of the link in them that answers without login.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from events.calendars import cancel_for, request_for
from events.models import Invitee, Meeting, MeetingDate
from partners.querysets import local_day
from schuldenlab.outbox.actions import post

Paths = Mapping[int, str]
SOON = timedelta(days=3)


def meeting_invited(
    meeting: Meeting, invitees: Sequence[Invitee], paths: Paths, *, at: datetime
) -> None:
    """The first letter: what it is, when and where, until when to answer, and the link for that."""
    _request("invited", meeting, invitees, paths, at)


def meeting_moved(
    meeting: Meeting,
    invitees: Sequence[Invitee],
    paths: Paths,
    *,
    before: MeetingDate,
    reason: str,
    at: datetime,
) -> None:
    """Another date than `before`, which may have been called off already.

    An answer about another day is none to this one, so it is asked again; one about the same day
    stands.
    """
    is_same_day = local_day(before.starts_at) == local_day(meeting.starts_at or at)
    context = {"was_at": before.starts_at, "was_off": before.withdrawn_at != at, "reason": reason}
    _request("moved", meeting, invitees, paths, at, asks_again=not is_same_day, **context)


def meeting_changed(
    meeting: Meeting,
    invitees: Sequence[Invitee],
    paths: Paths,
    *,
    was: Mapping[str, str],
    at: datetime,
) -> None:
    """Something else than the date is different: who answered need do nothing.

    `was` has the subject and the place as they were, as far as they changed.
    """
    _request("changed", meeting, invitees, paths, at, was=dict(was))


def meeting_called_off(
    meeting: Meeting,
    invitees: Sequence[Invitee],
    *,
    was_at: datetime,
    reason: str,
    at: datetime,
) -> None:
    """It does not take place on its date, and comes out of the calendar."""
    is_final = meeting.status == Meeting.Status.CANCELLED
    context = {"was_at": was_at, "reason": reason, "is_final": is_final}
    is_urgent = was_at - at < SOON
    _cancel("called_off", meeting, invitees, at, is_urgent=is_urgent, **context)


def meeting_withdrawn(meeting: Meeting, invitees: Sequence[Invitee], *, at: datetime) -> None:
    """It takes place, but they are not invited any more."""
    _cancel("withdrawn", meeting, invitees, at, contact=settings.CONTACT_EMAIL)


def _request(
    news: str,
    meeting: Meeting,
    invitees: Sequence[Invitee],
    paths: Paths,
    at: datetime,
    **context: Any,
) -> None:
    entries = request_for(meeting, invitees, at=at)
    own_paths = {each.person_id: paths[each.pk] for each in invitees}
    reply_by = meeting.reply_by_on
    context["reply_by"] = reply_by if reply_by and reply_by >= local_day(at) else None
    for key, group in _by_key(meeting, invitees, news):
        post(
            f"events/mail/meeting_{news}.txt",
            [each.person.as_recipient() for each in group],
            key,
            at,
            context={"meeting": meeting, **context},
            is_urgent=_is_soon(meeting, at),
            is_secret=True,
            bundle="" if news == "invited" else bundle_of(meeting),
            follows=bundle_of(meeting) if news == "invited" else "",
            own_paths=own_paths,
            calendars=entries,
            calendar_method="REQUEST",
        )


def _cancel(
    news: str,
    meeting: Meeting,
    invitees: Sequence[Invitee],
    at: datetime,
    *,
    is_urgent: bool = False,
    **context: Any,
) -> None:
    entries = cancel_for(meeting, invitees, at=at)
    for key, group in _by_key(meeting, invitees, news):
        post(
            f"events/mail/meeting_{news}.txt",
            [each.person.as_recipient() for each in group],
            key,
            at,
            context={"meeting": meeting, **context},
            is_urgent=is_urgent,
            is_secret=True,
            bundle=bundle_of(meeting),
            calendars=entries,
            calendar_method="CANCEL",
        )


def _is_soon(meeting: Meeting, at: datetime) -> bool:
    return meeting.starts_at is not None and meeting.starts_at - at < SOON


def _by_key(
    meeting: Meeting, invitees: Sequence[Invitee], news: str
) -> list[tuple[str, list[Invitee]]]:
    """The key of a revision, `meeting:<id>:<sequence>`; the outbox adds the person.

    Who stops being invited, or is invited once more, had a letter about this very revision: those
    few have a key with their own invitation in it.
    """
    key = f"meeting:{meeting.pk}:{meeting.sequence}"
    if news == "withdrawn":
        return [(f"{key}:withdrawn:{each.pk}", [each]) for each in invitees]
    people = [each.person_id for each in invitees]
    earlier = meeting.invitees.filter(person__in=people, withdrawn_at__isnull=False)
    back = set(
        earlier.exclude(pk__in=[each.pk for each in invitees]).values_list("person", flat=True)
    )
    first = [each for each in invitees if each.person_id not in back]
    again = [each for each in invitees if each.person_id in back]
    return [(key, first), *((f"{key}:again:{each.pk}", [each]) for each in again)]


def bundle_of(meeting: Meeting) -> str:
    """Several changes of one meeting in a short time become one letter: the last.

    Other letters about the meeting follow it, so that none of them overtakes the news.
    """
    return f"meeting:{meeting.pk}"
