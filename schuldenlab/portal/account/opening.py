"""Which records behind a figure a reader can open, so that its rows can lead there."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from events.models import Meeting
from partners.models import Organisation
from programme.models import Ballot, Decision, InnovationTheme
from projects.models import Indicator, Phase, Project

MODELS: Final[dict[str, Any]] = {
    "organisation": Organisation,
    "meeting": Meeting,
    "ballot": Ballot,
    "theme": InnovationTheme,
    "project": Project,
    "phase": Phase,
    "indicator": Indicator,
}


def opened_by(person: Any, keys: Iterable[str]) -> dict[str, str]:
    """The address of each row that this person can open; one query for each kind of row."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for each in keys:
        kind, _colon, which = each.partition(":")
        by_kind[kind].append(which)
    found: dict[str, str] = {}
    for kind, model in MODELS.items():
        if by_kind[kind]:
            rows = model.objects.visible_to(person).filter(pk__in=by_kind[kind])
            if kind == "phase":
                rows = rows.select_related("project")
            found |= {f"{kind}:{each.pk}": each.get_absolute_url() for each in rows}
    return {**found, **_decisions(person, by_kind["decision"])}


def _decisions(person: Any, numbers: list[str]) -> dict[str, str]:
    """A decision is known by its number."""
    if not numbers:
        return {}
    wanted = set(numbers)
    years = {int(each.split("-")[0]) for each in wanted}
    rows = Decision.objects.visible_to(person).filter(year__in=years)
    keyed = ((f"{each.year}-{each.sequence}", each) for each in rows)
    return {f"decision:{key}": each.get_absolute_url() for key, each in keyed if key in wanted}
