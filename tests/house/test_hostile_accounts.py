"""Attacks on accounts, codes, links and the second step: each one stays refused."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners import actions
from partners.models import Person, Visit
from partners.querysets import token_digest
from partners.resources import read_partners
from schuldenlab.outbox.models import Letter
from schuldenlab.web.confirm import MAX_TRIES, remember_code, take_try, try_code
from tests.cast import login
from tests.house.addresses import TABLE, register_rows
from tests.partners.test_organisation_login import LOGIN as OIDC
from tests.partners.test_organisation_login import arrive
from tests.partners.test_second_step import SECRET, SECURITY, one_step
from tests.programme.pages import counted, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast
    from tests.house.world import World

    Enter = Callable[..., Client]

__all__ = ["arrive"]
LOGIN, CODE = reverse("account_login"), reverse("account_confirm_login_code")
ADDRESS, ADDRESS_CODE = reverse("partners:my-data-address"), "/mijn-gegevens/e-mailadres/code/"
pytestmark = pytest.mark.filterwarnings("ignore:get_jwt_config:DeprecationWarning")


@pytest.fixture(autouse=True)
def _forget_the_limits(db: None) -> None:
    cache.clear()


def code_in(letter: Letter) -> str:
    found = re.search(r"\b\d{6}\b", letter.text)
    assert found is not None
    return found[0]


def move_to(client: Client, address: str) -> None:
    """Change the address of whoever is logged in."""
    assert client.post(ADDRESS, {"address": address}).status_code == 302
    typed = code_in(Letter.objects.filter(address=address).latest("pk"))
    assert client.post(ADDRESS_CODE, {"confirmation_code": typed}).status_code == 302


# -- codes ----------------------------------------------------------------------------------------


def test_a_code_has_five_tries_however_many_visits_remember_none() -> None:
    """Requests that come at once all read a session in which nothing was tried yet."""
    kept = remember_code("123456", timezone.now())
    answers = [try_code({**kept}, "000000", timezone.now()) for _ in range(MAX_TRIES + 3)]
    assert answers == ["wrong"] * MAX_TRIES + ["expired"] * 3
    assert try_code({**kept}, "123456", timezone.now()) == "expired"


@pytest.mark.django_db(transaction=True)
def test_tries_that_come_at_once_are_counted_together() -> None:
    together = Barrier(8)

    def guess(_n: int) -> bool:
        try:
            together.wait(timeout=10)
            return take_try("one code", 0)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(guess, range(8))) <= MAX_TRIES
    assert not take_try("one code", 0)


def test_a_login_code_has_five_tries_however_old_the_session_says_it_is(cast_now: Cast) -> None:
    client = Client()
    client.post(LOGIN, {"email": cast_now.contact.email})
    right = code_in(Letter.objects.latest("pk"))
    before = dict(client.session.items())
    for _ in range(MAX_TRIES):
        client.post(CODE, {"code": "000000" if right != "000000" else "111111"})
        session = client.session
        session.update(before)  # as a second request that began at the same moment leaves it
        session.save()
    answer = client.post(CODE, {"code": right})
    assert (answer.status_code, answer["Location"]) == (302, LOGIN)
    assert "_auth_user_id" not in client.session


def test_no_flood_of_names_empties_the_counters(cast_now: Cast) -> None:
    """The store of the limits throws a third away when it is full."""
    assert not take_try("a code", MAX_TRIES)
    for _ in range(MAX_TRIES):
        take_try("a code", 0)
    for number in range(400):
        cache.set(f"0{number}", 1, 60)
    assert not take_try("a code", 0)


def test_a_closed_account_costs_what_an_unknown_one_costs(cast_now: Cast) -> None:
    Person.objects.get_queryset().filter(pk=cast_now.outsider.pk).update(is_active=False)
    costs = []
    for address in (cast_now.outsider.email, "niemand@people.example", cast_now.contact.email):
        with counted() as cost:
            Client().post(LOGIN, {"email": address})
        costs.append(cost.queries)
    assert max(costs) - min(costs) <= 2, costs


# -- another address ------------------------------------------------------------------------------


def test_an_invitation_to_the_old_address_lets_nobody_in(cast_now: Cast, enter: Enter) -> None:
    """Whoever reads the mailbox that somebody left behind does not get their account."""
    actions.resend_invitation(cast_now.contact, actor=cast_now.staff, at=timezone.now())
    letter = Letter.objects.filter(person=cast_now.contact).latest("pk")
    (token,) = set(re.findall(r"/uitnodiging/([^/\s]+)/", letter.text))
    assert cast_now.contact.invitations.get(revoked_at=None).token_sha256 == token_digest(token)
    move_to(enter(cast_now.contact), "carla@nieuw.example")
    thief = Client()
    accept = reverse("partners:invitation-accept")
    assert thief.get(reverse("partners:invitation", args=[token])).status_code == 410
    assert thief.post(accept, {"token": token}).status_code == 410
    assert "_auth_user_id" not in thief.session


def test_a_login_code_to_the_old_address_lets_nobody_in(cast_now: Cast, enter: Enter) -> None:
    thief = Client()
    thief.post(LOGIN, {"email": cast_now.contact.email})
    typed = code_in(Letter.objects.latest("pk"))
    move_to(enter(cast_now.contact), "carla@nieuw.example")
    assert thief.post(CODE, {"code": typed})["Location"] == LOGIN
    assert thief.get("/").status_code == 302
    assert not EmailAddress.objects.filter(email="carla.smit@people.example").exists()


def test_the_code_of_an_address_is_for_one_person_and_one_address(cast_now: Cast) -> None:
    """Asking for a second address does not let the code of the first one prove it."""
    client = login(Client(), cast_now.contact)
    client.post(ADDRESS, {"address": "een@nieuw.example"})
    first = code_in(Letter.objects.filter(address="een@nieuw.example").get())
    client.post(ADDRESS, {"address": cast_now.manager.email})
    answer = client.post(ADDRESS_CODE, {"confirmation_code": first})
    assert answer.status_code == 422
    other = login(Client(), cast_now.outsider)
    assert other.post(ADDRESS_CODE, {"confirmation_code": first})["Location"] == ADDRESS
    addresses = set(Person.objects.get_queryset().values_list("email", flat=True))
    assert "een@nieuw.example" not in addresses


@pytest.mark.parametrize("typed", ["CARLA.SMIT@PEOPLE.EXAMPLE", " carla.smit@people.example "])
def test_an_address_is_taken_in_every_spelling(cast_now: Cast, typed: str) -> None:
    client = login(Client(), cast_now.outsider)
    client.post(ADDRESS, {"address": typed})
    code = code_in(Letter.objects.filter(address=cast_now.contact.email).latest("pk"))
    assert client.post(ADDRESS_CODE, {"confirmation_code": code}).status_code == 422
    assert Person.objects.get_queryset().get(pk=cast_now.outsider.pk).email != typed.strip().lower()


# -- another house's login -------------------------------------------------------------------------


@pytest.mark.parametrize("process", ["connect", "redirect"])
def test_a_strange_login_is_not_tied_to_an_account(
    cast_now: Cast,
    client: Client,
    arrive: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    process: str,
) -> None:
    """It would let in for ever, whatever address that person has later."""
    login(client, cast_now.contact)
    get = client.get

    def asking(path: str, data: Any = None, **extra: Any) -> Any:
        facts = {"process": process, "next": "https://kwaad.example/"} if path == OIDC else data
        return get(path, facts, **extra)

    monkeypatch.setattr(client, "get", asking)
    answer = arrive(email=cast_now.contact.email)
    assert not SocialAccount.objects.exists()
    assert answer.status_code in {302, 403}
    assert "kwaad" not in answer.headers.get("Location", "")


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": "false"},
        {"email_verified": None},
        {"email_verified": 0},
    ],
)
def test_an_address_that_was_not_proven_lets_nobody_in(
    cast_now: Cast, client: Client, arrive: Callable[..., Any], claims: dict[str, Any]
) -> None:
    answer = arrive(email=cast_now.contact.email, **claims)
    assert answer.status_code == 403
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_the_second_step_of_one_is_not_that_of_another(
    cast_now: Cast, client: Client, arrive: Callable[..., Any], settings: Any
) -> None:
    """A strong login elsewhere, as oneself, does not open what a mailbox of another opened."""
    settings.OIDC_SECOND_FACTOR = "always"
    TOTP.activate(cast_now.manager, SECRET)
    client.post(LOGIN, {"email": cast_now.manager.email})
    typed = code_in(Letter.objects.latest("pk"))
    arrive(email=cast_now.contact.email)
    client.post(CODE, {"code": typed})
    assert client.session.get("_auth_user_id") != str(cast_now.manager.pk)
    assert client.get("/beheer/").status_code in {302, 403, 404}


# -- the second step -------------------------------------------------------------------------------


def everything(world: Any) -> set[str]:
    """All addresses with an object behind them."""
    rows = {**TABLE, **register_rows(every=True)}
    return {
        row.url(name, world)
        for name, kinds in rows.items()
        for kind, row in kinds.items()
        if kind != "unknown" and not name.startswith("(")
    }


def finish(answer: Any) -> None:
    """Read a file to its end, so that it is closed."""
    if answer.streaming:
        b"".join(answer.streaming_content)


OPEN = ("/account/", "/inloggen/", "/uitloggen/", "/taal/", "/demo/")


def test_no_address_opens_to_the_kernteam_with_one_step(shelves_now: World) -> None:
    """Not by another method, nor by pretending to be a piece of a page."""
    addresses = everything(shelves_now) - {reverse("partners:invitation-accept")}
    client, visitor = one_step(shelves_now.cast.manager), Client()
    others, shut = cycle((client.head, client.put)), 0
    for url in sorted(each for each in addresses if not each.startswith(OPEN)):
        first = visitor.get(url)
        finish(first)
        if first.status_code != 302 or not first["Location"].startswith("/inloggen/"):
            continue
        for ask in (client.get, client.post, next(others)):
            answer = ask(url, headers={"HX-Request": "true", "X-Requested-With": "fetch"})
            finish(answer)
            assert (answer.status_code, answer.headers.get("Location")) == (302, SECURITY), url
        shut += 1
    assert shut > 60


@pytest.mark.parametrize(
    "path",
    [
        *("/beheer", "//beheer/", "/account/../beheer/", "/account/%2e%2e/beheer/"),
        *("/demo/../personen/", "/inloggen//../personen/", "/Beheer/", "/static/../beheer/"),
        *("/beheer/login/", "/beheer/logout/", "/beheer/jsi18n/", "/beheer/partners/person/1"),
    ],
)
def test_no_spelling_of_an_address_gets_round_the_second_step(cast_now: Cast, path: str) -> None:
    client = one_step(cast_now.manager)
    answer = client.get(path)
    assert answer.status_code in {301, 302, 400, 404}
    assert cast_now.contact.email not in (
        "" if answer.status_code != 404 else answer.content.decode()
    )


@pytest.mark.parametrize("door", ["/account/bevestigen/", "/taal/", "/inloggen/"])
@pytest.mark.parametrize(
    "after",
    ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "javascript:alert(1)"],
)
def test_no_door_leads_to_another_house(cast_now: Cast, door: str, after: str) -> None:
    if door == "/inloggen/":
        client = Client()
        client.post(f"{door}?next={after}", {"email": cast_now.contact.email, "next": after})
        typed = code_in(Letter.objects.latest("pk"))
        answer = client.post(CODE, {"code": typed, "next": after})
    else:
        client = login(Client(), cast_now.contact, logged_in_at=timezone.now())
        answer = client.post(f"{door}?next={after}", {"next": after, "language": "nl"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/")
    assert "kwaad" not in answer["Location"]


def test_a_closed_account_is_out_everywhere_at_once(cast_now: Cast) -> None:
    browser = login(Client(), cast_now.contact)
    waiting = Client()
    waiting.post(LOGIN, {"email": cast_now.contact.email})
    typed = code_in(Letter.objects.latest("pk"))
    actions.close_account(cast_now.contact, actor=cast_now.manager, at=timezone.now())
    assert browser.get("/mijn-gegevens/").status_code == 302
    waiting.post(CODE, {"code": typed})
    assert waiting.get("/mijn-gegevens/").status_code == 302
    assert "_auth_user_id" not in waiting.session
    assert not Visit.objects.filter(person=cast_now.contact).exists()


# -- what is kept, and what is shown ---------------------------------------------------------------


def test_a_message_for_one_visitor_is_not_in_a_page_for_all(cast_now: Cast) -> None:
    client = login(Client(), cast_now.contact)
    client.post(reverse("account_logout"))
    client.post(LOGIN, {"email": "geheim.adres@people.example"})
    answer = client.get(reverse("portal:public"))
    assert "geheim.adres" not in text_of(answer)
    assert "public" not in answer["Cache-Control"]
    fresh = Client().get(reverse("portal:public"))
    assert "public" in fresh["Cache-Control"]
    assert not fresh.cookies
    assert "csrfmiddlewaretoken" not in text_of(fresh)


def test_somebody_who_logs_in_does_not_get_the_copy_of_a_visitor(cast_now: Cast) -> None:
    visitor = Client()
    etag = visitor.get(reverse("portal:public"))["ETag"]
    client = login(Client(), cast_now.contact)
    answer = client.get(reverse("portal:public"), headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    assert "Cookie" in visitor.get(reverse("portal:public"))["Vary"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//x", "ftp://x.nl"]
)
def test_no_website_is_a_script(cast_now: Cast, enter: Enter, address: str) -> None:
    sheet = read_partners(f"organisatie;sector;website\nKwaad;bank;{address}\n".encode())
    assert [problem.column for row in sheet.rows for problem in row.problems] == ["website"]
    url = reverse("partners:organisation-facts", args=[cast_now["FV"].pk])
    answer = enter(cast_now.contact).post(url, {"website": address, "short_name": "", "x": "1"})
    cast_now["FV"].refresh_from_db()
    assert answer.status_code in {302, 422}
    assert not cast_now["FV"].website.startswith(("javascript", "data", "ftp"))
