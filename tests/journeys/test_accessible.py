"""axe finds nothing on any page: light, dark and with forced colours; and nothing sticks out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import build_cast, login
from tests.house.addresses import ROLES, TABLE, register_rows, shelves
from tests.house.world import World, build_world

from .conftest import AXE, BEGIN, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}
FINDINGS = """async rules => {
    document.getAnimations().forEach(each => each.finish());
    const options = rules ? {runOnly: {type: "rule", values: rules}} : {};
    const {violations} = await axe.run({...options, resultTypes: ["violations"]});
    return violations.map(each => `${each.id}: ${each.nodes.map(node => node.target).join(" ")}`);
}"""
# What depends on the look; the rest of axe's rules read the same source in every look.
OF_THE_LOOK = ["color-contrast", "link-in-text-block"]
LOOKS: list[tuple[str, dict[str, Any], list[str] | None]] = [
    ("light", {"color_scheme": "light", "forced_colors": "none"}, None),
    ("dark", {"color_scheme": "dark", "forced_colors": "none"}, OF_THE_LOOK),
    ("forced", {"color_scheme": "light", "forced_colors": "active"}, OF_THE_LOOK),
]
# Who looks, besides whoever may do most: people with little to see, and visitors.
MORE_ROLES = {"portal:home": ["outsider", "contact", "director", "seat"]}


def pages(world: World) -> Iterator[tuple[str, str]]:
    """Each page that answers, by the role that may do most there: role and address."""
    for name, kinds in {**TABLE, **register_rows(every=False)}.items():
        if name.endswith(("-export", "agenda-file", "pack-file")):
            continue  # a file, which the browser keeps and does not show
        for row in kinds.values():
            able = [role for role, code in zip(ROLES, row.get, strict=True) if code == 200]
            for role in dict.fromkeys([*able[-1:], *MORE_ROLES.get(name, [])]):
                yield role, row.url(name, world)


@pytest.fixture
def world(transactional_db: None, clock: Clock) -> World:
    """Everything that a page can be about, in the year of the browser tests."""
    return shelves(build_world(build_cast(BEGIN)))


def session_of(world: World, role: str, base: str) -> list[Any]:
    """The cookie of somebody who has logged in."""
    if role == "anonymous":
        return []
    client = login(Client(), getattr(world.cast, role))
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    return [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": base}]


def contexts(
    browser: Browser, world: World, live_server: LiveServer
) -> dict[str, tuple[BrowserContext, Page]]:
    """A window for each role, with axe in every page that it opens."""
    windows = {}
    for role in ROLES:
        context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
        context.add_init_script(path=AXE)
        context.add_cookies(session_of(world, role, live_server.url))
        windows[role] = context, context.new_page()
    return windows


def findings(page: Page) -> list[str]:
    """What is wrong with the page that is open, in every look, and at 320 pixels."""
    found = []
    for look, media, rules in LOOKS:
        page.emulate_media(**media)
        found += [f"{look}: {each}" for each in page.evaluate(FINDINGS, rules)]
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
        found.append("scrolls sideways at 320")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return found


def test_every_page_in_every_look(world: World, browser: Browser, live_server: LiveServer) -> None:
    windows = contexts(browser, world, live_server)
    wrong = []
    for role, url in pages(world):
        page = windows[role][1]
        answer = page.goto(live_server.url + url)
        assert answer is not None
        assert answer.status == 200, (role, url)
        if "html" in answer.headers["content-type"] and (found := findings(page)):
            wrong += [f"{url} ({role}): {each}" for each in found]
    for context, _page in windows.values():
        context.close()
    assert not wrong, "\n".join(wrong)
