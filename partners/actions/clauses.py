"""Giving a framework its clauses and measures, and changing them while it is a draft."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.framework_2020 import CLAUSES, ClauseFacts, MeasureFacts
from partners.models import Clause, ClauseMeasure, Framework, Person
from schuldenlab.audit.actions import record
from schuldenlab.audit.edits import plain_values, was_and_now
from schuldenlab.lifecycle import Refused

from .frameworks import lock_draft


@transaction.atomic
def load_clauses(
    framework: Framework,
    *,
    clauses: tuple[ClauseFacts, ...] = CLAUSES,
    actor: Person | None,
    at: datetime,
) -> int:
    """Write the clauses that a framework does not have yet; returns how many were written.

    Without others these are the eight of the framework of 2020 to 2024. Doing it again writes none.
    """
    known = set(framework.clauses.values_list("number", flat=True))
    new = [facts for facts in clauses if facts.number not in known]
    rows = Clause.objects.bulk_create(
        Clause(
            framework=framework,
            number=facts.number,
            title=facts.title,
            title_en=facts.title_en,
            text=facts.text,
            text_en=facts.text_en,
            recorded_at=at,
        )
        for facts in new
    )
    _measure(zip(rows, (facts.measures for facts in new), strict=True))
    if new:
        record("load_clauses", framework, actor=actor, at=at, facts={"clauses": len(new)})
    return len(new)


def _measure(pairs: Iterable[tuple[Clause, Sequence[MeasureFacts]]]) -> None:
    ClauseMeasure.objects.bulk_create(
        ClauseMeasure(
            clause=clause,
            position=position,
            code=measure.code,
            by_month=measure.by[0],
            by_day=measure.by[1],
        )
        for clause, measures in pairs
        for position, measure in enumerate(measures, start=1)
    )


def _refuse_taken(framework: Framework, number: int, *, but: Clause | None = None) -> None:
    taken = framework.clauses.filter(number=number).first()
    if taken is not None and taken != but:
        raise Refused(_("There is an agreement %(number)s already.") % {"number": number})


@transaction.atomic
def add_clause(
    framework: Framework, *, facts: ClauseFacts, actor: Person | None, at: datetime
) -> Clause:
    """One agreement more in a draft."""
    lock_draft(framework)
    _refuse_taken(framework, facts.number)
    clause = Clause(framework=framework, recorded_at=at, **_words(facts))
    clause.full_clean()
    clause.save()
    _measure([(clause, facts.measures)])
    told = {"framework": framework.pk, "number": facts.number}
    record("add_clause", clause, actor=actor, at=at, facts=told)
    return clause


@transaction.atomic
def edit_clause(
    clause: Clause, *, facts: ClauseFacts, actor: Person | None, at: datetime
) -> Clause:
    """Other words, another number or other measures. What is the same already writes nothing."""
    framework = lock_draft(clause.framework)
    clause.refresh_from_db()
    _refuse_taken(framework, facts.number, but=clause)
    changed = [name for name, value in _words(facts).items() if getattr(clause, name) != value]
    was = plain_values(clause, changed)
    for name in changed:
        setattr(clause, name, getattr(facts, name))
    clause.full_clean()
    if changed:
        clause.save(update_fields=changed)
    if tuple(facts.measures) != _measures_of(clause):
        clause.measures.all().delete()
        _measure([(clause, facts.measures)])
        changed.append("measures")
    if changed:
        told = {"framework": framework.pk, "number": clause.number, "changed": sorted(changed)}
        told |= was_and_now(clause, was)
        record("edit_clause", clause, actor=actor, at=at, facts=told)
    return clause


@transaction.atomic
def remove_clause(clause: Clause, *, actor: Person | None, at: datetime) -> None:
    """Take an agreement out of a draft; the numbers of the others stay."""
    framework = lock_draft(clause.framework)
    told = {"framework": framework.pk, "number": clause.number}
    record("remove_clause", clause, actor=actor, at=at, facts=told)
    clause.measures.all().delete()
    Clause.objects.filter(pk=clause.pk).delete()


def _words(facts: ClauseFacts) -> dict[str, int | str]:
    names = ("number", "title", "title_en", "text", "text_en")
    return {name: getattr(facts, name) for name in names}


def _measures_of(clause: Clause) -> tuple[MeasureFacts, ...]:
    """What is measured for a clause, in its order."""
    rows = clause.measures.order_by("position")
    return tuple(MeasureFacts(row.code, (row.by_month, row.by_day)) for row in rows)
