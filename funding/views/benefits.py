"""Who pays and who gains: firm pledges to a phase beside what the approved business case says."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from funding.arranging import Sight
from funding.cover import NOTHING
from projects.divergence import Bar, draw
from projects.models import BusinessCase, Project
from projects.ports import DossierSection
from projects.reading import Reading, read_case
from projects.views.case_figures import amount, rounded, signed


@dataclass(frozen=True)
class Party:
    """One party as it is shown: what it pays, what it gains, and the difference, in words."""

    name: str
    is_own: bool
    pays: str
    gains: str
    balance: str
    bar: Bar


@dataclass(frozen=True)
class _Row:
    """`pays` is None for who may not know it."""

    name: str
    is_own: bool
    pays: Decimal | None
    gains: Fraction


def benefit_sections(project: Project, person: Any, sight: Sight | None) -> list[DossierSection]:
    """What the approved case brings whom, beside the pledges that this person sees in `sight`."""
    found = BusinessCase.objects.approved().filter(project=project).to_count()
    case = found.visible_to(person).first()
    if case is None:
        return []
    reading = read_case(case, person)
    rows = _rows(reading, sight, person.standing.organisation_ids)
    if not rows:
        return []
    parties, per = _drawn(rows)
    flagged = [each for each in reading.rows if each.is_flagged]
    facts = {
        "case": case,
        "reading": reading,
        "parties": parties,
        "per": per,
        "own": [
            {"name": each.party.name, "gains": amount(each.result.pv_benefits)}
            for each in flagged
            if each.is_own
        ],
        "silent": [each.party.name for each in flagged if not each.is_own],
        "hides_pledges": any(each.pays is None for each in rows),
    }
    return [DossierSection("funding/benefits/section.html", facts, "benefits", _("Who gains"))]


def _rows(reading: Reading, sight: Sight | None, own: Iterable[int]) -> list[_Row]:
    """The parties that are seen, and after them who gives without being one."""
    pays = _pledged(sight)
    knows_all = sight is None or len(pays) == sight.view.organisations
    rows, named = [], {each.organisation_id for each in reading.case.parties.all()}
    for each in reading.rows:
        key = each.party.organisation_id
        if key is None:
            paid: Decimal | None = NOTHING
        elif key in pays:
            paid = pays[key][0]
        else:
            paid = NOTHING if knows_all or key in own else None
        rows.append(_Row(each.party.name, each.is_own, paid, each.result.pv_benefits))
    return rows + [
        _Row(name, key in own, paid, Fraction(0))
        for key, (paid, name) in pays.items()
        if key not in named
    ]


def _pledged(sight: Sight | None) -> dict[int, tuple[Decimal, str]]:
    """What organisations give for certain to a phase, with their names; as far as it is seen."""
    found: dict[int, tuple[Decimal, str]] = {}
    for pledge, pledged in [] if sight is None else sight.seen:
        if pledged.counts:
            before = found.get(pledge.organisation_id, (NOTHING, ""))[0]
            given = before + (pledged.value or NOTHING)
            found[pledge.organisation_id] = (given, pledge.organisation.name)
    return found


def _drawn(rows: list[_Row]) -> tuple[list[Party], int]:
    """In words and as bars on one scale, with what the numbers beside them count."""
    drawing = draw((Fraction(each.pays or 0), each.gains) for each in rows)
    parties = []
    for row, bar in zip(rows, drawing.bars, strict=True):
        balance = pays = "–"
        if row.pays is not None:
            pays = amount(Fraction(row.pays))
            balance = signed(Fraction(rounded(row.gains) - rounded(Fraction(row.pays))))
        parties.append(Party(row.name, row.is_own, pays, amount(row.gains), balance, bar))
    return parties, drawing.per
