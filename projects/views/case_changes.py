"""What differs between two business cases, in words: for a comparison, and before an import."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.businesscase import Comparison, LineChange, Spread, Turn
from projects.models import CaseLine
from schuldenlab.web.templatetags.look import euro

from .case_figures import amount, number, percent, ratio, signed

TURNS: Final[dict[str, tuple[str, Promise]]] = {
    Turn.ADDED: ("met", gettext_lazy("New")),
    Turn.CHANGED: ("warn", gettext_lazy("Changed")),
    Turn.REMOVED: ("open", gettext_lazy("Gone")),
}
NAMES: Final[dict[str, Promise]] = {
    "percent": gettext_lazy("Discount rate"),
    "base_year": gettext_lazy("Base year"),
    "price_year": gettext_lazy("Price year"),
    "horizon": gettext_lazy("Number of years"),
    "category": gettext_lazy("Category"),
    "certainty": gettext_lazy("Rests on"),
    "source": gettext_lazy("Source"),
    "receiver": gettext_lazy("Goes to"),
    "is_effect": gettext_lazy("Counts"),
    "unit": gettext_lazy("Unit"),
    "quantities": gettext_lazy("A year"),
    "effect": gettext_lazy("Effect (share)"),
    "price": gettext_lazy("Price"),
    "deadweight": gettext_lazy("Deadweight"),
    "spread": gettext_lazy("Low and high"),
}
CHOICES: Final = {
    "category": dict(CaseLine.Category.choices),
    "certainty": dict(CaseLine.Certain.choices),
    "kind": dict(CaseLine.LineKind.choices),
}
SHARES: Final = {"effect", "deadweight"}


def changes_of(found: Comparison) -> dict[str, Any]:
    """Everything that `projects/case/changes.html` shows."""
    lines = [_line(each) for each in found.lines if each.turn != Turn.SAME]
    return {
        "is_same": found.is_same,
        "figures": list(_figures(found)),
        "assumptions": [_change(each) for each in found.assumptions],
        "parties_added": found.parties_added,
        "parties_removed": found.parties_removed,
        "parties": list(_parties(found)),
        "lines": lines,
        "same_count": len(found.lines) - len(lines),
    }


def _figures(found: Comparison) -> Iterator[dict[str, Any]]:
    """Both results, figure by figure."""
    before, after = found.before, found.after
    for name, old, new in (
        (_("Costs"), before.pv_costs, after.pv_costs),
        (_("Benefits"), before.pv_benefits, after.pv_benefits),
        (_("Net present value"), before.npv, after.npv),
    ):
        yield _beside(name, amount(old), amount(new), signed(new - old) if new != old else "")
    yield _beside(_("Benefits per euro of costs"), ratio(before.ratio), ratio(after.ratio))
    yield _beside(_("Paid back"), _payback(before.payback), _payback(after.payback))


def _payback(t: int | None) -> str:
    return _("not in these years") if t is None else _("in t = %(t)s") % {"t": t}


def _beside(name: str, before: str, after: str, difference: str = "") -> dict[str, Any]:
    changed = _("changed") if before != after else _("the same")
    return {"name": name, "before": before, "after": after, "difference": difference or changed}


def _parties(found: Comparison) -> Iterator[dict[str, Any]]:
    """What remains for each of them, in both."""
    for each in found.parties:
        before, after = (part.balance if part else None for part in (each.before, each.after))
        if before is None or after is None:
            word = _("new") if before is None else _("gone")
        elif before == after:
            word = _("the same")
        else:
            word = signed(after - before)
        yield {
            "name": each.name,
            "before": _balance(before),
            "after": _balance(after),
            "difference": word,
        }


def _balance(value: Fraction | None) -> str:
    return "–" if value is None else amount(value)


def _line(change: LineChange) -> dict[str, Any]:
    line = change.line
    badge, word = TURNS[change.turn]
    return {
        "badge": badge,
        "word": word,
        "text": line.text or _("a line without words"),
        "kind": CHOICES["kind"][line.kind],
        "party": f"{line.party} → {line.receiver}" if line.receiver else line.party,
        "amounts": _quantities(line.effect.amounts()) if change.turn != Turn.CHANGED else "",
        "changes": [_change(each) for each in change.changes],
    }


def _change(each: Any) -> dict[str, Any]:
    return {
        "name": NAMES.get(each.name, each.name),
        "before": _value(each.name, each.before),
        "after": _value(each.name, each.after),
    }


def _value(name: str, value: Any) -> str:
    """A value of a line or an assumption, as people read it."""
    said = str(value)
    if name in CHOICES:
        said = str(CHOICES[name].get(value, value))
    elif name == "is_effect":
        said = _("people or cases") if value else _("euro")
    elif isinstance(value, Spread):
        said = f"{percent(value.low * 100)} – {percent(value.high * 100)}"
    elif isinstance(value, tuple):
        said = _quantities(value)
    elif name == "price":
        said = euro(value)
    elif isinstance(value, Decimal):
        said = percent(value * 100 if name in SHARES else value)
    return said or _("nothing")


def _quantities(values: tuple[Decimal, ...]) -> str:
    return "; ".join(number(each) for each in values) or _("nothing")
