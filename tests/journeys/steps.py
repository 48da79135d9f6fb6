"""Steps that several stories take: forms, the way back after weeks, and what two pages say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from funding.models import FundingPlan, Pledge

from .conftest import Visitor, code_for

if TYPE_CHECKING:
    from partners.models import Person

# What the Kompas says: by the number of a clause its state, and by measure how much there is.
Figures = dict[int, tuple[str, dict[str, str]]]
READ_KOMPAS = """() => [...document.querySelectorAll("li[id^=clause-]")].map(card => {
    const text = (row, part) => row.querySelector(part).innerText.replace(/\\s+/g, " ").trim();
    const rows = [...card.querySelectorAll(".sl-metric")].filter(row => row.querySelector("b"));
    return [
        Number(card.id.split("-")[1]),
        card.querySelector(".sl-clause__head").lastElementChild.innerText.trim(),
        Object.fromEntries(rows.map(row => [text(row, ".sl-metric__name"), text(row, "b")])),
    ];
})"""


def day(moment_after: int = 0) -> str:
    """A day as people type it, so many days from now."""
    return f"{timezone.localtime() + timedelta(days=moment_after):%d-%m-%Y}"


def act(visitor: Visitor, name: str, key: int) -> None:
    """Follow the way to one of the acts from the page that is open."""
    url = reverse(name, args=[key])
    visitor.page.locator(f"main a[href='{url}']").first.click()
    visitor.page.wait_for_url(f"**{url}")


def send(visitor: Visitor) -> None:
    """Press the button of the form."""
    visitor.page.locator("main form button[type=submit]").last.click()


def fill(visitor: Visitor, **facts: str | bool) -> None:
    """Fill in the form that is open, whatever kind of fields these are, and send it."""
    for name, value in facts.items():
        field = visitor.page.locator(f"main [name={name}]").first
        kind = field.evaluate("each => each.tagName === 'SELECT' ? 'select' : each.type")
        if kind == "select":
            field.select_option(str(value))
        elif kind == "radio":
            visitor.page.locator(f"main [name={name}][value='{value}']").check()
        elif kind == "checkbox":
            field.check()
        else:
            field.fill(str(value))
    send(visitor)


def at_home(visitor: Visitor, someone: Person, path: str) -> None:
    """Open an address; whoever was away too long logs in again."""
    visitor.goto(path)
    if "/inloggen/" in visitor.page.url:
        visitor.log_in(someone.email)
        visitor.goto(path)


def looks_well(phone: Visitor) -> None:
    """It fits a phone, and everybody can use it."""
    phone.fits(390)
    phone.is_accessible()


def with_the_code(phone: Visitor, someone: Person, url: str) -> None:
    """Whoever logged in days ago fills in a code by mail before anything happens."""
    phone.page.wait_for_load_state()
    if phone.page.locator("main [name=confirmation_code]").count():
        fill(phone, confirmation_code=code_for(someone.email))
    phone.page.wait_for_url(url)


def pledge(
    phone: Visitor, plan: FundingPlan, someone: Person, amount: str, *, looked: bool = True
) -> Pledge:
    """A director offers on a phone, and makes it firm."""
    look = looks_well if looked else lambda _phone: None
    at_home(phone, someone, plan.phase.project.get_absolute_url())
    look(phone)
    act(phone, "funding:pledge-offer", plan.pk)
    look(phone)
    fill(phone, form="cash")
    assert phone.page.locator("main [name=amount][aria-invalid=true]").count() == 1
    fill(phone, amount=amount)
    with_the_code(phone, someone, "**/toezeggingen/*/")
    given = Pledge.objects.filter(plan=plan).latest("pk")
    phone.goto(given.get_absolute_url())
    look(phone)
    act(phone, "funding:pledge-sign", given.pk)
    look(phone)
    fill(phone, declares=True)
    with_the_code(phone, someone, f"**{given.get_absolute_url()}")
    given.refresh_from_db()
    assert given.status == "firm"
    phone.sees(amount)
    return given


def figures(visitor: Visitor) -> Figures:
    """What the page of the Kompas that is open says of every clause and measure."""
    return {number: (state, rows) for number, state, rows in visitor.page.evaluate(READ_KOMPAS)}


def due(manager: Visitor, someone: Person) -> list[str]:
    """Where the buttons on the worklist lead to, in its order."""
    at_home(manager, someone, reverse("portal:worklist"))
    buttons = manager.page.locator("main .sl-rows a.utrecht-button-link").all()
    return [str(button.get_attribute("href")) for button in buttons]


@contextmanager
def taken(manager: Visitor, someone: Person, url: str) -> Iterator[None]:
    """Take the item of the worklist whose button leads there; when it is done, it is gone."""
    assert url in due(manager, someone), (url, manager.page.inner_text("main"))
    manager.page.locator(f"main .sl-rows a[href='{url}']").first.click()
    manager.page.wait_for_url(f"**{url}")
    yield
    manager.page.wait_for_load_state()
    assert url not in due(manager, someone), manager.page.inner_text("main")
