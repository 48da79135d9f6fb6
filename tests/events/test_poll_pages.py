"""The pages of a date poll: whose question a link opens, what is typed wrongly, and who sees it."""

from __future__ import annotations

import logging
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse

from events import actions
from events.actions.links import revoke_links
from events.models import BlockedPeriod, DatePoll, GuestLink, PollAnswer, PollInvitee
from events.workdays import add_working_days
from partners.actions import close_account
from partners.querysets import local_day
from schuldenlab.outbox.models import Letter
from tests.events.polling import Asked, asked, leaders, moments
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

    Enter = Callable[..., Client]

GONE = 410


@pytest.fixture(autouse=True)
def _in_english(request: pytest.FixtureRequest) -> None:
    if "today" in request.fixturenames:
        today = request.getfixturevalue("today")
        type(today.manager).objects.get_queryset().update(language="en")


def address(name: str, *values: Any) -> str:
    return reverse(f"events:{name}", args=values)


def said(poll: Asked, *words: str) -> dict[str, str]:
    return {f"option_{o.pk}": word for o, word in zip(poll.options, words, strict=True)}


# -- the link ------------------------------------------------------------------------------------


def test_the_link_answers_without_login(today: Cast, client: Client) -> None:
    poll = asked(today)
    url = poll.link(today.contact)
    page = client.get(url)
    assert page.status_code == 200
    text = text_of(page)
    assert "When can you come?" in text
    assert today.contact.name in text
    answer = client.post(url, said(poll, "yes", "no", "if_need_be"))
    assert (answer.status_code, answer["Location"]) == (302, url)
    assert [each.answer for each in poll.of(today.contact).answers.order_by("option")] == [
        *("yes", "no", "if_need_be"),
    ]
    again = text_of(client.get(url))
    assert "The answer is recorded" in again
    assert again.count(" checked") == 3
    assert "_auth_user_id" not in client.session


def test_looking_at_the_link_changes_nothing(today: Cast, client: Client) -> None:
    poll = asked(today)
    for _scanner in range(3):
        assert client.get(poll.link(today.contact)).status_code == 200
    assert client.head(poll.link(today.contact)).status_code == 200
    assert not PollAnswer.objects.exists()
    assert GuestLink.objects.filter(revoked_at__isnull=True).count() == 3


def test_the_page_of_a_link_keeps_to_itself(today: Cast, client: Client) -> None:
    poll = asked(today)
    for url in (poll.link(today.contact), address("poll-answer", "unknown")):
        headers = client.get(url).headers
        assert headers["Referrer-Policy"] == "strict-origin"
        assert "no-store" in headers["Cache-Control"]
        assert headers["X-Robots-Tag"] == "noindex, nofollow"


def test_a_link_says_nothing_of_others(today: Cast, client: Client) -> None:
    poll = asked(today)
    poll.answer(today.seat, "yes", "no", "if_need_be")
    text = text_of(client.get(poll.link(today.contact)))
    hidden = [today.seat.name, today.director.name, today.seat.email, today.contact.email]
    assert [each for each in hidden if each in text] == []
    assert " checked" not in text


def test_a_link_answers_only_for_its_own_person_and_poll(today: Cast, client: Client) -> None:
    poll = asked(today)
    client.post(
        poll.link(today.contact),
        {**said(poll, "yes", "yes", "yes"), "invitee": poll.of(today.seat).pk},
    )
    assert set(PollAnswer.objects.values_list("invitee", flat=True)) == {poll.of(today.contact).pk}
    for url in (
        address("poll-mine", poll.poll.pk),
        address("poll-detail", poll.poll.pk),
        poll.poll.meeting.get_absolute_url(),
    ):
        assert "/inloggen/" in client.get(url)["Location"]


def test_somebody_else_on_the_same_computer_answers_as_whom_the_link_names(
    today: Cast, enter: Enter
) -> None:
    poll = asked(today)
    enter(today.manager).post(poll.link(today.contact), said(poll, "no", "no", "no"))
    assert poll.of(today.contact).answered_at == today.at
    assert poll.of(today.seat).answered_at is None


def test_a_link_of_another_kind_of_question_opens_nothing_here(today: Cast, client: Client) -> None:
    poll = asked(today)
    invitation = poll.poll.meeting.invitees.create(person=today.contact, recorded_at=today.at)
    url = poll.link(today.contact)
    GuestLink.objects.filter(poll_invitee=poll.of(today.contact)).update(
        poll_invitee=None, invitee=invitation
    )
    assert client.get(url).status_code == GONE


@pytest.mark.parametrize("how", ["unknown", "shortened", "expired", "revoked", "left"])
def test_a_link_that_does_not_work_says_what_to_do(today: Cast, client: Client, how: str) -> None:
    poll = asked(today)
    url, moment = poll.link(today.contact), today.at
    if how == "unknown":
        url = address("poll-answer", "A" * 43)
    elif how == "shortened":
        url = url[:-3] + "/"
    elif how == "expired":
        moment = poll.options[-1].starts_at + timedelta(days=1)
    elif how == "revoked":
        assert revoke_links(poll.of(today.contact), at=today.at) == 1
    else:
        close_account(today.contact, actor=today.manager, at=today.at)
    with time_machine.travel(moment, tick=False):
        page = client.get(url)
        assert page.status_code == GONE
        text = unescape(page.content.decode())
        assert reverse("account_login") in text
        assert "Leaders" not in text
        assert "Projectleiders" not in text
        assert client.post(url, said(poll, "yes", "yes", "yes")).status_code == GONE
    assert not PollAnswer.objects.exists()


def test_a_link_lives_until_the_day_after_the_last_moment(today: Cast, client: Client) -> None:
    poll = asked(today)
    last = poll.options[-1].starts_at + timedelta(hours=23)
    with time_machine.travel(last, tick=False):
        assert client.get(poll.link(today.contact)).status_code == 200


def test_tokens_cannot_be_guessed(today: Cast) -> None:
    """Each has 256 bits of chance, and nothing of it can be read from another."""
    poll = asked(today)
    tokens = [poll.link(p).split("/")[2] for p in (today.seat, today.contact, today.director)]
    assert {len(each) for each in tokens} == {43}
    assert len({each[:8] for each in tokens}) == 3
    digests = set(GuestLink.objects.values_list("token_sha256", flat=True))
    assert {len(each) for each in digests} == {64}
    assert not digests & set(tokens)


def test_no_log_holds_the_token_even_when_we_fail() -> None:
    url = address("poll-answer", "geheim")
    line = logging.LogRecord("django.request", 40, "", 0, "Error: %s", (url,), None)
    line.request = f"<WSGIRequest: GET '{url}'>"
    formatter = logging.config.dictConfigClass(settings.LOGGING)
    written = formatter.configure_formatter(dict(settings.LOGGING["formatters"]["plain"])).format(
        line
    )
    assert "geheim" not in written
    assert written.count("/prik/.../") == 2


def test_a_forged_form_does_not_answer(today: Cast) -> None:
    poll, strict = asked(today), Client(enforce_csrf_checks=True)
    url = poll.link(today.contact)
    assert strict.post(url, said(poll, "yes", "yes", "yes")).status_code == 403
    assert not PollAnswer.objects.exists()


def test_a_half_answer_is_named_and_kept(today: Cast, client: Client) -> None:
    poll = asked(today)
    given = said(poll, "yes", "maybe", "no")
    del given[f"option_{poll.options[2].pk}"]
    page = client.post(poll.link(today.contact), given)
    assert page.status_code == 422
    text = text_of(page)
    assert "There are 2 errors in the form" in text
    assert text.count(" checked") == 1
    assert not PollAnswer.objects.exists()


def test_after_the_last_day_and_after_the_choice(today: Cast, client: Client) -> None:
    poll = asked(today)
    url, option = poll.link(today.contact), poll.options[1]
    late = add_working_days(poll.poll.closes_on, 1)
    with time_machine.travel(today.at.replace(month=late.month, day=late.day), tick=False):
        assert "The last day to answer has passed" in text_of(client.get(url))
        posted = client.post(url, said(poll, "yes", "yes", "yes"))
        assert posted.status_code == 422
        assert "Please call the kernteam" in text_of(posted)
    actions.choose_date(poll.poll, option=option, place="Zaal", actor=today.manager, at=today.at)
    text = text_of(client.get(url))
    assert "The date is chosen" in text
    assert "Zaal" in text
    assert "<form" not in text.split("<main")[1].split("</main")[0]
    assert client.post(url, said(poll, "yes", "yes", "yes")).status_code == 422


def test_a_withdrawn_poll_says_so(today: Cast, client: Client) -> None:
    poll = asked(today)
    actions.withdraw_poll(poll.poll, actor=today.manager, at=today.at)
    assert "This date poll is withdrawn" in text_of(client.get(poll.link(today.contact)))


def test_the_page_speaks_the_language_of_who_is_asked(today: Cast, client: Client) -> None:
    poll = asked(today)
    type(today.contact).objects.get_queryset().update(language="nl")
    page = client.get(poll.link(today.contact))
    assert page["Content-Language"] == "nl"
    type(today.contact).objects.get_queryset().update(language="en")
    page = client.get(poll.link(today.contact))
    assert (page["Content-Language"], "When can you come?" in text_of(page)) == ("en", True)


# -- logged in -----------------------------------------------------------------------------------


def test_who_is_asked_answers_when_logged_in(today: Cast, enter: Enter) -> None:
    poll = asked(today)
    client, url = enter(today.seat), address("poll-mine", poll.poll.pk)
    assert client.get(poll.poll.get_absolute_url())["Location"] == url
    assert client.post(url, said(poll, "yes", "yes", "no")).status_code == 302
    assert poll.of(today.seat).answered_at == today.at
    assert "Change my answer" in text_of(client.get(poll.poll.meeting.get_absolute_url()))
    assert enter(today.substitute).get(url).status_code == 404
    assert enter(today.manager).get(url).status_code == 403


def test_the_kernteam_records_what_it_heard_by_phone(today: Cast, enter: Enter) -> None:
    poll = asked(today)
    client = enter(today.staff)
    url = address("poll-behalf", poll.poll.pk, poll.of(today.contact).pk)
    assert today.contact.name in text_of(client.get(url))
    answer = client.post(url, said(poll, "yes", "no", "no"))
    assert answer["Location"] == poll.poll.get_absolute_url()
    assert poll.of(today.contact).answered_at == today.at
    actions.withdraw_poll(poll.poll, actor=None, at=today.at)
    other = Asked(
        today,
        actions.open_poll(
            poll.poll.meeting,
            options=moments(today.at),
            closes_on=local_day(today.at),
            actor=None,
            at=today.at,
        ),
    )
    mixed = address("poll-behalf", other.poll.pk, poll.of(today.contact).pk)
    assert client.get(mixed).status_code == 404


# -- the answers ---------------------------------------------------------------------------------


def test_the_kernteam_sees_totals_the_best_and_who_is_missing(today: Cast, enter: Enter) -> None:
    poll = asked(today, today.seat, today.contact, today.director, today.seat_GD)
    poll.answer(today.seat, "yes", "no", "yes")
    poll.answer(today.contact, "if_need_be", "no", "yes")
    page = enter(today.manager).get(poll.poll.get_absolute_url())
    results = page.context["results"]
    assert [(c.tally.gladly, c.tally.if_need_be, c.tally.cannot) for c in results.columns] == [
        *((1, 1, 0), (0, 0, 2), (2, 0, 0)),
    ]
    assert [column.is_best for column in results.columns] == [False, False, True]
    assert (results.answered, results.asked) == (2, 4)
    assert [(each.name, each.is_whole) for each in results.missing] == [
        ("Gemeente Duinstad", True),
        ("Bank Noordzee", False),
    ]
    text = text_of(page)
    assert "Best: 2 of 4 can" in text
    assert text.count("Nobody has answered") == 1


def test_equal_moments_are_all_best_and_nothing_is_without_answers(
    today: Cast, enter: Enter
) -> None:
    poll, client = asked(today), enter(today.manager)
    columns = client.get(poll.poll.get_absolute_url()).context["results"].columns
    assert not [each for each in columns if each.is_best]
    poll.answer(today.seat, "yes", "no", "yes")
    columns = client.get(poll.poll.get_absolute_url()).context["results"].columns
    assert [each.is_best for each in columns] == [True, False, True]


def test_the_page_costs_the_same_with_more_people_and_moments(today: Cast, enter: Enter) -> None:
    poll, client = asked(today, count=2), enter(today.manager)
    few = cost_of(client, poll.poll.get_absolute_url())
    actions.add_options(
        poll.poll, options=moments(today.at, 10)[2:], actor=today.manager, at=today.at
    )
    for person in (today.seat_GD, today.seat_EZ, today.seat_CH, today.substitute):
        PollInvitee.objects.create(poll=poll.poll, person=person, recorded_at=today.at)
        poll.answer(person, *["yes"] * 10)
    many = cost_of(client, poll.poll.get_absolute_url())
    assert few.queries == many.queries


def test_choosing_fixes_the_date(today: Cast, enter: Enter) -> None:
    poll, client = asked(today), enter(today.manager)
    option = poll.options[2]
    url = address("poll-choose", poll.poll.pk, option.pk)
    assert client.get(url).status_code == 200
    answer = client.post(url, {"subject": "Samen", "place": "Zaal"})
    assert answer["Location"] == poll.poll.meeting.get_absolute_url()
    meeting = type(poll.poll.meeting).objects.get(pk=poll.poll.meeting_id)
    assert (meeting.starts_at, meeting.subject, meeting.place) == (
        option.starts_at,
        *("Samen", "Zaal"),
    )
    late = client.get(url, follow=True)
    assert "This date poll is over" in text_of(late)
    assert client.post(url).status_code == 422


def test_reminding_and_withdrawing_by_a_button(today: Cast, enter: Enter) -> None:
    poll, client = asked(today), enter(today.manager)
    url = address("poll-remind", poll.poll.pk)
    assert "3 people have not answered" in text_of(client.get(url))
    assert "3 reminders are sent" in text_of(client.post(url, follow=True))
    assert client.post(url).status_code == 422
    assert client.post(address("poll-withdraw", poll.poll.pk)).status_code == 302
    assert DatePoll.objects.get().status == "withdrawn"


# -- making one ----------------------------------------------------------------------------------


def form(meeting: Any, client: Client, **facts: Any) -> dict[str, Any]:
    """What the form shows, as a browser would send it, with some of it changed."""
    page = client.get(address("poll-open", meeting.pk))
    initial = page.context["form"].initial
    closes_on = initial["closes_on"].strftime("%d-%m-%Y")
    return {"days": initial["days"], "clock": "14.30", "closes_on": closes_on, **facts}


def test_the_calendar_proposes_days_that_are_ticked(today: Cast, enter: Enter) -> None:
    meeting, client = leaders(today), enter(today.manager)
    sent = form(meeting, client, others="08-10-2026 9:15\n")
    answer = client.post(address("poll-open", meeting.pk), sent)
    poll = DatePoll.objects.get()
    assert answer["Location"] == poll.get_absolute_url()
    starts = [
        each.astimezone(today.at.tzinfo)
        for each in poll.options.values_list("starts_at", flat=True)
    ]
    assert starts[0].strftime("%d-%m-%Y %H:%M") == "08-10-2026 09:15"
    assert [each.date().isoformat() for each in starts[1:]] == sent["days"]
    assert {each.strftime("%H:%M") for each in starts[1:]} == {"14:30"}
    assert Letter.objects.filter(template="events/mail/poll_opened.txt").count() == 3
    assert client.get(address("poll-open", meeting.pk)).status_code == 302


def test_what_cannot_be_is_shown_with_why_and_has_no_box(today: Cast, enter: Enter) -> None:
    meeting, client = leaders(today), enter(today.manager)
    first = add_working_days(local_day(today.at), 25)
    BlockedPeriod.objects.create(
        title="Vakantie", title_en="Holidays", first_on=first, last_on=first, recorded_at=today.at
    )
    text = text_of(client.get(address("poll-open", meeting.pk)))
    assert f'value="{first.isoformat()}"' not in text
    assert ": Holidays" in text
    assert 'value="2026-12-25"' not in text
    assert "25 December: Christmas Day" in text.replace("\N{NO-BREAK SPACE}", " ")
    posted = client.post(
        address("poll-open", meeting.pk), form(meeting, client, days=[first.isoformat()])
    )
    assert posted.status_code == 422
    assert "This day cannot be chosen" in text_of(posted)


def test_wrong_lines_are_named_one_by_one_and_nothing_is_lost(today: Cast, enter: Enter) -> None:
    meeting, client = leaders(today), enter(today.manager)
    typed = "31-02-2026 14.00\r\nmorgen\r\n25-12-2026 10.00\r\n01-12-2026 25.00\r\n01-12-0001 10.00"
    sent = form(meeting, client, others=typed, note="Zie u dan.", closes_on="gisteren")
    page = client.post(address("poll-open", meeting.pk), sent)
    assert page.status_code == 422
    text = text_of(page)
    for line in ("31-02-2026 14.00", "morgen", "01-12-2026 25.00", "01-12-0001 10.00"):
        assert f"“{line}” is no day with a time" in text
    assert "“25-12-2026 10.00” cannot be: Christmas Day" in text
    assert "Write the date as day-month-year" in text
    assert "Zie u dan." in text
    assert text.count(" checked") == len(sent["days"])
    assert not DatePoll.objects.exists()


def test_a_refusal_stands_above_the_form(today: Cast, enter: Enter) -> None:
    meeting, client = leaders(today), enter(today.manager)
    sent = form(meeting, client, days=[])
    page = client.post(address("poll-open", meeting.pk), sent)
    assert page.status_code == 422
    assert "Propose from 2 to 12 moments" in text_of(page)


def test_moments_are_added_from_the_same_calendar(today: Cast, enter: Enter) -> None:
    poll, client = asked(today), enter(today.manager)
    url = address("poll-add", poll.poll.pk)
    assert "In it already" in text_of(client.get(url))
    day = moments(today.at, 4)[3].date().isoformat()
    assert client.post(url, {"days": [day], "clock": "10.00"}).status_code == 302
    assert poll.poll.options.count() == 4
    again = client.post(url, {"days": [day], "clock": "10.00"})
    assert again.status_code == 422
    assert "in the date poll already" in text_of(again)


# -- the page of the meeting ---------------------------------------------------------------------


def test_the_page_of_the_meeting_shows_the_poll(today: Cast, enter: Enter) -> None:
    meeting = leaders(today)
    url, start = meeting.get_absolute_url(), address("poll-open", meeting.pk)
    assert start in text_of(enter(today.manager).get(url))
    assert start not in text_of(enter(today.seat).get(url))
    poll = Asked(
        today,
        actions.open_poll(
            meeting,
            options=moments(today.at),
            closes_on=local_day(today.at),
            actor=None,
            at=today.at,
        ),
    )
    poll.answer(today.contact, "yes", "yes", "yes")
    for who, shown, hidden in (
        (today.manager, "See the answers", "Say when you can"),
        (today.seat, "Say when you can", "See the answers"),
    ):
        text = text_of(enter(who).get(url))
        assert "1 of 3 people have answered" in text
        assert shown in text
        assert hidden not in text
    assert "have answered" not in text_of(enter(today.substitute).get(url))
