"""Telling the story: once, in one transaction, so that half a story never stays behind."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import translation

from partners.models import Organisation, Person
from schuldenlab.audit.models import Entry
from schuldenlab.audit.origin import acting_from
from schuldenlab.demo.models import SentMail
from schuldenlab.demo.telling import ORIGIN, is_told
from schuldenlab.outbox.actions import sending_oneself
from schuldenlab.postgres import structure

from . import (
    account,
    ahead,
    archive,
    budget,
    cadence,
    cases,
    changes,
    course,
    decisions,
    drafting,
    early,
    entries,
    fates,
    gatherings,
    integrations,
    involvement,
    ledger,
    letters,
    minutes,
    money,
    mornings,
    next_year,
    opening,
    openness,
    polls,
    programme,
    progress,
    projects,
    promises,
    raad,
    raad_meetings,
    replies,
    seats,
    selection,
    shown,
    successor,
    themes,
    workings,
)
from .calendar import Calendar
from .stage import Act, Stage

CHAPTERS = (
    *(workings, selection, drafting, programme, decisions, early, money, budget, fates, progress),
    *(cadence, polls, gatherings, minutes, changes, course, ahead, next_year, successor, replies),
    *(ledger, entries, letters, account, mornings, integrations, archive),
    *(
        openness,
        shown,
        opening,
        promises,
        projects,
        cases,
        involvement,
        raad,
        seats,
        raad_meetings,
        themes,
    ),
)


class NotBlankError(RuntimeError):
    """There is other data in this database; the story does not mix with it."""


def tell_once(today: date, *, reset: bool) -> dict[str, Any]:
    """Tell the story when it has not been told; with `reset`, after forgetting everything."""
    if reset:
        forget_everything()
    elif is_told():
        return {"told": False, **figures()}
    elif Entry.objects.exists() or Person.objects.get_queryset().exists():
        raise NotBlankError("This database holds other data. Use --reset to throw that away.")
    tell_story(today)
    return {"told": True, "today": today.isoformat(), **figures()}


def figures() -> dict[str, int]:
    """How much there is."""
    return {
        "organisations": Organisation.objects.count(),
        "people": Person.objects.count(),
        "mails": SentMail.objects.count(),
    }


def in_words(result: dict[str, Any]) -> str:
    """The same for a person."""
    start = "The story is told" if result["told"] else "The story was there already"
    return "{}: {organisations} organisations, {people} people, {mails} mails.".format(
        start, **result
    )


@transaction.atomic
def tell_story(today: date, *, pauses: Iterable[tuple[datetime, Act]] = ()) -> None:
    """Replay the year around `today` through the product's own actions.

    In a pause somebody looks at how it stands at that moment.
    """
    stage = Stage(Calendar(today))
    with acting_from(ORIGIN), translation.override("nl"), sending_oneself():
        for chapter in CHAPTERS:
            chapter.write(stage)
        for moment, look in pauses:
            stage.on(moment, look)
        stage.play()


def forget_everything() -> None:
    """Empty the database. Votes and the audit trail refuse to be deleted, so the tables go too."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(structure.EMPTY)
        if structure.is_current():
            structure.fill(cursor.execute)
            return
    call_command("migrate", interactive=False, verbosity=0)
