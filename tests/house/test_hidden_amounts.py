"""What another partner pledged is told on no page, in no file, letter or search; nor to subtract.

Whoever may not know an amount goes past every address of the house, twice: the second time the
hidden amounts are others. What that person reads must be the same, to the letter; so nothing on a
page, no sum, percentage, drawing or order, depends on what is hidden.
"""

from __future__ import annotations

from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse

from funding.models import Delivery, Pledge
from programme.models import InnovationTheme
from projects.models import Project
from schuldenlab.outbox.actions import gather_news, send_due
from schuldenlab.outbox.models import Letter
from tests.cast import login
from tests.house import hidden
from tests.house.hidden import FIRM, SECRETS, give_otherwise, told, words_in
from tests.house.test_urls import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partners.models import Person
    from tests.house.world import World

STRANGERS = (
    *("anonymous", "outsider", "former", "contact", "other_director", "director"),
    *("stuurgroep elsewhere", "facilitator"),
)
# These go past the whole house. The second works for a partner, as every contact does.
WALKERS = ("director", "stuurgroep elsewhere", "facilitator")
WITHOUT_A_PLEDGE = {"funding:pledge-list", "funding:pledge-offer", "funding:pledge-take-over"}
LISTS = [
    *("partners:organisation-list", "partners:person-list", "programme:decision-list"),
    *("projects:project-list", "funding:pledge-list", "funding:due-list"),
]
SUMS = (FIRM + hidden.IN_KIND, 25_000 + FIRM + hidden.IN_KIND, 25_000 + FIRM)


@pytest.fixture
def world(shelves_now: World) -> Iterator[World]:
    """A day that stands still."""
    with time_machine.travel(shelves_now.cast.at, tick=False):
        yield shelves_now


def addresses(world: World) -> list[str]:
    """Every page of the house that somebody opens who is not of the kernteam."""
    return [
        row.url(name, world)
        for name, kinds in table("staff").items()
        for row in kinds.values()
        if {200, 302} & set(row.get[1:-2]) and not name.startswith(("admin:", "demo:"))
    ]


def of_the_pledges() -> list[str]:
    """Every page about the pledges themselves, and what arrived of them."""
    about = {"pledge": Pledge, "delivery": Delivery}
    return [
        reverse(name, args=[each.pk])
        for name in table("staff")
        if name.startswith(("funding:pledge-", "funding:delivery-"))
        and name not in WITHOUT_A_PLEDGE
        for each in about["delivery" if name.endswith("strike") else "pledge"].objects.all()
    ]


def client_of(someone: Any) -> Client:
    client = Client()
    return login(client, someone) if someone.is_authenticated else client


def read(client: Client, url: str) -> str:
    """What comes back, whatever it is; looking is undone."""
    with transaction.atomic():
        answer: Any = client.get(url)
        parts = answer.streaming_content if answer.streaming else [answer.content]
        said = words_in(b"".join(parts))
        transaction.set_rollback(True)
    return f"{answer.status_code} {answer.get('Location', '')} {said}"


def walk(client: Client, urls: list[str]) -> dict[str, str]:
    read(client, "/")
    return {url: read(client, url) for url in urls}


def searches(world: World, *amounts: Decimal) -> list[str]:
    """The lists, asked for an amount."""
    return [f"{reverse(name)}?q={each}" for name in LISTS for each in amounts]


@contextmanager
def as_if(world: World, changes: dict[str, Decimal]) -> Iterator[None]:
    """For a moment these organisations give other amounts."""
    with transaction.atomic():
        for letters, by in changes.items():
            give_otherwise(world, letters, by)
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("reader", WALKERS)
def test_no_page_and_no_file_depends_on_what_is_hidden(world: World, reader: str) -> None:
    urls = addresses(world)
    someone = hidden.strangers(world)[reader]
    hidden.secret_shelf(world)
    urls = list(dict.fromkeys([*urls, *of_the_pledges(), *searches(world, *SECRETS)]))
    client = client_of(someone)
    first = walk(client, urls)
    said = {url: found for url, text in first.items() if (found := told(text, (*SECRETS, *SUMS)))}
    assert {url: each for url, each in said.items() if "?q=" not in url} == {}
    with as_if(world, {"VH": Decimal("1234.56")}):
        second = walk(client, urls)
    assert [url for url in urls if first[url] != second[url]] == []


MONEY_PAGES = [
    *("portal:home", "portal:kompas", "projects:project-list"),
    *("funding:pledge-list", "funding:due-list"),
    "funding:budget",
]


@pytest.mark.parametrize("reader", STRANGERS)
def test_a_sum_of_several_tells_of_none(world: World, reader: str) -> None:
    """With enough funders a sum is shown: the same when two of them give it otherwise."""
    someone = hidden.strangers(world)[reader]
    for letters in ("VH", "CH", "GD"):
        hidden.secret_shelf(world, letters)
    project = Project.objects.get(phases__kind="pilot")
    urls = [*map(reverse, MONEY_PAGES), project.get_absolute_url()]
    urls += [each.get_absolute_url() for each in Pledge.objects.all()]
    client = client_of(someone)
    first = walk(client, urls)
    with as_if(world, {"VH": Decimal("1234.56"), "CH": Decimal("-1234.56")}):
        second = walk(client, urls)
    assert [url for url in urls if first[url] != second[url]] == []


def test_the_walk_would_see_it(world: World) -> None:
    """Who may know the amounts gets other pages when they are others."""
    hidden.secret_shelf(world)
    url = Project.objects.earliest("pk").get_absolute_url()
    client = client_of(world.cast.manager)
    first = walk(client, [url])
    with as_if(world, {"VH": Decimal("1234.56")}):
        second = walk(client, [url])
    assert first != second


@pytest.mark.parametrize(
    "text",
    [
        *("€ 23.417,89", "€\u00a023.417", "23,417.89", "23417.89", "23 418", "€&nbsp;23.418"),
        *('"23417.89"', "2341789", "23\u202f417,89", "&euro; 23&nbsp;417,89"),
    ],
)
def test_every_notation_is_seen(text: str) -> None:
    assert told(text) == [str(FIRM)]


@pytest.mark.parametrize(
    "reader", ["manager", "staff", "seat", "substitute", "seat_VH", "seat_GD", "stuurgroep"]
)
def test_who_may_know_reads_it(world: World, reader: str) -> None:
    """The kernteam, the programmaraad, the stuurgroep of this project, and whoever gives it."""
    steers = hidden.who_steers(world)
    someone = steers if reader == "stuurgroep" else getattr(world.cast, reader)
    firm, *_others = hidden.secret_shelf(world)
    project = Project.objects.earliest("pk")
    pages = walk(client_of(someone), [project.get_absolute_url(), firm.get_absolute_url()])
    assert str(FIRM) in told(pages[project.get_absolute_url()])
    assert str(FIRM) in told(pages[firm.get_absolute_url()])


def letters_of(someone: Person) -> Iterator[str]:
    """Everything that the outbox and the mail server hold for somebody."""
    for letter in Letter.objects.filter(address=someone.email):
        yield f"{letter.subject}\n{letter.text}\n{letter.html}\n{letter.calendar}"
    for message in mail.outbox:
        if someone.email in message.to:
            for part in message.message().walk():
                yield words_in(part.get_payload(decode=True) or b"")


def test_no_letter_tells_a_stranger(world: World) -> None:
    """Nor the letter of the day that gathers them; the giver gets its receipt."""
    readers = hidden.strangers(world)
    hidden.secret_shelf(world)
    at = world.cast.at
    for moment in (at, at + hidden.DAY, at + 2 * hidden.DAY):
        gather_news(moment)
        send_due(moment)
    for name, someone in readers.items():
        if someone.is_authenticated:
            assert [text for each in letters_of(someone) if (text := told(each))] == [], name
    receipts = "\n".join(letters_of(world.cast.people["seat_VH"]))
    assert str(FIRM) in told(receipts)


def test_the_project_of_the_walk_is_one_that_strangers_read(world: World) -> None:
    """The walk would find nothing on a page that nobody opens."""
    readers = hidden.strangers(world)
    hidden.secret_shelf(world)
    url = Project.objects.get(phases__kind="pilot").get_absolute_url()
    for name in ("contact", "other_director", "director", "stuurgroep elsewhere"):
        assert read(client_of(readers[name]), url).startswith("200 "), name
    theme = InnovationTheme.objects.get(project__isnull=False)
    assert read(client_of(readers["facilitator"]), theme.get_absolute_url()).startswith("200 ")
