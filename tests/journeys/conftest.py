"""A real browser, a server with a clock that can be moved, and a mailbox."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Browser, Page, sync_playwright

from schuldenlab.outbox.actions import send_due
from tests.cast import ZONE
from tests.plugins.tools import CHROMIUM

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

# Far ahead, so that a browser with a clock of its own never finds a cookie out of date.
BEGIN = datetime(2036, 1, 7, 10, 0, tzinfo=ZONE)
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; Playwright's own download is not needed."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


class Clock:
    """The clock of the server, which the story moves ahead."""

    def __init__(self, begin: datetime) -> None:
        self._traveller = time_machine.travel(begin, tick=True)
        self._coordinates = self._traveller.start()

    def move_to(self, moment: datetime) -> None:
        """It is now this moment, and time goes on from here."""
        self._coordinates.move_to(moment)

    def stop(self) -> None:
        """Back to the real time."""
        self._traveller.stop()


@pytest.fixture
def clock() -> Iterator[Clock]:
    """Monday 7 January 2036, ten in the morning."""
    clock = Clock(BEGIN)
    yield clock
    clock.stop()


class Visitor:
    """Somebody with a browser window, a mailbox, and a phone with an app for codes."""

    apps: ClassVar[dict[str, tuple[str, int]]] = {}  # address: secret, and the last code used

    def __init__(self, page: Page, base: str, *, script: bool = True) -> None:
        self._page = page
        self.base = base
        self.script = script
        self.page_errors: list[str] = []
        page.on("pageerror", lambda error: self.page_errors.append(str(error)))
        page.on(
            "console",
            lambda message: (
                self.page_errors.append(message.text)
                if "Content Security Policy" in message.text
                else None
            ),
        )

    @property
    def page(self) -> Page:
        """The window, with its page loaded.

        A click comes back as soon as the next page begins to arrive; counting or reading at
        once would find half of it.
        """
        self._page.wait_for_load_state()
        return self._page

    def goto(self, path: str) -> None:
        """Open an address."""
        self.page.goto(self.base + path)

    def press(self, name: str) -> None:
        """Press the button of that name."""
        self.page.get_by_role("button", name=name, exact=False).first.click()

    def follow(self, name: str) -> None:
        """Follow the link of that name."""
        self.page.get_by_role("link", name=name, exact=False).first.click()

    def sees(self, text: str) -> None:
        """The page says this, at the latest ten seconds from now.

        A press that a script answers (a passkey, a part of a page) lands a moment later than
        one that the browser answers itself, so the page is read until it says it.
        """
        until = time.monotonic() + 10
        while text not in (shown := self.page.inner_text("body")):
            assert time.monotonic() < until, shown
            self.page.wait_for_timeout(50)

    def sees_not(self, text: str) -> None:
        """The page does not say this."""
        assert text not in self.page.inner_text("body")

    def log_in(self, address: str) -> None:
        """By the code that comes by mail."""
        self.goto("/inloggen/")
        self.page.get_by_label("e‑mailadres").fill(address)
        self.press("Stuur mij een code")
        self.page.locator("input[name=code]").fill(code_for(address))
        self.page.locator("main button[type=submit]").first.click()
        self._second_step(address)
        self.page.wait_for_url(self.base + "/")

    def _second_step(self, address: str) -> None:
        """The kernteam sets up an app the first time, and is asked for it from then on."""
        self.page.wait_for_url(re.compile(r"/(account/beveiliging/|inloggen/tweede-stap/)?$"))
        if self.page.url.endswith("/account/beveiliging/"):
            self.follow("Stel een app in")
            secret = "".join(self.page.inner_text(".sl-code").split())
            self.apps[address] = secret, 0
            self.page.locator("input[name=code]").fill(self._app_code(address))
            self.press("Begin met de app")
            self.follow("Ga naar mijn Schuldenlab")
        elif self.page.url.endswith("/inloggen/tweede-stap/"):
            self.page.locator("input[name=code]").fill(self._app_code(address))
            self.page.locator("main button[type=submit]").first.click()

    def _app_code(self, address: str) -> str:
        """What the app shows; each code works once, so maybe the next one."""
        secret, last = self.apps[address]
        counter = max(int(time.time()) // 30, last + 1)
        self.apps[address] = secret, counter
        shown: str = format_hotp_value(hotp_value(secret, counter))
        return shown

    def fits(self, width: int) -> None:
        """No sideways scroll."""
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width

    def is_accessible(self) -> None:
        """axe-core finds nothing. It is run from outside the page, so the policy stays strict."""
        assert self.script, "axe waits for a timer, and without scripts no timer runs"
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("async () => (await axe.run()).violations")
        summary = [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
        assert not summary, (self.page.url, summary)


def deliver() -> list[mail.EmailMessage]:
    """Let the clock of the outbox tick, and look in the mailbox."""
    send_due(timezone.now())
    return mail.outbox


def code_for(address: str) -> str:
    """The newest code that this address got."""
    letters = [str(letter.body) for letter in deliver() if letter.to == [address]]
    codes = [code for body in letters for code in re.findall(r"\b\d{6}\b", body)]
    return codes[-1]


@pytest.fixture
def visit(
    browser: Browser, live_server: LiveServer, clock: Clock, transactional_db: None
) -> Iterator[Callable[..., Visitor]]:
    """`visit(width=…, script=…)` opens a window of its own."""
    contexts = []
    cache.clear()  # every story happens in the same minute, and the limits of codes count in here

    def new(
        *, width: int = 1280, script: bool = True, dark: bool = False, locale: str = "nl-NL"
    ) -> Visitor:
        context = browser.new_context(
            locale=locale,
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(8_000)
        contexts.append(context)
        return Visitor(context.new_page(), live_server.url, script=script)

    yield new
    for context in contexts:
        context.close()
