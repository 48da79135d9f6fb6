"""The worklist through the story's year: whatever is orange or red on the Kompas, waits for us."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.utils import translation

from partners.models import Person
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.demo.story.stage import Stage
from schuldenlab.demo.story.tell import CHAPTERS
from schuldenlab.outbox.actions import sending_oneself
from schuldenlab.portal.kompas import governing, read_kompas
from schuldenlab.portal.measures import State
from schuldenlab.portal.worklist import Due, worklist_of
from tests.cast import ZONE, login

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

TODAY = date(2026, 9, 23)
RED = {State.ATTENTION, State.MISSED}
MOMENTS = [
    datetime.combine(day, time(18), tzinfo=ZONE)
    for day in (
        *(date(2026, 1, 15), date(2026, 2, 3), date(2026, 2, 26), date(2026, 3, 12)),
        *(date(2026, 4, 1), date(2026, 4, 29), date(2026, 5, 19), date(2026, 6, 16)),
        *(date(2026, 7, 8), date(2026, 7, 28), date(2026, 8, 20), date(2026, 9, 10)),
        TODAY,
    )
]
# What cannot be mended by anybody any more, or is on its way without us, and why.
EXCEPTIONS = {
    ("course_changes", State.MISSED): "a change that went before the raad stays so",
    ("progress_reported", State.MISSED): "a meeting that went by without it does not come back",
    ("offered_to_all", State.MISSED): "what began without an offer stays so",
    ("started_with_money", State.MISSED): "the gate lets nothing through any more",
    ("kernteam", State.ATTENTION): "somebody was appointed, and begins within the sixty days",
    ("commitments", State.ATTENTION): "before there is a programme, that is what waits",
}


@dataclass
class Seen:
    """What stood there at a moment of the story."""

    dues: list[Due]
    states: dict[str, State | None] = field(default_factory=dict)


def look(at: datetime) -> Seen:
    framework = governing(at.year, at)
    assert framework is not None
    clauses = read_kompas(framework, at.year, at).clauses
    states = {each.code: each.state for clause in clauses for each in clause.measures}
    with translation.override("en"):
        return Seen(worklist_of(at), states)


@pytest.fixture(scope="module")
def seen(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[date, Seen]]:
    """The whole story, looked at on the way; then it stays as it is for the tests."""
    found: dict[date, Seen] = {}

    def remember(at: datetime) -> None:
        found[at.date()] = look(at)

    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(EMAIL_BACKEND="schuldenlab.demo.mailbox.MailboxBackend"),
        translation.override("nl"),
        sending_oneself(),
    ):
        stage = Stage(Calendar(TODAY))
        for chapter in CHAPTERS:
            chapter.write(stage)
        for moment in MOMENTS:
            stage.on(moment, remember)
        stage.play()
        yield found
        transaction.set_rollback(True)


@pytest.mark.usefixtures("db")
class TestYear:
    def test_every_orange_and_red_measure_waits_for_us(self, seen: dict[date, Seen]) -> None:
        assert len(seen) == len(MOMENTS)
        without = {
            (day.isoformat(), code, state)
            for day, each in seen.items()
            for code, state in each.states.items()
            if state in RED and code not in {due.measure for due in each.dues}
        }
        assert {pair for pair in without if pair[1:] not in EXCEPTIONS} == set()

    def test_it_is_red_and_orange_often_enough_to_say_so(self, seen: dict[date, Seen]) -> None:
        pairs = {
            code for each in seen.values() for code, state in each.states.items() if state in RED
        }
        assert len(pairs) >= 7, pairs

    def test_every_item_is_itself(self, seen: dict[date, Seen]) -> None:
        for day, each in seen.items():
            counted = Counter(due.key for due in each.dues)
            assert [key for key, count in counted.items() if count > 1] == [], day
            days = [due.due_on or date.max for due in each.dues]
            assert days == sorted(days)

    def test_titles_say_what_to_do(self, seen: dict[date, Seen]) -> None:
        for each in seen.values():
            for due in each.dues:
                assert due.title[0].isupper(), due
                assert not due.title.endswith("."), due
                assert due.text.endswith((".", "?")), due
                assert due.button, due

    def test_every_button_leads_to_a_page(self, seen: dict[date, Seen]) -> None:
        """On the last day of the story, whose facts are those of now."""
        client = Client()
        manager = Person.objects.get_queryset().get(kernteam_terms__role="manager")
        login(client, manager)
        lost = {
            due.url: page.status_code
            for due in seen[TODAY].dues
            for page in [client.get(due.url.partition("#")[0])]
            if page.status_code != 200
        }
        assert lost == {}

    def test_the_year_changes_it(self, seen: dict[date, Seen]) -> None:
        keys = [{due.key for due in each.dues} for each in seen.values()]
        assert all(before != after for before, after in pairwise(keys))
