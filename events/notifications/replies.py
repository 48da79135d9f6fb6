"""Letters about answers: reminders, who comes in whose place, and places that fell free."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.functional import lazy

from events.coming import Coming
from events.models import Invitee, Meeting, Reply
from partners.models import Person
from partners.notifications.people import kernteam
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient

from .dates import bundle_of


def reply_reminder(
    meeting: Meeting,
    invitees: Iterable[Invitee],
    *,
    paths: Mapping[int, str],
    since: date,
    at: datetime,
) -> None:
    """Who has not answered hears until when; `paths` has the link of each invitation's id."""
    people = list(invitees)
    post(
        "events/mail/reply_reminder.txt",
        [each.person.as_recipient() for each in people],
        f"reply-reminder:{meeting.pk}:{meeting.reply_by_on}:{since}",
        at,
        context=_facts(meeting),
        follows=bundle_of(meeting),
        own_paths={each.person_id: paths[each.pk] for each in people},
    )


def replacement_asked(reply: Reply, *, at: datetime) -> None:
    """The kernteam hears that somebody below director level would come."""
    post(
        "events/mail/replacement_asked.txt",
        kernteam(at),
        f"replacement-asked:{reply.pk}",
        at,
        context=_about(reply),
    )


def replacement_welcome(reply: Reply, *, at: datetime) -> None:
    """Who was invited hears that the other is welcome."""
    _tell_invited("welcome", reply, at)


def replacement_called(reply: Reply, *, is_again: bool, at: datetime) -> None:
    """Who comes instead reads when and where; `is_again` when something of that has changed."""
    _tell_instead("welcome", reply, at, is_again=is_again)


def replacement_released(reply: Reply, *, at: datetime) -> None:
    """Who would come instead does not have to any more."""
    _tell_instead("released", reply, at)


def replacement_refused(reply: Reply, *, path: str, at: datetime) -> None:
    """Both hear it; who was invited can answer anew by `path`, which needs no login."""
    own_paths = {reply.invitee.person_id: path}
    _tell_invited("refused", reply, at, own_paths=own_paths, is_secret=True)
    _tell_instead("refused", reply, at)


def moved_up(meeting: Meeting, *, before: Coming, now: Coming, at: datetime) -> int:
    """Who waited and has a place now. Returns how many people hear it.

    Only an answer that stood there before; who just answered reads it on the page.
    """
    stood = {guest.pk: guest.last for guest in before.guests}
    risen = {
        guest.person_id: guest
        for guest in now.guests
        if guest.last is not None
        and stood.get(guest.pk) == guest.last
        and now.places[guest.pk] > before.places[guest.pk]
    }
    for person in Person.objects.filter(pk__in=risen):
        guest = risen[person.pk]
        places, reply = now.places[guest.pk], guest.last
        assert reply is not None, "only who answered rises"
        post(
            "events/mail/moved_up.txt",
            [person.as_recipient()],
            f"moved-up:{reply.pk}:{places}",
            at,
            context={**_facts(meeting), "places": places, "waiting": now.waiting(guest)},
            follows=bundle_of(meeting),
        )
    return len(risen)


def _tell_invited(kind: str, reply: Reply, at: datetime, **more: Any) -> None:
    post(
        f"events/mail/replacement_{kind}.txt",
        [reply.invitee.person.as_recipient()],
        f"replacement-{kind}:{reply.pk}",
        at,
        context=_about(reply),
        follows=bundle_of(reply.invitee.meeting),
        **more,
    )


def _tell_instead(kind: str, reply: Reply, at: datetime, **more: Any) -> None:
    """To an address that was given by somebody else; without one nothing is sent."""
    if not reply.replacement_email:
        return
    invited = reply.invitee.person
    instead = Recipient(None, reply.replacement_email, reply.replacement_name, invited.language)
    post(
        f"events/mail/replacement_{kind}_instead.txt",
        [instead],
        f"replacement-{kind}-instead:{reply.pk}:{reply.invitee.meeting.sequence}",
        at,
        context={**_about(reply), **more},
    )


def _about(reply: Reply) -> dict[str, Any]:
    invitee = reply.invitee
    return {
        **_facts(invitee.meeting),
        "reply": reply,
        "person": invitee.person,
        "organisation": invitee.organisation,
    }


def _facts(meeting: Meeting) -> dict[str, Any]:
    return {"meeting": meeting, "title": _title(meeting)}


def _title_now(meeting: Meeting) -> str:
    return meeting.subject or f"{meeting.series.heading} {meeting.ordinal}"


_title = lazy(_title_now, str)  # read in the language of each letter
