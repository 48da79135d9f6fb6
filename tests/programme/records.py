"""What an act left behind: rows of the audit trail, letters, and everything else unchanged."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import transaction

from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast

# Everybody with a current mandate of a partner, and those of them who may commit it.
PARTNER_PEOPLE = {
    *("contact", "director", "other_director", "seat", "substitute"),
    *("seat_CH", "seat_EZ", "seat_GD", "seat_VH", "seat_ZD"),
}
COMMITTERS = PARTNER_PEOPLE - {"contact", "seat", "substitute"}
KERNTEAM = {"manager", "staff"}
DELEGATES = {"seat", "substitute", "seat_CH", "seat_EZ", "seat_GD", "seat_VH", "seat_ZD"}


def rows() -> dict[str, list[dict[str, Any]]]:
    """All that is known about the year, with the letters and the trail."""
    models = [*apps.get_app_config("programme").get_models(), Entry, Letter]
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in models}


@contextmanager
def refused(because: str) -> Iterator[None]:
    """The act inside is refused for this reason, and nothing at all has changed."""
    before = rows()
    with pytest.raises(Refused, match=because), transaction.atomic():
        yield
    assert rows() == before


@contextmanager
def changes_nothing() -> Iterator[None]:
    """The act inside may be done again: it leaves no trace."""
    before = rows()
    yield
    assert rows() == before


def acts(*verbs: str) -> list[Entry]:
    """The rows of the trail with these verbs, in the order in which they were written."""
    return list(Entry.objects.filter(verb__in=verbs).order_by("id"))


def letters(template: str) -> list[Letter]:
    """The letters of one kind, in the order in which they were written."""
    name = f"programme/mail/{template}.txt"
    return list(Letter.objects.filter(template=name).order_by("id"))


def told(cast: Cast, template: str) -> list[str]:
    """Who got a letter of this kind, by role; somebody who got two stands there twice."""
    roles = {person.pk: role for role, person in cast.people.items()}
    return sorted(roles.get(letter.person_id, letter.name) for letter in letters(template))
