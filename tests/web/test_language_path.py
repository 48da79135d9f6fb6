"""A visitor chooses a language by the address, and keeps it without a cookie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import get_script_prefix, reverse

from partners.models import Person
from schuldenlab.audit.models import Entry
from schuldenlab.outbox.models import Letter
from tests.cast import login
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

PUBLIC = reverse("portal:public")
OWN = re.compile(r'href="(/(?!static/)[^"]*)"')


@pytest.mark.parametrize(("language", "words"), [("en", "Log in"), ("nl", "Inloggen")])
def test_every_link_stays_in_the_language(
    client: Client, db: None, language: str, words: str
) -> None:
    other = {"en": "nl", "nl": "en"}[language]
    page = client.get(f"/{language}{PUBLIC}", headers={"accept-language": other})
    html = text_of(page)
    assert (page["Content-Language"], page.cookies) == (language, {})
    assert "Accept-Language" not in page.get("Vary", "")
    assert words in html
    assert f'<a class="utrecht-link sl-target" href="/{other}{PUBLIC}" hreflang="{other}"' in html
    leaves = [link for link in OWN.findall(html) if not link.startswith(f"/{language}/")]
    assert leaves == [f"/{other}{PUBLIC}"]
    assert get_script_prefix() == "/"


def test_the_page_names_itself_in_both(client: Client, db: None) -> None:
    html = text_of(client.get(f"{PUBLIC}?a=b"))
    for language in ("nl", "en"):
        url = f"http://localhost:8000/{language}{PUBLIC}?a=b"
        assert f'<link rel="alternate" hreflang="{language}" href="{url}">' in html


def test_each_language_has_its_own_etag(client: Client, db: None) -> None:
    tags = {client.get(f"{before}{PUBLIC}")["ETag"] for before in ("/nl", "/en")}
    assert len(tags) == 2
    page = client.get(f"/en{PUBLIC}", headers={"if-none-match": client.get(f"/en{PUBLIC}")["ETag"]})
    assert (page.status_code, page["Content-Language"]) == (304, "en")


def test_who_has_an_account_has_chosen(cast: Cast, client: Client) -> None:
    login(client, cast.contact)
    answer = client.get("/en/kompas/?stand=01-03-2026")
    assert (answer.status_code, answer["Location"]) == (302, "/kompas/?stand=01-03-2026")


@pytest.mark.parametrize("path", ["/fr/openbaar/", "/english/openbaar/", "/en", "/en/geen/"])
def test_other_beginnings_are_no_language(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_mistake_and_a_locked_page_stay_in_the_language(client: Client, db: None) -> None:
    page = client.post("/en/inloggen/", {"email": "geen adres"})
    assert 'lang="en"' in text_of(page)
    assert 'href="/en/privacy/"' in text_of(page)
    assert client.get("/en/kompas/")["Location"] == "/en/inloggen/?next=/en/kompas/"
    assert 'lang="en"' in text_of(client.get("/en/geen/"))


def code_of(person: Any) -> str:
    letter = Letter.objects.filter(person=person).latest("pk")
    found = re.search(r"\b\d{6}\b|\b[A-Z0-9]{3}-[A-Z0-9]{3}\b", letter.text)
    assert found, letter.text
    return found[0]


def come_in(client: Client, person: Any, before: str) -> Any:
    sent = client.post(f"{before}/inloggen/", {"email": person.email})
    assert sent["Location"].startswith(f"{before}/inloggen/code/")
    return client.post(sent["Location"], {"code": code_of(person)})


def test_whoever_comes_in_in_english_keeps_it(cast_now: Cast, client: Client) -> None:
    person = cast_now.contact
    answer = come_in(client, person, "/en")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    person.refresh_from_db()
    assert person.language == "en"
    assert Entry.objects.get(verb="choose_language").facts == {"language": "en"}
    assert "Pages and mails are in this language from now on." in text_of(client.get("/"))
    letter = Letter.objects.latest("pk")
    assert "/en/" not in letter.text, "a mail is for a person, who has a language"


def test_whoever_does_not_choose_keeps_its_own(cast_now: Cast, client: Client) -> None:
    Person.objects.filter(pk=cast_now.contact.pk).update(language="en")
    come_in(client, cast_now.contact, "")
    cast_now.contact.refresh_from_db()
    assert cast_now.contact.language == "en"
    assert not Entry.objects.filter(verb="choose_language").exists()
