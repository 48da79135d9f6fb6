"""A comment on a text that has changed since it was read, or that was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from partners.models import Person
from programme import actions
from programme.models import PassageComment
from tests.house.world import TEXTS, write
from tests.programme.pages import text_of
from tests.programme.test_views_texts import SECRET, address, amended, with_the_raad

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]


@pytest.fixture(autouse=True)
def in_english(today: Cast, english: None) -> None:
    """Whoever reads, reads the sentences of the source."""
    del today, english
    Person.objects.update(language="en")


def test_a_text_that_changed_says_so_and_shows_both(today: Cast, enter: Enter) -> None:
    amended(today)
    client, old = enter(today.contact), address("comment-new", 2026, 1, "p3")
    new = address("comment-new", 2026, 3, "p3")
    seen = text_of(client.get(old))
    assert "This text has changed" in seen
    assert "Wat we doen." in seen
    assert "Wat we samen doen." in seen
    assert f'href="{new}"' in seen
    assert SECRET not in seen
    client.post(old, {"organisation": today["FV"].pk, "text": "En de jongeren?"})
    comment = PassageComment.objects.get()
    assert (comment.quote, comment.version.number) == ("Wat we doen.", 1)
    seen = text_of(client.get(new))
    assert "This text has changed" not in seen
    assert "Wat we doen." not in seen


def test_the_same_words_at_another_place_have_not_changed(today: Cast, enter: Enter) -> None:
    programme = with_the_raad(today)
    actions.take_back_programme(programme, actor=today.manager, at=today.at)
    with_the_raad(today, text=f"Iets vooraf, wat er nog niet stond.\n\n{TEXTS['text']}")
    seen = text_of(enter(today.contact).get(address("comment-new", 2026, 1, "p3")))
    assert "Wat we doen." in seen
    assert "This text has changed" not in seen
    assert "This passage is no longer in the text" not in seen


def test_a_passage_that_is_gone_says_so(today: Cast, enter: Enter) -> None:
    programme = with_the_raad(today)
    actions.take_back_programme(programme, actor=today.manager, at=today.at)
    with_the_raad(today, text="Heel andere woorden staan hier nu.")
    client, old = enter(today.contact), address("comment-new", 2026, 1, "p3")
    seen = text_of(client.get(old))
    assert "This passage is no longer in the text" in seen
    assert f'href="{address("comment-list", 2026)}"' in seen
    assert client.post(old, {"organisation": today["FV"].pk, "text": "Ja."}).status_code == 302
    assert PassageComment.objects.get().quote == "Wat we doen."


def test_a_text_that_was_taken_back_takes_no_comment_and_says_why(
    today: Cast, enter: Enter
) -> None:
    programme = with_the_raad(today)
    client, new = enter(today.contact), address("comment-new", 2026, 1, "p3")
    assert client.get(new).status_code == 200
    actions.take_back_programme(programme, actor=today.manager, at=today.at)
    shown = client.get(new, follow=True)
    assert shown.status_code == 200
    why = "The kernteam works on the text of the programme of 2026."
    assert why in text_of(shown)
    typed = {"organisation": today["FV"].pk, "text": "Dit had ik al getypt."}
    refusal = client.post(new, typed)
    assert refusal.status_code == 422
    seen = text_of(refusal)
    assert why in seen
    assert "Dit had ik al getypt." in seen
    assert "Wat we doen." not in seen
    assert not PassageComment.objects.exists()
    for person, status in ((today.manager, 403), (today.outsider, 404)):
        assert enter(person).get(new).status_code == status
    assert client.get(address("comment-new", 2027, 1, "p3")).status_code == 404


def test_a_draft_that_was_never_submitted_is_not_there(today: Cast, enter: Enter) -> None:
    write(today, 2026, today.at)
    new = address("comment-new", 2026, 1, "p3")
    assert enter(today.contact).get(new).status_code == 404
    assert enter(today.contact).post(new, {"text": "x"}).status_code == 404
