"""Writing the audit trail, and sealing it with all other rows that stay."""

from collections.abc import Iterable
from datetime import datetime
from json import dumps
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, models, transaction

from schuldenlab.prepared import insert

from .models import Entry, Seal
from .origin import current
from .sealing import BATCH, fresh_parts, hash_of, newest

# An import writes tens of thousands at once; as arrays they cost a tenth of rows of parameters.
MANY: Final = """
    INSERT INTO audit_entry
        (result, origin, request_id, actor_id, at, verb, subject_type, subject_id, facts)
    SELECT %s, %s, %s, %s::bigint, %s::timestamptz, verb, subject_type, subject_id, facts::jsonb
      FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[]) WITH ORDINALITY
        AS act (verb, subject_type, subject_id, facts, number)
     ORDER BY number
"""

SEAL_LOCK = 7_070_012  # any number, as long as it is the same in every process

Act = tuple[str, models.Model, dict[str, Any]]  # verb, subject, facts


def record(
    verb: str,
    subject: models.Model,
    *,
    actor: AbstractBaseUser | None,
    at: datetime,
    result: str = Entry.Result.DONE,
    facts: dict[str, Any] | None = None,
) -> Entry:
    """Add one row to the trail, inside the transaction of the act itself.

    `facts` holds ids, roles, figures and states; never names, addresses or codes.
    """
    origin = current.get()
    entry = Entry(
        verb=verb,
        subject_type=subject._meta.label_lower,  # noqa: SLF001
        subject_id=str(subject.pk),
        result=result,
        facts=facts or {},
        origin=origin.door,
        request_id=origin.request_id,
        actor_id=getattr(actor, "pk", None),
        at=at,
    )
    insert(entry)
    return entry


def record_all(acts: Iterable[Act], *, actor: AbstractBaseUser | None, at: datetime) -> None:
    """Add one row for each of many acts, in one statement. See `record`."""
    rows = [
        (verb, subject._meta.label_lower, str(subject.pk), dumps(facts))  # noqa: SLF001
        for verb, subject, facts in acts
    ]
    if not rows:
        return
    origin = current.get()
    same = (Entry.Result.DONE, origin.door, origin.request_id, getattr(actor, "pk", None), at)
    with connection.cursor() as cursor:
        cursor.execute(MANY, [*map(str, same[:3]), *same[3:], *map(list, zip(*rows, strict=True))])


def seal_rows(at: datetime, batch: int = BATCH) -> int:
    """Seal what was written since the newest seal; returns how many rows.

    At most `batch` rows of one table are in one seal. Every seal is a transaction of its own. Of
    two sealers at once one has nothing to do, and a round that never came makes the next longer.
    """
    rows = 0
    while count := _seal_batch(at, batch):
        rows += count
    return rows


@transaction.atomic
def _seal_batch(at: datetime, batch: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEAL_LOCK])
        if cursor.fetchone() != (True,):
            return 0
    parts = fresh_parts(at, batch)
    if not parts:
        return 0
    last = newest()
    reached = {} if last is None else dict(last.reached)
    for table, part in parts.items():
        reached[table] = max(reached.get(table, 0), part["runs"][-1][1])
    seal = Seal(
        number=1 if last is None else last.number + 1,
        at=at,
        parts=parts,
        reached=reached,
        previous="" if last is None else last.hash,
    )
    seal.hash = hash_of(seal)
    seal.save(force_insert=True)
    return sum(part["count"] for part in parts.values())
