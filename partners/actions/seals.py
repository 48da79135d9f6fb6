"""Telling the kernteam the newest seal: what is in a mailbox elsewhere, nobody here can change."""

from datetime import datetime

from django.db import connection, transaction

from partners import notifications
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.audit.models import Entry
from schuldenlab.audit.sealing import newest

VERB = "tell_seal"
TELL_LOCK = 7_070_013  # any number, as long as it is the same in every process


@transaction.atomic
def tell_seal(*, at: datetime) -> bool:
    """One letter in a week with the number and the hash of the newest seal.

    What was told stands in the trail as well, so the week is known whatever becomes of the letter.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TELL_LOCK])
    seal = newest()
    if seal is None:
        return False
    told = Entry.objects.filter(subject_type=seal._meta.label_lower, verb=VERB)  # noqa: SLF001
    last = told.order_by("-id").first()
    if last is not None and _week(last.at) >= _week(at):
        return False
    notifications.seal_told(seal, at=at)
    record(VERB, seal, actor=None, at=at, facts={"number": seal.number, "hash": seal.hash})
    return True


def _week(at: datetime) -> tuple[int, int]:
    """The week of the city, as ISO 8601 counts them."""
    return local_day(at).isocalendar()[:2]
