"""Attacks through the web that once went through: each one stays refused."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from partners.resources import Unreadable, read_partners
from schuldenlab.outbox.models import Letter
from schuldenlab.web.confirm import CODE_LETTER, MAX_CODES

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast
    from tests.house.world import World


@pytest.fixture
def world(world_now: World) -> World:
    return world_now


def test_codes_cannot_be_asked_for_without_end(world: World, enter: Callable[..., Client]) -> None:
    """Each code can be guessed at five times, so their number is what keeps it from being found."""
    cast = world.cast
    client = enter(cast.seat_CH, logged_in_at=cast.at - timedelta(hours=20))
    address = f"/stemmingen/{world.open.pk}/stem/"
    answers = [client.post(address, {"choice": "for"}).status_code for _ in range(MAX_CODES + 2)]
    assert answers == [200] * MAX_CODES + [429] * 2
    assert Letter.objects.filter(template=CODE_LETTER).count() == MAX_CODES
    assert not world.open.votes.filter(person=cast.seat_CH).exists()
    other = enter(cast.seat_EZ, logged_in_at=cast.at - timedelta(hours=20))
    assert other.post(address, {"choice": "for"}).status_code == 200


@pytest.mark.parametrize(
    "lookup",
    [
        "programme/ballot/?votes__choice=for",
        "programme/ballot/?votes=1",
        "programme/ballot/?id__regex=(",
        "programme/seat/?raad__ballots__votes__choice=for",
        "programme/seat/?entitlements__votes__choice__startswith=f",
        "partners/person/?password__startswith=!",
        "partners/person/?letters__text__contains=code",
        "partners/person/?delegations__seat__entitlements__votes__choice=for",
        "outbox/letter/?text__contains=voor",
        "outbox/letter/?key__startswith=vote-received",
        "audit/entry/?actor__letters__text__contains=code",
    ],
)
def test_the_desk_answers_no_questions_that_it_does_not_offer(
    world: World, enter: Callable[..., Client], lookup: str
) -> None:
    answer = enter(world.cast.manager).get(f"/beheer/{lookup}")
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "query",
    ["status__exact=closed", "status__exact=open", "o=99", "q=x", "p=2", "raad__id__exact=1"],
)
def test_the_desk_filters_by_what_it_offers(
    world: World, enter: Callable[..., Client], query: str
) -> None:
    register = "seat" if query.startswith("raad") else "ballot"
    answer = enter(world.cast.manager).get(f"/beheer/programme/{register}/?{query}")
    assert answer.status_code in (200, 302)


def test_nonsense_for_the_database_is_no_fault_of_the_server(
    world: World, enter: Callable[..., Client]
) -> None:
    answer = enter(world.cast.manager).get("/beheer/programme/ballot/?status__exact=%00")
    assert answer.status_code == 400


def test_secret_letters_are_not_on_the_desk(world: World, enter: Callable[..., Client]) -> None:
    """Receipts of votes among them: the kernteam knows no choice before closing."""
    client = enter(world.cast.manager)
    secret = Letter.objects.filter(is_secret=True, template="programme/mail/vote_received.txt")
    assert secret
    for letter in secret:
        assert client.get(f"/beheer/outbox/letter/{letter.pk}/change/").status_code == 302
    assert "bewijs van uw stem" not in client.get("/beheer/outbox/letter/").text.lower()


def test_a_header_of_thousands_of_columns_is_refused_at_once() -> None:
    header = ";".join(["organisatie", "sector", *(f"kolom{n}" for n in range(20_000))])
    with pytest.raises(Unreadable, match="100"):
        read_partners(f"{header}\nX;bank\n".encode())
    few = ";".join(["organisatie", "sector", *(f"kolom{n}" for n in range(98))])
    assert len(read_partners(f"{few}\nX;bank\n".encode()).notices) == 98
    few = ";".join(["organisatie", "sector", *(f"kolom{n}" for n in range(50)), "kolom7"])
    with pytest.raises(Unreadable, match="kolom7"):
        read_partners(f"{few}\nX;bank\n".encode())


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example", "javascript:alert(1)"])
def test_logging_in_leads_nowhere_else(cast_now: Cast, client: Client, place: str) -> None:
    client.post("/inloggen/", {"email": cast_now.contact.email, "next": place})
    letter = Letter.objects.get(template="partners/mail/login_code.txt")
    code = "".join(filter(str.isdigit, letter.subject))
    answer = client.post("/inloggen/code/", {"code": code, "next": place})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
