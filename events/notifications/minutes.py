"""Letters with the minutes of a meeting."""

from datetime import datetime

from events.models import Minutes
from partners.models import Mandate, Person
from partners.querysets import local_day
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient


def minutes_sent(minutes: Minutes, *, at: datetime) -> None:
    """To who was invited; where nobody was, to the contacts of who was there. Once per version."""
    version = minutes.facts["version"]
    post(
        "events/mail/minutes_sent.txt",
        readers_of(minutes, at),
        f"minutes-sent:{minutes.pk}:{version}",
        at,
        context={"minutes": minutes, "meeting": minutes.meeting, "version": version},
        attachment=minutes.document,
    )


def readers_of(minutes: Minutes, at: datetime) -> list[Recipient]:
    """Everybody once, as far as they can still log in."""
    invited = minutes.meeting.invitees.holding()
    people = Person.objects.can_log_in()
    if invited.exists():
        found = people.filter(pk__in=invited.values("person"))
    else:
        there = minutes.meeting.attendances.values("organisation")
        contacts = Mandate.objects.on(local_day(at)).filter(
            organisation__in=there, role=Mandate.Role.CONTACT
        )
        found = people.filter(pk__in=contacts.values("person"))
    return [person.as_recipient() for person in found.order_by("pk")]
