"""STAND-IN."""

from typing import Any

from django.db import transaction

from projects.models import BusinessCase, CaseLine, CaseParty
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused


@transaction.atomic
def replace_lines(case: BusinessCase, *, parsed: Any, actor: Any, at: Any) -> BusinessCase:
    """STAND-IN."""
    if parsed.percent != case.discount_rate.percent:
        raise Refused("rate")
    if not case.is_open:
        raise Refused("no draft")
    case.lines.all().delete()
    found = {each.name: each for each in case.parties.all()}
    for position, name in enumerate(parsed.parties, start=50):
        if name not in found:
            found[name] = CaseParty.objects.create(case=case, name=name, position=position)
    for number, line in enumerate(parsed.lines):
        each = line.effect
        CaseLine.objects.create(
            case=case,
            position=number,
            kind=line.kind,
            party=found[line.party],
            receiver=found.get(line.receiver),
            text=line.text,
            category=line.category or "other",
            is_effect=line.is_effect,
            unit=line.unit,
            quantities=list(each.quantities),
            effect=each.effect,
            price=each.price,
            deadweight=each.deadweight,
            low=each.spread.low,
            high=each.spread.high,
            certainty=line.certainty,
            source=line.source,
        )
    for name in ("base_year", "price_year", "horizon"):
        setattr(case, name, getattr(parsed, name))
    case.save()
    record("replace_lines", case, actor=actor, at=at)
    return case
