"""Choosing the language in which the lab speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from schuldenlab.audit.models import Entry
from tests.programme.conftest import today
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["today"]

LANGUAGE = reverse("partners:language")


@pytest.mark.parametrize("role", ["manager", "contact", "outsider", "former"])
def test_everybody_chooses_its_own(today: Cast, enter: Enter, role: str) -> None:
    someone = getattr(today, role)
    client = enter(someone)
    page = client.get("/hulp/")
    assert page["Content-Language"] == "nl"
    assert 'name="language" value="en" lang="en">English<' in text_of(page)
    answer = client.post(LANGUAGE, {"language": "en", "next": "/hulp/?a=b"})
    assert (answer.status_code, answer["Location"]) == (302, "/hulp/?a=b")
    someone.refresh_from_db()
    assert someone.language == "en"
    entry = Entry.objects.get(verb="choose_language")
    assert (entry.actor, entry.subject_id, entry.facts) == (
        someone,
        str(someone.pk),
        {"language": "en"},
    )
    page = client.get("/hulp/")
    assert page["Content-Language"] == "en"
    assert 'name="language" value="nl" lang="nl">Nederlands<' in page.content.decode()


def test_the_button_comes_back_to_the_page_with_its_question(today: Cast, enter: Enter) -> None:
    html = text_of(enter(today.contact).get("/partners/?q=bank&sector="))
    assert 'name="next" value="/partners/?q=bank&sector="' in html


@pytest.mark.parametrize(
    "onward",
    ["", "https://kwaad.example/", "//kwaad.example/", "javascript:alert(1)", "\\\\kwaad.example"],
)
def test_the_way_back_is_one_of_ours(today: Cast, enter: Enter, onward: str) -> None:
    answer = enter(today.contact).post(LANGUAGE, {"language": "en", "next": onward})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("language", ["", "de", "NL", "x" * 99])
def test_a_language_that_we_do_not_speak(today: Cast, enter: Enter, language: str) -> None:
    answer = enter(today.contact).post(LANGUAGE, {"language": language})
    assert answer.status_code == 422
    today.contact.refresh_from_db()
    assert today.contact.language == "nl"
    assert not Entry.objects.filter(verb="choose_language").exists()


def test_looking_shows_the_choice(today: Cast, enter: Enter) -> None:
    page = enter(today.contact).get(LANGUAGE)
    assert page.status_code == 200
    assert page.context["form"].initial["language"] == "nl"


def test_visitors_have_no_button_and_log_in_first(client: Client, db: None) -> None:
    assert 'name="language"' not in text_of(client.get("/hulp/"))
    answer = client.post(LANGUAGE, {"language": "en"})
    assert answer["Location"].startswith(reverse("account_login"))
