"""Logging in tells nobody who is known, counts tries together, and calls a mistake a mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache, caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.models import Person
from schuldenlab.outbox.models import Letter
from tests.programme.pages import counted

if TYPE_CHECKING:
    from tests.cast import Cast

LOGIN, CODE = reverse("account_login"), "/inloggen/code/"
UNKNOWN = "niemand.hier@people.example"
TOKENS = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture(autouse=True)
def _forget_the_limits(db: None) -> None:
    cache.clear()


def ask(address: str) -> tuple[Client, Any]:
    client = Client()
    return client, client.post(LOGIN, {"email": address})


def seen(client: Client, address: str) -> str:
    """The page of the code, without what differs by address and by chance."""
    page = client.get(CODE).content.decode()
    return TOKENS.sub("", page).replace(address, "ADDRESS")


@pytest.mark.parametrize("kind", ["unknown", "closed"])
def test_nobody_sees_who_is_known(cast_now: Cast, kind: str) -> None:
    address = UNKNOWN
    if kind == "closed":
        address = cast_now.outsider.email
        Person.objects.filter(pk=cast_now.outsider.pk).update(is_active=False)
    known, known_answer = ask(cast_now.contact.email)
    other, other_answer = ask(address)
    assert known_answer.status_code == other_answer.status_code == 302
    assert known_answer["Location"] == other_answer["Location"] == CODE
    assert known_answer.cookies.keys() == other_answer.cookies.keys()
    assert seen(known, cast_now.contact.email) == seen(other, address)
    for client in (known, other):
        wrong = client.post(CODE, {"code": "000000"})
        assert wrong.status_code == 422
    assert seen(known, cast_now.contact.email) == seen(other, address)
    assert set(Letter.objects.values_list("address", flat=True)) == {cast_now.contact.email}


@pytest.mark.parametrize("act", ["first", "resend"])
def test_it_costs_the_same_for_both(cast_now: Cast, act: str) -> None:
    costs = []
    for address in (cast_now.contact.email, UNKNOWN):
        client = Client()
        if act == "resend":
            client.post(LOGIN, {"email": address})
        with counted() as cost:
            if act == "resend":
                client.post(CODE, {"action": "resend"})
            else:
                client.post(LOGIN, {"email": address})
        costs.append(cost.queries)
    assert abs(costs[0] - costs[1]) <= 2, costs


@pytest.mark.parametrize("typed", ["", "geen adres", "a@", "x" * 330 + "@a.nl", "a\u0000@b.nl"])
def test_what_is_no_address_is_wrong_and_stays(db: None, client: Client, typed: str) -> None:
    page = client.post(LOGIN, {"email": typed})
    assert page.status_code == 422
    assert page.context["form"].errors["email"]


@pytest.mark.parametrize("typed", ["", "1", "000000", "abc", "1" * 500])
def test_a_wrong_code_is_wrong(cast_now: Cast, typed: str) -> None:
    client, _answer = ask(cast_now.contact.email)
    assert client.post(CODE, {"code": typed}).status_code == 422


def test_nobody_is_made_by_logging_in(cast_now: Cast) -> None:
    people = Person.objects.get_queryset().count()
    ask(UNKNOWN)
    assert Person.objects.get_queryset().count() == people
    assert Client().get("/aanmelden/").status_code == 404


def test_the_limits_stand_in_the_database_that_all_processes_share() -> None:
    assert type(caches["default"]).__name__ == "DatabaseCache"


def test_codes_are_limited_whoever_asks(cast_now: Cast) -> None:
    """Every client is another process as far as the limits can tell: they share no memory."""
    answers = [ask(cast_now.contact.email)[1].status_code for _ in range(5)]
    assert answers == [302, 302, 302, 422, 422]
    assert Letter.objects.filter(address=cast_now.contact.email).count() == 3
    answers = [ask(UNKNOWN)[1].status_code for _ in range(5)]
    assert answers == [302, 302, 302, 422, 422]


def test_an_address_that_asks_for_many_is_stopped(db: None) -> None:
    answers = [ask(f"n{n}@people.example")[1].status_code for n in range(25)]
    assert answers[0] == 302
    assert answers[-1] in {422, 429}
    assert Letter.objects.filter(at__lte=timezone.now()).count() == 0


def test_the_way_out_of_a_passkey_that_fails_is_the_login(db: None, client: Client) -> None:
    page = client.post(reverse("mfa_login_webauthn"), {"credential": "{}"})
    assert page.status_code == 422
    assert 'name="email"' in page.content.decode()
    for _ in range(12):
        last = client.post(reverse("mfa_login_webauthn"), {"credential": "{}"})
    assert last.status_code == 429
    assert client.get("/inloggen/").status_code == 200


def test_the_browser_gets_what_a_passkey_needs(db: None, client: Client) -> None:
    answer = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    asked = answer.json()["request_options"]["publicKey"]
    assert asked["userVerification"] == "required"
    assert not asked.get("allowCredentials")
    assert client.get(reverse("mfa_login_webauthn"))["Location"] == "/inloggen/"
