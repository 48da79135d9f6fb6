"""What every door does: 404, 403, 422 with all that was typed, and 409 for who lost a race."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape

from programme.models import Ballot, Commitment, RaadResponse, Vote
from programme.models import Programmaraad as Raad
from schuldenlab.audit.models import Entry
from tests.cast import Cast, login
from tests.house.world import adopt, open_motion

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.house.world import World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def world(world_now: World) -> World:
    return world_now


def said(sentence: str) -> str:
    """A sentence of the product as a Dutch page shows it."""
    with translation.override("nl"):
        dutch = translation.gettext(sentence)
    assert dutch != sentence
    return escape(dutch)


def vote_page(ballot: Ballot) -> str:
    return reverse("programme:ballot-vote", args=[ballot.pk])


# -- who comes in --------------------------------------------------------------------------------


def test_who_is_not_logged_in_comes_back_after_the_login(world: World, client: Client) -> None:
    page = vote_page(world.open)
    answer = client.get(page)
    assert answer.status_code == 302
    assert answer["Location"] == f"{reverse('account_login')}?next={page}"
    assert client.post(page, {"choice": "for"}).status_code == 302
    assert Vote.objects.count() == 8


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ["contact", "outsider", "former", "director"])
def test_what_is_not_visible_does_not_exist(
    world: World, client: Client, role: str, method: str
) -> None:
    """An open ballot is for the raad that votes, and for the kernteam."""
    login(client, getattr(world.cast, role))
    answer = getattr(client, method)(vote_page(world.open), {"choice": "for"})
    assert answer.status_code == 404
    assert "Steunt u deze motie" not in answer.content.decode()
    unknown = getattr(client, method)(reverse("programme:ballot-vote", args=[10**9]))
    assert answer.content == unknown.content


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_visible_but_not_allowed_is_forbidden(
    world: World, client: Client, method: str
) -> None:
    login(client, world.cast.manager)
    assert client.get(world.open.get_absolute_url()).status_code == 200
    assert getattr(client, method)(vote_page(world.open), {"choice": "for"}).status_code == 403
    login(client, world.cast.contact)
    assert client.get(world.closed.get_absolute_url()).status_code == 200
    assert getattr(client, method)(vote_page(world.closed), {"choice": "for"}).status_code == 403
    assert Vote.objects.filter(ballot=world.open).count() == 2


def test_a_closed_account_is_nobody(world: World, client: Client) -> None:
    login(client, world.cast.seat)
    type(world.cast.seat).objects.filter(pk=world.cast.seat.pk).update(is_active=False)
    assert client.get(vote_page(world.open)).status_code == 302


# -- looking and acting --------------------------------------------------------------------------


def test_looking_changes_nothing(world: World, client: Client) -> None:
    login(client, world.cast.seat_EZ)
    before = Entry.objects.count()
    assert client.get(vote_page(world.open), {"choice": "for"}).status_code == 200
    assert client.head(vote_page(world.open)).status_code == 200
    assert Entry.objects.count() == before
    assert world.open.votes.count() == 2


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_other_methods_are_refused(world: World, client: Client, method: str) -> None:
    login(client, world.cast.seat)
    assert getattr(client, method)(vote_page(world.open)).status_code in {403, 405}
    assert world.open.votes.count() == 2


def test_an_act_leads_on(world: World, client: Client) -> None:
    login(client, world.cast.seat_EZ)
    answer = client.post(vote_page(world.open), {"choice": "against", "reason": "Te duur."})
    vote = world.open.votes.get(entitlement__organisation=world.cast["EZ"])
    assert answer.status_code == 302
    assert answer["Location"] == reverse("programme:vote-receipt", args=[vote.pk])
    assert (vote.choice, vote.reason, vote.person) == ("against", "Te duur.", world.cast.seat_EZ)


# -- what was typed ------------------------------------------------------------------------------


def test_a_mistake_in_the_form_keeps_what_was_typed(world: World, client: Client) -> None:
    login(client, world.cast.seat_EZ)
    answer = client.post(vote_page(world.open), {"choice": "", "reason": "Lang over nagedacht."})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Lang over nagedacht." in page
    assert said("Choose for, against or abstain.") in page
    assert world.open.votes.count() == 2


def late(world: World) -> Ballot:
    """Its deadline has passed, but the clock has not come yet."""
    at = world.cast.at
    return open_motion(world.cast, at - 3 * DAY, at - HOUR)


def test_a_refusal_is_a_sentence_above_what_was_typed(world: World, client: Client) -> None:
    ballot = late(world)
    login(client, world.cast.seat_EZ)
    answer = client.post(vote_page(ballot), {"choice": "for", "reason": "Lang over nagedacht."})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said("This ballot is closed. Your vote was not counted.") in page
    assert "Lang over nagedacht." in page
    assert not ballot.votes.exists()


def test_a_refusal_is_audited(world: World, client: Client) -> None:
    ballot = late(world)
    login(client, world.cast.seat_EZ)
    client.post(vote_page(ballot), {"choice": "for"})
    entry = Entry.objects.filter(result="refused").get()
    assert (entry.verb, entry.subject_type, entry.subject_id) == (
        "programme.cast_vote",
        "programme.ballot",
        str(ballot.pk),
    )
    assert (entry.actor_id, entry.origin) == (world.cast.seat_EZ.pk, "web")
    assert entry.request_id


def test_the_same_holds_on_the_plain_page_of_an_act(world: World, client: Client) -> None:
    Raad.objects.filter(pk=world.next_raad.pk).update(respond_by=timezone.now() - HOUR)
    login(client, world.cast.contact)
    page = reverse("programme:raad-respond", args=[world.next_raad.year])
    answer = client.post(page, {"text": "Wij missen het onderwijs."})
    assert answer.status_code == 422
    assert "Wij missen het onderwijs." in answer.content.decode()
    assert said("The time to respond is over.") in answer.content.decode()
    assert not RaadResponse.objects.exists()


# -- two at once ---------------------------------------------------------------------------------


def wait_until_blocked(sessions: int = 1) -> None:
    """Until somebody waits for a lock that this connection holds."""
    with connection.cursor() as cursor:
        for _attempt in range(500):
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
            )
            if cursor.fetchone()[0] >= sessions:
                return
            cursor.execute("SELECT pg_sleep(0.01), pg_stat_clear_snapshot()")
    raise AssertionError


def in_a_thread(answers: list[Any], act: Callable[[], Any]) -> threading.Thread:
    def run() -> None:
        try:
            answers.append(act())
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@pytest.mark.django_db(transaction=True)
def test_who_loses_a_race_gets_a_page_and_not_an_error(cast_now: Cast) -> None:
    """Two directors answer for one partner in the same moment; the constraint decides."""
    programme = adopt(cast_now, cast_now.at - 40 * DAY)
    loser = login(Client(), cast_now.director)
    page = reverse("programme:commitment-give", args=[programme.year, cast_now["BN"].pk])
    typed = {"answer": "not_now", "reason": "Eerst de begroting."}
    answers: list[Any] = []
    with transaction.atomic():
        Commitment.objects.create(
            programme=programme,
            organisation=cast_now["BN"],
            ordinal=1,
            answer="yes",
            person=cast_now.seat,
            given_on=timezone.localdate(),
            at=timezone.now(),
        )
        thread = in_a_thread(answers, lambda: loser.post(page, typed))
        wait_until_blocked()
    thread.join()
    (answer,) = answers
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Eerst de begroting." in shown
    assert said("Somebody did this at the same moment. Look and try again.") in shown
    assert Commitment.objects.get().answer == "yes"
    assert Entry.objects.filter(result="refused", verb="programme.give_commitment").count() == 1
    assert loser.post(page, typed).status_code == 302
    assert Commitment.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_ever(cast_now: Cast, client: Client) -> None:
    ballot = open_motion(cast_now, cast_now.at, cast_now.at + DAY)
    login(client, cast_now.seat)
    release, held = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            Ballot.objects.select_for_update().get(pk=ballot.pk)
            held.set()
            release.wait()

    thread = in_a_thread([], hold)
    try:
        assert held.wait(10)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        answer = client.post(vote_page(ballot), {"choice": "for", "reason": "Nu meteen."})
    finally:
        release.set()
        thread.join()
        connection.close()  # the next test gets the usual patience
    assert answer.status_code == 409
    assert "Nu meteen." in answer.content.decode()
    assert not ballot.votes.exists()


@pytest.mark.parametrize("path", ["/", "/beheer/", "/partners/999/", "/bestaat-niet/"])
def test_what_may_be_done_at_a_page_is_told_to_nobody(
    cast_now: Cast, client: Client, path: str
) -> None:
    for visitor in (client, login(Client(), cast_now.manager)):
        answer = visitor.options(path)
        assert (answer.status_code, answer.content) == (405, b"")
        assert answer["Allow"] == "GET, HEAD, POST"
