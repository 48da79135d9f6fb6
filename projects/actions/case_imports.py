"""Taking over the lines of a business case from a sheet."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Organisation, Person
from projects.businesscase import Case, Kind, Line
from projects.models import BusinessCase, CaseLine, CaseParty
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused

from .case_lines import MOST_LINES, MOST_PARTIES, write_line
from .cases import lock_draft

Parties = dict[str, CaseParty]


@transaction.atomic
def replace_lines(
    case: BusinessCase, *, parsed: Case, actor: Person | None, at: datetime
) -> BusinessCase:
    """The years and lines of a sheet take the place of what this version said.

    Parties are found by name: those of this version, then organisations of the register; any other
    name becomes a group. The rate of the sheet is that of the version, because its day fixes it.
    """
    lock_draft(case)
    if parsed.percent != case.discount_rate.percent:
        raise Refused(
            _("The sheet counts with %(theirs)s%%, and this version with %(ours)s%%.")
            % {"theirs": parsed.percent, "ours": case.discount_rate.percent.normalize()}
        )
    if len(parsed.lines) > MOST_LINES:
        raise Refused(_("There are %(most)s lines at most.") % {"most": MOST_LINES})
    gone, _each = case.lines.all().delete()
    case.base_year, case.price_year = parsed.base_year, parsed.price_year
    case.horizon = parsed.horizon
    case.full_clean()
    case.save(update_fields=["base_year", "price_year", "horizon"])
    parties = _parties(case, parsed)
    lines = [
        write_line(CaseLine(case=case, position=number), _facts(each, parties))
        for number, each in enumerate(parsed.lines)
    ]
    CaseLine.objects.bulk_create(lines)
    facts = {"before": gone, "lines": len(lines), "parties": len(parties)}
    record("replace_lines", case, actor=actor, at=at, facts=facts)
    return case


def _parties(case: BusinessCase, parsed: Case) -> Parties:
    """Every name of the sheet with its party, of which the new ones are made."""
    found: Parties = {_key(each.name): each for each in case.parties.all()}
    named = [*parsed.parties, *(each.party for each in parsed.lines)]
    named += [each.receiver for each in parsed.lines if each.receiver]
    new = {_key(name): " ".join(name.split()) for name in named if _key(name) not in found}
    if len(found) + len(new) > MOST_PARTIES:
        raise Refused(_("There are %(most)s parties at most.") % {"most": MOST_PARTIES})
    known = {_key(each.name): each for each in Organisation.objects.all()} if new else {}
    position = max((each.position for each in found.values()), default=-1)
    for key, name in new.items():
        position += 1
        ours = known.get(key)
        found[key] = CaseParty(
            case=case, organisation=ours, name=ours.name if ours else name, position=position
        )
        found[key].full_clean()
    CaseParty.objects.bulk_create([found[key] for key in new])
    return found


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _facts(line: Line, parties: Parties) -> Mapping[str, Any]:
    expected = line.effect
    known = set(CaseLine.Category.values)
    return {
        "kind": str(line.kind),
        "party": parties[_key(line.party)],
        "receiver": parties[_key(line.receiver)] if line.kind == Kind.TRANSFER else None,
        "text": line.text,
        "category": line.category if line.category in known else CaseLine.Category.OTHER,
        "is_effect": line.is_effect,
        "unit": line.unit,
        "quantities": list(expected.quantities),
        "effect": expected.effect,
        "price": expected.price,
        "deadweight": expected.deadweight,
        "low": expected.spread.low,
        "high": expected.spread.high,
        "certainty": str(line.certainty),
        "source": line.source,
    }
