"""Who is told what about mandates that are asked, and about facts that nobody looked at lately."""

from collections.abc import Iterable
from datetime import date, datetime

from partners.models import Mandate, Organisation, Person, SigningRequest
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter

from .people import kernteam, people_of

REVIEW_LETTER = "partners/mail/review_requested.txt"
A_YEAR = 365


def colleague_invited(mandate: Mandate, *, by: Person | None, at: datetime) -> None:
    """Somebody with an account acts for this organisation as well from now on."""
    post(
        "partners/mail/colleague_invited.txt",
        [mandate.person.as_recipient()],
        f"colleague-invited:{mandate.pk}",
        at,
        context={"mandate": mandate, "by": by},
        is_urgent=True,
    )


def signing_asked(request: SigningRequest, *, at: datetime) -> None:
    """A partner wants that somebody may sign, and waits for the kernteam."""
    post(
        "partners/mail/signing_asked.txt",
        kernteam(at),
        f"signing-asked:{request.pk}",
        at,
        context={"asked": request},
    )


def signing_confirmed(request: SigningRequest, mandate: Mandate, *, at: datetime) -> None:
    """You may sign, from tomorrow."""
    _answered("partners/mail/signing_confirmed.txt", request, at, mandate=mandate)


def signing_declined(request: SigningRequest, *, at: datetime) -> None:
    """The kernteam said no, and why."""
    _answered("partners/mail/signing_declined.txt", request, at)


def _answered(template: str, request: SigningRequest, at: datetime, **facts: Mandate) -> None:
    """To whom it is about, and to who asked it."""
    people = {request.mandate.person, request.asked_by} - {None}
    told = [person.as_recipient() for person in people if person and person.is_active]
    key = f"signing-answered:{request.pk}"
    post(template, told, key, at, context={"asked": request, **facts}, is_urgent=True)


def reviews_requested(organisations: Iterable[Organisation], *, due: date, at: datetime) -> int:
    """Is all of it still right? Once a year to everybody who works there; returns how many new.

    `due` is the day up to which somebody should have looked.
    """
    sent = {
        key.rpartition(":")[0]
        for key in Letter.objects.filter(template=REVIEW_LETTER).values_list("key", flat=True)
    }
    asked = 0
    for organisation in organisations:
        looked_on = organisation.looked_on  # type: ignore[attr-defined]
        times = (due - looked_on).days // A_YEAR
        key = f"review-requested:{organisation.pk}:{looked_on}:{times}"
        if key in sent:
            continue
        facts = {"organisation": organisation, "looked_on": looked_on}
        post(REVIEW_LETTER, people_of(organisation, at), key, at, context=facts)
        asked += 1
    return asked
