"""Every page in both languages: a word in the other one says so, and nothing was forgotten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest
from babel.messages.pofile import read_po
from django.test import Client

from partners.models import Person
from tests.cast import login
from tests.house.addresses import ROLES
from tests.house.languages import (
    DUTCH,
    ENGLISH,
    NAMES,
    SEVERAL,
    in_another_language,
    names_of_all,
)
from tests.house.test_urls import table
from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast
    from tests.house.world import World


@pytest.fixture
def world(today: Cast, shelves_fixed: World) -> World:
    """Everything that pages are about, on a day that stands still."""
    return shelves_fixed


def pages(world: World, role: str) -> Iterator[tuple[str, str]]:
    """Every address at which this role finds something."""
    for name, kinds in table(role).items():
        for kind, row in kinds.items():
            if row.get[ROLES.index(role)] == 200:
                yield f"{name} {kind}".strip(), row.url(name, world)


@pytest.mark.parametrize("role", SEVERAL)
def test_every_page_speaks_english(world: World, role: str) -> None:
    """Dutch is read where everybody goes past all addresses (test_urls)."""
    client = Client(headers={"accept-language": "en"})
    Person.objects.update(language="en")  # of a link in a mail as well
    if role != "anonymous":
        login(client, Person.objects.get(pk=getattr(world.cast, role).pk))
    people, wrong = names_of_all(), {}
    for line, url in pages(world, role):
        found = in_another_language(line, client.get(url), "en", people)
        wrong |= {line: found} if found else {}
    assert wrong == {}


# -- every sentence, also of mails, papers and files ---------------------------------------------

ENDS: Final = ".?!:…"
# These end with a short form, or Dutch asks where English tells.
OTHERWISE: Final = {"Party no.", "Goes to no.", "Answer whether %(name)s may sign"}
DUTCH_NAME: Final = re.compile(r'<span lang="nl">[^<]*</span>')
PLACES: Final = re.compile(r"%\((\w+)\)([sd])|\{(\w*)\}|<(/?\w+)")


def sentences() -> Iterator[tuple[str, str]]:
    """Each English sentence with its Dutch one; counted ones for one and for more."""
    with (ROOT / "locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        for message in read_po(file):
            if message.id:
                english, dutch = as_list(message.id), as_list(message.string)
                assert len(english) == len(dutch), message.id
                yield from zip(english, dutch, strict=True)


def test_every_sentence_is_one_language() -> None:
    """Which also holds for all that no page shows: every mail, paper, calendar and file."""
    named = re.compile(r"\([^)]*\)|%\(\w+\)s|\{\w+\}|<[^>]*>[^<]*</[^>]*>")
    mixed = [
        each
        for pair in sentences()
        for each, words in zip(pair, (DUTCH, ENGLISH), strict=True)
        if words.search(NAMES.sub("", named.sub("", each)).lower())
    ]
    assert mixed == []


def test_both_are_filled_in_and_marked_up_alike() -> None:
    """Another name, or a tag more or less, is an error on the page of one language only."""
    odd = [
        english
        for english, dutch in sentences()
        if {*_filled_in(dutch)} - {*_filled_in(english)}
        or {each for each in _filled_in(dutch) if each.startswith("<")}
        != {each for each in _filled_in(english) if each.startswith("<")}
    ]
    assert odd == []


def _filled_in(sentence: str) -> list[str]:
    return [found[0] for found in PLACES.finditer(DUTCH_NAME.sub("", sentence))]


def test_quotes_and_spaces_are_those_of_print() -> None:
    """Curly quotes, no three dots, no two spaces."""
    wrong = re.compile(r"(?<![=\[, ])\"(?![>\]\[, ])|\.\.\.|(?<=\S)  (?=\S)")
    assert [each for pair in sentences() for each in pair if wrong.search(each)] == []


def test_both_end_alike() -> None:
    """A sentence ends as a sentence, and a label as a label."""
    odd = [
        english
        for english, dutch in sentences()
        if (english[-1] in ENDS) != (dutch[-1] in ENDS) and english not in OTHERWISE
    ]
    assert odd == []


def as_list(text: Any) -> list[str]:
    """One sentence, or one for each number."""
    return [text] if isinstance(text, str) else list(text)
