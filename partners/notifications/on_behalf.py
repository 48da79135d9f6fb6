"""What the kernteam recorded in the name of a partner: its people are asked whether it is right."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.text import format_lazy

from partners.models import ContactNote, Involvement, Mandate, Organisation, Person
from partners.querysets import local_day
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient

from .people import kernteam, people_of


def listed(words: Sequence[Any]) -> Any:
    """One after the other, put into words only in the language of whoever reads the letter."""
    return format_lazy(", ".join(["{}"] * len(words)), *words)


def recorded_in_name(
    organisation: Organisation,
    kind: str,
    *,
    key: str,
    at: datetime,
    to: list[Recipient] | None = None,
    **facts: Any,
) -> None:
    """“Is this right?”, with what was recorded and how to react.

    `kind` says which sentence of the letter tells it, with `facts`; `key` is that of the fact.
    """
    post(
        "partners/mail/recorded_in_name.txt",
        people_of(organisation, at) if to is None else to,
        f"recorded-in-name:{key}",
        at,
        context={
            "organisation": organisation,
            "kind": kind,
            "contact_email": settings.CONTACT_EMAIL,
            **facts,
        },
    )


def recorded_by_others(
    organisation: Organisation,
    kind: str,
    *,
    key: str,
    actor: Person | None,
    at: datetime,
    **facts: Any,
) -> None:
    """The same, unless one of its own people did it (or a command, before there is anybody)."""
    own = Mandate.objects.on(local_day(at)).filter(organisation=organisation, person=actor)
    if actor is not None and not own.exists():
        recorded_in_name(organisation, kind, key=key, at=at, **facts)


def mandate_recorded(mandate: Mandate, *, actor: Person | None, at: datetime) -> None:
    """Somebody acts for a partner from now on: its other people are asked whether it is right."""
    colleagues = people_of(mandate.organisation, at)
    recorded_by_others(
        mandate.organisation,
        "new_mandate",
        key=f"mandate:{mandate.pk}",
        actor=actor,
        at=at,
        to=[each for each in colleagues if each.person_id != mandate.person_id],
        mandate=mandate,
    )


def mandate_ended(mandate: Mandate, *, actor: Person | None, at: datetime) -> None:
    """Somebody acts for a partner no longer; who ended its own mandate asks nobody."""
    if actor != mandate.person:
        recorded_by_others(
            mandate.organisation,
            "ended_mandate",
            key=f"mandate-ended:{mandate.pk}",
            actor=actor,
            at=at,
            mandate=mandate,
        )


def organisation_kept(
    organisation: Organisation, fields: list[str], *, actor: Person | None, at: datetime
) -> None:
    """Which facts of a partner others wrote down differently, not what they say."""
    names = {field.name: field.verbose_name for field in Organisation._meta.fields}  # noqa: SLF001
    recorded_by_others(
        organisation,
        "kept",
        key=f"kept:{organisation.pk}:{at.isoformat()}",
        actor=actor,
        at=at,
        labels=listed([names[name] for name in fields]),
    )


def involvement_recorded(involvement: Involvement, *, at: datetime) -> None:
    """How a partner takes part, as the kernteam heard it."""
    forms = [Involvement.Form(each) for each in involvement.forms]
    other = Involvement.Form.OTHER
    recorded_in_name(
        involvement.organisation,
        "involvement",
        key=f"involvement:{involvement.pk}",
        at=at,
        year=involvement.year,
        forms=listed([involvement.other if each == other else each.label for each in forms]),
    )


def record_disputed(note: ContactNote, *, at: datetime) -> None:
    """A partner says that something is not right; what it says stands in the notes only."""
    post(
        "partners/mail/record_disputed.txt",
        kernteam(at),
        f"record-disputed:{note.pk}",
        at,
        context={"organisation": note.organisation},
    )
