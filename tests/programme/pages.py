"""Going through the pages of the product as somebody, and what a page costs."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.test import Client

LINK = re.compile(r'(?:href|action)="([^"#]+)')
# What differs from answer to answer whatever the page says.
CHANCE = re.compile(
    r'(name="csrfmiddlewaretoken" value=|nonce=|"X-CSRFToken": )"[A-Za-z0-9+/=_-]+"'
)
# By which typed words say their language on a page in another one.
TYPED = re.compile(r'<bdi lang="nl">|</bdi>|(?<!<html)(?<!href) lang="nl"(?=[ >])')
# Ways out, files, and single records that no ballot has to do with.
LEAVES = re.compile(
    r"^/(uitloggen|static|demo|inloggen|beheer/(logout|jsi18n|partners/\w+/\d+))/|/history/$"
)


@dataclass
class Cost:
    """What a page asked of the database."""

    queries: int = 0
    rows: int = 0


@contextmanager
def counted() -> Iterator[Cost]:
    """Count the statements inside, and the rows that they gave back."""
    cost = Cost()

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        if not sql.startswith(("SAVEPOINT", "RELEASE")):
            cost.queries += 1
            cost.rows += max(0, context["cursor"].rowcount)
        return result

    with connection.execute_wrapper(count):
        yield cost


def cost_of(client: Client, url: str) -> Cost:
    """What it costs to show this page to somebody who has been here before."""
    client.get(url)
    with counted() as cost:
        page = client.get(url)
    assert page.status_code == 200
    return cost


def source_of(page: Any) -> str:
    """The source of a page, without the marks around words that were typed in Dutch."""
    return TYPED.sub("", page.content.decode())


def text_of(page: Any) -> str:
    """The source of a page as a reader gets it, without what changes by chance."""
    return unescape(CHANCE.sub(r"\1", source_of(page)))


def walk(client: Client, begin: Iterable[str]) -> dict[str, str]:
    """Every page that can be reached by links from here, with its text."""
    seen: dict[str, str] = {}
    waiting = list(begin)
    while waiting:
        url = waiting.pop()
        if url in seen or LEAVES.search(url):
            continue
        page = client.get(url, follow=True)
        assert page.status_code < 500, url
        html = "text/html" in page["Content-Type"]
        seen[url] = text_of(page) if html else ""
        for link in LINK.findall(seen[url]):
            target = urlsplit(urljoin(url, link))
            # Sorting and filtering a register gives the same rows in another order.
            if not target.netloc and not target.scheme and not target.query:
                waiting.append(target.path)
    return seen
