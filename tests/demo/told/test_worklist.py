"""The worklist through the story's year: whatever is orange or red on the Kompas, waits for us."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from partners.models import Person
from schuldenlab.portal.measures import State
from tests.cast import login
from tests.demo.told.conftest import MOMENTS, TODAY

if TYPE_CHECKING:
    from tests.demo.told.conftest import Seen

RED = {State.ATTENTION, State.MISSED}
# What cannot be mended by anybody any more, or is on its way without us, and why.
EXCEPTIONS = {
    ("course_changes", State.MISSED): "a change that went before the raad stays so",
    ("progress_reported", State.MISSED): "a meeting that went by without it does not come back",
    ("offered_to_all", State.MISSED): "what began without an offer stays so",
    ("started_with_money", State.MISSED): "the gate lets nothing through any more",
    ("kernteam", State.ATTENTION): "somebody was appointed, and begins within the sixty days",
    ("commitments", State.ATTENTION): "before there is a programme, that is what waits",
}


@pytest.mark.usefixtures("told")
@pytest.mark.xdist_group("story")
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
