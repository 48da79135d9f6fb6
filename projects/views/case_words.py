"""A business case in words and figures, as its page and the dossier show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from django.utils.translation import gettext as _

from projects.businesscase import Result, discounted
from projects.divergence import Bar, draw
from projects.models import BusinessCase, CaseLine
from projects.reading import PartyRow, Reading
from schuldenlab.web.templatetags.look import MINUS, euro

from .case_figures import in_euro, number, percent, ratio, rounded, signed

BADGES: Final = {"draft": "open", "submitted": "track", "approved": "met", "dropped": "open"}
CERTAINTY: Final = {"measured": "met", "literature": "track", "expert": "warn", "pm": "open"}


def headline(result: Result) -> str:
    """What every euro brings, in one sentence."""
    if result.ratio is None:
        if result.pv_benefits:
            return _("There are benefits, and no costs yet.")
        return _("Nothing is counted yet.")
    each = in_euro(ratio(result.ratio))
    return _("Every euro is expected to bring %(amount)s") % {"amount": each}


def figures(reading: Reading) -> list[dict[str, Any]]:
    """The answers, in the order in which somebody asks for them."""
    result, case = reading.result, reading.case
    return [
        {"label": _("Net present value"), "value": euro(rounded(result.npv))},
        {"label": _("Costs"), "value": euro(rounded(result.pv_costs))},
        {"label": _("Benefits"), "value": euro(rounded(result.pv_benefits))},
        {"label": _("Benefits per euro of costs"), "value": ratio(result.ratio)},
        {
            "label": _("Earned back in"),
            "value": _("not in these years")
            if result.payback is None
            else str(case.base_year + result.payback),
        },
    ]


def levels(reading: Reading) -> list[dict[str, str]]:
    """The cautious, the expected and the hopeful outcome."""
    names = (
        (_("Cautious"), _("low benefits, high costs"), reading.low),
        (_("Expected"), _("the middle values"), reading.result),
        (_("Hopeful"), _("high benefits, low costs"), reading.high),
    )
    return [
        {
            "name": name,
            "note": note,
            "costs": euro(rounded(each.pv_costs)),
            "benefits": euro(rounded(each.pv_benefits)),
            "npv": signed(each.npv),
        }
        for name, note, each in names
    ]


@dataclass(frozen=True)
class PartyWords:
    """A party in the drawing and in the table beside it."""

    name: str
    is_own: bool
    is_flagged: bool
    bar: Bar
    pays: str
    gains: str
    transfers: str
    balance: str
    share_costs: str
    share_benefits: str


def party_words(rows: Iterable[PartyRow]) -> tuple[list[PartyWords], int]:
    """The parties as they are drawn, and in how many euro the numbers of the drawing count."""
    given = list(rows)
    drawing = draw((each.result.pv_costs, each.result.pv_benefits) for each in given)
    return [_party(each, bar) for each, bar in zip(given, drawing.bars, strict=True)], drawing.per


def _party(row: PartyRow, bar: Bar) -> PartyWords:
    found = row.result
    return PartyWords(
        name=row.party.name,
        is_own=row.is_own,
        is_flagged=row.is_flagged,
        bar=bar,
        pays=euro(rounded(found.pv_costs)),
        gains=euro(rounded(found.pv_benefits)),
        transfers=signed(found.transfers) if found.transfers else "",
        balance=signed(found.balance),
        share_costs=_share(found.share_costs),
        share_benefits=_share(found.share_benefits),
    )


def _share(share: Fraction | None) -> str:
    if share is None:
        return ""
    return percent(rounded(share * 100))


@dataclass(frozen=True)
class LineWords:
    """A line written out: how it is counted, what it is per year, and its present value."""

    line: CaseLine
    party: str
    receiver: str
    formula: str
    years: list[tuple[int, str]]
    each_year: str
    value: str
    spread: str
    badge: str


def line_words(line: CaseLine, reading: Reading, names: dict[int, str]) -> LineWords:
    """One line in words; of a line p.m. there is no number."""
    case, plain = reading.case, line.as_line(names)
    amounts = plain.effect.amounts()
    shown = [euro(rounded(Fraction(each))) for each in amounts]
    is_same = len(amounts) == case.horizon and len(set(amounts)) == 1
    value = sum(discounted(map(Fraction, amounts), reading.plain.rate), Fraction(0))
    return LineWords(
        line=line,
        party=names[line.party_id],
        receiver=names[line.receiver_id] if line.receiver_id else "",
        formula=_formula(line) if line.is_effect else "",
        years=[] if is_same else list(zip(case.years, shown, strict=False)),
        each_year=shown[0] if is_same else "",
        value="" if line.certainty == CaseLine.Certain.PRO_MEMORIA else euro(rounded(value)),
        spread=_spread(line),
        badge=CERTAINTY[line.certainty],
    )


def _formula(line: CaseLine) -> str:
    """300 households × 12,5 % × € 480 × (1 − 20 %)."""
    counted = list(line.quantities)
    many = number(counted[0]) if len(set(counted)) == 1 else _numbers(counted)
    parts = [
        f"{many} {line.unit}".strip(),
        percent(line.effect * 100),
        in_euro(number(line.price)),
    ]
    if line.deadweight:
        parts.append(f"(1 {MINUS} {percent(line.deadweight * 100)})")
    return " × ".join(parts)


def _numbers(counted: list[Decimal]) -> str:
    return f"({', '.join(number(each) for each in counted)})"


def _spread(line: CaseLine) -> str:
    if line.low == 1 and line.high == 1:
        return ""
    return _("between %(low)s and %(high)s of this") % {
        "low": percent(line.low * 100),
        "high": percent(line.high * 100),
    }


def version_words(case: BusinessCase) -> str:
    """Version 2, approved on 14 April."""
    return _("version %(number)s, %(status)s") % {
        "number": case.version,
        "status": case.get_status_display(),
    }
