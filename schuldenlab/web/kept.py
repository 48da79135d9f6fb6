"""Pages that were made a moment ago, kept as long as nothing was written since.

PostgreSQL says which transactions a question sees (`pg_current_snapshot`). Two questions that see
the same ones see the same rows, in every table; so a page that was made then is the page of now,
and nobody has to tell of a change. What comes with the clock, such as a deadline, comes with the
minute: a page is kept until the end of its own. Every process keeps its own pages.
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from threading import Lock
from typing import Any, Final

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response

MOST_PAGES: Final = 300
MOST_BYTES: Final = 32_000_000  # of a process
LARGEST: Final = 2_000_000
SNAPSHOT: Final = "SELECT pg_current_snapshot()::text"
# A form has the same secret in other letters each time.
MASKED: Final = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
UNREAD: Final = "_messages"  # in the session: words that are shown once


@dataclass(frozen=True)
class Page:
    """An answer with the moment it belongs to; without content when 304 was said right away."""

    snapshot: str
    minute: datetime
    headers: dict[str, str]
    content: bytes | None

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content or b"")


class Shelf:
    """The pages of this process; who was not asked for longest makes room."""

    def __init__(self) -> None:
        self._pages: OrderedDict[bytes, Page] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def take(self, key: bytes) -> Page | None:
        """The page under this key, old or new."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def put(self, key: bytes, page: Page) -> None:
        """In the place of what was there."""
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += page.size
            while len(self._pages) > MOST_PAGES or self._bytes > MOST_BYTES:
                self._drop(next(iter(self._pages)))

    def _drop(self, key: bytes) -> None:
        if key in self._pages:
            self._bytes -= self._pages.pop(key).size


SHELF: Final = Shelf()


def kept_for_person(request: HttpRequest, write: Callable[[], Any]) -> HttpResponse:
    """A page for who is logged in. `write` makes it, and reads nothing of the visit but its forms.

    In another visit those forms would not work, so a page belongs to one visit.
    """
    secret = request.META.get("CSRF_COOKIE")
    if not secret or request.session.get(UNREAD):
        return conditional(request, tagged(request, write()))
    return kept(request, (request.user.pk, secret), write)


def kept(
    request: HttpRequest, whose: Any, write: Callable[[], Any], *, by_hour: bool = False
) -> HttpResponse:
    """The page as it was made in this minute, when it would be the same; else what `write` makes.

    `by_hour`: what comes with the clock may come an hour late, in what nobody reads by the minute.
    Inside a transaction nothing is kept: what that has written itself is in no snapshot.
    """
    if connection.in_atomic_block:
        return conditional(request, tagged(request, write()))
    address = f"{whose} {request.get_host()} {request.get_full_path()}"  # some hold a secret
    key = hashlib.sha256(address.encode()).digest()
    at: datetime = request.at  # type: ignore[attr-defined]
    snapshot, minute = _snapshot(), at.replace(second=0, microsecond=0)
    minute = minute.replace(minute=0) if by_hour else minute
    page = SHELF.take(key)
    if page and (page.snapshot, page.minute) == (snapshot, minute):
        answer = _again(request, page)
        if answer is not None:
            return answer
    made = tagged(request, write())
    if _is_for_all_the_minute(made):
        content = made.content if made.status_code == HTTPStatus.OK else None
        SHELF.put(key, Page(snapshot, minute, dict(made.headers), content))
    return conditional(request, made)


def tagged(request: HttpRequest, answer: Any) -> Any:
    """The answer with an ETag of what it says, unless it has one."""
    if getattr(answer, "is_rendered", True) is False:
        answer.render()
    if answer.streaming or answer.status_code != HTTPStatus.OK or "ETag" in answer.headers:
        return answer
    facts = hashlib.sha256(MASKED.sub(b"", answer.content))
    facts.update(str(request.META.get("CSRF_COOKIE")).encode())
    answer.headers["ETag"] = f'"{facts.hexdigest()[:32]}"'
    return answer


def conditional(request: HttpRequest, answer: Any) -> HttpResponse:
    """304 to who has it already."""
    etag, whole = answer.headers.get("ETag"), answer
    if etag and whole.status_code == HTTPStatus.OK and get_conditional_response(request, etag=etag):
        whole = _nothing_new(whole.headers)
    return whole  # type: ignore[no-any-return]


def _again(request: HttpRequest, page: Page) -> HttpResponse | None:
    """304, or the whole page; None when the page is wanted and is not there."""
    if get_conditional_response(request, etag=page.headers["ETag"]) is not None:
        return _nothing_new(page.headers)
    return None if page.content is None else HttpResponse(page.content, headers=page.headers)


def _nothing_new(headers: Mapping[str, str]) -> HttpResponseNotModified:
    said = {name: text for name, text in headers.items() if name != "Content-Type"}
    return HttpResponseNotModified(headers=said)


def _snapshot() -> str:
    with connection.cursor() as cursor:
        cursor.execute(SNAPSHOT)
        (snapshot,) = cursor.fetchone()
    return str(snapshot)


def _is_for_all_the_minute(answer: Any) -> bool:
    """Whether it is a page, or 304 for one, that leaves nothing behind in the browser."""
    if answer.streaming or answer.cookies or "ETag" not in answer.headers:
        return False
    return answer.status_code in {200, 304} and len(answer.content) <= LARGEST
