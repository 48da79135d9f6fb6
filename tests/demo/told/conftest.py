"""The story around 23 September 2026, told once for all tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from schuldenlab.demo.story.tell import tell_story
from schuldenlab.portal.kompas import governing, read_kompas
from schuldenlab.portal.worklist import Due, worklist_of
from tests.cast import ZONE
from tests.demo.conftest import MAILBOX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.plugin import DjangoDbBlocker

    from schuldenlab.portal.measures import State

TODAY = date(2026, 9, 23)
MOMENTS = [
    datetime.combine(day, time(18), tzinfo=ZONE)
    for day in (
        *(date(2026, 1, 15), date(2026, 2, 3), date(2026, 2, 26), date(2026, 3, 12)),
        *(date(2026, 4, 1), date(2026, 4, 29), date(2026, 5, 19), date(2026, 6, 16)),
        *(date(2026, 7, 8), date(2026, 7, 28), date(2026, 8, 20), date(2026, 9, 10)),
        TODAY,
    )
]


@dataclass
class Seen:
    """What waited for the kernteam at a moment of the story, and how the Kompas stood."""

    dues: list[Due]
    states: dict[str, State | None] = field(default_factory=dict)


def look(at: datetime) -> Seen:
    """How it stands at this moment of the story."""
    framework = governing(at.year, at)
    assert framework is not None
    clauses = read_kompas(framework, at.year, at).clauses
    states = {each.code: each.state for clause in clauses for each in clause.measures}
    with translation.override("en"):
        return Seen(worklist_of(at), states)


@pytest.fixture(scope="package")
def seen(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[date, Seen]]:
    """The story, told once for all tests of this folder and undone after them.

    What was seen on the way is kept by its day.
    """
    found: dict[date, Seen] = {}

    def remember(at: datetime) -> None:
        found[at.date()] = look(at)

    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(EMAIL_BACKEND=MAILBOX):
            tell_story(TODAY, pauses=[(moment, remember) for moment in MOMENTS])
        yield found
        transaction.set_rollback(True)


@pytest.fixture
def told(seen: dict[date, Seen], db: None) -> None:
    """The story around 23 September 2026."""
