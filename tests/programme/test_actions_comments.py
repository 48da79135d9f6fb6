"""Comments on passages: who hears of them, what stays, and what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction

from partners import actions as partners
from programme import actions
from programme.models import PassageComment
from tests.house.world import vote
from tests.programme.records import KERNTEAM, acts, letters, refused, told
from tests.programme.test_actions_programmes import (
    CLOSES,
    adopted,
    closed,
    preparing,
    put,
    rejected,
    submitted,
    voting,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from programme.models import Programme
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
NOT_NOW = "You can comment while the text lies with the programmaraad"
DECIDED = "This programme is decided"
# In each state: why no comment, and why no answer to one that was made before.
STATES: dict[Callable[[Cast], Programme], tuple[str | None, str | None]] = {
    preparing: (NOT_NOW, None),
    submitted: (None, None),
    voting: (None, None),
    rejected: (NOT_NOW, None),
    adopted: (NOT_NOW, DECIDED),
    closed: (NOT_NOW, DECIDED),
}


def say(cast: Cast, programme: Programme, **facts: Any) -> PassageComment:
    said: dict[str, Any] = {
        "version": programme.versions.latest("number"),
        "anchor": "p3",
        "organisation": cast["BN"],
        "text": " Dit kan beter. ",
        "actor": cast.seat,
        "at": cast.at,
        **facts,
    }
    return actions.comment_passage(programme, **said)


def answer(cast: Cast, comment: PassageComment, text: str = "Wij passen het aan.") -> Any:
    return actions.answer_comment(comment, text=text, actor=cast.staff, at=cast.at)


def handle(cast: Cast, comment: PassageComment, text: str = "") -> Any:
    return actions.handle_comment(comment, text=text, actor=cast.staff, at=cast.at)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_comment_in_each_state(cast: Cast, state: Callable[[Cast], Programme]) -> None:
    programme, because = state(cast), STATES[state][0]
    if because is None:
        assert say(cast, programme).programme == programme
        return
    with refused(because):
        say(cast, programme)


@pytest.mark.parametrize("verb", [answer, handle])
@pytest.mark.parametrize("is_over", [False, True])
def test_an_answer_before_and_after_the_decision(
    cast: Cast, verb: Callable[..., Any], *, is_over: bool
) -> None:
    programme = submitted(cast)
    comment = say(cast, programme)
    if not is_over:
        actions.take_back_programme(programme, actor=cast.manager, at=cast.at)
        assert verb(cast, comment).about == comment
        return
    _adopt(cast, programme)
    comment.refresh_from_db()
    with refused(DECIDED):
        verb(cast, comment)


def _adopt(cast: Cast, programme: Programme) -> None:
    ballot = put(cast, programme)
    for seat in ["GD", "ZD", "EZ", "CH"]:
        vote(cast, ballot, seat, "for", cast.at)
    actions.close_ballot(ballot, at=CLOSES)


def test_a_comment_keeps_the_passage_and_tells_the_kernteam(cast: Cast) -> None:
    programme = submitted(cast)
    comment = say(cast, programme)
    assert (comment.kind, comment.quote, comment.text) == (
        "comment",
        "Wat we doen.",
        "Dit kan beter.",
    )
    assert (comment.organisation, comment.person, comment.at) == (cast["BN"], cast.seat, cast.at)
    [act] = acts("comment_passage")
    assert act.facts == {"organisation": cast["BN"].pk, "version": 1, "anchor": "p3"}
    assert told(cast, "comment_made") == sorted(KERNTEAM)
    assert "Dit kan beter." in letters("comment_made")[0].text
    assert f"/opmerkingen/#c{comment.pk}" in letters("comment_made")[0].text


def test_an_answer_goes_to_who_commented(cast: Cast) -> None:
    comment = say(cast, submitted(cast))
    answer(cast, comment)
    handle(cast, comment, "Zie thema 3.")
    assert [row.kind for row in comment.answers.order_by("pk")] == ["answer", "handled"]
    assert told(cast, "comment_answered") == ["seat", "seat"]
    assert "Wij passen het aan." in letters("comment_answered")[0].text
    assert [act.verb for act in acts("answer_comment", "handle_comment")] == [
        "answer_comment",
        "handle_comment",
    ]
    with refused("dealt with already"):
        handle(cast, comment)
    answer(cast, comment, "En nog iets.")


def test_who_works_elsewhere_now_gets_no_answer(cast: Cast) -> None:
    comment = say(cast, submitted(cast))
    cast.seat.mandates.all().delete()
    answer(cast, comment)
    assert told(cast, "comment_answered") == []


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"anchor": "p9"}, "This passage is not in the programme"),
        ({"anchor": "x"}, "This passage is not in the programme"),
        ({"text": "  "}, "Write what you want to say"),
    ],
)
def test_what_is_no_comment(cast: Cast, facts: dict[str, Any], because: str) -> None:
    programme = submitted(cast)
    with refused(because):
        say(cast, programme, **facts)


def test_only_partners_comment_on_their_own_text(cast: Cast) -> None:
    programme = submitted(cast)
    with refused("Not a partner now: Waterbedrijf Kust"):
        say(cast, programme, organisation=cast["WK"])
    other = actions.write_programme(
        2027,
        framework=cast.framework,
        title="X",
        ambition="Y.",
        text="Z.",
        actor=cast.manager,
        at=cast.at,
    )
    with refused("This passage is not in the programme"):
        say(cast, programme, version=other.versions.get())


def test_answers_have_no_answers_and_say_something(cast: Cast) -> None:
    comment = say(cast, submitted(cast))
    first = answer(cast, comment)
    with refused("Only a comment is answered"):
        answer(cast, first)
    with refused("Write an answer"):
        answer(cast, comment, "  ")


def test_what_waits_for_a_word_of_the_kernteam(cast: Cast) -> None:
    programme = submitted(cast)
    one, other = say(cast, programme), say(cast, programme, text="En dit.")
    answer(cast, one)
    assert list(PassageComment.objects.waiting()) == [other]
    handle(cast, other)
    assert not PassageComment.objects.waiting().exists()


def test_postgresql_keeps_comments(cast: Cast) -> None:
    comment = say(cast, submitted(cast))
    for attack, because in (
        (lambda: PassageComment.objects.update(text="X"), "append-only"),
        (lambda: PassageComment.objects.all()._raw_delete("default"), "append-only"),
    ):
        with pytest.raises(DatabaseError, match=because), transaction.atomic():
            attack()
    comment.programme.refresh_from_db()
    actions.take_back_programme(comment.programme, actor=None, at=cast.at)
    comment.pk = None
    with pytest.raises(DatabaseError, match="comments are for a submitted"), transaction.atomic():
        comment.save(force_insert=True)


def test_a_comment_outlives_its_passage(cast: Cast) -> None:
    programme = submitted(cast)
    comment = say(cast, programme)
    actions.take_back_programme(programme, actor=cast.manager, at=cast.at)
    write(cast, text="Iets heel anders.")
    comment.refresh_from_db()
    assert comment.quote == "Wat we doen."


def test_a_partner_that_left_comments_no_more(cast: Cast) -> None:
    programme = submitted(cast)
    partners.end_partnership(
        cast["FV"].partnerships.get(), left_on=cast.at.date(), actor=None, at=cast.at
    )
    with refused("Not a partner now: Fonds Vlietland"):
        say(cast, programme, organisation=cast["FV"], actor=cast.contact)
