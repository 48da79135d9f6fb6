"""Contact notes: written, corrected by a new note, and read by the kernteam only."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from partners import actions
from partners.models import ContactNote
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
SECRET = "Zeeduivel onder ons"


def note(cast: Cast, text: str = SECRET) -> ContactNote:
    return actions.write_note(
        cast["BN"], text=text, spoken_on=cast.at.date(), actor=cast.staff, at=cast.at
    )


def put_right(cast: Cast, old: ContactNote, reason: str = "Naam") -> ContactNote:
    return actions.correct_note(
        old,
        text="Beter",
        spoken_on=cast.at.date(),
        reason=reason,
        actor=cast.manager,
        at=cast.at,
    )


def list_of(cast: Cast) -> str:
    return reverse("partners:organisation-notes", args=[cast["BN"].pk])


def test_only_the_kernteam(today: Cast, enter: Enter) -> None:
    old = note(today)
    correct = reverse("partners:note-correct", args=[old.pk])
    pages = {who: enter(getattr(today, who)).get(list_of(today)) for who in ACCOUNTS}
    assert {who: page.status_code for who, page in pages.items()} == {
        who: 200 if who in KERNTEAM else 403 if who in INSIDERS else 404 for who in ACCOUNTS
    }
    assert {who for who, page in pages.items() if SECRET in text_of(page)} == KERNTEAM
    found = {who: enter(getattr(today, who)).get(correct).status_code for who in ACCOUNTS}
    assert found == {who: 200 if who in KERNTEAM else 404 for who in ACCOUNTS}
    assert enter(today.director).post(list_of(today), {"text": "a"}).status_code == 403


@pytest.mark.parametrize("who", ["director", "contact"])
def test_no_page_of_a_partner_says_a_word_of_it(today: Cast, enter: Enter, who: str) -> None:
    put_right(today, note(today), reason=SECRET)
    seen = walk(enter(getattr(today, who)), ["/", today["BN"].get_absolute_url()])
    assert len(seen) > 10
    assert [url for url, text in seen.items() if SECRET in text] == []


def test_it_is_kept_and_told_to_nobody(today: Cast, enter: Enter) -> None:
    facts = {"spoken_on": "20-09-2026", "text": SECRET}
    answer = enter(today.staff).post(list_of(today), facts)
    assert (answer.status_code, answer["Location"]) == (302, list_of(today))
    row = ContactNote.objects.get()
    assert (row.author, row.recorded_at, row.spoken_on.day) == (today.staff, today.at, 20)
    assert Entry.objects.get(verb="write_note").facts == {"organisation": today["BN"].pk}
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 4001}, "text"),
        ({"text": "a\x00"}, "text"),
        ({"spoken_on": "24-09-2026"}, "spoken_on"),
        ({"spoken_on": "ooit"}, "spoken_on"),
    ],
)
def test_a_note_that_cannot_be(
    today: Cast, enter: Enter, facts: dict[str, str], field: str
) -> None:
    page = enter(today.staff).post(
        list_of(today), {"spoken_on": "20-09-2026", "text": "Bewaar", **facts}
    )
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert not ContactNote.objects.exists()


def test_a_correction_strikes_the_old_one_through(today: Cast, enter: Enter) -> None:
    old, client = note(today), enter(today.manager)
    url = reverse("partners:note-correct", args=[old.pk])
    assert client.get(url).context["form"].initial["text"] == SECRET
    facts = {"spoken_on": "23-09-2026", "text": "Beter zo", "reason": ""}
    assert client.post(url, facts).status_code == 422
    assert client.post(url, {**facts, "reason": "Naam was fout"}).status_code == 302
    html = text_of(client.get(list_of(today)))
    assert f"<s>{SECRET}</s>" in html
    assert "Naam was fout" in html
    assert "Beter zo" in html
    assert url not in html
    assert client.post(url, {**facts, "reason": "Nog eens"}).status_code == 422
    assert ContactNote.objects.count() == 2


@pytest.mark.usefixtures("english")
def test_what_is_refused(cast: Cast) -> None:
    old = note(cast)
    with pytest.raises(Refused, match="what was wrong"):
        put_right(cast, old, reason=" ")
    right = put_right(cast, old)
    assert (right.corrects, right.organisation, right.author) == (old, cast["BN"], cast.manager)
    with pytest.raises(Refused, match="corrected already"):
        put_right(cast, old)
    with pytest.raises(Refused, match="not come yet"):
        actions.write_note(
            cast["BN"],
            text="a",
            spoken_on=cast.at.date() + timedelta(days=1),
            actor=cast.staff,
            at=cast.at,
        )


def test_the_database_keeps_notes(cast: Cast) -> None:
    note(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactNote.objects.update(text="anders")
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactNote.objects.all().delete()


def test_it_costs_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    note(today)
    assert cost_of(client, list_of(today)).queries == 6
    for text in ("een", "twee"):
        put_right(today, note(today, text))
    assert cost_of(client, list_of(today)).queries == 6
