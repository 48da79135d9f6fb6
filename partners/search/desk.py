"""What the staff desk finds of partners, people and themes."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partners.models import Framework, Organisation, Person, Theme
from schuldenlab.web.ports import DeskHits

from .hits import first_hits
from .words import looked_up, together


def people(rows: Any, typed: str) -> Any:
    """By name and address."""
    return looked_up(rows, together("name", "email"), typed)


def organisations(rows: Any, typed: str) -> Any:
    """By name."""
    return looked_up(rows, together("name"), typed)


def found_on_desk(typed: str, person: Any) -> list[DeskHits]:
    """By kind; each kind in one query."""
    return [_organisations(typed, person), _people(typed, person), *_what_binds(typed, person)]


def _organisations(typed: str, person: Any) -> DeskHits:
    return first_hits(
        Organisation.objects.visible_to(person),
        typed,
        title=_("Partners and other organisations"),
        text=together("name"),
        name="name",
        icon="building",
        said=lambda row: (row.name, capfirst(row.get_sector_display())),
    )


def _people(typed: str, person: Any) -> DeskHits:
    return first_hits(
        Person.objects.visible_to(person),
        typed,
        title=_("People"),
        text=together("name", "email"),
        name="name",
        code="email",
        icon="person",
        said=lambda row: (row.name, row.email),
    )


def _what_binds(typed: str, person: Any) -> list[DeskHits]:
    return [
        first_hits(
            Theme.objects.visible_to(person),
            typed,
            title=_("Themes"),
            text=together("name"),
            name="name",
            icon="flag",
            said=lambda row: (row.name, ""),
        ),
        first_hits(
            Framework.objects.visible_to(person),
            typed,
            title=_("Frameworks"),
            text=together("title"),
            name="title",
            icon="document",
            said=lambda row: (row.title, capfirst(row.get_status_display())),
        ),
    ]
