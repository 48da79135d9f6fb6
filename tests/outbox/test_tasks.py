"""The clock of the outbox: two senders at once, and a broker that is away."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction
from django.utils import timezone

from schuldenlab.outbox import tasks
from schuldenlab.outbox.actions import post, send_due
from schuldenlab.outbox.models import Letter, Recipient

if TYPE_CHECKING:
    from tests.outbox.conftest import Sink

LETTERS, SENDERS = 260, 4


def post_many(count: int) -> None:
    people = [Recipient(None, f"p{n}@people.example", f"P {n}", "nl") for n in range(count)]
    facts = {"code": "K7PQ2M", "minutes": 15}
    post("web/mail/act_code.txt", people, "code", timezone.now(), context=facts)


@pytest.mark.django_db
def test_the_task_sends_what_waits_and_may_come_twice(sink: Sink) -> None:
    post_many(3)
    assert tasks.send_due_letters() == 3
    assert tasks.send_due_letters() == 0
    assert len(sink.messages) == 3


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_send_each_letter_once(sink: Sink) -> None:
    post_many(LETTERS)
    start, counts = threading.Barrier(SENDERS), []

    def send() -> None:
        try:
            start.wait()
            counts.append(send_due(timezone.now()))
        finally:
            connection.close()

    senders = [threading.Thread(target=send) for _ in range(SENDERS)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sum(counts) == LETTERS
    assert set(Counter(sink.ids()).values()) == {1}
    assert len(sink.messages) == LETTERS
    assert set(Letter.objects.values_list("status", flat=True)) == {"sent"}


@pytest.mark.django_db(transaction=True)
def test_a_letter_is_claimed_before_it_leaves(sink: Sink) -> None:
    """What another sender holds is left alone, also when the two meet in the same moment."""
    post_many(2)
    held = Letter.objects.order_by("id")[:1]
    counts = []

    def send() -> None:
        try:
            counts.append(send_due(timezone.now()))
        finally:
            connection.close()

    with transaction.atomic():
        assert len(held.select_for_update()) == 1
        sender = threading.Thread(target=send)
        sender.start()
        sender.join()
        assert counts == [1]
    assert send_due(timezone.now() + timedelta(seconds=1)) == 1
    assert len(set(sink.ids())) == 2
