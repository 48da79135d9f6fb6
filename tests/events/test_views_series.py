"""The pages of series and of periods without meetings: who, what is typed wrongly, what changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from events import actions
from events.forms.series import parse_windows
from events.models import BlockedPeriod, Meeting, MeetingSeries, StandingGuest
from tests.events.records import at, network, schedule, slots
from tests.events.test_views import ACCOUNTS, INSIDERS, KERNTEAM, address, speak_english, statuses
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

ONE_BY_ONE = {
    **dict.fromkeys(KERNTEAM, 200),
    **dict.fromkeys(INSIDERS - KERNTEAM, 403),
    **dict.fromkeys(ACCOUNTS - INSIDERS, 404),
}
IN_ALL = {who: 200 if who in KERNTEAM else 403 for who in ACCOUNTS}


def typed(series: MeetingSeries, **facts: Any) -> dict[str, Any]:
    """What the form of a series sends when nothing else is changed."""
    data: dict[str, Any] = {
        "per_year": series.per_year,
        "windows": "01-03 t/m 31-05\n01-10 t/m 10-12",
        "duration_minutes": series.duration_minutes,
        "usual_time": "10.00",
        "lead_days": series.lead_days,
        "poll_days": series.poll_days,
        "reply_days": series.reply_days,
        "colleagues": series.colleagues,
        **facts,
    }
    return {name: value for name, value in data.items() if value is not None}


# -- who -----------------------------------------------------------------------------------------


def test_who_sees_the_series(today: Cast, enter: Enter) -> None:
    series = slots(today)[0].series
    assert statuses(today, enter, address("series-list")) == IN_ALL
    for name in ("series-detail", "series-change", "series-guest-add"):
        assert statuses(today, enter, address(name, series.pk)) == ONE_BY_ONE, name


def test_who_sees_periods_without_meetings(today: Cast, enter: Enter) -> None:
    assert statuses(today, enter, address("blocked-list")) == {
        who: 200 if who in INSIDERS else 403 for who in ACCOUNTS
    }
    assert statuses(today, enter, address("blocked-add")) == IN_ALL


def test_nobody_else_changes_anything(today: Cast, enter: Enter) -> None:
    series = slots(today)[0].series
    before = list(MeetingSeries.objects.values())
    for who in ACCOUNTS - KERNTEAM:
        client = enter(getattr(today, who))
        client.post(address("series-change", series.pk), typed(series, lead_days=3))
        client.post(address("blocked-add"), period())
    assert list(MeetingSeries.objects.values()) == before
    assert not BlockedPeriod.objects.exists()


# -- a series ------------------------------------------------------------------------------------


def test_the_form_shows_the_series_as_it_is(today: Cast, enter: Enter) -> None:
    series = slots(today)[0].series
    form = enter(today.manager).get(address("series-change", series.pk)).context["form"]
    assert form.initial["windows"] == "01-03 t/m 31-05\n01-10 t/m 10-12"
    assert (form.initial["per_year"], form.initial["lead_days"]) == (2, 10)


def test_the_kernteam_changes_a_series(today: Cast, enter: Enter) -> None:
    """Both windows of this year have begun or ended on 23 September; next year's come."""
    series = slots(today)[0].series
    url = address("series-change", series.pk)
    data = typed(series, windows="1/3 - 31/5\n15.09 tot 30.11", lead_days=25, is_public="on")
    page = enter(today.staff).post(url, data, follow=True)
    assert page.redirect_chain == [(address("series-detail", series.pk), 302)]
    series.refresh_from_db()
    assert series.windows == [["03-01", "05-31"], ["09-15", "11-30"]]
    assert (series.lead_days, series.is_public) == (25, True)
    opens = Meeting.objects.live().filter(ordinal=2).values_list("window_opens_on", flat=True)
    assert list(opens) == [date(2026, 9, 15), date(2027, 9, 15)]
    assert "25" in text_of(page)


def test_fewer_than_the_framework_asks_is_done_and_said(today: Cast, enter: Enter) -> None:
    series = slots(today)[0].series
    url = address("series-change", series.pk)
    page = enter(today.manager).post(url, typed(series, per_year=1, windows=""), follow=True)
    assert [each.level_tag for each in page.context["messages"]] == ["warning", "success"]
    series.refresh_from_db()
    assert (series.per_year, series.windows) == (1, [])


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"per_year": 3}, "windows"),
        ({"per_year": -1}, "per_year"),
        ({"per_year": 53, "windows": ""}, "per_year"),
        ({"per_year": "twee"}, "per_year"),
        ({"windows": "maart tot mei\n01-10 t/m 10-12"}, "windows"),
        ({"windows": "01-03\n01-10 t/m 10-12"}, "windows"),
        ({"windows": "31-02 t/m 31-05\n01-10 t/m 10-12"}, "windows"),
        ({"windows": "31-05 t/m 01-03\n01-10 t/m 10-12"}, "windows"),
        ({"windows": "01-03 t/m 31-10\n01-10 t/m 10-12"}, "windows"),
        ({"windows": "01-03-2026 t/m 31-05-2026\n01-10 t/m 10-12"}, "windows"),
        ({"per_year": 1, "windows": "25-12 t/m 26-12"}, "windows"),
        ({"per_year": 9, "windows": "01-03 t/m 03-03"}, "windows"),
        ({"usual_time": "25.00"}, "usual_time"),
        ({"duration_minutes": 5}, "duration_minutes"),
        ({"lead_days": ""}, "lead_days"),
        ({"poll_days": 0}, "poll_days"),
        ({"colleagues": 21}, "colleagues"),
        ({"reply_days": "x"}, "reply_days"),
    ],
)
def test_what_is_typed_wrongly_is_kept_and_said(
    today: Cast, enter: Enter, facts: dict[str, Any], field: str | None
) -> None:
    series = slots(today)[0].series
    url = address("series-change", series.pk)
    page = enter(today.manager).post(url, typed(series, **{"lead_days": 77, **facts}))
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field or "__all__"]
    if "lead_days" not in facts:
        assert 'value="77"' in text_of(page)
    assert MeetingSeries.objects.get(pk=series.pk).lead_days == 10


windows = st.lists(
    st.dates(date(2024, 1, 1), date(2024, 12, 31)), min_size=2, max_size=8, unique=True
).map(lambda days: sorted(days)[: len(days) // 2 * 2])


@given(windows, st.sampled_from(["t/m", "-", "tot", "until", "–"]))
def test_what_is_typed_is_what_is_kept(days: list[date], between: str) -> None:
    pairs = list(zip(days[::2], days[1::2], strict=True))
    text = "\n\n".join(f" {one:%d-%m} {between} {other:%d-%m}" for one, other in reversed(pairs))
    assert parse_windows(text) == [[f"{one:%m-%d}", f"{other:%m-%d}"] for one, other in pairs]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parse_windows(text)
    except forms.ValidationError:
        return
    assert all(first <= last for first, last in found)


def test_a_standing_guest_comes_and_goes(today: Cast, enter: Enter) -> None:
    series, client = slots(today)[0].series, enter(today.manager)
    url = address("series-guest-add", series.pk)
    assert client.post(url, {"person": today.outsider.pk, "reason": ""}).status_code == 422
    client.post(url, {"person": today.outsider.pk, "reason": "Wethouder"})
    guest = StandingGuest.objects.get()
    assert (guest.person, guest.reason) == (today.outsider, "Wethouder")
    assert client.post(url, {"person": today.outsider.pk, "reason": "x"}).status_code == 422
    page = client.get(address("series-detail", series.pk))
    assert "Ot Buiten" in text_of(page)
    end = address("series-guest-end", series.pk, guest.pk)
    assert client.post(end).status_code == 302
    assert "Ot Buiten" not in text_of(client.get(address("series-detail", series.pk)))
    assert client.post(end).status_code == 422


def test_a_guest_of_another_series_is_not_there(today: Cast, enter: Enter) -> None:
    series = slots(today)[0].series
    other = network(today, duty="raad", audience="raad", per_year=0, windows=[])
    known: dict[str, Any] = {"actor": today.manager, "at": today.at}
    guest = actions.add_standing_guest(other, person=today.seat, reason="x", **known)
    url = address("series-guest-end", series.pk, guest.pk)
    assert enter(today.manager).get(url).status_code == 404
    assert enter(today.manager).post(url).status_code == 404


# -- periods without meetings --------------------------------------------------------------------


def period(**facts: str) -> dict[str, str]:
    return {"title": "Herfst", "first_on": "17-10-2026", "last_on": "25-10-2026", **facts}


def test_a_period_comes_and_goes(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    assert client.post(address("blocked-add"), period()).status_code == 302
    found = BlockedPeriod.objects.get()
    seen = text_of(enter(today.contact).get(address("blocked-list")))
    assert "Herfst" in seen
    withdraw = address("blocked-withdraw", found.pk)
    assert withdraw not in seen
    client = enter(today.manager)
    assert client.post(withdraw).status_code == 302
    assert "Herfst" not in text_of(client.get(address("blocked-list")))
    assert client.post(withdraw).status_code == 422


def test_a_period_over_a_meeting_leaves_it_and_says_so(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[1]
    schedule(meeting, at(2026, 10, 25, "23:30"), today.at)
    page = enter(today.manager).post(address("blocked-add"), period(), follow=True)
    assert [each.level_tag for each in page.context["messages"]] == ["warning", "success"]
    meeting.refresh_from_db()
    assert meeting.status == "scheduled"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": ""}, "title"),
        ({"first_on": "32-10-2026"}, "first_on"),
        ({"last_on": "16-10-2026"}, "last_on"),
        ({"last_on": "17-10-2027"}, None),
    ],
)
def test_a_period_that_cannot_be(
    today: Cast, enter: Enter, facts: dict[str, str], field: str | None
) -> None:
    page = enter(today.manager).post(address("blocked-add"), period(**facts))
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field or "__all__"]
    assert not BlockedPeriod.objects.exists()


def test_no_date_is_suggested_in_such_a_period(today: Cast, enter: Enter) -> None:
    meeting, client = slots(today)[1], enter(today.manager)
    url = address("meeting-schedule", meeting.pk)
    assert client.get(url).context["form"].initial["starts_on"] == date(2026, 10, 7)
    client.post(address("blocked-add"), period(first_on="01-10-2026"))
    assert client.get(url).context["form"].initial["starts_on"] == date(2026, 10, 26)
    facts = {"starts_on": "20-10-2026", "starts_time": "14.00"}
    page = client.post(url, facts)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["nevertheless"]


def test_a_slot_after_its_period_says_until_when_it_can_be_held(today: Cast, enter: Enter) -> None:
    slots(today)
    speak_english(today)
    with time_machine.travel(at(2026, 12, 14), tick=False):
        page = text_of(enter(today.manager).get(address("year", 2026)))
    page = page.replace("\N{NO-BREAK SPACE}", " ")
    assert "Should have been held from 1 October until 10 December; still possible until" in page
    assert "To be held from 1 March" in text_of(
        enter(today.manager).get(address("year", 2027))
    ).replace("\N{NO-BREAK SPACE}", " ")


# -- how it stands -------------------------------------------------------------------------------


def test_the_year_says_how_each_duty_stands(today: Cast, enter: Enter) -> None:
    speak_english(today)
    slots(today, lead_days=30)
    page = enter(today.contact).get(address("year", 2026))
    [group] = page.context["groups"]
    panel = group["panel"]
    assert (panel["badge"]["status"], panel["figures"]) == ("warn", ["2 without a date"])
    text = text_of(page).replace("\N{NO-BREAK SPACE}", " ")
    assert "2 meetings are asked" in text
    # The second last free day is 30 December; thirty working days before is 17 November.
    assert "Fix the date on 17 November at the latest" in text
    assert address("series-list") not in text
    assert address("series-list") in text_of(enter(today.manager).get(address("year", 2026)))


def test_pages_cost_the_same(today: Cast, enter: Enter) -> None:
    client, series = enter(today.manager), slots(today)[0].series
    client.post(address("blocked-add"), period())
    urls = [address("series-list"), address("series-detail", series.pk), address("blocked-list")]
    before = [cost_of(client, url).queries for url in urls]
    for duty in ("leaders", "inspiration"):
        network(today, duty=duty)
    actions.plan_cadence(at=today.at)
    known: dict[str, Any] = {"actor": today.manager, "at": today.at}
    for name in ("seat", "contact", "director"):
        actions.add_standing_guest(series, person=getattr(today, name), reason="x", **known)
        week = {"first_on": date(2026, 10, 1), "last_on": date(2026, 10, 7)}
        actions.add_blocked_period(title=name, **week, **known)
        actions.change_series(series, facts={"lead_days": series.lead_days + 1}, **known)
    assert [cost_of(client, url).queries for url in urls] == before
