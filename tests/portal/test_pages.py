"""Home and the pages under every page: what is on them, for whom, and at which cost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from programme import actions
from programme.models import Ballot, Decision
from tests.house.world import adopt, open_motion, vote, write
from tests.programme.pages import cost_of, counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)
HOME = reverse("portal:home")
PUBLIC = ["help", "how-it-works", "accessibility", "privacy", "vulnerability"]
INSIDERS = ["manager", "staff", "director", "seat", "substitute", "contact"]
STRANGERS = ["former", "outsider"]


def said(sentence: str) -> str:
    """A sentence of the product as a Dutch page shows it."""
    with translation.override("nl"):
        dutch = translation.gettext(sentence)
    assert dutch != sentence
    return escape(dutch)


def decide(cast: Cast, count: int) -> None:
    first = Decision.objects.count() + 1
    Decision.objects.bulk_create(
        Decision(
            raad=cast.raad,
            year=2026,
            sequence=first + number,
            title=f"Besluit {first + number}",
            text="Ja.",
            origin="meeting",
            taken_at=cast.at,
        )
        for number in range(count)
    )


# -- what is asked -------------------------------------------------------------------------------


def ask(cast: Cast, count: int) -> list[Ballot]:
    return [
        open_motion(cast, cast.at - DAY, cast.at + (number + 1) * DAY, question=f"Vraag {number}?")
        for number in range(count)
    ]


@pytest.mark.parametrize(("count", "top", "rest"), [(1, 1, 0), (3, 3, 0), (4, 3, 1), (6, 3, 3)])
def test_at_most_three_on_top_and_the_rest_later(
    today: Cast, enter: Enter, count: int, top: int, rest: int
) -> None:
    ballots = ask(today, count)
    page = enter(today.seat).get(HOME)
    html = page.content.decode()
    assert [len(page.context[name]) for name in ("asks", "later")] == [top, rest]
    places = [html.index(f"Vraag {number}?") for number in range(count)]
    assert places == sorted(places)
    for ballot in ballots:
        assert reverse("programme:ballot-vote", args=[ballot.pk]) in html
    assert html.count('class="sl-ask ') + html.count('class="sl-ask"') == top
    assert ('class="sl-asks__later"' in html) is bool(rest)


@pytest.mark.parametrize("role", ["manager", "staff"])
def test_when_nothing_is_asked_the_kernteam_sees_what_is_due(
    today: Cast, enter: Enter, role: str
) -> None:
    page = enter(getattr(today, role)).get(HOME)
    dues = [each.due for each in page.context["dues"]]
    assert dues
    assert page.context["is_worklist"]
    assert [ask.title for ask in page.context["asks"]] == [due.title for due in dues]
    html = page.content.decode()
    assert all(html.count(f'href="{escape(due.url)}"') == 1 for due in dues), "not once more below"


@pytest.mark.parametrize("role", ["director", "seat", "substitute", "contact"])
def test_when_nothing_is_asked_the_page_says_so(today: Cast, enter: Enter, role: str) -> None:
    page = enter(getattr(today, role)).get(HOME)
    assert page.context["asks"] == page.context["later"] == []
    assert said("You are up to date") in page.content.decode()


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [(7, "Today is the last day"), (31, "Nog 1 dag"), (-17, "The last day has passed")],
)
def test_the_card_says_how_long_there_is(
    today: Cast, enter: Enter, hours: int, sentence: str
) -> None:
    """The answer is asked before five o'clock on 20 October."""
    programme = adopt(today, today.at - DAY)
    assert programme.commit_by is not None
    with time_machine.travel(programme.commit_by - timedelta(hours=hours), tick=False):
        html = enter(today.director).get(HOME).content.decode()
    words = sentence if sentence == "Nog 1 dag" else said(sentence)
    assert words in html.replace("\N{NO-BREAK SPACE}", " ")


# -- the rest of home ----------------------------------------------------------------------------


def test_home_of_an_insider(today: Cast, enter: Enter) -> None:
    programme = adopt(today, today.at - DAY)
    actions.give_commitment(
        programme,
        organisation=today["GD"],
        answer="yes",
        reason="",
        actor=today.seat_GD,
        at=today.at,
    )
    page = enter(today.contact).get(HOME)
    html = page.content.decode()
    assert page.context["programme"]["url"] in html
    assert [(figure["value"], figure.get("of")) for figure in page.context["figures"]] == [
        (0, None),
        (0, None),
        (0, 0),
        (7, None),
    ]
    assert [seat["name"] for seat in page.context["raad"]["seats"]] == [
        today[letters].name for letters in ("GD", "ZD", "EZ", "BN", "CH", "VH")
    ]
    assert programme.decision is not None
    assert [row["number"] for row in page.context["decisions"]] == ["2026-01"]
    assert programme.decision.get_absolute_url() in html


@pytest.mark.parametrize("role", STRANGERS)
def test_home_of_who_does_not_take_part(today: Cast, enter: Enter, role: str) -> None:
    programme = adopt(today, today.at - DAY)
    page = enter(getattr(today, role)).get(HOME)
    html = page.content.decode()
    assert page.status_code == 200
    assert page.context["programme"] is None
    assert page.context["raad"] is None
    assert page.context["decisions"] == []
    assert said("You do not act for a partner now") in html
    assert "sl-empty__art" in html
    assert 'class="ck"' not in html, "no check: nothing is in order here"
    assert programme.title not in html
    assert "Gemeente Duinstad" not in html


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("manager", ["Manager of the kernteam"]),
        ("staff", ["Kernteam"]),
        ("director", ["Bank Noordzee, partner since 2024"]),
        (
            "seat",
            ["Bank Noordzee, partner since 2024", "Member of the programmaraad of 2026"],
        ),
        (
            "substitute",
            ["Bank Noordzee, partner since 2024", "Substitute in the programmaraad of 2026"],
        ),
        ("contact", ["Fonds Vlietland, partner since 2024"]),
        ("former", []),
        ("outsider", []),
    ],
)
def test_home_says_who_you_are(today: Cast, enter: Enter, role: str, words: list[str]) -> None:
    someone = getattr(today, role)
    type(someone).objects.filter(email=someone.email).update(language="en")
    page = enter(someone).get(HOME)
    assert [line["text"] for line in page.context["organisation_line"]] == words


def test_a_draft_is_shown_to_the_kernteam_only(today: Cast, enter: Enter) -> None:
    programme = write(today, 2026, today.at)
    for role in INSIDERS:
        page = enter(getattr(today, role)).get(HOME)
        shown = programme.title in page.content.decode()
        assert shown is (role in {"manager", "staff"}), role


def test_only_three_decisions_are_fetched(today: Cast, enter: Enter) -> None:
    client = enter(today.contact)
    decide(today, 3)
    three = cost_of(client, HOME)
    decide(today, 30)
    assert cost_of(client, HOME) == three
    assert [row["number"] for row in client.get(HOME).context["decisions"]] == [
        "2026-33",
        "2026-32",
        "2026-31",
    ]


QUERIES = {
    "manager": 123,
    "director": 45,
    "seat": 45,
    "contact": 43,
    "former": 13,
    "outsider": 13,
}


@pytest.mark.parametrize(("role", "queries"), QUERIES.items())
def test_what_home_costs(today: Cast, enter: Enter, role: str, queries: int) -> None:
    """One of everything, or three: as many questions."""
    client = enter(getattr(today, role))
    adopt(today, today.at - DAY)
    [ballot] = ask(today, 1)
    assert cost_of(client, HOME).queries == queries
    decide(today, 2)
    ask(today, 2)
    vote(today, ballot, "GD", "for", today.at)
    assert cost_of(client, HOME).queries == queries


# -- pages that everybody may read ---------------------------------------------------------------


@pytest.mark.parametrize("name", PUBLIC)
def test_public_pages_need_no_login_and_ask_the_database_nothing(
    client: Client, db: None, name: str
) -> None:
    url = reverse(f"portal:{name}")
    with counted() as cost:
        page = client.get(url)
    assert page.status_code == 200
    assert (cost.queries, cost.rows) == (0, 0)
    assert "<h1" in page.content.decode()
    assert page.cookies.get("sessionid") is None


@pytest.mark.parametrize("name", PUBLIC)
def test_public_pages_for_who_is_logged_in(today: Cast, enter: Enter, name: str) -> None:
    page = enter(today.contact).get(reverse(f"portal:{name}"))
    assert page.status_code == 200
    assert page.context["account_name"] == "Fonds Vlietland"


@pytest.mark.parametrize("name", PUBLIC)
def test_public_pages_take_no_post(client: Client, db: None, name: str) -> None:
    assert client.post(reverse(f"portal:{name}"), {"x": "y"}).status_code == 405


def test_home_asks_a_visitor_to_log_in(client: Client, db: None) -> None:
    answer = client.get(HOME)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("language", "words", "others"),
    [
        ("nl", "Besluiten", "Latest decisions"),
        ("en", "Latest decisions", "U bent helemaal bij"),
    ],
)
def test_home_in_the_language_of_the_person(
    today: Cast, enter: Enter, language: str, words: str, others: str
) -> None:
    type(today.contact).objects.filter(email=today.contact.email).update(language=language)
    html = enter(today.contact).get(HOME).content.decode()
    assert f'lang="{language}"' in html
    assert words in html
    assert others not in html


@pytest.mark.parametrize(
    ("asked", "language"),
    [("", "nl"), ("en-GB,en;q=0.9,nl;q=0.8", "en"), ("nl,en;q=0.5", "nl"), ("fr, en;q=0.2", "en")],
)
def test_a_public_page_speaks_to_a_visitor_as_the_browser_asks(
    client: Client, db: None, asked: str, language: str
) -> None:
    page: Any = client.get(reverse("portal:privacy"), headers={"accept-language": asked})
    words = "No data about people with debts"
    assert (said(words) if language == "nl" else words) in page.content.decode()
    assert page["Content-Language"] == language
    assert "Accept-Language" in page["Vary"]
