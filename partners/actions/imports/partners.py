"""Importing partners: everything or nothing, unless the bad rows may be skipped."""

from datetime import date, datetime

from django.db import connection, transaction

from partners.models import Person
from partners.querysets import local_day

from .compare import make_plan
from .register import read_known, save_plan
from .sheets import ImportReport, Note, Sheet

IMPORT_LOCK = 70_070_002


@transaction.atomic
def import_partners(
    sheet: Sheet,
    *,
    default_joined_on: date | None,
    skip_invalid: bool,
    actor: Person | None,
    at: datetime,
    dry_run: bool = False,
    note: Note = lambda _done: None,
) -> ImportReport:
    """Bring the rows of a file into the register, in a constant number of queries per lot.

    With any error nothing is saved, unless `skip_invalid`. Importing the same file again changes
    nothing. A dry run says what would happen, with the same choice of `skip_invalid`. `note` hears
    how many lines are saved.
    """
    if not dry_run:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])
    plan = make_plan(
        sheet, read_known(sheet), default_joined_on=default_joined_on, today=local_day(at)
    )
    is_saved = not dry_run and (skip_invalid or not plan.problems)
    report = plan.report(saved=is_saved, partly=skip_invalid)
    if is_saved:
        save_plan(plan, note, actor=actor, at=at)
    return report
