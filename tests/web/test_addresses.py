"""A path leads to the same door whether or not it is looked up by its first word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, path
from django.urls.resolvers import RoutePattern

from schuldenlab.web.addresses import FirstWords

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIES = re.compile(r"<(?:(\w+):)?\w+>")
OTHERS = ["", "nergens/", "kompas", "kompas//", "en/kompas/", "stemmingen/x/", "<int:pk>/"]


def paths(resolver: URLResolver) -> Iterator[str]:
    """An example of each address."""
    for pattern in resolver.url_patterns:
        route = VARIES.sub(lambda found: "7" if found[1] == "int" else "a-7", str(pattern.pattern))
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from (route + below for below in paths(pattern))


def led(resolve: Any, address: str) -> Any:
    """To which door, with what."""
    try:
        found = resolve(address)
    except Resolver404:
        return None
    return found.func, found.args, found.kwargs, found.view_name


def test_every_address_leads_to_the_same_door() -> None:
    apps = [each for each in get_resolver().url_patterns if isinstance(each, FirstWords)]
    assert len(apps) == 6
    looked = 0
    for app in apps:
        for address in [*paths(app), *OTHERS]:
            plain = led(lambda at, app=app: URLResolver.resolve(app, at), address)
            assert led(app.resolve, address) == plain, address
            looked += plain is not None
    assert looked > 300


class Few(FirstWords):
    """Some that begin alike, with a word that varies, and without any."""

    url_patterns = [
        path("a/<int:pk>/", dict, name="1"),
        path("<word>/x/", list, name="2"),
        path("a/<word>/", set, name="3"),
        URLResolver(RoutePattern("a"), [path("b/", tuple, name="4")]),
        path("", frozenset, name="5"),
    ]


@pytest.mark.parametrize("address", ["a/7/", "a/x/", "b/x/", "a/z/", "ab/", "", "c/", "a"])
def test_the_order_counts_and_a_word_that_varies_is_any(address: str) -> None:
    few = Few(RoutePattern("", is_endpoint=False), [])
    assert led(few.resolve, address) == led(lambda at: URLResolver.resolve(few, at), address)
