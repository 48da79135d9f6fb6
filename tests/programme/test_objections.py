"""“Is this not right?”: an objection to the interests in a ballot, from the seat to the answer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from partners import actions as partners
from partners.models import Person
from programme import actions
from programme.models import InterestQuestion
from schuldenlab.portal.asks import asks_of
from schuldenlab.portal.worklist import worklist_of
from tests.cast import login
from tests.programme.choosing import announce, closed, opened, prepare
from tests.programme.pages import cost_of, text_of
from tests.programme.records import acts, changes_nothing, letters, refused, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from programme.models import Ballot
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
SAID, ANSWER = "Wij leveren <b>niets</b>.", "U hebt gelijk; het belang is weg."


def say(cast: Cast, ballot: Ballot, text: str = SAID) -> InterestQuestion:
    """The substitute of the bank says it."""
    return actions.question_interests(
        ballot, organisation=cast["BN"], text=text, actor=cast.substitute, at=cast.at
    )


def answer(cast: Cast, question: InterestQuestion, text: str = ANSWER) -> InterestQuestion:
    return actions.answer_interest_question(question, text=text, actor=cast.staff, at=cast.at)


def page(person: Any, url: str) -> str:
    Person.objects.update(language="en")
    shown = login(Client(), person).get(url)
    assert shown.status_code == 200, url
    return text_of(shown)


def desk(person: Any) -> Iterable[str]:
    return [due.text for due in worklist_of(person.moment)]


# -- the act -------------------------------------------------------------------------------------


def test_the_kernteam_answers_once_and_who_said_it_hears(cast: Cast) -> None:
    question = say(cast, announce(cast, prepare(cast)))
    with refused("Write an answer"):
        answer(cast, question, "  ")
    answer(cast, question, f" {ANSWER} ")
    question.refresh_from_db()
    assert (question.answer, question.answered_by, question.answered_at) == (
        *(ANSWER, cast.staff, cast.at),
    )
    assert told(cast, "interests_answered") == ["substitute"]
    [letter] = letters("interests_answered")
    assert SAID in letter.text
    assert ANSWER in letter.text
    with refused("answered already"), changes_nothing():
        answer(cast, question, "Toch anders.")


def test_the_trail_holds_no_text(cast: Cast) -> None:
    question = say(cast, announce(cast, prepare(cast)))
    answer(cast, question)
    [act] = acts("answer_interest_question")
    assert act.facts == {"question": question.pk, "organisation": cast["BN"].pk}


def test_after_opening_and_after_closing_it_is_still_answered(cast: Cast) -> None:
    ballot = announce(cast, prepare(cast))
    first, second = say(cast, ballot), say(cast, ballot, "Nog iets.")
    answer(cast, first, "Eerst.")
    closed(cast, opened(cast, ballot), "GD:NEGO ZD:NEG EZ:NEG CH:NEG")
    assert answer(cast, second).answer == ANSWER


def test_who_left_the_partner_gets_no_letter(cast: Cast) -> None:
    question = say(cast, announce(cast, prepare(cast)))
    partners.end_mandate(
        cast.substitute.mandates.get(),
        until_on=(cast.at - DAY).date(),
        actor=cast.manager,
        at=cast.at,
    )
    answer(cast, question)
    assert told(cast, "interests_answered") == []


def test_postgresql_keeps_what_was_said_and_answered(cast: Cast) -> None:
    question = say(cast, announce(cast, prepare(cast)))
    rows = InterestQuestion.objects.filter(pk=question.pk)
    whole = {"answer": "x", "answered_by": cast.staff, "answered_at": cast.at}
    for change in (
        lambda: rows.update(text="Anders"),
        lambda: rows.update(answer="Half"),
        lambda: rows._raw_delete("default"),
        lambda: InterestQuestion.objects.create(
            ballot=question.ballot,
            organisation=cast["BN"],
            text="x",
            person=cast.seat,
            at=cast.at,
            **whole,
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    rows.update(**whole)
    with pytest.raises(DatabaseError, match="answered once"), transaction.atomic():
        rows.update(answer="y")


# -- what is asked -------------------------------------------------------------------------------


def test_it_is_asked_of_the_kernteam_until_it_is_answered(cast: Cast) -> None:
    question = say(cast, announce(cast, prepare(cast)))
    [ask] = [each for each in asks_of(cast.staff) if "interests are not right" in each.title]
    assert ask.url == reverse("programme:interest-answer", args=[question.pk])
    assert "before the ballot opens" in ask.text
    assert not any("interests are not right" in each.title for each in asks_of(cast.seat))
    waits = "an interest is not right on the ballot"
    assert any(waits in text for text in desk(cast.staff))
    answer(cast, question)
    assert not any("interests are not right" in each.title for each in asks_of(cast.staff))
    assert not any(waits in text for text in desk(cast.staff))


# -- the pages -----------------------------------------------------------------------------------


def test_the_kernteam_answers_on_a_page(today: Cast) -> None:
    ballot = announce(today, prepare(today))
    question = say(today, ballot)
    url = reverse("programme:interest-answer", args=[question.pk])
    assert url in page(today.staff, ballot.get_absolute_url())
    assert SAID in page(today.staff, url)
    staff = login(Client(), today.staff)
    assert staff.post(url, {"text": ""}).status_code == 422
    assert staff.post(url, {"text": ANSWER}).status_code == 302
    assert staff.get(url).status_code == 302
    assert staff.post(url, {"text": "Nog eens"}).status_code == 422
    question.refresh_from_db()
    assert question.answer == ANSWER


def test_nobody_else_answers(today: Cast) -> None:
    question = say(today, announce(today, prepare(today)))
    url = reverse("programme:interest-answer", args=[question.pk])
    for role, status in (("seat", 403), ("seat_GD", 404), ("director", 403), ("outsider", 404)):
        person = getattr(today, role)
        found = {login(Client(), person).get(url).status_code}
        found.add(login(Client(), person).post(url, {"text": "x"}).status_code)
        assert found <= {status, 404}, role
    assert InterestQuestion.objects.waiting().count() == 1


def test_its_seat_and_the_kernteam_read_it_before_opening_and_after(today: Cast) -> None:
    ballot = announce(today, prepare(today, at=today.at - 20 * DAY), today.at - 20 * DAY)
    question = say(today, ballot)
    url = ballot.get_absolute_url()
    assert "has not answered this yet" in page(today.seat, url)
    answer(today, question)
    for stage in ("draft", "open", "closed"):
        if stage == "open":
            opened(today, ballot, today.at - 15 * DAY)
        elif stage == "closed":
            closed(today, ballot, "GD:NEGO ZD:NEG EZ:NEG CH:NEG")
        for reader in (today.seat, today.substitute, today.staff):
            assert {SAID in page(reader, url), ANSWER in page(reader, url)} == {True}, stage
        for other in (today.seat_GD, *([today.contact] if stage == "closed" else [])):
            assert {SAID in page(other, url), ANSWER in page(other, url)} == {False}, stage


def test_opening_warns_while_something_waits(today: Cast) -> None:
    ballot = announce(today, prepare(today))
    ways = [
        reverse(f"programme:{name}", args=[ballot.pk])
        for name in ("ballot-open", "ballot-in-meeting")
    ]
    waits = "There is an objection to the interests that is not answered."
    assert not any(waits in page(today.staff, url) for url in ways)
    question = say(today, ballot)
    assert all(waits in page(today.staff, url) for url in ways)
    say(today, ballot, "Nog iets.")
    assert all("There are 2 objections to the interests" in page(today.staff, url) for url in ways)
    for each in InterestQuestion.objects.all():
        answer(today, each)
    assert not any("objection" in page(today.staff, url) for url in ways)
    assert question.ballot == ballot


def test_more_objections_cost_no_more_questions(today: Cast) -> None:
    ballot = announce(today, prepare(today))
    staff = login(Client(), today.staff)
    say(today, ballot)
    urls = [ballot.get_absolute_url(), reverse("portal:home"), reverse("admin:index")]
    for url in urls:
        staff.get(url)
    before = [cost_of(staff, url).queries for url in urls]
    for number in range(4):
        say(today, ballot, f"Nog iets {number}.")
    assert [cost_of(staff, url).queries for url in urls] == before
