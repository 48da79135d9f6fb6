"""Which pages are measured, by whom they are asked, and what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .meter import Ask
from .stand import FORM_SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stand import Stand

EVENTS = (7, 200, 2_000)


@dataclass(frozen=True)
class Case:
    """One line of the table: what is asked of the product, and of the smallest project."""

    name: str
    product: Ask
    limit: Ask
    goal: float = 0
    anew: bool = False


def cases(here: Stand, *, is_last: bool) -> Iterator[Case]:
    """All lines of the table; calendars with many events come last, for they fill the year."""
    yield from _pages(here)
    yield from _unchanged(here)
    yield from _vote(here)
    if is_last:
        yield from _calendars(here)


def _rows(here: Stand) -> Ask:
    return Ask("/rows/", cookie=here.cookie_of("contact"))


def _pages(here: Stand) -> list[Case]:
    from django.urls import reverse

    from projects.models import Project

    project = Project.objects.earliest("pk").get_absolute_url()
    year = here.world.cast.at.year
    pages = (
        ("home of a contact", "contact", reverse("portal:home"), 0.30),
        ("home of a seat", "seat", reverse("portal:home"), 0.30),
        ("Kompas", "contact", reverse("portal:kompas"), 0.30),
        ("list of partners", "contact", reverse("partners:organisation-list"), 0.40),
        ("list of projects", "contact", reverse("projects:project-list"), 0.40),
        ("list of decisions", "contact", reverse("programme:decision-list"), 0.40),
        ("list of meetings", "contact", reverse("events:year", args=[year]), 0.40),
        ("dossier of a project", "contact", project, 0.35),
    )
    found = []
    for name, role, path, goal in pages:
        again = Case(f"{name}, again", Ask(path, cookie=here.cookie_of(role)), _rows(here), goal)
        found += [again, replace(again, name=f"{name}, anew", goal=0, anew=True)]
    return found


def _vote(here: Stand) -> list[Case]:
    from django.urls import reverse

    form = {"choice": "for", "reason": "", "csrfmiddlewaretoken": FORM_SECRET}
    path = reverse("programme:ballot-vote", args=[here.world.open.pk])
    vote = Ask(path, 302, here.cookie_of("seat"), form=form)
    add = Ask("/add/", 302, here.cookie_of("contact"), form={"name": "Partner"})
    return [Case("a vote", vote, add, 0.25)]


def _calendars(here: Stand) -> Iterator[Case]:
    for count in EVENTS:
        path = here.feed_of(count)
        name = f"calendar of {count} events"
        whole = Case(f"{name}, again", Ask(path), Ask(f"/calendar/{count}/"), goal=0.60)
        yield whole
        yield replace(whole, name=f"{name}, anew", goal=0, anew=True)
        tag = {"If-None-Match": here.product.send(whole.product).headers["ETag"]}
        version = here.limit.send(Ask("/same/")).headers["ETag"]
        same = Ask("/same/", 304, here.cookie_of("contact"), {"If-None-Match": version})
        unchanged = Case(f"{name}, unchanged", Ask(path, 304, headers=tag), same, 0.70)
        yield unchanged
        yield replace(unchanged, name=f"{name}, 304 anew", goal=0, anew=True)


def _unchanged(here: Stand) -> Iterator[Case]:
    """Pages that somebody has already: 304."""
    from django.urls import reverse

    for title, name in (("home", "portal:home"), ("Kompas", "portal:kompas")):
        cookie = here.cookie_of("contact")
        page = Ask(reverse(name), cookie=cookie)
        tag = here.product.send(page).headers["ETag"]
        version = here.limit.send(Ask("/same/")).headers["ETag"]
        same = Ask("/same/", 304, cookie, {"If-None-Match": version})
        ask = Ask(page.path, 304, cookie, {"If-None-Match": tag or ""})
        yield Case(f"{title}, unchanged", ask, same, 0.70)
