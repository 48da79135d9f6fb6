"""Letters of the kernteam to a part of the network."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.conf import settings

from events.models import Circular
from partners.models import Person
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient

TEMPLATE = "events/mail/circular.txt"


def circular_facts(circular: Circular, *, is_test: bool = False) -> dict[str, Any]:
    """What the template of the letter shows, also in a preview."""
    return {"circular": circular, "is_test": is_test, "site_url": settings.SITE_URL}


def circular_sent(circular: Circular, people: Iterable[Person], *, at: datetime) -> None:
    """To everybody to whom it went; news may wait for the letter of the day or the week."""
    post(
        TEMPLATE,
        [_addressed(circular, person) for person in people],
        f"circular:{circular.pk}",
        at,
        context=circular_facts(circular),
    )


def circular_tested(circular: Circular, person: Person, *, at: datetime) -> None:
    """To the writer only, at once: somebody waits for it."""
    post(
        TEMPLATE,
        [_addressed(circular, person)],
        f"circular-test:{circular.pk}:{at.isoformat()}",
        at,
        context=circular_facts(circular, is_test=True),
        is_urgent=True,
    )


def _addressed(circular: Circular, person: Person) -> Recipient:
    """Without a text in English the whole letter is Dutch, its greeting too."""
    to = person.as_recipient()
    return to if circular.speaks_english else replace(to, language=settings.LANGUAGE_CODE)
