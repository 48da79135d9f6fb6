"""Answers on the card itself: one press on the home page does it, says so, and comes back home."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation

from events import actions as events
from events.models import Reply
from funding.models import StepInAnswer
from partners.models import Involvement, Review
from tests.funding.records import make_plan
from tests.portal.test_stepin_duties import offered

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from events.models import Meeting
    from tests.cast import Cast

    Enter = Callable[..., Client]

HOME = reverse("portal:home")
DAY = timedelta(days=1)


@pytest.fixture
def meeting(today: Cast) -> Meeting:
    """A network meeting in a month, to which everybody is invited."""
    known: dict[str, Any] = {"actor": today.manager, "at": today.at}
    series = events.add_series(
        today.framework,
        duty="network",
        title="Netwerkbijeenkomst",
        audience="network",
        per_year=0,
        reply_days=14,
        colleagues=2,
        duration_minutes=210,
        **known,
    )
    day = today.at.date()
    window = day, day + 60 * DAY
    found = events.add_meeting(series, year=day.year, window=window, **known)
    begins = today.at + 30 * DAY
    events.schedule_meeting(found, starts_at=begins, subject="Samen?", place="Zaal", **known)
    return found


def press(client: Client, value: str = "", back: str = "home", at: str = "") -> Any:
    """The button on a card, as a browser without script presses it; `at` is in its address."""
    asks = client.get(HOME).context["asks"]
    [ask] = [each for each in asks if each.buttons and at in each.post_url]
    button = next(each for each in ask.buttons if not value or each.value == value)
    return client.post(ask.post_url, {button.name: button.value, "back": back})


def said(answer: Any) -> str:
    """What the page after it tells."""
    return " ".join(str(each) for each in get_messages(answer.wsgi_request))


@pytest.mark.parametrize("value", ["yes", "no"])
def test_coming_or_not(today: Cast, enter: Enter, meeting: Meeting, value: str) -> None:
    client = enter(today.director)
    answer = press(client, value)
    assert (answer.status_code, answer["Location"]) == (302, HOME)
    reply = Reply.objects.get(invitee__person=today.director)
    assert (reply.answer, reply.recorded_at) == (value, today.at)
    words = said(answer)
    assert "Samen?" in words
    assert reverse("events:meeting-reply", args=[meeting.pk]) in words, "the way to change it"
    page = client.get(HOME)
    assert not [each for each in page.context["asks"] if each.buttons]
    [coming] = page.context["meetings"]
    assert coming.badge[0] == {"yes": "met", "no": "open"}[value]


def test_the_card_sends_a_token_and_says_where_it_comes_from(
    today: Cast, enter: Enter, meeting: Meeting
) -> None:
    html = enter(today.director).get(HOME).content.decode()
    card = html.split('class="sl-ask sl-ask--first"')[1].split("</li>")[0]
    assert f'action="{reverse("events:meeting-reply", args=[meeting.pk])}"' in card
    for part in ("csrfmiddlewaretoken", 'name="back" value="home"', 'value="yes"', 'value="no"'):
        assert part in card
    assert meeting.get_absolute_url() in card, "the programme"


@pytest.mark.parametrize("back", ["", "https://elsewhere.example/", "//elsewhere.example", "/x/"])
def test_back_leads_nowhere_but_home(
    today: Cast, enter: Enter, meeting: Meeting, back: str
) -> None:
    answer = press(enter(today.director), "yes", back)
    assert answer["Location"] == meeting.get_absolute_url()


def test_a_link_answers_nothing(today: Cast, enter: Enter, meeting: Meeting) -> None:
    url = reverse("events:meeting-reply", args=[meeting.pk])
    assert enter(today.director).get(url, {"answer": "yes", "back": "home"}).status_code == 200
    assert not Reply.objects.exists()


def test_what_is_refused_stays_on_its_own_page(today: Cast, enter: Enter, meeting: Meeting) -> None:
    url = reverse("events:meeting-reply", args=[meeting.pk])
    answer = enter(today.director).post(url, {"answer": "maybe", "back": "home"})
    assert answer.status_code == 422
    assert not Reply.objects.exists()


def test_the_same_as_last_year(today: Cast, enter: Enter) -> None:
    partner, year = today["FV"], today.at.year + 1
    with time_machine.travel(today.at + 200 * DAY, tick=False):
        answer = press(enter(today.contact))
    assert answer["Location"] == HOME
    chosen = Involvement.objects.get(organisation=partner, year=year)
    assert chosen.forms == ["knowledge"]
    assert reverse("partners:involvement-choose", args=[partner.pk]) in said(answer)


def test_everything_is_right(today: Cast, enter: Enter) -> None:
    partner, then = today["FV"], today.at + 400 * DAY
    url = reverse("partners:organisation-review", args=[partner.pk])
    with time_machine.travel(then, tick=False):
        client = enter(today.contact)
        asks = client.get(HOME).context["asks"]
        [ask] = [each for each in asks if each.post_url == url]
        assert not ask.has_main_button, "looking comes first"
        answer = press(client, at=url)
    assert answer["Location"] == HOME
    assert Review.objects.filter(organisation=partner, reviewed_at=then).count() == 1


@pytest.mark.parametrize("value", ["later", "no"])
def test_later_and_no_ask_no_reason(today: Cast, enter: Enter, value: str) -> None:
    offered(today, make_plan(today, today.at), today.at)
    answer = press(enter(today.contact), value)
    assert answer["Location"] == HOME
    given = StepInAnswer.objects.get()
    assert (given.answer, given.offer.organisation) == (value, today["FV"])
    assert given.offer.get_absolute_url() in said(answer)


def test_an_action_is_done(today: Cast, enter: Enter, meeting: Meeting) -> None:
    begun: datetime = today.at - DAY
    type(meeting).objects.filter(pk=meeting.pk).update(starts_at=begun)
    meeting.refresh_from_db()
    action = events.add_action(
        meeting,
        text="Lijst maken",
        owner=today.contact,
        due_on=today.at.date() + 5 * DAY,
        actor=today.manager,
        at=today.at,
    )
    answer = press(enter(today.contact))
    assert answer["Location"] == HOME
    action.refresh_from_db()
    assert action.status == "done"
    assert "Lijst maken" in said(answer)


def test_who_may_not_answer_cannot(today: Cast, enter: Enter, meeting: Meeting) -> None:
    url = reverse("events:meeting-reply", args=[meeting.pk])
    assert enter(today.outsider).post(url, {"answer": "yes", "back": "home"}).status_code == 404
    url = reverse("partners:organisation-review", args=[today["BN"].pk])
    assert enter(today.contact).post(url, {"back": "home"}).status_code in {403, 404}


def test_words_at_home_are_of_the_reader(today: Cast, enter: Enter, meeting: Meeting) -> None:
    type(today.director).objects.filter(pk=today.director.pk).update(language="en")
    with translation.override("en"):
        assert "Recorded: you come to “Samen?” on " in said(press(enter(today.director), "yes"))
