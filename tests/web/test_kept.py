"""A page that was made a moment ago is the page of now, until something is written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from schuldenlab.web import kept as room
from schuldenlab.web.kept import Page, Shelf, kept
from schuldenlab.web.models import Tick

AT = datetime(2026, 9, 23, 10, 0, 30, tzinfo=UTC)


class Writer:
    """Writes a page and counts how often; a page has a form, with the secret in other letters."""

    def __init__(self, text: str = "page", **headers: str) -> None:
        self.text, self.headers, self.times = text, headers, 0

    def __call__(self) -> HttpResponse:
        self.times += 1
        form = f'<input name="csrfmiddlewaretoken" value="{self.times:064}">'
        return HttpResponse(self.text + form, headers=self.headers)


def ask(write: Writer, path: str = "/x/", whose: Any = 1, at: datetime = AT, **meta: str) -> Any:
    request = RequestFactory().get(path, **meta)
    request.at = at  # type: ignore[attr-defined]
    return kept(request, whose, write)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf()
    monkeypatch.setattr(room, "SHELF", shelf)
    return shelf


@pytest.mark.django_db(transaction=True)
def test_a_page_is_made_once_until_something_is_written() -> None:
    write = Writer(Cache_Control="private")
    first, second = ask(write), ask(write)
    assert (write.times, second.content) == (1, first.content)
    assert second.headers["ETag"] == first.headers["ETag"]
    for other in ({"path": "/x/?page=2"}, {"whose": 2}, {"at": AT + timedelta(seconds=30)}):
        before = write.times
        ask(write, **other)
        assert write.times == before + 1, other
    for minutes in (0, 20, 60):  # by the hour
        request = RequestFactory().get("/feed/")
        request.at = AT + timedelta(minutes=minutes)  # type: ignore[attr-defined]
        kept(request, "feed", write, by_hour=True)
    assert write.times == before + 1 + 2
    ask(write)
    Tick.objects.create(name="first", last_at=AT)
    before = write.times
    same = ask(write, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (write.times, same.status_code, same.content) == (before + 1, 304, b"")
    assert ask(write, HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 304
    assert write.times == before + 1, "nothing was written since"
    write.text = "another page"
    Tick.objects.create(name="second", last_at=AT)
    assert ask(write, HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 200


@pytest.mark.django_db
def test_inside_a_transaction_nothing_is_kept() -> None:
    write = Writer()
    etags = {ask(write).headers["ETag"] for _each in range(2)}
    assert (write.times, len(etags)) == (2, 1), "the secret of a form is no part of it"


def test_the_shelf_has_room_for_so_much(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_PAGES", 3)
    monkeypatch.setattr(room, "MOST_BYTES", 100)
    for number, size in enumerate((10, 10, 10, 10, 80, 30)):
        shelf.put(bytes([number]), Page("1:1:", AT, {}, b"x" * size))
    assert [number for number in range(6) if shelf.take(bytes([number]))] == [5]
