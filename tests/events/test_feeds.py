"""Calendars to subscribe to: who sees what, what it costs, and that they can be taken back."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from events import actions
from events.models import CalendarFeed, Meeting, MeetingDate, MeetingSeries
from schuldenlab.audit.models import Entry
from schuldenlab.settings.parts.logs import render_line
from tests.events.invited import DATE, NOW, dated, invite, read
from tests.events.records import at, network, schedule
from tests.house.world import open_motion
from tests.programme.pages import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

PAGE = reverse("events:my-calendar")
PUBLIC = reverse("events:public-feed")


def start(cast: Cast, role: str = "seat") -> str:
    person = getattr(cast, role)
    return actions.start_feed(person, actor=person, at=cast.at)


def events_of(path: str, **headers: Any) -> list[Any]:
    answer = Client().get(path, **headers)
    assert answer.status_code == 200
    return read(answer.content).contents.get("vevent", [])


def titles(path: str) -> set[str]:
    return {event.summary.value for event in events_of(path)}


def steering(cast: Cast, title: str, number: int) -> Meeting:
    """A meeting of a stuurgroep in two weeks."""
    series, _new = MeetingSeries.objects.get_or_create(
        framework=cast.framework, duty="steering", title="S", audience="steering", per_year=0
    )
    day = cast.at.date()
    return Meeting.objects.create(
        series=series,
        year=day.year,
        ordinal=number,
        subject=title,
        window_opens_on=day,
        window_closes_on=day,
        status="scheduled",
        starts_at=cast.at + timedelta(days=14),
    )


# -- the address -----------------------------------------------------------------------------------


def test_only_a_hash_of_the_address_is_kept(cast: Cast) -> None:
    path = start(cast)
    token = path.rpartition("/")[2].removesuffix(".ics")
    feed = CalendarFeed.objects.get()
    assert token not in str(CalendarFeed.objects.values().get())
    assert len(token) >= 43
    entry = Entry.objects.get(verb="start_feed")
    assert (entry.actor_id, entry.subject_id) == (cast.seat.pk, str(feed.pk))
    assert token not in str(entry.facts)


def test_a_new_address_ends_the_one_before(today: Cast) -> None:
    first = start(today)
    second = start(today)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    assert CalendarFeed.objects.holding().count() == 1
    assert CalendarFeed.objects.count() == 2


def test_what_is_revoked_or_made_up_is_not_there(today: Cast) -> None:
    path = start(today)
    feed = CalendarFeed.objects.get()
    for _again in range(2):
        actions.revoke_feed(feed, actor=today.seat, at=today.at)
    assert Client().get(path).status_code == 404
    assert Client().get(reverse("events:feed", args=["x" * 43])).status_code == 404
    assert Entry.objects.filter(verb="revoke_feed").count() == 1


def test_who_left_has_no_calendar_any_more(today: Cast) -> None:
    path = start(today)
    type(today.seat).objects.get_queryset().filter(pk=today.seat.pk).update(is_active=False)
    assert Client().get(path).status_code == 404


def test_looking_is_all_that_one_can_do(today: Cast) -> None:
    for path in (start(today), PUBLIC):
        assert Client().post(path).status_code == 405
        assert Client().put(path).status_code == 405
        answer = Client().head(path)
        assert (answer.status_code, answer.content) == (200, b"")


def test_no_log_tells_the_address() -> None:
    line = render_line(None, "error", {"event": "/agenda/geheim-Token_1.ics broke"})
    assert "geheim" not in line
    assert "/agenda/" in line


# -- what stands in it -----------------------------------------------------------------------------


def test_it_says_what_it_is(today: Cast) -> None:
    dated(today, "seat")
    answer = Client().get(start(today))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["Referrer-Policy"] == "no-referrer"
    calendar = read(answer.content)
    assert calendar.contents["x-wr-calname"][0].value == "Schuldenlab070"
    assert calendar.contents["refresh-interval"][0].value == "PT4H"
    assert calendar.contents["refresh-interval"][0].params["VALUE"] == ["DURATION"]
    assert calendar.method.value == "PUBLISH"
    (event,) = calendar.contents["vevent"]
    assert event.sequence.value == "0"
    assert event.transp.value == "OPAQUE"
    assert "attendee" not in event.contents
    assert answer.content.count(b"BEGIN:VTIMEZONE") == 1


def test_only_what_the_person_may_see(today: Cast) -> None:
    dated(today, "seat")
    mine, _other = steering(today, "Mijn stuurgroep", 1), steering(today, "Andermans", 2)
    invite(today, mine, "contact")
    gone = steering(today, "Niet meer", 3)
    invite(today, gone, "contact")
    gone.invitees.update(withdrawn_at=today.at)
    assert titles(start(today, "contact")) == {"Samen sneller helpen", "Mijn stuurgroep"}
    assert titles(start(today, "seat")) == {"Samen sneller helpen"}
    assert titles(start(today, "manager")) >= {"Andermans", "Niet meer", "Mijn stuurgroep"}


def test_who_is_no_insider_sees_what_it_is_invited_to(today: Cast) -> None:
    dated(today, "outsider")
    steering(today, "Andermans", 1)
    assert titles(start(today, "outsider")) == {"Samen sneller helpen"}
    assert titles(start(today, "former")) == set()


def test_who_is_invited_to_something_may_subscribe(
    today: Cast, enter: Callable[..., Client]
) -> None:
    assert enter(today.outsider).get(PAGE).status_code == 403
    dated(today, "outsider")
    assert enter(today.outsider).get(PAGE).status_code == 200


def test_only_what_one_is_invited_to_takes_ones_time(today: Cast) -> None:
    dated(today, "seat")
    assert [each.transp.value for each in events_of(start(today, "seat"))] == ["OPAQUE"]
    assert [each.transp.value for each in events_of(start(today, "contact"))] == ["TRANSPARENT"]


def test_what_has_no_date_any_more_is_gone(today: Cast) -> None:
    meeting, path = dated(today, "seat"), start(today)
    assert len(events_of(path)) == 1
    actions.call_off_meeting(meeting, reason="Staking.", actor=today.manager, at=today.at)
    assert events_of(path) == []


def test_from_the_year_before_until_the_next(today: Cast) -> None:
    series = network(today)
    day = today.at.date()
    for number, year in enumerate((2024, 2025, 2026, 2027, 2028), start=1):
        Meeting.objects.create(
            series=series,
            year=year,
            ordinal=number,
            subject=str(year),
            window_opens_on=day,
            window_closes_on=day,
            status="scheduled",
            starts_at=at(year, 12, 31, "23:00"),
        )
    assert titles(start(today)) == {"2025", "2026", "2027"}


def test_deadlines_of_ballots_stand_in_it_for_who_votes(today: Cast) -> None:
    ballot = open_motion(today, today.at, today.at + timedelta(days=7))
    (event,) = events_of(start(today, "seat"))
    assert event.uid.value.startswith(f"ballot-{ballot.pk}@")
    assert event.transp.value == "TRANSPARENT"
    assert events_of(start(today, "contact")) == []


# -- 304 -------------------------------------------------------------------------------------------


def test_nothing_new_is_304_and_every_change_is_not(today: Cast) -> None:
    meeting, path, client = dated(today, "seat"), start(today), Client()

    def etag() -> str:
        tag: str = client.get(path)["ETag"]
        same = client.get(path, headers={"If-None-Match": tag})
        assert (same.status_code, same.content, same["ETag"]) == (304, b"", tag)
        assert same["Cache-Control"] == "private, no-cache"
        return tag

    tags = [etag()]
    with time_machine.travel(today.at + timedelta(hours=5), tick=False):
        assert etag() == tags[0]
    actions.correct_meeting(meeting, subject="Anders", place="Zee", actor=None, at=today.at)
    tags.append(etag())
    schedule(meeting, at(2026, 11, 26), today.at)
    tags.append(etag())
    Meeting.objects.filter(pk=meeting.pk).update(lead="Waarover?")
    tags.append(etag())
    Meeting.objects.filter(pk=meeting.pk).update(duration_minutes=30)
    tags.append(etag())
    open_motion(today, today.at, today.at + timedelta(days=7))
    tags.append(etag())
    type(today.seat).objects.get_queryset().filter(pk=today.seat.pk).update(language="en")
    tags.append(etag())
    meeting.invitees.update(withdrawn_at=today.at)
    tags.append(etag())
    assert len(set(tags)) == len(tags)


def many(cast: Cast, count: int) -> None:
    """So many more meetings with a date, this year and the years around it."""
    series = network(cast) if not cast.framework.series.exists() else cast.framework.series.get()
    day = cast.at.date()
    known = Meeting.objects.count()
    meetings = Meeting.objects.bulk_create(
        Meeting(
            series=series,
            year=day.year,
            ordinal=known + number + 1,
            subject=f"Bijeenkomst {known + number}",
            window_opens_on=day,
            window_closes_on=day,
            status="scheduled",
            starts_at=cast.at + timedelta(hours=number - count // 2),
        )
        for number in range(count)
    )
    MeetingDate.objects.bulk_create(
        MeetingDate(meeting=each, starts_at=each.starts_at) for each in meetings
    )


def test_five_hundred_meetings_cost_what_three_cost(today: Cast) -> None:
    many(today, 3)
    path, client = start(today), Client()
    client.get(path)
    seen = []
    for more in (0, 497):
        many(today, more)
        with counted() as cost:
            answer = client.get(path)
        seen.append((cost.queries, len(read(answer.content).contents["vevent"])))
        with counted() as cost:
            again = client.get(path, headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304
        seen.append((cost.queries, cost.rows))
    # The subscription, two for who that is, one version, the ballots; and then the meetings.
    assert seen == [(7, 3), (6, 3), (7, 500), (6, 3)]


# -- for everybody ---------------------------------------------------------------------------------


def test_what_is_public_says_what_and_when_and_no_more(today: Cast) -> None:
    meeting = dated(today, "seat")
    steering(today, "Geheim", 1)
    assert events_of(PUBLIC) == []
    calendar = reverse("portal:public-calendar")
    assert "Samen sneller helpen" not in Client().get(calendar).content.decode()
    MeetingSeries.objects.filter(pk=meeting.series_id).update(is_public=True)
    (event,) = events_of(PUBLIC)
    assert event.summary.value == "Samen sneller helpen"
    assert event.dtstart.value.hour == 14
    assert not {"location", "description", "url", "attendee"} & event.contents.keys()
    answer = Client().get(PUBLIC)
    assert answer["Cache-Control"] == "public, max-age=300"
    again = Client().get(PUBLIC, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert calendar in Client().get(reverse("portal:public")).content.decode()
    assert PUBLIC in Client().get(calendar).content.decode()


# -- pages -----------------------------------------------------------------------------------------


def test_the_address_is_shown_once(today: Cast, enter: Callable[..., Client]) -> None:
    dated(today, "seat")
    client = enter(today.seat)
    assert "/agenda/" not in client.get(PAGE).content.decode()
    page = client.post(PAGE)
    assert page["Cache-Control"] == "private, no-store"
    text = page.content.decode()
    address = re.search(r"<code>(http[^<]+\.ics)</code>", text)
    assert address
    path = "/" + address[1].split("/", 3)[3]
    assert f'href="webcal://{address[1].partition("://")[2]}"' in text
    assert len(events_of(path)) == 1
    after = client.get(PAGE).content.decode()
    assert path not in after
    assert reverse("events:feed-revoke") in after
    done = client.post(reverse("events:feed-revoke"), follow=True)
    assert done.redirect_chain[-1][0] == PAGE
    assert Client().get(path).status_code == 404
    assert client.get(reverse("events:feed-revoke")).status_code == 404


def test_nobody_stops_the_calendar_of_somebody_else(
    today: Cast, enter: Callable[..., Client]
) -> None:
    start(today, "contact")
    assert enter(today.seat).post(reverse("events:feed-revoke")).status_code == 404
    assert CalendarFeed.objects.holding().count() == 1


def test_one_meeting_as_a_file(today: Cast, enter: Callable[..., Client]) -> None:
    meeting = dated(today, "seat")
    url = reverse("events:meeting-entry", args=[meeting.pk])
    page = enter(today.seat).get(meeting.get_absolute_url()).content.decode()
    assert url in page
    answer = enter(today.seat).get(url)
    assert answer["Content-Disposition"] == f'attachment; filename="bijeenkomst-{meeting.pk}.ics"'
    event = read(answer.content).vevent
    assert event.uid.value == f"meeting-{meeting.pk}@localhost"
    hidden = reverse("events:meeting-entry", args=[steering(today, "Geheim", 1).pk])
    assert enter(today.seat).get(hidden).status_code == 404
    actions.call_off_meeting(meeting, reason="Staking.", actor=today.manager, at=today.at)
    assert enter(today.seat).get(url).status_code == 404
    assert url not in enter(today.seat).get(meeting.get_absolute_url()).content.decode()


def test_the_card_says_whether_the_calendar_follows(
    today: Cast, enter: Callable[..., Client]
) -> None:
    meeting = dated(today, "seat")
    cards = {
        role: enter(getattr(today, role)).get(meeting.get_absolute_url()).context["entry"]
        for role in ("seat", "contact")
    }
    assert cards == {"seat": {"is_mailed": True}, "contact": {"is_mailed": False}}


def test_the_kernteam_changes_and_cancels_through_pages(
    today: Cast, enter: Callable[..., Client]
) -> None:
    meeting = dated(today, "seat")
    client = enter(today.manager)
    correct = reverse("events:meeting-correct", args=[meeting.pk])
    cancel = reverse("events:meeting-cancel", args=[meeting.pk])
    assert correct in client.get(meeting.get_absolute_url()).content.decode()
    assert "Zaal De Vliet" in client.get(correct).content.decode()
    client.post(correct, {"subject": "Anders", "place": "Zaal Zee"})
    meeting.refresh_from_db()
    assert (meeting.subject, meeting.place, meeting.sequence) == ("Anders", "Zaal Zee", 1)
    assert client.get(cancel).status_code == 302
    assert client.post(cancel, {"reason": "Nee."}).status_code == 422
    MeetingSeries.objects.filter(pk=meeting.series_id).update(per_year=0)
    assert cancel in client.get(meeting.get_absolute_url()).content.decode()
    assert client.post(cancel, {"reason": ""}).status_code == 422
    done = client.post(cancel, {"reason": "Niet nodig."}, follow=True)
    assert done.status_code == 200
    meeting.refresh_from_db()
    assert meeting.status == "cancelled"
    for url in (correct, cancel):
        assert enter(today.seat).get(url).status_code == 403
        assert enter(today.outsider).get(url).status_code == 404


@pytest.mark.parametrize("moment", [NOW, DATE])
def test_no_entry_for_what_has_begun(
    today: Cast, enter: Callable[..., Client], moment: Any
) -> None:
    meeting = dated(today, "seat")
    with time_machine.travel(moment, tick=False):
        page = enter(today.seat).get(meeting.get_absolute_url())
    assert bool(page.context["entry"]) == (moment == NOW)
