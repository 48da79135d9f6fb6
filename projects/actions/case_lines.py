"""What a version of a business case says: its parties, and its costs, benefits and transfers."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from partners.models import Organisation, Person
from projects.models import BusinessCase, CaseLine, CaseParty
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .cases import lock_draft

MOST_LINES, MOST_PARTIES = 1000, 60
FIELDS = frozenset(
    {
        *("kind", "party", "receiver", "text", "category", "is_effect", "unit", "quantities"),
        *("effect", "price", "deadweight", "low", "high", "certainty", "source"),
    }
)
# A line of amounts has euro as quantities, so nothing is left to multiply with.
OF_AMOUNTS = {"unit": "", "effect": Decimal(1), "price": Decimal(1), "deadweight": Decimal(0)}


@transaction.atomic
def add_party(
    case: BusinessCase,
    *,
    actor: Person | None,
    at: datetime,
    organisation: Organisation | None = None,
    name: str = "",
) -> CaseParty:
    """An organisation of the register pays or gains, or a group that has a name only."""
    lock_draft(case)
    name = organisation.name if organisation is not None else " ".join(name.split())
    if not name:
        raise Refused(_("Choose an organisation, or name a group."))
    if case.parties.filter(Q(name__iexact=name)).exists():
        raise Refused(_("%(name)s is a party already.") % {"name": name})
    if case.parties.count() >= MOST_PARTIES:
        raise Refused(_("There are %(most)s parties at most.") % {"most": MOST_PARTIES})
    party = CaseParty(case=case, organisation=organisation, name=name, position=_next(case.parties))
    party.full_clean()
    party.save()
    facts = {"party": party.pk, "organisation": organisation and organisation.pk}
    record("add_party", case, actor=actor, at=at, facts=facts)
    return party


@transaction.atomic
def remove_party(party: CaseParty, *, actor: Person | None, at: datetime) -> None:
    """Whoever turns out to neither pay nor gain. Residents stay, at zero if nothing is known."""
    case = lock_draft(party.case)
    lock(party)
    if party.is_residents:
        raise Refused(_("Residents are always a party, also when nothing is known about them."))
    if CaseLine.objects.filter(Q(party=party) | Q(receiver=party)).exists():
        raise Refused(_("%(name)s has lines. Take those away first.") % {"name": party.name})
    facts = {"party": party.pk, "organisation": party.organisation_id}
    party.delete()
    record("remove_party", case, actor=actor, at=at, facts=facts)


@transaction.atomic
def add_line(
    case: BusinessCase, *, facts: Mapping[str, Any], actor: Person | None, at: datetime
) -> CaseLine:
    """One more cost, benefit or transfer. `facts` are fields of `CaseLine`; see there."""
    lock_draft(case)
    if case.lines.count() >= MOST_LINES:
        raise Refused(_("There are %(most)s lines at most.") % {"most": MOST_LINES})
    line = CaseLine(case=case, position=_next(case.lines))
    _write(line, facts)
    line.save()
    record("add_line", case, actor=actor, at=at, facts={"line": line.pk, "kind": line.kind})
    return line


@transaction.atomic
def change_line(
    line: CaseLine, *, facts: Mapping[str, Any], actor: Person | None, at: datetime
) -> CaseLine:
    """Write a line otherwise; what was not given stays."""
    case = lock_draft(line.case)
    lock(line)
    line.case = case
    _write(line, facts)
    line.save()
    record("change_line", case, actor=actor, at=at, facts={"line": line.pk, "kind": line.kind})
    return line


@transaction.atomic
def remove_line(line: CaseLine, *, actor: Person | None, at: datetime) -> None:
    """It does not count any more in this version; earlier versions keep it."""
    case = lock_draft(line.case)
    lock(line)
    facts = {"line": line.pk, "kind": line.kind}
    line.delete()
    record("remove_line", case, actor=actor, at=at, facts=facts)


def write_line(line: CaseLine, facts: Mapping[str, Any]) -> CaseLine:
    """Fill in a line of a version and check it, without saving it. Part of importing."""
    _write(line, facts)
    return line


def _next(rows: Any) -> int:
    last = rows.aggregate(top=Max("position"))["top"]
    return 0 if last is None else int(last) + 1


def _write(line: CaseLine, facts: Mapping[str, Any]) -> None:
    if set(facts) - FIELDS:
        raise ValueError(sorted(facts))
    for name, value in facts.items():
        setattr(line, name, value)
    line.text, line.source = " ".join(line.text.split()), " ".join(line.source.split())
    if line.kind != CaseLine.LineKind.TRANSFER:
        line.receiver = None
    if line.certainty == CaseLine.Certain.PRO_MEMORIA:
        line.quantities, line.is_effect, line.low, line.high = [], False, Decimal(1), Decimal(1)
    if not line.is_effect:
        for name, value in OF_AMOUNTS.items():
            setattr(line, name, value)
    _refuse_strangers(line)
    _refuse_numbers(line)
    line.full_clean()


def _refuse_strangers(line: CaseLine) -> None:
    """A line is about parties of its own version."""
    parties = [each for each in (line.party, line.receiver) if each is not None]
    if any(each.case_id != line.case_id for each in parties):
        raise Refused(_("Choose parties of this version."))
    if line.kind == CaseLine.LineKind.TRANSFER and line.receiver is None:
        raise Refused(_("Say to whom the transfer goes."))
    if line.receiver is not None and line.receiver.pk == line.party.pk:
        raise Refused(_("A transfer goes to another party."))


def _refuse_numbers(line: CaseLine) -> None:
    """No amounts after the last year, and nothing below zero: a cost is a line of costs."""
    if any(line.quantities[line.case.horizon :]):
        raise Refused(_("There are numbers after the last year of this version."))
    line.quantities = line.quantities[: line.case.horizon]
    if any(each < 0 for each in (*line.quantities, line.effect, line.price)):
        raise Refused(_("Fill in zero or more. What costs money is a line of costs."))
