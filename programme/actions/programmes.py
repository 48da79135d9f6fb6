"""Writing the programme of a year and bringing it to the programmaraad."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Framework, Person
from programme import notifications
from programme.deadlines import commitment_deadline
from programme.models import Decision, Programme
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move


@transaction.atomic
def write_programme(
    year: int,
    *,
    framework: Framework,
    title: str,
    ambition: str,
    text: str,
    actor: Person | None,
    at: datetime,
) -> Programme:
    """Write the programme of a year, or rewrite it while it is being prepared."""
    programme, is_new = Programme.objects.get_or_create(
        year=year,
        defaults={
            "framework": framework,
            "title": title,
            "ambition": ambition,
            "text": text,
            "recorded_at": at,
        },
    )
    lock(programme)
    if programme.status != Programme.Status.PREPARING:
        raise Refused(_("The text can no longer be changed: it is with the programmaraad."))
    if not is_new:
        programme.title, programme.ambition, programme.text = title, ambition, text
        programme.save(update_fields=["title", "ambition", "text"])
    record("write_programme", programme, actor=actor, at=at)
    return programme


@transaction.atomic
def submit_programme(programme: Programme, *, actor: Person | None, at: datetime) -> Programme:
    """Submit the text to the programmaraad; from now on it stays as it is."""
    return move(programme, "submit", actor=actor, at=at)


def adopt_programme(programme: Programme, decision: Decision, *, at: datetime) -> Programme:
    """The raad adopted it: ask every partner for its commitment. Part of closing the ballot."""
    also = {
        "decision": decision,
        "commit_by": commitment_deadline(at, programme.year),
    }
    move(programme, "adopt", actor=None, at=at, also=also, facts={"decision": decision.number})
    notifications.commitment_asked(programme, at=at)
    return programme


def return_programme(programme: Programme, *, at: datetime) -> Programme:
    """The raad rejected it: the kernteam writes on. Part of closing the ballot."""
    return move(programme, "return", actor=None, at=at)
