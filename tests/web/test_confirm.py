"""The code step: a binding act asks who you are once more when the login is an old one."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from programme.models import Vote
from schuldenlab.audit.models import Entry
from schuldenlab.outbox.actions import send_due
from schuldenlab.outbox.models import Letter
from schuldenlab.web.confirm import MAX_TRIES, PENDING
from tests.cast import Cast, login
from tests.house.world import open_motion

if TYPE_CHECKING:
    from programme.models import Ballot

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TYPED = {"choice": "against", "reason": "Ik mis de jongeren & de scholen <echt>."}


@pytest.fixture
def ballot(cast_now: Cast) -> Ballot:
    """Open since yesterday, for another week."""
    day = timedelta(days=1)
    return open_motion(cast_now, cast_now.at - day, cast_now.at + 7 * day)


@pytest.fixture
def page(ballot: Ballot) -> str:
    return reverse("programme:ballot-vote", args=[ballot.pk])


@pytest.fixture
def stale(cast_now: Cast, client: Client) -> Client:
    """Somebody who logged in yesterday and stayed."""
    return login(client, cast_now.seat, logged_in_at=timezone.now() - 13 * HOUR)


def code_letters() -> Any:
    return Letter.objects.filter(template="web/mail/act_code.txt")


def mailed_code() -> str:
    """The code out of the newest letter that waits; nothing else in it has six digits."""
    letter = code_letters().latest("id")
    (code,) = set(re.findall(r"\b\d{6}\b", letter.text))
    return code


def wrong_code() -> str:
    """Right but for one."""
    return f"{(int(mailed_code()) + 1) % 10**6:06}"


def answer_with(client: Client, page: str, code: str) -> Any:
    return client.post(page, {"confirmation_code": code})


def is_code_page(answer: Any) -> bool:
    return 'name="confirmation_code"' in answer.content.decode()


def is_voting_page(answer: Any) -> bool:
    return 'name="choice"' in answer.content.decode()


# -- when a code is asked ------------------------------------------------------------------------


@pytest.mark.parametrize("ago", [0 * HOUR, 12 * HOUR - MINUTE])
def test_a_login_of_this_visit_is_enough(
    cast_now: Cast, client: Client, page: str, ago: timedelta
) -> None:
    login(client, cast_now.seat, logged_in_at=timezone.now() - ago)
    assert client.post(page, TYPED).status_code == 302
    assert Vote.objects.count() == 1
    assert not code_letters().exists()


@pytest.mark.parametrize("ago", [12 * HOUR, 12 * HOUR + MINUTE, 240 * HOUR])
def test_an_older_login_asks_a_code_by_mail(
    cast_now: Cast, client: Client, page: str, ago: timedelta
) -> None:
    login(client, cast_now.seat, logged_in_at=timezone.now() - ago)
    answer = client.post(page, TYPED)
    assert answer.status_code == 200
    assert is_code_page(answer)
    assert not Vote.objects.exists()
    letter = code_letters().get()
    assert letter.address == cast_now.seat.email
    assert letter.is_urgent
    assert letter.is_secret


def test_a_session_that_knows_no_login_asks_a_code(
    cast_now: Cast, client: Client, page: str
) -> None:
    login(client, cast_now.seat)
    session = client.session
    del session["logged_in_at"]
    session.save()
    assert is_code_page(client.post(page, TYPED))


def test_a_mistake_in_the_form_comes_before_the_code(stale: Client, page: str) -> None:
    answer = stale.post(page, {"reason": "zonder keuze"})
    assert answer.status_code == 422
    assert is_voting_page(answer)
    assert not code_letters().exists()


def test_who_may_not_vote_gets_no_code(cast_now: Cast, client: Client, page: str) -> None:
    login(client, cast_now.manager, logged_in_at=timezone.now() - 13 * HOUR)
    assert client.post(page, TYPED).status_code == 403
    assert not code_letters().exists()


# -- the right code ------------------------------------------------------------------------------


def test_the_right_code_acts_with_what_was_typed(
    stale: Client, page: str, ballot: Ballot, cast_now: Cast
) -> None:
    stale.post(page, TYPED)
    answer = answer_with(stale, page, mailed_code())
    vote = Vote.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("programme:vote-receipt", args=[vote.pk])
    assert (vote.ballot, vote.choice, vote.reason) == (ballot, TYPED["choice"], TYPED["reason"])
    assert vote.person == cast_now.seat
    assert Entry.objects.filter(verb="cast_vote", actor=cast_now.seat).count() == 1


@pytest.mark.parametrize("typed", ["{} ", " {}", "{:.3} {}"])
def test_the_code_may_be_typed_as_people_type(stale: Client, page: str, typed: str) -> None:
    stale.post(page, TYPED)
    code = mailed_code()
    shown = {
        "{} ": f"{code} ",
        " {}": f" {code}",
        "{:.3} {}": f"{code[:3]} {code[3:]}",
    }[typed]
    assert answer_with(stale, page, shown).status_code == 302


def test_the_right_code_counts_as_a_login(stale: Client, page: str) -> None:
    stale.post(page, TYPED)
    answer_with(stale, page, mailed_code())
    assert stale.post(page, {"choice": "for"}).status_code == 302
    assert code_letters().count() == 1
    assert list(Vote.objects.order_by("ordinal").values_list("choice", flat=True)) == [
        "against",
        "for",
    ]


def test_the_session_gets_a_new_key(stale: Client, page: str) -> None:
    stale.post(page, TYPED)
    before = stale.session.session_key
    answer_with(stale, page, mailed_code())
    after = stale.session.session_key
    assert before != after
    old = Client()
    old.cookies["sessionid"] = before
    assert old.get(page).status_code == 302
    assert stale.get(reverse("portal:help")).status_code == 200


def test_a_code_acts_once(stale: Client, page: str) -> None:
    stale.post(page, TYPED)
    code = mailed_code()
    answer_with(stale, page, code)
    again = answer_with(stale, page, code)
    assert again.status_code == 409
    assert Vote.objects.count() == 1
    assert PENDING not in stale.session


def test_a_refusal_after_the_code_keeps_what_was_typed(
    cast_now: Cast, stale: Client, page: str, ballot: Ballot
) -> None:
    stale.post(page, TYPED)
    code = mailed_code()
    cast_now["BN"].partnerships.update(left_on=timezone.localdate(), left_recorded_at=cast_now.at)
    answer = answer_with(stale, page, code)
    assert answer.status_code in {403, 404}
    assert not ballot.votes.exists()


# -- wrong, late, elsewhere ----------------------------------------------------------------------


def test_a_wrong_code_may_be_tried_again(stale: Client, page: str) -> None:
    stale.post(page, TYPED)
    answer = answer_with(stale, page, wrong_code())
    assert answer.status_code == 422
    assert is_code_page(answer)
    assert not Vote.objects.exists()
    assert answer_with(stale, page, mailed_code()).status_code == 302


@pytest.mark.parametrize("typed", ["", " ", "\x00", "x" * 500, "é" * 6, "١٢٣٤٥٦"])
def test_what_is_no_code_is_wrong(stale: Client, page: str, typed: str) -> None:
    stale.post(page, TYPED)
    answer = answer_with(stale, page, typed)
    assert answer.status_code == 422
    assert is_code_page(answer)
    assert not Vote.objects.exists()


def test_after_five_tries_even_the_right_code_has_expired(stale: Client, page: str) -> None:
    stale.post(page, TYPED)
    code = mailed_code()
    for _try in range(MAX_TRIES):
        assert answer_with(stale, page, wrong_code()).status_code == 422
    answer = answer_with(stale, page, code)
    assert answer.status_code == 409
    assert is_voting_page(answer)
    assert "jongeren &amp; de scholen &lt;echt&gt;." in answer.content.decode()
    assert not Vote.objects.exists()
    assert answer_with(stale, page, code).status_code == 409
    assert not Vote.objects.exists()


def test_a_new_code_comes_after_an_expired_one(stale: Client, page: str) -> None:
    stale.post(page, TYPED)
    old = mailed_code()
    for _try in range(MAX_TRIES + 1):
        answer_with(stale, page, wrong_code())
    assert is_code_page(stale.post(page, TYPED))
    new = mailed_code()
    assert new != old
    assert answer_with(stale, page, old).status_code == 422
    assert answer_with(stale, page, new).status_code == 302
    assert Vote.objects.count() == 1


@pytest.mark.parametrize(("minutes", "status"), [(14, 302), (16, 409)])
def test_a_code_lives_for_fifteen_minutes(
    stale: Client, page: str, minutes: int, status: int
) -> None:
    stale.post(page, TYPED)
    code = mailed_code()
    with time_machine.travel(timezone.now() + minutes * MINUTE):
        answer = answer_with(stale, page, code)
    assert answer.status_code == status
    assert Vote.objects.exists() is (status == 302)
    if status == 409:
        assert "jongeren &amp; de scholen &lt;echt&gt;." in answer.content.decode()


def test_a_code_is_for_one_page(stale: Client, page: str, cast_now: Cast) -> None:
    other = open_motion(cast_now, cast_now.at, cast_now.at + HOUR, title="Andere motie")
    stale.post(page, TYPED)
    answer = answer_with(stale, reverse("programme:ballot-vote", args=[other.pk]), mailed_code())
    assert answer.status_code == 409
    assert not Vote.objects.exists()


def test_a_code_is_for_one_browser(stale: Client, page: str, cast_now: Cast) -> None:
    stale.post(page, TYPED)
    code = mailed_code()
    other = login(Client(), cast_now.seat, logged_in_at=timezone.now() - 13 * HOUR)
    assert answer_with(other, page, code).status_code == 409
    assert not Vote.objects.exists()


def test_a_code_without_an_act_does_nothing(stale: Client, page: str) -> None:
    answer = stale.post(page, {"confirmation_code": "123456", **TYPED})
    assert answer.status_code == 409
    assert not Vote.objects.exists()


def test_the_code_page_wants_the_token_of_the_form(cast_now: Cast, page: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    login(strict, cast_now.seat, logged_in_at=timezone.now() - 13 * HOUR)
    assert strict.post(page, TYPED).status_code == 403
    shown = strict.get(page).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', shown)[1]
    asked = strict.post(page, {**TYPED, "csrfmiddlewaretoken": token})
    assert is_code_page(asked)
    again = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', asked.content.decode())[1]
    code = mailed_code()
    assert answer_with(strict, page, code).status_code == 403
    answer = strict.post(page, {"confirmation_code": code, "csrfmiddlewaretoken": again})
    assert answer.status_code == 302


# -- what is kept secret -------------------------------------------------------------------------


def test_the_code_stands_nowhere_but_in_the_mail(
    stale: Client, page: str, cast_now: Cast, caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    shown = stale.post(page, TYPED)
    code = mailed_code()
    answer_with(stale, page, wrong_code())
    done = answer_with(stale, page, code)
    send_due(timezone.now())
    (sent,) = [letter for letter in mail.outbox if code in letter.body]
    assert sent.to == [cast_now.seat.email]
    letter = code_letters().get()
    assert (letter.status, letter.text, letter.html, letter.subject) == ("sent", "", "", "")
    trail = str(list(Entry.objects.values()))
    output = "".join(capfd.readouterr())
    session = str(dict(stale.session.items()))
    pages = shown.content.decode() + done.content.decode()
    for place in (trail, caplog.text, output, session, pages):
        assert code not in place


def test_the_code_waits_in_the_session_as_a_digest(stale: Client, page: str) -> None:
    stale.post(page, TYPED)
    assert mailed_code() not in str(stale.session[PENDING])


def test_the_register_of_letters_shows_no_code(stale: Client, page: str, cast_now: Cast) -> None:
    stale.post(page, TYPED)
    code = mailed_code()
    letter = code_letters().get()
    desk = login(Client(), cast_now.manager)
    register = desk.get(reverse("admin:outbox_letter_changelist"))
    assert register.status_code == 200
    assert code not in register.content.decode()
    searched = desk.get(reverse("admin:outbox_letter_changelist"), {"q": code})
    assert letter.name not in searched.content.decode()
    one = desk.get(reverse("admin:outbox_letter_change", args=[letter.pk]), follow=True)
    assert code not in one.content.decode()


def test_what_was_typed_goes_no_further_than_the_server(stale: Client, page: str) -> None:
    """The choice waits in the session, not in a hidden field or a cookie."""
    shown = stale.post(page, TYPED)
    assert "jongeren" not in shown.content.decode()
    assert all("jongeren" not in cookie.value for cookie in stale.cookies.values())
