"""Every page in both languages: a word in the other one says so, and nothing was forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from partners.models import Organisation, Person, Signature
from tests.cast import login
from tests.house.addresses import ROLES, shelves
from tests.house.languages import foreign_texts
from tests.house.test_urls import table
from tests.house.world import World, build_world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast


@pytest.fixture
def world(today: Cast) -> World:
    """Everything that pages are about."""
    return shelves(build_world(today))


def pages(world: World, role: str) -> Iterator[tuple[str, str]]:
    """Every address at which this role finds something."""
    for name, kinds in table(role).items():
        for kind, row in kinds.items():
            if row.get[ROLES.index(role)] == 200:
                yield f"{name} {kind}".strip(), row.url(name, world)


# Pages with texts that keep the language in which they were written once: mails, a report.
KEPT = {"partners:my-data", "partners:import-run with a bad line"}


def names() -> set[str]:
    """What people and organisations are called; nobody's name is a word."""
    people = Person.objects.values_list("name", flat=True)
    signers = Signature.objects.values_list("signatory", flat=True)
    return {*people, *signers, *Organisation.objects.values_list("name", flat=True)} - {""}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("role", ["anonymous", "seat", "manager"])
def test_every_page_speaks_one_language(world: World, role: str, language: str) -> None:
    client = Client(headers={"accept-language": language})
    if role != "anonymous":
        Person.objects.update(language=language)
        login(client, Person.objects.get(pk=getattr(world.cast, role).pk))
    people, wrong = names(), {}
    for line, url in pages(world, role):
        page = client.get(url)
        if page.streaming:
            b"".join(page.streaming_content)  # a file is closed at its end
            continue
        if line in KEPT or not page.headers["Content-Type"].startswith("text/html"):
            continue
        html, spoken = page.content.decode(), page.headers["Content-Language"]
        assert spoken == language or "token" in line, line
        assert f'<html lang="{spoken}"' in html, line
        found = foreign_texts(html, spoken, people, is_desk=line.startswith("admin:"))
        wrong |= {line: found} if found else {}
    assert wrong == {}
