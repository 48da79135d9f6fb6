"""axe finds nothing on any page in any look, and nothing sticks out however the text is set.

The short form of `make check-access`: each page once, by the role that may do most there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cast import build_cast
from tests.house.addresses import shelves
from tests.house.world import World, build_world
from trials.access import ROLES, pages, walk
from trials.looks import EYES, LOOKS, WIDE, Memory, look_at

from .conftest import AXE, BEGIN, Clock

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Halves that can run side by side; each builds the world once.
PARTS = 2
FAULTY = """<!doctype html><html lang="nl"><head><title>Proef</title></head><body><main>
<h1 id="vast">Vast</h1><p id="flets">Flets</p><p id="knip">Te veel woorden op een regel</p>
</main></body></html>"""
SET = """() => {
  const set = (name, style) => Object.assign(document.getElementById(name).style, style);
  set("vast", {fontSize: "40px"});
  set("knip", {width: "9rem", height: "1.2em", lineHeight: "1", overflow: "hidden"});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`#flets { color: #eee } @media (prefers-color-scheme: light) {
    #flets { color: #000 } } body { background: #fff; min-width: 400px }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.fixture
def world(transactional_db: None, clock: Clock) -> World:
    """Everything that a page can be about, in the year of the browser tests."""
    return shelves(build_world(build_cast(BEGIN)))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_in_every_look(
    world: World, browser: Browser, live_server: LiveServer, part: int
) -> None:
    todo = list(pages(world, top=True))
    assert {role for role, _url in todo} == set(ROLES)
    wrong, opened = [], 0
    for role, url, _looks, found in walk(
        browser, world, live_server.url, todo[part::PARTS], Memory()
    ):
        opened += 1
        wrong += [f"{role} {url} {look}: {each}" for look, each in found]
    assert opened > len(todo) / PARTS / 2  # the others are files
    assert not wrong, "\n".join(wrong)


def test_the_eyes_see_what_is_wrong(browser: Browser) -> None:
    """A page with one fault of each kind, which is found in its own look and in no other."""
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.set_content(FAULTY)
    page.evaluate(AXE.read_text())
    page.evaluate(EYES.read_text())
    page.evaluate(SET)
    found = look_at(page, Memory())
    context.close()
    assert {(look, each.split(":")[0]) for look, each in found.wrong} == {
        ("dark", "color-contrast"),
        ("text spacing", "cuts text off"),
        ("200 % text", "does not grow"),
        ("200 % text", "cuts text off"),
        ("320 pixels", "scrolls sideways"),
    }
    assert found.looks == len(LOOKS) + 3


def test_a_page_is_known_again_whoever_looks_at_it() -> None:
    memory = Memory()
    page = '<b>>{0}<</b><p>{0}</p><input name="csrfmiddlewaretoken" value="{0}">{1}'
    assert not memory.knows(page.format("Ada", "1"), ["Ada"])
    assert memory.knows(page.format("Bob", "1"), ["Bob"])
    assert not memory.knows(page.format("Bob", "2"), ["Bob"])
    assert not memory.knows(page.format("Bob", "1"), ["Cas"])
