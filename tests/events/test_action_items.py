"""Actions of meetings: given, done by link, dropped, opened again, reminded of, coming back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from events import actions, tasks
from events.models import ActionItem, GuestLink
from events.proceedings import proceedings_of
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.programme.pages import text_of

from .minuting import DAY, FIRST, SECOND, act_of, approved, hold, meetings
from .records import at

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
LINK = re.compile(r"/actie/[\w-]+/")


def letters(kind: str) -> list[Letter]:
    return list(Letter.objects.filter(template=f"events/mail/action_{kind}.txt").order_by("pk"))


def link_in(letter: Letter) -> str:
    found = LINK.search(letter.html)
    assert found, letter.html
    return found[0]


def at_clock(day: date, clock: str = "10:00") -> Any:
    return at(day.year, day.month, day.day, clock)


def test_the_owner_gets_a_letter_with_a_link(cast: Cast) -> None:
    first, _second = meetings(cast)
    action = act_of(cast, first, cast.contact)
    (letter,) = letters("given")
    assert letter.person_id == cast.contact.pk
    assert letter.is_secret
    assert "Voorbeeldgesprek maken" in letter.text
    for words in ("“Netwerk 1”", "16\N{NO-BREAK SPACE}april 2026"):
        assert words in letter.text
    assert action.organisation == cast["FV"]
    assert GuestLink.objects.get().token_sha256 not in letter.html
    facts = Entry.objects.get(verb="add_action").facts
    assert facts == {"meeting": first.pk, "owner": cast.contact.pk, "due_on": "2026-10-01"}


def test_what_cannot_be_written_down(cast: Cast) -> None:
    first, second = meetings(cast)
    with pytest.raises(Refused, match="last day"):
        act_of(cast, first, cast.contact, due_on=FIRST.date())
    with pytest.raises(Refused, match="not begun"):
        act_of(cast, first, cast.contact, at=FIRST - timedelta(minutes=1))
    cast.contact.is_active = False
    with pytest.raises(Refused, match="no account"):
        act_of(cast, second, cast.contact)
    assert not ActionItem.objects.exists()
    assert not Letter.objects.exists()


def test_no_action_for_a_meeting_that_is_closed(cast: Cast) -> None:
    minutes = approved(cast)
    with pytest.raises(Refused, match="approved"):
        act_of(cast, minutes.meeting, cast.contact)


def test_done_by_the_link_in_the_mail(today: Cast, client: Client) -> None:
    first, _second = meetings(today)
    action, other = (act_of(today, first, today.contact, text=each) for each in ("Een", "Twee"))
    path = link_in(letters("given")[0])
    page = client.get(path)
    assert page.status_code == 200
    assert "Een" in text_of(page)
    assert "Twee" not in text_of(page)
    assert page.headers["Referrer-Policy"] == "strict-origin"
    assert "no-cache" in page.headers["Cache-Control"]
    action.refresh_from_db()
    assert action.status == "open"
    assert client.post(path, {"note": "Samen gedaan."}).url == path
    action.refresh_from_db()
    other.refresh_from_db()
    assert (action.status, action.note, other.status) == ("done", "Samen gedaan.", "open")
    entry = Entry.objects.get(verb="finish_action")
    assert (entry.actor_id, entry.facts) == (today.contact.pk, {"status": "done"})
    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 422
    assert Entry.objects.filter(verb="finish_action", result="done").count() == 1


def test_a_link_that_is_too_old_taken_back_or_made_up(today: Cast, client: Client) -> None:
    first, _second = meetings(today)
    action = act_of(today, first, today.contact)
    path = link_in(letters("given")[0])
    link = GuestLink.objects.get()
    assert link.expires_at.date() >= action.due_on + timedelta(days=59)
    for change in ({"expires_at": today.at}, {"revoked_at": today.at}):
        before = {name: getattr(link, name) for name in change}
        GuestLink.objects.update(**change)
        assert client.get(path).status_code == client.post(path).status_code == 410
        GuestLink.objects.update(**before)
    made_up = reverse("events:action-finish", args=["x" * 43])
    answer = client.get(made_up)
    assert answer.status_code == 410
    assert action.text not in text_of(answer)
    assert client.post(made_up).status_code == 410
    with pytest.raises(Refused, match="does not work"):
        actions.finish_by_link("x", at=today.at)
    assert ActionItem.objects.get().status == "open"


def test_dropped_with_a_reason_and_without_links(today: Cast, client: Client) -> None:
    first, _second = meetings(today)
    action = act_of(today, first, today.contact)
    path = link_in(letters("given")[0])
    known = {"actor": today.manager, "at": today.at}
    with pytest.raises(Refused, match="few words"):
        actions.drop_action(action, reason=" ", **known)
    actions.drop_action(action, reason="Een ander deed het.", **known)
    assert "Een ander deed het." in letters("dropped")[0].text
    assert client.get(path).status_code == 410
    assert "Een ander" not in str(Entry.objects.get(verb="drop_action").facts)
    with pytest.raises(Refused):
        actions.finish_action(action, actor=today.contact, at=today.at)


def test_opened_again_with_another_day(cast: Cast) -> None:
    first, _second = meetings(cast)
    action = act_of(cast, first, cast.contact)
    actions.finish_action(action, note="Klaar", actor=cast.contact, at=FIRST + 2 * DAY)
    with pytest.raises(Refused, match="last day"):
        actions.reopen_action(action, due_on=FIRST.date(), actor=None, at=cast.at)
    day = date(2026, 11, 2)
    actions.reopen_action(action, due_on=day, actor=cast.manager, at=cast.at)
    assert (action.status, action.note, action.due_on) == ("open", "", day)
    assert len(letters("reopened")) == 1


# -- reminders -----------------------------------------------------------------------------------


def test_reminded_three_working_days_before_and_once_after(cast: Cast) -> None:
    first, _second = meetings(cast)
    act_of(cast, first, cast.contact)  # until Thursday 1 October
    days = {"reminder": date(2026, 9, 28), "late": date(2026, 10, 2)}
    assert actions.remind_actions(at_clock(date(2026, 9, 25))) == 0
    assert actions.remind_actions(at_clock(date(2026, 9, 26))) == 0  # a Saturday
    assert actions.remind_actions(at_clock(days["reminder"], "08:59")) == 0
    for kind, day in days.items():
        links = GuestLink.objects.count()
        assert actions.remind_actions(at_clock(day)) == 1
        assert actions.remind_actions(at_clock(day, "11:00")) == 0
        assert len(letters(kind)) == 1
        assert GuestLink.objects.count() == links + 1
    assert actions.remind_actions(at_clock(date(2026, 10, 9))) == 0
    assert actions.remind_actions(at_clock(date(2026, 11, 9))) == 0


def test_nobody_is_reminded_of_what_is_done(cast: Cast) -> None:
    first, _second = meetings(cast)
    actions.finish_action(act_of(cast, first, cast.contact), actor=None, at=cast.at)
    cast.seat.is_active = True
    act_of(cast, first, cast.seat)
    type(cast.seat).objects.filter(pk=cast.seat.pk).update(is_active=False)
    assert actions.remind_actions(at_clock(date(2026, 9, 28))) == 0


def test_the_clock_may_come_twice(today: Cast) -> None:
    first, _second = meetings(today)
    act_of(today, first, today.contact, due_on=date(2026, 9, 24))
    assert tasks.remind_actions() == 1
    assert tasks.remind_actions() == 0
    assert len(letters("reminder")) == 1


# -- coming back ---------------------------------------------------------------------------------


def test_open_ones_come_back_until_they_are_done(cast: Cast) -> None:
    first, second = meetings(cast)
    hold(cast, first)
    action = act_of(cast, first, cast.contact, due_on=date(2026, 9, 1))
    assert [each.pk for each in ActionItem.objects.returning_to(second)] == [action.pk]
    assert not ActionItem.objects.returning_to(first).exists()
    (row,) = proceedings_of(second, SECOND)["actions"]
    assert (row["status"], row["is_new"]) == ("late", False)
    actions.finish_action(action, actor=cast.contact, at=SECOND)
    assert proceedings_of(second, SECOND)["actions"] == []
    assert proceedings_of(first, SECOND)["actions"][0]["status"] == "done"
