"""A sender holds few letters at a time; what went is recorded together, also when it breaks off."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schuldenlab.outbox.actions import BATCH, HAND, note_bounce, post, send_due
from schuldenlab.outbox.models import UNCERTAIN_AFTER, Letter, Recipient
from tests.outbox.test_trouble import report

if TYPE_CHECKING:
    from tests.outbox.conftest import Sink

AT = datetime(2026, 9, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
CODE = {"code": "K7PQ2M", "minutes": 15}
pytestmark = pytest.mark.django_db


def post_many(count: int, **facts: Any) -> None:
    people = [Recipient(None, f"p{n}@people.example", f"P {n}", "nl") for n in range(count)]
    post("web/mail/act_code.txt", people, "code", AT, context=CODE, **facts)


def how_many(status: str) -> int:
    return Letter.objects.filter(status=status).count()


class Crash(BaseException):
    """The process dies here."""


class Watched(EmailBackend):
    """The real thing, which looks at the outbox before each letter, and may break off."""

    claimed: list[int] = []
    breaks_at: int | None = None
    meanwhile: Any = None

    def send_messages(self, email_messages: Any) -> int:
        if len(self.claimed) == self.breaks_at:
            raise Crash
        if type(self).meanwhile and len(self.claimed) == 1:
            type(self).meanwhile()
        self.claimed.append(how_many("sending"))
        return super().send_messages(email_messages)


@pytest.fixture
def watched(sink: Sink, settings: Any, monkeypatch: pytest.MonkeyPatch) -> type[Watched]:
    monkeypatch.setattr(Watched, "claimed", [])
    monkeypatch.setattr(Watched, "breaks_at", None)
    monkeypatch.setattr(Watched, "meanwhile", None)
    settings.EMAIL_BACKEND = f"{__name__}.{Watched.__name__}"
    return Watched


def test_never_more_than_a_hand_is_claimed(watched: type[Watched]) -> None:
    post_many(2 * HAND + 3)
    assert send_due(AT) == 2 * HAND + 3
    assert set(watched.claimed) == {HAND, 3}
    assert how_many("sent") == 2 * HAND + 3


def test_an_error_in_the_middle_leaves_what_went_on_record(watched: type[Watched]) -> None:
    post_many(10)
    watched.breaks_at = 4
    with pytest.raises(Crash):
        send_due(AT)
    assert (how_many("sent"), how_many("sending")) == (4, 6)


def test_what_comes_back_while_it_is_in_hand_stays_so(
    watched: type[Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mail server next door answers before the hand is empty."""
    post_many(3)
    first = Letter.objects.waiting(AT)[0]

    def comes_back() -> None:
        assert note_bounce(report(first), at=AT)[1]

    monkeypatch.setattr(Watched, "meanwhile", staticmethod(comes_back))
    assert send_due(AT) == 3
    assert (how_many("bounced"), how_many("sent")) == (1, 2)


def test_what_went_is_on_record_although_it_took_so_long_that_another_doubted(
    watched: type[Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    post_many(3)

    def doubts() -> None:
        assert send_due(AT + UNCERTAIN_AFTER + timedelta(seconds=1)) == 0
        assert how_many("uncertain") == 3
        monkeypatch.setattr(Watched, "meanwhile", None)

    monkeypatch.setattr(Watched, "meanwhile", staticmethod(doubts))
    assert send_due(AT) == 3
    assert how_many("sent") == 3


def test_every_word_of_a_secret_is_erased_and_of_others_none(sink: Sink) -> None:
    post_many(3, is_secret=True)
    Letter.objects.filter(address="p1@people.example").update(is_secret=False)
    assert send_due(AT) == 3
    kept = Letter.objects.exclude(text="").values_list("address", flat=True)
    assert list(kept) == ["p1@people.example"]
    assert not Letter.objects.filter(text="").exclude(subject="", html="").exists()


def test_so_many_and_no_more_when_asked(sink: Sink) -> None:
    post_many(BATCH + HAND)
    assert send_due(AT, most=10) == BATCH
    assert send_due(AT, most=BATCH) == HAND


def test_what_letters_cost_goes_by_the_hand(sink: Sink) -> None:
    """Not by the letter."""
    counts = []
    for hands in (1, 2, 3):
        Letter.objects.all().delete()
        post_many(hands * HAND)
        with CaptureQueriesContext(connection) as asked:
            assert send_due(AT) == hands * HAND
        counts.append(len(asked))
    assert counts[2] - counts[1] == counts[1] - counts[0] == 5


def test_nobody_sorts_all_that_wait(sink: Sink) -> None:
    post_many(3)
    sql, params = Letter.objects.waiting(AT)[:HAND].query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}", params)
        plan = "\n".join(row for (row,) in cursor.fetchall())
    assert "using letter_next" in plan
    assert "Sort" not in plan
