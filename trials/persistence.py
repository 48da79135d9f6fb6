"""Somebody who does not give up: a form filled in again and again until it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from random import Random
from typing import TYPE_CHECKING

from django.db import transaction

from trials.filling import Filling, posted
from trials.held import held

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from django.test import Client

Form = dict[str, list[str]]
TAKEN = {HTTPStatus.OK, HTTPStatus.FOUND}


@dataclass(frozen=True)
class Attempt:
    """What was sent, the answer, and the constraints under which rows came."""

    form: Form
    files: frozenset[str] = frozenset()
    code: int = 0
    grown: frozenset[str] = frozenset()


def attempts(client: Client, url: str, before: Counter[str], tries: int) -> Iterator[Attempt]:
    """Hasty first, and then otherwise where the page marks a field; each is undone."""
    cookies = cookies_of(client)
    with transaction.atomic():
        page = client.get(url)
        transaction.set_rollback(True)
    filling = Filling(page.content.decode(errors="replace"), url)
    chance, form, wrong = Random(url), filling.hasty(), frozenset[str]()
    for number in range(tries):
        if number:
            form = filling.otherwise(form, wrong, chance)
        made, answer = _send(client, url, Attempt(form, filling.files), before)
        client.cookies.clear()  # it may have logged out
        client.cookies.load(cookies)
        wrong = frozenset(answer.wrong)
        if not any(filling.forms):  # it stands on another page, and comes back with what is wrong
            filling = answer
        yield made


def cookies_of(client: Client) -> dict[str, str]:
    """What its browser keeps."""
    return {name: crumb.value for name, crumb in client.cookies.items()}


def _send(
    client: Client, url: str, attempt: Attempt, before: Counter[str]
) -> tuple[Attempt, Filling]:
    """The attempt with its answer, and the form that came back; nothing of it stays."""
    with transaction.atomic():
        answer = client.post(url, posted(attempt.form, attempt.files))
        code = int(answer.status_code)
        grown = frozenset(held() - before) if code in TAKEN else frozenset[str]()
        transaction.set_rollback(True)
    html = answer.content.decode(errors="replace") if not answer.streaming else ""
    return Attempt(attempt.form, attempt.files, code, grown), Filling(html, url)
