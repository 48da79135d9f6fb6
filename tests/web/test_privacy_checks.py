"""What an operator hears before it is too late: security.txt, and terms of keeping."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.urls import reverse

from schuldenlab.web.checks import everything_is_forgotten, security_text_counts

if TYPE_CHECKING:
    from django.test import Client

NOW = datetime(2026, 9, 23, 10, tzinfo=UTC)
URL = "/.well-known/security.txt"


@pytest.mark.parametrize(
    ("days", "found"),
    [(31, []), (30, ["web.W001"]), (1, ["web.W001"]), (0, ["web.W002"]), (-9, ["web.W002"])],
)
def test_the_last_day_of_security_txt(settings: Any, days: int, found: list[str]) -> None:
    settings.SECURITY_TXT_EXPIRES = (NOW + timedelta(days=days)).isoformat()
    with time_machine.travel(NOW, tick=False):
        assert [message.id for message in security_text_counts()] == found


@pytest.mark.parametrize("typed", ["", "volgend jaar", "2027-10-31", None, "2027-10-31T00:00:00"])
def test_a_last_day_that_is_no_moment(settings: Any, typed: Any) -> None:
    settings.SECURITY_TXT_EXPIRES = typed
    assert [message.id for message in security_text_counts()] == ["web.E003"]


def test_security_txt_as_the_standard_asks(client: Client, settings: Any) -> None:
    settings.SITE_URL, settings.CONTACT_EMAIL = "https://lab.example", "hulp@lab.example"
    settings.SECURITY_TXT_EXPIRES = "2027-10-31T00:00:00+00:00"
    answer = client.get(URL)
    assert reverse("portal:security-txt") == URL
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:hulp@lab.example",
        "Expires: 2027-10-31T00:00:00+00:00",
        "Preferred-Languages: nl, en",
        "Canonical: https://lab.example/.well-known/security.txt",
        "Policy: https://lab.example/kwetsbaarheid-melden/",
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"letters": 30}, []),
        ({"letters": 366}, ["web.E005"]),
        ({"notes": -1}, ["web.E004"]),
        ({"sessions": None}, ["web.E004"]),
    ],
)
def test_terms_of_keeping(settings: Any, change: dict[str, Any], found: list[str]) -> None:
    settings.RETENTION = {**settings.RETENTION, "accounts": 365, **change}
    assert [message.id for message in everything_is_forgotten()] == found
