"""Signing, voting, pledging and answering an invitation without a mouse.

Tab, the arrows, the space bar and Enter are enough, and one always sees where one is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from events.models import Reply
from funding.models import Pledge
from partners.models import Signature
from programme.models import Vote
from tests.cast import build_cast, login
from tests.house import meetings
from tests.house.addresses import shelves
from tests.house.shelf_money import the_plan
from tests.house.world import World, build_world

from .conftest import BEGIN, Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST = 120  # presses of Tab until somebody loses heart
HERE = """() => {
  const here = document.activeElement, box = here.getBoundingClientRect();
  const style = getComputedStyle(here), shown = document.elementsFromPoint(
    box.x + box.width / 2, box.y + box.height / 2);
  return {
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    sight: box.width <= 2 || shown.includes(here) || shown.some(each => here.contains(each)),
    name: here.getAttribute("name") || "", value: here.value || "",
    kind: here.type || here.tagName, what: here.outerHTML.slice(0, 120),
    isSend: here.matches("main form[method=post] button[type=submit]:not([name])"),
  };
}"""


@pytest.fixture
def world(transactional_db: None, clock: Clock) -> World:
    """Something to sign, to vote on, to pay for and to come to."""
    return shelves(build_world(build_cast(BEGIN)))


class Hands:
    """Somebody at a keyboard, without scripts, who has just logged in."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base

    def open(self, path: str) -> None:
        """The page, and past the menu with the first link on it."""
        answer = self.page.goto(self.base + path)
        assert answer is not None
        assert answer.ok, path
        self.page.keyboard.press("Tab")
        assert self.page.evaluate("document.activeElement.getAttribute('href')") == "#content"
        self.page.keyboard.press("Enter")

    def tab_to(self, name: str) -> dict[str, str]:
        """Press Tab until that field (or the button, without a name) has the focus."""
        for _press in range(MOST):
            self.page.keyboard.press("Tab")
            here: dict[str, str] = self.page.evaluate(HERE)
            assert here["ring"], f"no ring around {here['what']}"
            assert here["sight"], f"hidden while it has the focus: {here['what']}"
            if here["name"] == name if name else here["isSend"]:
                return here
        pytest.fail(f"{name or 'the button'} cannot be reached by Tab")

    def fill(self, **facts: str) -> None:
        """Each field in the order of the page; then the button."""
        for name, text in facts.items():
            here = self.tab_to(name)
            if here["kind"] == "radio":
                self._choose(name, text)
            elif here["kind"] == "checkbox":
                self.page.keyboard.press("Space")
            else:
                self.page.keyboard.press("Control+A")
                self.page.keyboard.type(text)
        self.tab_to("")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        assert not self.page.locator("main [aria-invalid=true]").count(), self.page.inner_text(
            "main"
        )

    def _choose(self, name: str, value: str) -> None:
        self.page.keyboard.press("Space")
        for _press in range(10):
            if self.page.locator(f"[name={name}][value='{value}']").is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{name} has no {value}")


@pytest.fixture
def at_keyboard(
    browser: Browser, world: World, live_server: LiveServer
) -> Iterator[Callable[[str], Hands]]:
    """`at_keyboard(role)` gives a window of that person."""
    contexts = []

    def sit_down(role: str) -> Hands:
        context = browser.new_context(
            locale="nl-NL", viewport={"width": 1280, "height": 900}, java_script_enabled=False
        )
        key = login(Client(), getattr(world.cast, role)).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}]
        )
        contexts.append(context)
        return Hands(context.new_page(), live_server.url)

    yield sit_down
    for context in contexts:
        context.close()


def test_the_binding_acts_by_keyboard(world: World, at_keyboard: Callable[[str], Hands]) -> None:
    """One test, because the world takes longer to build than the four of them."""
    sign(world, at_keyboard("other_director"))
    vote(world, at_keyboard("seat_VH"))
    pledge(world, at_keyboard("director"))
    come(world, at_keyboard("seat"))


def sign(world: World, hands: Hands) -> None:
    """The framework, for a fund that has not signed."""
    framework, fund = world.cast.framework, world.cast["FV"]
    hands.open(reverse("partners:framework-sign", args=[framework.pk, fund.pk]))
    hands.fill(function="Directeur", declares_mandate="on", declares_read="on")
    assert Signature.objects.get(organisation=fund).function == "Directeur"


def vote(world: World, hands: Hands) -> None:
    """Against, with a reason."""
    hands.open(reverse("programme:ballot-vote", args=[world.open.pk]))
    hands.fill(choice="against", reason="Zonder muis.")
    cast = Vote.objects.get(ballot=world.open, entitlement__organisation=world.cast["VH"])
    assert (cast.choice, cast.reason) == ("against", "Zonder muis.")


def pledge(world: World, hands: Hands) -> None:
    """An offer of money, and then the signature that makes it firm."""
    hands.open(reverse("funding:pledge-offer", args=[the_plan(world)]))
    hands.fill(form="cash", amount="1250")
    given = Pledge.objects.latest("pk")
    assert given.organisation == world.cast["BN"]
    hands.open(reverse("funding:pledge-sign", args=[given.pk]))
    hands.fill(declares="on")
    given.refresh_from_db()
    assert given.status == "firm"


def come(world: World, hands: Hands) -> None:
    """Yes to the next meeting of the raad."""
    meeting = meetings.coming(world)
    hands.open(reverse("events:meeting-reply", args=[meeting]))
    hands.fill(answer="yes")
    given = Reply.objects.filter(invitee__meeting=meeting, invitee__person=world.cast.seat)
    assert given.latest("ordinal").answer == "yes"
