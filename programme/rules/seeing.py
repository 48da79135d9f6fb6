"""`view_x` is membership of `visible_to`; anywhere: whoever takes part."""

from typing import Any

import rules

from partners.rules import is_insider


def member_of(model: Any) -> Any:
    """`view_x` is membership of `visible_to`; anywhere: whoever takes part."""

    @rules.predicate(f"sees_{model.__name__.lower()}")
    def sees(person: Any, noun: Any = None) -> bool:
        if noun is None:
            return bool(is_insider(person))
        return bool(model.objects.visible_to(person).filter(pk=noun.pk).exists())

    return sees
