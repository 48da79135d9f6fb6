"""No text is read by who may not: not on a page, in a file, a feed, a search or the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from . import judging, walking
from .fields import READERS
from .marking import Marked
from .unseen import NOT_IN_THE_WORLD, ON_NO_PAGE, ON_NO_PUBLIC_PAGE
from .who import Level

if TYPE_CHECKING:
    from django.test import Client

# Nobody, an account without a role, somebody of another partner, and a guide of one theme.
ROLES = ("anonymous", "outsider", "contact", "facilitator")


def say(words: str) -> None:
    """How much was read, for whoever runs this with `-s`."""
    print(words)  # noqa: T201


def may_read(marked: Marked, role: str) -> set[str]:
    """The markers that this role may come across."""
    someone: Any = marked.readers[role]
    allowed = judging.shown_to_all(marked.planted)
    ours = marked.world.cast["FV"] if role == "contact" else None
    if ours:
        allowed |= judging.told_to_partners(marked.planted)
    return allowed | judging.told_to_own(marked.planted, ours, someone)


def one_of_each(marked: Marked, words: set[str], *, by_model: bool) -> list[str]:
    """One marker of each field out of these, or of each model."""
    first: dict[str, str] = {}
    for word in sorted(words):
        spot = marked.planted[word]
        first.setdefault(spot.model if by_model else spot.name, word)
    return list(first.values())


def names_of(marked: Marked, words: Any) -> set[str]:
    """The fields in which these markers stand."""
    return {marked.planted[word].name for word in words if word in marked.planted}


def test_a_marker_stands_in_every_text(marked: Marked) -> None:
    every = {
        f"{label}.{name}"
        for label, fields in READERS.items()
        for name, who in fields.items()
        if who.is_planted
    }
    missing = every - names_of(marked, marked.planted)
    assert missing <= NOT_IN_THE_WORLD, "give the world a row with it"
    say(f"{len(marked.planted)} markers in {len(every - missing)} fields")


@pytest.mark.parametrize("role", ROLES)
def test_nobody_reads_what_is_not_theirs(marked: Marked, role: str) -> None:
    """By walking past all there is, and by asking the search for each marker itself."""
    client, allowed = walking.client_of(marked.readers[role]), may_read(marked, role)
    found, shown = walking.walk(client, marked.urls)
    say(f"{role}: {shown} of {len(marked.urls)} addresses, {len(found)} markers")
    assert judging.leaks(found, marked.planted, allowed) == {}
    if role == "anonymous":
        public = names_of(marked, judging.shown_to_all(marked.planted))
        assert public - names_of(marked, found) <= ON_NO_PUBLIC_PAGE, "the walk sees the rest"
    asked = one_of_each(marked, set(marked.planted) - allowed, by_model=role != "contact")
    found, _shown = walking.walk(client, walking.searches(asked))
    say(f"{role}: {len(asked)} searches")
    assert judging.leaks(found, marked.planted, allowed) == {}


def test_a_search_finds_what_one_may_read(marked: Marked) -> None:
    words = [
        next(word for word, spot in marked.planted.items() if spot.name == name)
        for name in ("partners.ContactNote.text", "projects.Project.title")
    ]
    client = walking.client_of(marked.world.cast.manager)
    found, _shown = walking.walk(client, walking.searches(words))
    assert set(words) <= set(found)


def test_a_token_opens_what_is_public_and_ones_own(marked: Marked, client: Client) -> None:
    mine = judging.told_to_own(marked.planted, marked.world.cast["FV"])
    allowed = judging.shown_to_all(marked.planted) | mine
    headers = {"authorization": f"Bearer {marked.token}"}
    urls = walking.every_resource(client, **headers)
    found, shown = walking.walk(client, urls, **headers)
    say(f"token: {shown} of {len(urls)} resources, {len(found)} markers")
    assert judging.leaks(found, marked.planted, allowed) == {}
    assert set(found) & mine, "one's own is there"
    without, _shown = walking.walk(client, urls)
    shown_to_all = judging.shown_to_all(marked.planted)
    assert judging.leaks(without, marked.planted, shown_to_all) == {}
    assert set(without) & shown_to_all, "what is public is there"


def test_the_kernteam_reads_it(marked: Marked) -> None:
    """The walk finds a marker where it belongs: so what it does not find is not there."""
    client = walking.client_of(marked.world.cast.manager)
    found, shown = walking.walk(client, marked.desk)
    say(f"manager: {shown} of {len(marked.desk)} addresses, {len(found)} markers")
    secret = {
        spot.name
        for spot in marked.planted.values()
        if READERS[spot.model][spot.field].level is Level.NOBODY
    }
    seen = names_of(marked, found)
    assert seen & secret == set()
    assert names_of(marked, marked.planted) - secret - seen <= ON_NO_PAGE
