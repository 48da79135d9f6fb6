"""Does the system work: what the page shows of the clock, of what is due, and of the mail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as configured
from django.urls import reverse
from django.utils import timezone

from schuldenlab.outbox.hours import CITY_ZONE
from schuldenlab.outbox.models import Letter
from schuldenlab.portal.health import LAST_LETTERS, Health, health_at
from schuldenlab.portal.views.health import lasting
from schuldenlab.web.actions import note_tick
from schuldenlab.web.models import Tick
from tests.house.world import open_motion
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from django.test import Client
    from pytest_django.fixtures import Settings

    from tests.cast import Cast

    Enter = Callable[..., Client]

URL = reverse("portal:health")
SECOND = timedelta(seconds=1)
TASK = "programme.tasks.close_due_ballots"


@pytest.fixture
def today(cast_now: Cast, settings: Settings) -> Cast:
    """Everything runs: each task had its turn just now."""
    settings.CLOCK_LATE_AFTER = 90
    settings.QUIET_HOURS = None
    for entry in configured.CELERY_BEAT_SCHEDULE.values():
        note_tick(entry["task"], at=timezone.now())
    return cast_now


def letters(count: int, **facts: Any) -> None:
    now = timezone.now()
    known = {"template": "t", "name": "", "language": "nl", "at": now, "not_before": now}
    known |= {"address": "a@people.example"}
    first = Letter.objects.count()
    Letter.objects.bulk_create(
        Letter(key=f"k{number}", message_id=f"<{number}@x.example>", **{**known, **facts})
        for number in range(first, first + count)
    )


def sent(count: int) -> None:
    letters(count, status="sent", sent_at=timezone.now())


def now() -> Health:
    return health_at(timezone.now())


def test_all_is_well(today: Cast, enter: Enter) -> None:
    sent(30)
    letters(1)
    assert now().faults == []
    page = text_of(enter(today.manager).get(URL))
    assert "Alles werkt zoals het moet." in page
    assert "0 van de laatste 30 brieven" in page
    assert URL in enter(today.staff).get(reverse("portal:worklist")).content.decode()


@pytest.mark.parametrize("age", [91, None])
def test_a_clock_that_stands_still(today: Cast, enter: Enter, age: int | None) -> None:
    """Its tasks are all late then; the page does not list them as well."""
    Tick.objects.all().delete()
    if age is not None:
        note_tick(configured.CLOCK, at=timezone.now() - age * SECOND)
    found = now()
    assert (found.faults, found.late_tasks) == (["clock"], {})
    page = text_of(enter(today.staff).get(URL))
    assert "1 onderdeel vraagt aandacht." in page
    assert ("nooit" in page) == (age is None)


def test_a_task_that_never_ends_well(today: Cast, enter: Enter) -> None:
    note_tick(TASK, at=timezone.now() - 111 * SECOND)
    found = now()
    assert (found.faults, set(found.late_tasks)) == (["tasks"], {TASK})
    assert TASK in text_of(enter(today.staff).get(URL))


def test_a_ballot_that_stays_open(today: Cast) -> None:
    at = timezone.now()
    open_motion(today, at - timedelta(days=1), at - 80 * SECOND)
    Letter.objects.all().delete()  # those about the opening
    assert (now().due, now().faults) == (80, [])
    open_motion(today, at - timedelta(days=1), at - 95 * SECOND)
    Letter.objects.all().delete()
    assert now().faults == ["due"]


def test_a_letter_that_waits(today: Cast, settings: Settings) -> None:
    at = timezone.now()
    letters(1, not_before=at - 95 * SECOND)
    assert now().faults == ["letter"]
    clock = at.astimezone(CITY_ZONE)
    settings.QUIET_HOURS = ((clock - 60 * SECOND).time(), (clock + timedelta(hours=1)).time())
    assert now().faults == []  # at night it may
    Letter.objects.update(is_urgent=True)
    assert now().faults == ["letter"]


def test_news_may_wait_for_its_day(today: Cast) -> None:
    letters(1, pace="daily", not_before=timezone.now() - timedelta(hours=3))
    assert now().faults == []


def test_a_mail_server_that_is_away_is_seen_at_once(today: Cast, enter: Enter) -> None:
    """The letter waits for a later attempt then, so its age says nothing."""
    at = timezone.now()
    letters(1, attempts=1, claimed_at=at - 5 * SECOND, not_before=at + 60 * SECOND)
    assert now().faults == ["letter"]
    assert "de mailserver neemt ze niet aan" in text_of(enter(today.staff).get(URL))


def test_letters_that_do_not_arrive(today: Cast) -> None:
    sent(95)
    letters(5, status="failed")
    assert (now().letters, now().failed, now().faults) == (100, 5, [])
    letters(1, status="uncertain")
    assert now().faults == ["share"]
    sent(LAST_LETTERS)
    assert (now().letters, now().failed, now().faults) == (LAST_LETTERS, 0, [])


def test_on_ones_own_machine_no_clock_is_promised(cast_now: Cast, settings: Settings) -> None:
    settings.CLOCK_LATE_AFTER = None
    assert now().faults == []


def test_the_cost_does_not_grow(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    client.get(URL)
    sent(3)
    first = cost_of(client, URL)
    sent(300)
    assert cost_of(client, URL) == first
    assert first.queries == 9


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 seconde"),
        (119, "119 seconden"),
        (120, "2 minuten"),
        (7200, "2 uur"),
        (3 * 86_400, "3 dagen"),
    ],
)
def test_how_long_in_words(seconds: int, words: str) -> None:
    assert lasting(seconds) == words
