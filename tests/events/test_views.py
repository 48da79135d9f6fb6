"""The pages of meetings: who sees and does what, what is typed wrongly, and at which cost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import translation

from events import actions
from events.models import Attendance, BlockedPeriod, Meeting
from events.views.words import span_words
from schuldenlab.outbox.models import Letter
from tests.events.records import at, held, schedule, slots
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
APRIL = at(2026, 4, 16)


def address(name: str, *values: Any) -> str:
    return reverse(f"events:{name}", args=values)


def statuses(cast: Cast, enter: Enter, url: str) -> dict[str, int]:
    return {who: enter(getattr(cast, who)).get(url).status_code for who in ACCOUNTS}


def speak_english(cast: Cast) -> None:
    type(cast.manager).objects.get_queryset().update(language="en")


# -- who -----------------------------------------------------------------------------------------


def test_who_sees_the_year(today: Cast, enter: Enter) -> None:
    slots(today)
    assert statuses(today, enter, address("year", 2026)) == {
        who: 200 if who in INSIDERS else 403 for who in ACCOUNTS
    }
    assert enter(today.contact).get(address("now")).url == address("year", 2026)
    assert enter(today.outsider).get(address("now")).status_code == 403


def test_who_sees_a_meeting(today: Cast, enter: Enter) -> None:
    meeting = held(today, slots(today)[0], APRIL)
    assert statuses(today, enter, meeting.get_absolute_url()) == {
        who: 200 if who in INSIDERS else 404 for who in ACCOUNTS
    }


@pytest.mark.parametrize("act", ["meeting-schedule", "meeting-call-off", "meeting-hold"])
def test_who_may_act(today: Cast, enter: Enter, act: str) -> None:
    meeting = slots(today)[1]
    schedule(meeting, at(2026, 10, 8), today.at)
    url = address(act, meeting.pk)
    expected = dict.fromkeys(INSIDERS - KERNTEAM, 403) | dict.fromkeys(ACCOUNTS - INSIDERS, 404)
    assert statuses(today, enter, url) == expected | dict.fromkeys(KERNTEAM, 200)
    before = list(Meeting.objects.values())
    for who in ACCOUNTS - KERNTEAM:
        posted = enter(getattr(today, who)).post(url, {"reason": "x"})
        assert posted.status_code == expected[who]
    assert list(Meeting.objects.values()) == before


def test_what_was_held_gets_no_other_date(today: Cast, enter: Enter) -> None:
    meeting = held(today, slots(today)[0], APRIL)
    asked = enter(today.manager).get(address("meeting-schedule", meeting.pk))
    assert (asked.status_code, asked.url) == (302, meeting.get_absolute_url())


def test_acts_are_shown_to_the_kernteam_only(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[1]
    link = address("meeting-schedule", meeting.pk)
    for url in (address("year", 2026), meeting.get_absolute_url()):
        assert link in text_of(enter(today.manager).get(url))
        assert link not in text_of(enter(today.director).get(url))


# -- the year ------------------------------------------------------------------------------------


def test_the_year_by_series(today: Cast, enter: Enter) -> None:
    speak_english(today)
    first, second = slots(today)
    held(today, first, APRIL)
    page = enter(today.contact).get(address("year", 2026))
    [group] = page.context["groups"]
    assert (group["series"].duty, group["held"]) == ("network", 1)
    assert [row["meeting"] for row in group["rows"]] == [first, second]
    assert [row["badge"]["status"] for row in group["rows"]] == ["met", "open"]
    html = text_of(page)
    assert 'id="network"' in html
    assert "1 of 2 held" in html
    assert "from 1\N{NO-BREAK SPACE}October until 10\N{NO-BREAK SPACE}December" in html
    assert (page.context["previous_year"], page.context["next_year"]) == (None, 2027)


def test_a_date_that_passed_asks_for_attendance(today: Cast, enter: Enter) -> None:
    speak_english(today)
    meeting = slots(today)[0]
    schedule(meeting, APRIL, at(2026, 1, 3))
    assert "Not recorded yet who was there" in text_of(
        enter(today.contact).get(address("year", 2026))
    )
    page = enter(today.manager).get(meeting.get_absolute_url())
    assert address("meeting-hold", meeting.pk) in text_of(page)


def test_a_year_without_meetings(today: Cast, enter: Enter) -> None:
    page = enter(today.contact).get(address("year", 2031))
    assert (page.status_code, page.context["groups"]) == (200, [])


@pytest.mark.parametrize("year", [0, 1999, 2200, 99999])
def test_a_year_that_cannot_be(today: Cast, enter: Enter, year: int) -> None:
    assert enter(today.contact).get(f"/bijeenkomsten/jaar/{year}/").status_code == 404


# -- fixing a date -------------------------------------------------------------------------------


def typed(**facts: str) -> dict[str, str]:
    return {"starts_on": "12-11-2026", "starts_time": "14.00", **facts}


def test_a_date_is_suggested(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[1]
    form = enter(today.manager).get(address("meeting-schedule", meeting.pk)).context["form"]
    assert form.initial["starts_on"] == date(2026, 10, 7)  # ten working days after 23 September
    assert "7\N{NO-BREAK SPACE}oktober" in form.fields["starts_on"].help_text
    assert "reason" not in form.fields


def test_no_suggestion_when_the_window_closes_too_soon(today: Cast, enter: Enter) -> None:
    meeting = slots(today, lead_days=90)[1]
    form = enter(today.manager).get(address("meeting-schedule", meeting.pk)).context["form"]
    assert form.initial["starts_on"] is None
    assert "90 " in form.fields["starts_on"].help_text


def test_the_kernteam_fixes_a_date_and_another(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[1]
    client, url = enter(today.staff), address("meeting-schedule", meeting.pk)
    page = client.post(url, typed(subject="Samen", place="online"), follow=True)
    assert page.redirect_chain == [(meeting.get_absolute_url(), 302)]
    assert [str(each.level_tag) for each in page.context["messages"]] == ["success"]
    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.subject) == (at(2026, 11, 12), "Samen")
    form = client.get(url).context["form"]
    assert (form.initial["starts_on"], form.initial["subject"]) == (date(2026, 11, 12), "Samen")
    client.post(url, typed(starts_time="15:30", reason="Later"))
    assert [row.reason for row in meeting.dates.all()] == ["", "Later"]
    meeting.refresh_from_db()
    assert meeting.starts_at == at(2026, 11, 12, "15:30")


@pytest.mark.parametrize(
    ("day", "clock", "warnings"),
    [
        ("16-12-2026", "14.00", 1),
        ("14-11-2026", "14.00", 1),
        ("26-12-2026", "14.00", 2),
        ("12-11-2026", "6.45", 1),
        ("12-11-2026", "22.15", 1),
        ("15-11-2026", "00.45", 2),
        ("19-11-2026", "14.00", 1),
    ],
)
def test_an_unusual_moment_is_asked_about_before_any_mail(
    today: Cast, enter: Enter, day: str, clock: str, warnings: int
) -> None:
    meeting = slots(today)[1]
    blocked = {"first_on": date(2026, 11, 19), "last_on": date(2026, 11, 20)}
    BlockedPeriod.objects.create(title="Vrij", recorded_at=today.at, **blocked)
    client, url = enter(today.manager), address("meeting-schedule", meeting.pk)
    facts = typed(starts_on=day, starts_time=clock, place="Zaal 3")
    asked = client.post(url, facts)
    assert asked.status_code == 422
    form = asked.context["form"]
    assert list(form.errors) == ["nevertheless"]
    assert len(form.errors["nevertheless"]) == warnings
    assert 'value="Zaal 3"' in text_of(asked)
    meeting.refresh_from_db()
    assert (meeting.status, Letter.objects.count()) == ("planned", 0)
    mark = form.fields["nevertheless"].widget.attrs["value"]
    assert client.post(url, {**facts, "nevertheless": mark}).status_code == 302
    meeting.refresh_from_db()
    assert meeting.status == "scheduled"


def test_the_tick_is_for_one_moment_only(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[1]
    client, url = enter(today.manager), address("meeting-schedule", meeting.pk)
    mark = at(2026, 11, 14).isoformat()
    other = client.post(url, typed(starts_on="15-11-2026", nevertheless=mark))
    assert other.status_code == 422
    assert " checked" not in text_of(other)
    usual = client.post(url, typed(starts_on="dinsdag", nevertheless=mark))
    assert "nevertheless" not in usual.context["form"].fields
    long = typed(starts_on="14-11-2026", nevertheless=mark, place="x" * 200)
    assert " checked" in text_of(client.post(url, long))


def test_a_usual_moment_is_not_asked_about(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[1]
    client, url = enter(today.manager), address("meeting-schedule", meeting.pk)
    assert "nevertheless" not in client.get(url).context["form"].fields
    assert client.post(url, typed()).status_code == 302


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "morgen"}, "starts_on"),
        ({"starts_on": "31-02-2026"}, "starts_on"),
        ({"starts_on": "01-01-0001"}, "starts_on"),
        ({"starts_time": ""}, "starts_time"),
        ({"starts_time": "25.00"}, "starts_time"),
        ({"starts_time": "twee uur"}, "starts_time"),
        ({"subject": "x" * 121}, "subject"),
        ({"place": "\x00"}, "place"),
        ({"starts_on": "22-09-2026"}, None),
        ({"starts_on": "12-11-2027"}, None),
        ({"starts_on": "31-12-9999", "starts_time": "23.59"}, None),
    ],
)
def test_what_cannot_be_a_date(
    today: Cast, enter: Enter, facts: dict[str, str], field: str | None
) -> None:
    meeting = slots(today)[1]
    url = address("meeting-schedule", meeting.pk)
    page = enter(today.manager).post(url, typed(**{"place": "Zaal 3", **facts}))
    assert page.status_code == 422
    assert page.context["form"].errors[field or "__all__"]
    if "place" not in facts:
        assert 'value="Zaal 3"' in text_of(page)
    meeting.refresh_from_db()
    assert meeting.status == "planned"


def test_the_time_of_a_meeting_is_kept_together() -> None:
    with translation.override("nl"):
        assert " " not in span_words(at(2026, 11, 12), 90)


# -- calling off and holding ---------------------------------------------------------------------


def test_calling_off_needs_a_reason(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[1]
    schedule(meeting, at(2026, 10, 8), today.at)
    client, url = enter(today.manager), address("meeting-call-off", meeting.pk)
    assert client.post(url, {"reason": " "}).status_code == 422
    assert client.post(url, {"reason": "Staking"}).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.status, meeting.starts_at) == ("planned", None)
    assert client.post(url, {"reason": "Nog eens"}).status_code == 422


def test_recording_who_was_there(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[0]
    schedule(meeting, APRIL, at(2026, 1, 3))
    client, url = enter(today.staff), address("meeting-hold", meeting.pk)
    names = [str(row["check"].choice_label) for row in client.get(url).context["form"].rows()]
    assert names == sorted(names)
    assert "Waterbedrijf Kust" not in names
    bank, fund = today["BN"].pk, today["FV"].pk
    facts = {"organisations": [bank, fund], f"people_{bank}": "4"}
    page = client.post(url, facts, follow=True)
    assert page.redirect_chain == [(meeting.get_absolute_url(), 302)]
    found = Attendance.objects.values_list("organisation_id", "people")
    assert dict(found) == {bank: 4, fund: 1}
    seen = enter(today.contact).get(meeting.get_absolute_url()).context["attendances"]
    assert [row.organisation.name for row in seen] == ["Bank Noordzee", "Fonds Vlietland"]
    assert enter(today.staff).post(url, facts).status_code == 422


def test_a_number_without_a_tick_counts(today: Cast, enter: Enter) -> None:
    """Who types how many were there says that they were."""
    meeting = slots(today)[0]
    schedule(meeting, APRIL, at(2026, 1, 3))
    bank, fund = today["BN"].pk, today["FV"].pk
    url = address("meeting-hold", meeting.pk)
    page = enter(today.staff).post(url, {f"people_{bank}": "veel", f"people_{fund}": "2"})
    assert set(page.context["form"].errors) == {f"people_{bank}"}
    facts = {"organisations": [bank], f"people_{fund}": "2"}
    assert enter(today.staff).post(url, facts).status_code == 302
    found = Attendance.objects.values_list("organisation_id", "people")
    assert dict(found) == {bank: 1, fund: 2}


def test_a_tick_that_is_taken_off_takes_its_counted_number_along(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[0]
    schedule(meeting, APRIL, at(2026, 1, 3))
    for letters, people in (("BN", 4), ("FV", 2)):
        Attendance.objects.create(meeting=meeting, organisation=today[letters], people=people)
    bank, fund = today["BN"].pk, today["FV"].pk
    facts = {"organisations": [bank], f"people_{bank}": "5", f"people_{fund}": "2"}
    enter(today.staff).post(address("meeting-hold", meeting.pk), facts)
    found = Attendance.objects.values_list("organisation_id", "people")
    assert dict(found) == {bank: 5}


@pytest.mark.parametrize("people", ["0", "-1", "501", "veel", "1.5"])
def test_a_number_of_people_that_cannot_be(today: Cast, enter: Enter, people: str) -> None:
    meeting = slots(today)[0]
    schedule(meeting, APRIL, at(2026, 1, 3))
    field = f"people_{today['BN'].pk}"
    facts = {"organisations": [today["BN"].pk], field: people}
    page = enter(today.manager).post(address("meeting-hold", meeting.pk), facts)
    assert page.status_code == 422
    assert page.context["form"].errors[field]
    assert f'value="{people}"' in text_of(page)
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("chosen", [[], [0], ["x"], ["WK"]])
def test_nobody_or_somebody_else_was_there(today: Cast, enter: Enter, chosen: list[Any]) -> None:
    meeting = slots(today)[0]
    schedule(meeting, APRIL, at(2026, 1, 3))
    chosen = [today["WK"].pk if each == "WK" else each for each in chosen]
    url = address("meeting-hold", meeting.pk)
    page = enter(today.manager).post(url, {"organisations": chosen})
    assert page.status_code == 422
    assert page.context["form"].errors["organisations"]


def test_a_meeting_that_is_still_to_come_was_not_held(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[1]
    schedule(meeting, at(2026, 10, 8), today.at)
    url = address("meeting-hold", meeting.pk)
    page = enter(today.manager).post(url, {"organisations": [today["BN"].pk]})
    assert page.status_code == 422
    assert not Attendance.objects.exists()


# -- cost ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "queries"), [("manager", 11), ("contact", 11)])
def test_the_year_costs_the_same(today: Cast, enter: Enter, role: str, queries: int) -> None:
    client = enter(getattr(today, role))
    slots(today)
    assert cost_of(client, address("year", 2026)).queries == queries
    for duty, count in (("leaders", 4), ("inspiration", 1)):
        actions.add_series(
            today.framework,
            actor=None,
            at=today.at,
            duty=duty,
            title=duty,
            audience="leaders",
            per_year=count,
        )
    actions.plan_cadence(at=today.at)
    assert cost_of(client, address("year", 2026)).queries == queries


def test_a_meeting_costs_the_same(today: Cast, enter: Enter) -> None:
    first, second = slots(today)
    client = enter(today.contact)
    held(today, first, APRIL, "BN")
    assert cost_of(client, first.get_absolute_url()).queries == 15
    for days in range(3):
        schedule(second, at(2026, 4, 1) + timedelta(days=days), at(2026, 1, 3))
    held(today, second, at(2026, 5, 1), "BN", "GD", "ZD")
    assert cost_of(client, second.get_absolute_url()).queries == 15


def test_recording_costs_the_same(today: Cast, enter: Enter) -> None:
    meeting = slots(today)[0]
    schedule(meeting, APRIL, at(2026, 1, 3))
    assert cost_of(enter(today.manager), address("meeting-hold", meeting.pk)).queries == 8
