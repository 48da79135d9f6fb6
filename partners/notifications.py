"""Who is told what about people and organisations."""

from collections.abc import Iterable
from datetime import datetime

from partners.models import Person
from schuldenlab.outbox.actions import post


def people_invited(people: Iterable[Person], *, at: datetime) -> None:
    """Welcome, and how to log in."""
    post(
        "partners/mail/invitation.txt",
        [person.as_recipient() for person in people],
        "invitation",
        at,
        is_urgent=True,
    )
