"""The menu, and on whose behalf somebody is logged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils.html import escape

from programme.urls import urlpatterns as programme_urls
from schuldenlab.web.ports import MenuItem, page_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

HOME = "/"
PARTNER = [
    HOME,
    "/kompas/",
    "/programma/",
    "/programmaraad/",
    "/projecten/",
    "/bijeenkomsten/",
    "/besluiten/",
    "/samenwerkingskader/",
    "/partners/",
]
KERNTEAM = [*PARTNER[:2], "/werklijst/", *PARTNER[2:], "/beheer/"]
MENUS = {
    "manager": KERNTEAM,
    "staff": KERNTEAM,
    "director": PARTNER,
    "seat": PARTNER,
    "substitute": PARTNER,
    "contact": PARTNER,
    "former": [HOME],
    "outsider": [HOME],
}


@pytest.mark.parametrize(("role", "menu"), MENUS.items())
def test_the_menu_of_each_role(today: Cast, enter: Enter, role: str, menu: list[str]) -> None:
    client = enter(getattr(today, role))
    page = client.get(HOME)
    assert [item.url for item in page.context["menu"]] == menu
    assert [item.url for item in page.context["menu"] if item.current] == [HOME]
    for item in page.context["menu"]:
        assert escape(item.label) in page.content.decode()
        assert client.get(item.url, follow=True).status_code == 200, item.url


@pytest.mark.parametrize(
    ("url", "current"),
    [
        (HOME, HOME),
        (reverse("programme:raad-detail", args=[2026]), "/programmaraad/"),
        (reverse("programme:decision-list"), "/besluiten/"),
        (reverse("partners:organisation-list"), "/partners/"),
        (reverse("portal:kompas-year", args=[2025]), "/kompas/"),
        (reverse("portal:account-list"), "/kompas/"),
        (reverse("events:year", args=[2025]), "/bijeenkomsten/"),
        (reverse("funding:pledge-list"), "/projecten/"),
    ],
)
def test_the_menu_shows_where_you_are(today: Cast, enter: Enter, url: str, current: str) -> None:
    page = enter(today.contact).get(url)
    assert [item.url for item in page.context["menu"] if item.current] == [current]


def test_every_page_of_the_year_stands_below_something(today: Cast) -> None:
    """Whoever stands on it sees in the menu where that is."""
    roots = {f"/{str(each.pattern).split('/')[0]}/" for each in programme_urls}
    assert len(roots) > 10
    lost = [root for root in roots if not any(item.current for item in menu(today, root))]
    assert lost == []


def menu(cast: Cast, path: str) -> list[MenuItem]:
    request = RequestFactory().get("/uitleg/stemmen/" if path == "/uitleg/" else path)
    request.user = cast.contact
    return page_frame(request).menu


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("manager", "Kernteam"),
        ("director", "Bank Noordzee"),
        ("contact", "Fonds Vlietland"),
        ("outsider", "Ot Buiten"),
    ],
)
def test_on_whose_behalf(today: Cast, enter: Enter, role: str, name: str) -> None:
    page = enter(getattr(today, role)).get(HOME)
    assert page.context["account_name"] == name


def test_a_visitor_has_no_menu(client: Client, db: None) -> None:
    page = client.get(reverse("portal:help"))
    assert page.context["menu"] == []
    assert page.context["account_name"] == ""
