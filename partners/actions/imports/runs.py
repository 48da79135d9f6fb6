"""An import as a run: uploaded, checked, confirmed and saved, by the page itself or a worker.

Whoever works on a run holds a lock of its own until the transaction ends; a worker that dies lets
go of it, and the next round of the clock goes on. The row itself stays free: `Progress` writes to
it.
"""

from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from partners.models import ImportRun, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .partners import import_partners
from .preview import as_preview, as_result, in_figures, not_right, nothing_good, refusal
from .progress import Progress
from .sheets import Reader, Unreadable

RUN_LOCK = 70_070_003
GONE: dict[str, Any] = {"content": b""}  # at the end a file is not kept


@transaction.atomic
def begin_import(
    content: bytes, *, file_name: str, lines: int, actor: Person | None, at: datetime
) -> ImportRun:
    """Keep a file of about so many lines, to be checked."""
    run = ImportRun.objects.create(
        file_name=file_name[-160:], content=content, total=lines, started_by=actor
    )
    record("begin_import", run, actor=actor, at=at, facts={"bytes": len(content)})
    return run


@transaction.atomic
def check_import(run: ImportRun, *, read: Reader, actor: Person | None, at: datetime) -> ImportRun:
    """Read the file and keep what it would bring; nothing of it is saved."""
    if not _take(run, ImportRun.Status.UPLOADED):
        return run
    try:
        with Progress(run) as note:
            sheet = read(bytes(run.content), note)
    except Unreadable as error:
        return fail_import(run, error=str(error), actor=actor, at=at)
    # The day of today stands in for dates that are missing; they are asked for before saving.
    report = import_partners(
        sheet,
        default_joined_on=local_day(at),
        skip_invalid=True,
        actor=actor,
        at=at,
        dry_run=True,
    )
    lines = len(sheet.rows)
    kept = {"report": as_preview(report), "done": lines, "total": lines}
    return move(run, "check", actor=actor, at=at, facts=in_figures(report), also=kept)


@transaction.atomic
def confirm_import(
    run: ImportRun,
    *,
    default_joined_on: date | None,
    skip_invalid: bool,
    actor: Person | None,
    at: datetime,
) -> ImportRun:
    """Somebody has looked, and wants it saved; with bad lines only when these may be left out."""
    lock(run)
    if run.status == ImportRun.Status.CHECKED:
        if not run.report["good"]:
            raise Refused(nothing_good())
        if run.report["wrong"] and not skip_invalid:
            raise Refused(not_right(run.report["wrong"]))
        if run.report["undated"] and default_joined_on is None:
            raise Refused(_("Since when are they a partner? Fill in a date for those without one."))
    chosen = {
        "default_joined_on": default_joined_on,
        "skip_invalid": skip_invalid,
        "confirmed_by": actor,
        "done": 0,
    }
    return move(run, "confirm", actor=actor, at=at, also=chosen)


@transaction.atomic
def save_import(run: ImportRun, *, read: Reader, actor: Person | None, at: datetime) -> ImportRun:
    """Bring a confirmed file into the register: all of it in this one transaction.

    What happened since the preview counts: with a line that is wrong by now nothing is saved.
    """
    if not _take(run, ImportRun.Status.CONFIRMED):
        return run
    try:
        with Progress(run) as note:
            report = import_partners(
                read(bytes(run.content), lambda _done: None),
                default_joined_on=run.default_joined_on,
                skip_invalid=run.skip_invalid,
                actor=actor,
                at=at,
                note=note,
            )
    except Unreadable as error:
        return fail_import(run, error=str(error), actor=actor, at=at)
    if not report.saved:
        return fail_import(run, error=refusal(report), actor=actor, at=at)
    kept = {**GONE, "report": as_result(report), "done": run.total}
    return move(run, "save", actor=actor, at=at, facts=in_figures(report), also=kept)


@transaction.atomic
def fail_import(run: ImportRun, *, error: str, actor: Person | None, at: datetime) -> ImportRun:
    """The file cannot be checked or saved; why, in a sentence for who brought it."""
    kept = {**GONE, "report": {}, "error": error}
    return move(run, "fail", actor=actor, at=at, also=kept)


@transaction.atomic
def withdraw_import(run: ImportRun, *, actor: Person | None, at: datetime) -> ImportRun:
    """Nobody wants this file saved; it is thrown away."""
    return move(run, "withdraw", actor=actor, at=at, also={**GONE, "report": {}})


def _take(run: ImportRun, status: str) -> bool:
    """Whether the run waits for this step, and nobody else works on it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [RUN_LOCK, run.pk])
        if cursor.fetchone() != (True,):
            return False
    run.refresh_from_db()
    return run.status == status
