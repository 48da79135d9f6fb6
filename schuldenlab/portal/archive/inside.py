"""What of a record stays inside when it goes outside: people by name, and numbers of the database.

The models say it: a lookup that passes a person is about a person, whatever it is called. Where a
name is typed as text no model can tell, so those fields are named here.
"""

from collections.abc import Mapping
from typing import Final

from django.contrib.auth import get_user_model
from django.db.models import Model

from .facts import Values
from .reading import steps_of

# Fields in which the name of somebody is typed, or the seat by which everybody knows who it is.
TYPED_NAMES: Final[Mapping[str, frozenset[str]]] = {
    "partners.signature": frozenset({"signatory", "function"}),
    "projects.stuurgroepmember": frozenset({"function"}),
    "funding.pledge": frozenset({"rate_agreed_by"}),
}


def is_inside(model: type[Model], lookup: str) -> bool:
    """Whether a value stays inside: it names a person, or is a number of the database."""
    if lookup.endswith("_id"):
        return True
    for field in steps_of(model, lookup):
        if issubclass(field.related_model or Model, get_user_model()):
            return True
        owner = field.model._meta.label_lower  # noqa: SLF001 - Django's own word
        if field.name in TYPED_NAMES.get(owner, frozenset()):
            return True
    return False


def for_outside(model: type[Model], row: Values) -> Values:
    """A row without what stays inside."""
    return {lookup: value for lookup, value in row.items() if not is_inside(model, lookup)}
