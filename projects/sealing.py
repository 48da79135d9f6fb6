"""Everything that a version of a business case says, as one canonical text, and the seal of it."""

import hashlib
import json
from decimal import Decimal
from typing import Any, Final

from projects.models import BusinessCase, CaseLine, CaseParty

SAID: Final = (
    *("version", "base_year", "price_year", "horizon"),
    *("null_alternative", "project_alternative", "notes"),
)
PARTY: Final = ("position", "name", "organisation_id", "is_residents")
LINE: Final = (
    *("position", "kind", "text", "category", "is_effect", "unit", "quantities", "effect"),
    *("price", "deadweight", "low", "high", "certainty", "source"),
)


def contents(case: BusinessCase) -> dict[str, Any]:
    """All that counts or is read, with names instead of keys; read anew from the database."""
    case = BusinessCase.objects.select_related("discount_rate", "project").get(pk=case.pk)
    parties = list(CaseParty.objects.filter(case=case).order_by("position", "pk"))
    names = {each.pk: each.name for each in parties}
    lines = CaseLine.objects.filter(case=case).order_by("position", "pk")
    rate = case.discount_rate
    return {
        "project": case.project.code,
        **{name: _plain(getattr(case, name)) for name in SAID},
        "rate": [_plain(rate.percent), rate.valid_from.isoformat(), rate.source],
        "parties": [[_plain(getattr(each, name)) for name in PARTY] for each in parties],
        "lines": [
            [
                names[each.party_id],
                names[each.receiver_id] if each.receiver_id else None,
                *(_plain(getattr(each, name)) for name in LINE),
            ]
            for each in lines
        ],
    }


def _plain(value: Any) -> Any:
    """A decimal in one notation only, whatever noughts it was written with."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


def seal(case: BusinessCase) -> str:
    """SHA-256 of all that this version says."""
    told = json.dumps(contents(case), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def is_intact(case: BusinessCase) -> bool:
    """Whether a version still says what was submitted; also true of one that is worked on."""
    return not case.sha256 or case.is_open or seal(case) == case.sha256


def broken_cases() -> list[BusinessCase]:
    """Versions that lie before the raad or were approved, and do not say any more what they did."""
    sealed = BusinessCase.objects.filter(status__in=["submitted", "approved"])
    return [each for each in sealed.select_related("project") if not is_intact(each)]
