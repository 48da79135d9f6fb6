"""Every page, for every role that may open it, in every look.

    make check-access ARGS="--roles manager,contact --part 1/2 --thorough"

Each page is opened once in chromium by each role that gets an answer there, and looked at
as `trials.looks` says. `--top` takes only the role that may do most on each page.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from trials import stand
from trials.looks import AXE, EYES, WIDE, Found, Memory, look_at
from trials.table import Table

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.house.world import World

ROLES = ("anonymous", "outsider", "contact", "director", "seat", "substitute", "staff", "manager")
LOOKED = ("light", "dark", "forced colours", "text spacing", "200 % text", "320 pixels")
# The search with something, with something like it, of one kind, with nothing, and too long.
SEARCHES = (
    *(("manager", "q=duin"), ("contact", "q=noordzeee"), ("director", "q=bank&kind=partner")),
    *(("contact", "q=xqzwvk+huur"), ("anonymous", "q=programma"), ("anonymous", f"q={'x' * 101}")),
)
# Whoever may do most sees most, but on these pages each role sees something else.
MORE_ROLES = {"portal:home": ("outsider", "contact", "director", "seat", "staff")}


def pages(world: World, *, top: bool) -> Iterator[tuple[str, str]]:
    """Each page that answers, with the roles that get it: role and address."""
    from django.urls import reverse

    from tests.house.addresses import TABLE, register_rows

    for name, kinds in {**TABLE, **register_rows(every=False)}.items():
        for row in kinds.values():
            able = [role for role, code in zip(ROLES, row.get, strict=True) if code == 200]
            chosen = [*able[-1:], *MORE_ROLES.get(name, ())] if top else able
            for role in dict.fromkeys(chosen):
                yield role, row.url(name, world)
    for role, asked in SEARCHES:
        yield role, f"{reverse('portal:search')}?{asked}"


@contextmanager
def window(browser: Browser, world: World, role: str, base: str) -> Iterator[Page]:
    """A window of somebody with that role who has logged in."""
    context = browser.new_context(viewport=WIDE, locale="nl-NL")
    context.add_init_script(path=AXE)
    context.add_init_script(path=EYES)
    context.add_cookies(_session_of(world, role, base))
    yield context.new_page()
    context.close()


def _session_of(world: World, role: str, base: str) -> list[Any]:
    from django.conf import settings
    from django.test import Client

    from tests.cast import login

    if role == "anonymous":
        return []
    client = login(Client(), getattr(world.cast, role))
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    return [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": base}]


def answered(page: Page, url: str) -> bool:
    """The page is open; a file the browser keeps and does not show."""
    from playwright.sync_api import Error

    try:
        answer = page.goto(url)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return False
    assert answer is not None
    assert answer.status == (422 if "x" * 101 in url else 200), url
    return "html" in answer.headers["content-type"]


def walk(
    browser: Browser, world: World, base: str, todo: list[tuple[str, str]], memory: Memory | None
) -> Iterator[tuple[str, str, int, list[tuple[str, str]]]]:
    """Role, address, how many looks and what they found, page by page."""
    for role in ROLES:
        mine = [url for able, url in todo if able == role]
        names = _names(world, role)
        with window(browser, world, role, base) as page:
            for url in mine:
                if answered(page, base + url):
                    is_known = memory is not None and memory.knows(page.content(), names)
                    found = Found() if is_known else look_at(page, memory)
                    yield role, url, found.looks, found.wrong


def _names(world: World, role: str) -> list[str]:
    """What a page calls somebody of that role."""
    from schuldenlab.web.templatetags.look import initials

    if role == "anonymous":
        return []
    someone = getattr(world.cast, role)
    return [someone.name, someone.email, f">{initials(someone.name)}<"]


@contextmanager
def _served() -> Iterator[str]:
    """The site on a port of its own, with its style sheets."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    thread = LiveServerThread("localhost", StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://localhost:{thread.port}"
    thread.terminate()


def _look(asked: argparse.Namespace, world: World, base: str) -> Table:
    from playwright.sync_api import sync_playwright

    from tests.plugins.tools import CHROMIUM

    todo = [each for each in pages(world, top=asked.top) if each[0] in asked.roles]
    part, parts = map(int, asked.part.split("/"))
    opened, known, looks = Counter[str](), Counter[str](), Counter[str]()
    faults = Counter[tuple[str, str]]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        memory = None if asked.thorough else Memory()
        for role, url, looked, wrong in walk(browser, world, base, todo[part - 1 :: parts], memory):
            opened[role] += 1
            looks[role] += looked
            known[role] += not looked
            for look, each in wrong:
                faults[role, look] += 1
                print(f"{role} {url} {look}: {each}", file=sys.stderr)
        browser.close()
    table = Table("Accessibility: faults found", ("role", "pages", "seen before", "looks", *LOOKED))
    for role in asked.roles:
        found = [faults[role, look] for look in LOOKED]
        table.add(role, opened[role], known[role], looks[role], *found, reached=not sum(found))
    return table


def main(argv: list[str]) -> int:
    """Look, print the table; 0 when nothing was found."""
    parser = argparse.ArgumentParser(prog="check-access")
    parser.add_argument("--roles", type=lambda text: text.split(","), default=list(ROLES))
    parser.add_argument("--part", default="1/1", help="1/2 and 2/2 run side by side in two clones")
    parser.add_argument("--top", action="store_true", help="only whoever may do most on a page")
    parser.add_argument("--thorough", action="store_true", help="measure colours on every page")
    asked = parser.parse_args(argv)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in this thread
    with stand.built("access"):
        import time_machine

        from tests.cast import build_cast
        from tests.house.addresses import shelves
        from tests.house.world import build_world
        from tests.journeys.conftest import BEGIN

        with time_machine.travel(BEGIN), _served() as base:
            table = _look(asked, shelves(build_world(build_cast(BEGIN))), base)
        return table.show()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
