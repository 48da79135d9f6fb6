"""axe finds nothing on any page: light, dark and with forced colours; and nothing sticks out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Error

from tests.cast import build_cast, login
from tests.house.addresses import ROLES, TABLE, register_rows, shelves
from tests.house.world import World, build_world

from .conftest import AXE, BEGIN, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
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
MORE_ROLES = {"portal:home": ["outsider", "contact", "director", "seat", "staff"]}
# The search with something, with something like it, of one kind, with nothing, and too long.
SEARCHES = (
    *(("manager", "q=duin"), ("contact", "q=noordzeee"), ("director", "q=bank&kind=partner")),
    *(("contact", "q=xqzwvk+huur"), ("anonymous", "q=programma"), ("anonymous", f"q={'x' * 101}")),
)
# The kernteam's pages are most of them, and go in parts that can run side by side.
PARTS = {"manager": 6}


def pages(world: World) -> Iterator[tuple[str, str]]:
    """Each page that answers, by the role that may do most there: role and address."""
    for name, kinds in {**TABLE, **register_rows(every=False)}.items():
        for row in kinds.values():
            able = [role for role, code in zip(ROLES, row.get, strict=True) if code == 200]
            for role in dict.fromkeys([*able[-1:], *MORE_ROLES.get(name, [])]):
                yield role, row.url(name, world)
    for role, asked in SEARCHES:
        yield role, f"{reverse('portal:search')}?{asked}"


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


@pytest.fixture
def opened(browser: Browser, world: World, live_server: LiveServer, role: str) -> Iterator[Page]:
    """A window of somebody with that role, with axe in every page that it opens."""
    context = browser.new_context(viewport=WIDE, locale="nl-NL")  # type: ignore[arg-type]
    context.add_init_script(path=AXE)
    context.add_cookies(session_of(world, role, live_server.url))
    yield context.new_page()
    context.close()


def answered(page: Page, url: str) -> bool:
    """The page is open; a file the browser keeps and does not show."""
    try:
        answer = page.goto(url)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return False
    assert answer is not None
    assert answer.status == (422 if "x" * 101 in url else 200), url
    return "html" in answer.headers["content-type"]


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


@pytest.mark.parametrize(
    ("role", "part"),
    [(role, part) for role in ROLES for part in range(PARTS.get(role, 1))],
)
def test_every_page_in_every_look(
    world: World, opened: Page, live_server: LiveServer, role: str, part: int
) -> None:
    addresses = [url for able, url in pages(world) if able == role][part :: PARTS.get(role, 1)]
    wrong, looked = [], 0
    for url in addresses:
        if answered(opened, live_server.url + url):
            looked += 1
            wrong += [f"{url}: {each}" for each in findings(opened)]
    assert looked
    assert not wrong, "\n".join(wrong)
