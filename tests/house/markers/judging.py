"""Which markers somebody may read, by the list and by what each row is about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Q

from .fields import READERS
from .who import Level

if TYPE_CHECKING:
    from .planting import Spot

Planted = dict[str, "Spot"]


def by_field(planted: Planted) -> dict[tuple[str, str], dict[Any, str]]:
    """The markers of each field, by row."""
    sorted_: dict[tuple[str, str], dict[Any, str]] = defaultdict(dict)
    for word, spot in planted.items():
        sorted_[spot.model, spot.field][spot.pk] = word
    return sorted_


def shown_to_all(planted: Planted) -> set[str]:
    """What everybody may read: the texts of what bears the mark."""
    return _where(
        planted,
        lambda who: (
            Q(*((each, True) for each in who.shown), _connector=Q.OR) if who.shown else None
        ),
    )


def told_to_partners(planted: Planted) -> set[str]:
    """What everybody who works for a partner may read."""
    return _where(planted, lambda who: Q(**who.when) if who.level is Level.PARTNERS else None)


def _where(planted: Planted, lookups: Any) -> set[str]:
    found = set()
    for (label, name), words in by_field(planted).items():
        facts = lookups(READERS[label][name])
        if facts is None:
            continue
        rows = apps.get_model(label)._base_manager.filter(facts).values_list("pk", flat=True)
        found |= {words[pk] for pk in rows if pk in words}
    return found


def told_to_own(planted: Planted, organisation: Any = None, person: Any = None) -> set[str]:
    """What the organisation, or the person itself, may read besides."""
    person = person if person is not None and person.is_authenticated else None
    found = set()
    for (label, name), words in by_field(planted).items():
        who, model = READERS[label][name], apps.get_model(label)
        for path, mine in ((who.own, organisation), (who.person, person)):
            if path and mine is not None:
                rows = model._base_manager.filter(**{path: mine.pk}).values_list("pk", flat=True)
                found |= {words[pk] for pk in rows if pk in words}
    return found


def leaks(found: dict[str, set[str]], planted: Planted, allowed: set[str]) -> dict[str, list[str]]:
    """Each field of which somebody read a text that it may not, with where."""
    said: dict[str, set[str]] = defaultdict(set)
    for word, urls in found.items():
        if word in planted and word not in allowed:
            said[f"{planted[word].name} {planted[word].pk}"] |= urls
    return {name: sorted(urls)[:3] for name, urls in sorted(said.items())}
