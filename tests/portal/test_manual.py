"""Help inside: a page per role, the words, and how things are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from schuldenlab.portal import measures
from schuldenlab.portal.manual import ROLES, counted, glossary
from tests.cast import login
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

HELP = reverse("portal:help")


@pytest.mark.parametrize(
    ("who", "own"),
    [
        ("contact", {"partnercontact"}),
        ("director", {"directeur"}),
        ("manager", {"kernteam"}),
        ("outsider", set()),
    ],
)
def test_the_help_of_ones_own_role_stands_first(
    today: Cast, enter: Enter, who: str, own: set[str]
) -> None:
    page = enter(getattr(today, who)).get(HELP)
    found = {each.url for each in page.context["own"]}
    assert found == {reverse("portal:help-role", args=[slug]) for slug in own}
    assert len(page.context["own"]) + len(page.context["others"]) == len(ROLES)


def test_who_votes_finds_the_programmaraad_first(today: Cast, enter: Enter) -> None:
    urls = [each.url for each in enter(today.seat).get(HELP).context["own"]]
    assert reverse("portal:help-role", args=["programmaraad"]) in urls


def test_a_visitor_reads_all_of_it_and_asks_the_database_nothing(client: Client, db: None) -> None:
    for url in (
        HELP,
        reverse("portal:glossary"),
        *(reverse("portal:help-role", args=[role.slug]) for role in ROLES),
    ):
        assert cost_of(client, url).queries == 0


def test_it_costs_four_questions_for_who_is_logged_in(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    assert cost_of(client, HELP).queries == cost_of(client, reverse("portal:glossary")).queries + 4


def test_how_things_are_counted_asks_only_for_the_framework(today: Cast, client: Client) -> None:
    """Of a visitor: the framework, go-live, its measures, the raad, and two about the duties."""
    assert cost_of(client, reverse("portal:counting")).queries == 6


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_each_role_says_what_how_and_where(
    client: Client, db: None, english: None, role: object
) -> None:
    slug = role.slug  # type: ignore[attr-defined]
    client.cookies["django_language"] = "en"
    html = client.get(reverse("portal:help-role", args=[slug])).content.decode()
    assert html.count("<h1") == 1
    for anchor in ('id="asked"', 'id="path"', 'id="where"'):
        assert anchor in html


def test_no_other_role_exists(client: Client, db: None) -> None:
    assert client.get(f"{HELP}koning/").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_words_stand_from_a_to_z_each_with_one_sentence_and_an_anchor(language: str) -> None:
    with translation.override(language):
        terms = glossary()
    words = [term.word for term in terms]
    assert words == sorted(words, key=str.casefold)
    assert len({term.key for term in terms}) == len(terms) > 40
    assert all(term.meaning.endswith(".") for term in terms)


def test_every_measure_is_explained_by_the_rule_of_its_figure(today: Cast, client: Client) -> None:
    rules = counted(today.at)
    assert sorted(each.code for each in rules) == sorted(measures.TITLES)
    assert [each.clause for each in rules] == sorted(each.clause for each in rules)
    html = client.get(reverse("portal:counting")).content.decode()
    figure = login(Client(), today.manager).get(
        reverse("portal:kompas-measure", args=[today.at.year, "signed"])
    )
    with translation.override("nl"):
        said = {each.code: each.rule for each in counted(today.at)}
    for code, sentences in said.items():
        assert f'id="{code}"' in html
        assert all(escape(sentence) in html for sentence in sentences)
    assert figure.context["rule"] == said["signed"]


def test_the_numbers_are_those_of_the_framework(today: Cast) -> None:
    [themes] = [each.rule[0] for each in counted(today.at) if each.code == "innovation_themes"]
    assert f"{today.framework.themes_min}" in themes
    assert f"{today.framework.themes_max}" in themes


def test_without_a_framework_nothing_is_counted(client: Client, db: None) -> None:
    assert client.get(reverse("portal:counting")).context["measures"] == []


def test_the_footer_leads_to_help_and_the_words(client: Client, db: None) -> None:
    page = text_of(client.get(reverse("portal:privacy")))
    assert f'href="{HELP}"' in page
    assert f'href="{reverse("portal:glossary")}"' in page
