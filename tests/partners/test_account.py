"""My account: who I am here, and the browsers where I am logged in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners import actions
from partners.models import Visit
from schuldenlab.audit.models import Entry
from tests.cast import login
from tests.partners.test_invitations import press, token_of
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from tests.cast import Cast

ACCOUNT, VISITS, SECURITY = "/account/", "/account/ingelogd/", "/account/beveiliging/"
EVERYBODY = [
    *("outsider", "former", "contact", "director", "seat", "substitute", "staff", "manager"),
]
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/131.0 Safari/537.36 Edg/131.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"


def browse(person: Any, agent: str = FIREFOX) -> Client:
    """Somebody in a browser of that name."""
    client = login(Client(), person)
    session = client.session
    session["device"] = agent
    session.save()
    return client


def key_of(client: Client) -> str:
    return client.session.session_key or ""


def handle_of(client: Client) -> str:
    return Visit(session_key=key_of(client)).handle


def is_in(client: Client) -> bool:
    return client.get(ACCOUNT).status_code == 200


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("url", [ACCOUNT, VISITS, SECURITY, "/account/welkom/"])
def test_everybody_has_an_account_page_of_their_own(cast_now: Cast, who: str, url: str) -> None:
    person = getattr(cast_now, who)
    page = browse(person).get(url)
    assert page.status_code == 200
    others = [each for each in cast_now.people.values() if each != person]
    text = text_of(page)
    assert not [each.email for each in others if each.email in text]


@pytest.mark.parametrize("url", [ACCOUNT, VISITS, SECURITY, "/account/welkom/"])
def test_a_visitor_goes_to_the_login(db: None, client: Client, url: str) -> None:
    assert client.get(url)["Location"].startswith(reverse("account_login"))


def test_it_says_who_you_are(cast_now: Cast) -> None:
    text = text_of(browse(cast_now.director).get(ACCOUNT))
    for words in (cast_now.director.name, cast_now.director.email, "Bank Noordzee", "Nederlands"):
        assert words in text


def test_the_header_leads_there(cast_now: Cast) -> None:
    assert f'href="{ACCOUNT}"' in browse(cast_now.contact).get("/").content.decode()


# -- visits --------------------------------------------------------------------------------------


def test_the_list_names_browsers_and_shows_no_key(cast_now: Cast) -> None:
    here, phone = browse(cast_now.contact, EDGE), browse(cast_now.contact, PHONE)
    odd = browse(cast_now.contact, "curl/8")
    page = here.get(VISITS)
    html = page.content.decode()
    assert "Edge" in html
    assert "Windows" in html
    assert "Safari" in html
    assert "iPhone" in html
    for client in (here, phone, odd):
        assert key_of(client) not in html
    assert handle_of(here) not in html
    assert handle_of(phone) in html


def test_a_login_keeps_the_name_of_the_browser(cast_now: Cast) -> None:
    client = Client(headers={"user-agent": FIREFOX})
    person = cast_now.contact
    actions.resend_invitation(person, actor=None, at=timezone.now())
    press(client, token_of(person))
    visit = Visit.objects.get(person=person)
    assert (visit.browser, visit.system) == ("Firefox", "Linux")
    assert visit.logged_in_at is not None


def test_one_visit_ends_and_no_other(cast_now: Cast) -> None:
    here, phone, third = (browse(cast_now.contact) for _ in range(3))
    answer = here.post(VISITS, {"visit": handle_of(phone)})
    assert answer["Location"] == VISITS
    assert [is_in(client) for client in (here, phone, third)] == [True, False, True]
    entry = Entry.objects.get(verb="end_visits")
    assert (entry.actor_id, entry.facts) == (cast_now.contact.pk, {"count": 1})


def test_all_but_this_one_end(cast_now: Cast) -> None:
    here, *others = (browse(cast_now.contact) for _ in range(4))
    stranger = browse(cast_now.director)
    here.post(VISITS, {"visit": "others"})
    assert [is_in(client) for client in (here, *others, stranger)] == [True, *[False] * 3, True]


def test_nobody_ends_the_visit_of_another(cast_now: Cast) -> None:
    victim, here = browse(cast_now.director), browse(cast_now.contact)
    for value in (handle_of(victim), key_of(victim)):
        here.post(VISITS, {"visit": value[:64]})
    assert is_in(victim)
    assert not Entry.objects.filter(verb="end_visits").exists()


@pytest.mark.parametrize("typed", ["", "x" * 65])
def test_what_is_no_visit_is_wrong(cast_now: Cast, typed: str) -> None:
    assert browse(cast_now.contact).post(VISITS, {"visit": typed}).status_code == 422


def test_this_visit_ends_by_logging_out(cast_now: Cast) -> None:
    here = browse(cast_now.contact)
    here.post(VISITS, {"visit": handle_of(here)})
    assert is_in(here)
    answer = here.post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not Visit.objects.filter(person=cast_now.contact).exists()


def test_a_visit_stays_known_after_a_code(cast_now: Cast) -> None:
    """The key changes with the code; whose it is does not."""
    here = browse(cast_now.contact)
    session = here.session
    session.cycle_key()
    session.save()
    here.cookies["sessionid"] = session.session_key or ""
    assert handle_of(here) == Visit.objects.get(person=cast_now.contact).handle


def test_visits_that_are_over_are_not_in_the_list(cast_now: Cast) -> None:
    here, old = browse(cast_now.contact), browse(cast_now.contact)
    past = timezone.now() - timedelta(days=1)
    Visit.objects.filter(session_key=key_of(old)).update(expire_date=past)
    assert len(here.get(VISITS).context["visits"]) == 1


@pytest.mark.parametrize("key", ["a\0b", "\0", "é" * 32, "x" * 9_000, "a\nb"])
def test_a_visit_that_cannot_be_is_none(db: None, client: Client, key: str) -> None:
    client.cookies["sessionid"] = key
    assert client.get(reverse("account_login")).status_code == 200
    assert client.get("/").status_code == 302


def test_a_session_of_nobody_is_nobodys(db: None, client: Client) -> None:
    client.post(reverse("account_login"), {"email": "x@people.example"})
    assert Visit.objects.get().person is None


@pytest.mark.parametrize(("url", "queries"), [(ACCOUNT, 6), (VISITS, 5), (SECURITY, 6)])
def test_the_pages_cost_the_same_with_more(cast_now: Cast, url: str, queries: int) -> None:
    here = browse(cast_now.contact)
    assert cost_of(here, url).queries == queries
    for _ in range(3):
        browse(cast_now.contact)
    assert cost_of(here, url).queries == queries
