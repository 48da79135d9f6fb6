"""Giving a framework its clauses and measures."""

from datetime import datetime

from django.db import transaction

from partners.framework_2020 import CLAUSES, ClauseFacts
from partners.models import Clause, ClauseMeasure, Framework, Person
from schuldenlab.audit.actions import record


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
    ClauseMeasure.objects.bulk_create(
        ClauseMeasure(
            clause=clause,
            position=position,
            code=measure.code,
            by_month=measure.by[0],
            by_day=measure.by[1],
        )
        for clause, facts in zip(rows, new, strict=True)
        for position, measure in enumerate(facts.measures, start=1)
    )
    if new:
        record("load_clauses", framework, actor=actor, at=at, facts={"clauses": len(new)})
    return len(new)
