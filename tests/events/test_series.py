"""Changing a series: what changes with it, what never does, and what a past day still knows."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import actions
from events.duties import duties
from events.models import (
    AgendaItem,
    BlockedPeriod,
    DatePoll,
    FormerTerms,
    Meeting,
    MeetingSeries,
    ProgrammePart,
)
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.cast import FIXED, build_cast
from tests.events.records import at, held, network, schedule, slots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
JUNE = at(2026, 6, 1)
FOUR = [["01-15", "03-15"], ["04-01", "05-15"], ["08-25", "10-15"], ["11-01", "12-15"]]


def change(cast: Cast, series: MeetingSeries, on: datetime = JUNE, **facts: Any) -> MeetingSeries:
    return actions.change_series(series, facts=facts, actor=cast.manager, at=on)


def live(series: MeetingSeries, year: int = 2026) -> dict[int, tuple[str, date, date]]:
    """What stands in a year: number -> status and window."""
    rows = Meeting.objects.live().filter(series=series, year=year).order_by("ordinal")
    return {row.ordinal: (row.status, row.window_opens_on, row.window_closes_on) for row in rows}


def leaders(cast: Cast, **facts: Any) -> MeetingSeries:
    given = {"duty": "leaders", "audience": "leaders", "per_year": 4, "windows": FOUR, **facts}
    series = network(cast, **given)
    actions.plan_cadence(at=at(2026, 1, 2))
    return series


# -- what changes --------------------------------------------------------------------------------


def test_another_window_makes_only_the_coming_slot_anew(cast: Cast) -> None:
    spring, autumn = slots(cast)
    windows = [["03-01", "05-31"], ["09-15", "11-30"]]
    change(cast, spring.series, windows=windows)
    autumn.refresh_from_db()
    assert (autumn.status, autumn.dropped_at) == ("dropped", JUNE)
    assert live(spring.series) == {
        1: ("planned", date(2026, 3, 1), date(2026, 5, 31)),
        2: ("planned", date(2026, 9, 15), date(2026, 11, 30)),
    }
    assert set(Meeting.objects.filter(pk=spring.pk).values_list("status", flat=True)) == {"planned"}
    assert live(spring.series, 2027)[2][1:] == (date(2027, 9, 15), date(2027, 11, 30))
    facts = Entry.objects.get(verb="change_series").facts
    assert facts == {"changed": ["windows"], "dropped": 2, "made": 2}


def test_a_slot_that_would_be_the_same_is_left_alone(cast: Cast) -> None:
    spring, autumn = slots(cast)
    next_year = list(Meeting.objects.filter(year=2027).values())
    change(cast, spring.series, windows=[["03-01", "05-31"], ["09-15", "12-10"]])
    assert Meeting.objects.filter(year=2027, ordinal=1).values()[0] == next_year[0]
    assert Meeting.objects.get(pk=autumn.pk).status == "dropped"


def test_nothing_changed_leaves_no_trace(cast: Cast) -> None:
    series = slots(cast)[0].series
    change(cast, series, per_year=2, windows=series.windows, lead_days=10)
    assert not Entry.objects.filter(verb="change_series").exists()
    assert not FormerTerms.objects.exists()


def test_what_is_not_about_slots_touches_none(cast: Cast) -> None:
    series = slots(cast)[0].series
    before = list(Meeting.objects.values())
    change(cast, series, usual_time=time(15, 30), colleagues=2, is_public=True, polls_itself=True)
    assert list(Meeting.objects.values()) == before
    series.refresh_from_db()
    assert (series.usual_time, series.colleagues, series.is_public) == (time(15, 30), 2, True)
    assert Entry.objects.get(verb="change_series").facts == {
        "changed": ["colleagues", "is_public", "polls_itself", "usual_time"],
        "was": {
            "colleagues": 0,
            "is_public": False,
            "polls_itself": False,
            "usual_time": "10:00:00",
        },
        "now": {
            "colleagues": 2,
            "is_public": True,
            "polls_itself": True,
            "usual_time": "15:30:00",
        },
    }


def test_a_meeting_with_a_date_keeps_its_duration(cast: Cast) -> None:
    """The hours stand in calendars; a slot without a date follows its series."""
    series = network(cast, duration_minutes=90)
    actions.plan_cadence(at=at(2026, 1, 2))
    dated, free = Meeting.objects.filter(series=series, year=2026).order_by("ordinal")
    schedule(dated, at(2026, 4, 16), at(2026, 1, 3))
    change(cast, series, duration_minutes=240)
    for meeting, minutes in ((dated, 90), (free, 240)):
        assert Meeting.objects.get(pk=meeting.pk).lasts_minutes == minutes


def test_a_number_that_goes_up_and_down(cast: Cast) -> None:
    series = leaders(cast)
    change(cast, series, at(2026, 1, 5), per_year=6, windows=[])
    assert list(live(series)) == [1, 2, 3, 4, 5, 6]
    assert len(live(series, 2027)) == 6
    change(cast, series, at(2026, 1, 6), per_year=2, windows=[])
    assert len(live(series)) == len(live(series, 2027)) == 2
    assert actions.plan_cadence(at=at(2026, 1, 7)) == {"created": 0, "existing": 4}
    change(cast, series, at(2026, 1, 8), per_year=0)
    assert live(series, 2027) == {}


def test_a_year_that_is_planned_is_not_planned_again(
    cast: Cast, django_assert_num_queries: Callable[[int], Any]
) -> None:
    """The clock asks every hour: which frameworks miss series, what is there, and what is owed."""
    leaders(cast)
    actions.plan_cadence(at=at(2026, 1, 5))
    with django_assert_num_queries(3):
        assert actions.plan_cadence(at=at(2026, 1, 6))["created"] == 0


def test_a_held_and_a_dated_meeting_count_for_the_lower_number(cast: Cast) -> None:
    """Of four the first was held and the last has a date: two a year leave nothing to plan."""
    series = leaders(cast)
    first, _second, _third, fourth = Meeting.objects.filter(year=2026)
    held(cast, first, at(2026, 2, 10))
    schedule(fourth, at(2026, 11, 12), at(2026, 3, 1))
    change(cast, series, at(2026, 3, 2), per_year=2, windows=[])
    assert {number: row[0] for number, row in live(series).items()} == {1: "held", 4: "scheduled"}
    assert actions.plan_cadence(at=at(2026, 3, 3))["created"] == 0
    change(cast, series, at(2026, 3, 4), per_year=3, windows=[])
    assert {number: row[0] for number, row in live(series).items()} == {
        1: "held",
        4: "scheduled",
        2: "planned",
    }


def test_the_raad_may_get_a_number(cast: Cast) -> None:
    raad = network(cast, duty="raad", audience="raad", per_year=0, windows=[])
    actions.plan_cadence(at=at(2026, 1, 2))
    assert live(raad) == {}
    change(cast, raad, at(2026, 1, 5), per_year=4)
    assert len(live(raad)) == len(live(raad, 2027)) == 4


def test_each_stuurgroep_has_its_own_slots(cast: Cast) -> None:
    facts = {"duty": "steering", "audience": "steering", "windows": []}
    one, other = network(cast, per_year=3, **facts), network(cast, per_year=2, **facts)
    actions.plan_cadence(at=at(2026, 1, 2))
    assert (len(live(one)), len(live(other))) == (3, 2)
    change(cast, other, at(2026, 1, 5), per_year=4)
    assert (len(live(one)), len(live(other))) == (3, 4)


# -- what never changes --------------------------------------------------------------------------


def asked(meeting: Meeting) -> None:
    DatePoll.objects.create(meeting=meeting, closes_on=date(2026, 6, 30))


def prepared(meeting: Meeting) -> None:
    ProgrammePart.objects.create(meeting=meeting, begins=time(14), title="Inloop")


def called_off(meeting: Meeting) -> None:
    schedule(meeting, at(2026, 11, 12), at(2026, 5, 1))
    actions.call_off_meeting(meeting, reason="x", actor=None, at=at(2026, 5, 2))


def dated(meeting: Meeting) -> None:
    schedule(meeting, at(2026, 11, 12), at(2026, 5, 1))


@pytest.mark.parametrize("happened", [asked, prepared, called_off, dated])
def test_what_somebody_counts_on_stays(cast: Cast, happened: Any) -> None:
    autumn = slots(cast)[1]
    happened(autumn)
    before = Meeting.objects.filter(pk=autumn.pk).values()[0]
    change(cast, autumn.series, windows=[["03-01", "05-31"], ["09-15", "11-30"]])
    assert Meeting.objects.filter(pk=autumn.pk).values()[0] == before
    assert len(live(autumn.series)) == 2


def test_a_slot_whose_window_has_begun_stays(cast: Cast) -> None:
    autumn = slots(cast)[1]
    windows = [["03-01", "05-31"], ["09-15", "11-30"]]
    change(cast, autumn.series, at(2026, 10, 1, "00:01"), windows=windows)
    autumn.refresh_from_db()
    assert autumn.status == "planned"
    assert Meeting.objects.filter(year=2027, status="dropped").count() == 1


def test_points_of_a_dropped_slot_wait_again(cast: Cast) -> None:
    autumn = slots(cast)[1]
    known: dict[str, Any] = {"actor": cast.manager, "at": at(2026, 5, 1)}
    facts = {"year": 2026, "kind": "discuss", "title": "Voortgang"}
    item = actions.add_agenda_item(autumn.series, meeting=autumn, **facts, **known)
    paper = actions.add_agenda_document(item, upload=b"%PDF-1.7 x", name="stuk.pdf", **known)
    change(cast, autumn.series, windows=[["03-01", "05-31"], ["09-15", "11-30"]])
    waiting = AgendaItem.objects.get(meeting=None)
    assert (waiting.title, waiting.moved_from_id) == ("Voortgang", autumn.pk)
    assert list(waiting.documents.all()) == [paper]
    item.refresh_from_db()
    assert item.taken_off_at == JUNE
    assert AgendaItem.objects.known_at(at(2026, 5, 2)).get() == item


def test_a_past_day_answers_as_it_did_then(cast: Cast) -> None:
    autumn = slots(cast)[1]
    series = MeetingSeries.objects.select_related("framework").get()
    before = at(2026, 5, 31)

    def stood(moment: datetime) -> tuple[Any, ...]:
        found = duties([series], [2026], moment)[series.pk, 2026]
        windows = [each.window_opens_on for each in found.meetings]
        return windows, found.forecast.terms.lead_days, found.last_day_of(found.meetings[1])

    then = stood(before)
    assert then[0][1] == autumn.window_opens_on
    facts = {"windows": [["03-01", "05-31"], ["09-15", "11-30"]], "lead_days": 40, "per_year": 2}
    change(cast, series, **facts)
    change(cast, series, JUNE + timedelta(days=1), lead_days=5)
    assert stood(before) == then
    assert stood(JUNE)[1] == 40
    assert stood(JUNE + timedelta(days=1))[:2] == ([date(2026, 3, 1), date(2026, 9, 15)], 5)


# -- what cannot be ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"per_year": 3}, "2 periods for 3 meetings"),
        ({"per_year": 53, "windows": []}, "At most 52"),
        ({"per_year": 2, "windows": [["02-28", "02-29"]]}, "too short"),
        ({"per_year": 1, "windows": [["12-25", "12-26"]]}, "no working day"),
        ({"per_year": 1, "windows": [["01-01", "01-01"]]}, "no working day"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, facts: dict[str, Any], because: str) -> None:
    series = slots(cast)[0].series
    before = list(Meeting.objects.values()), list(MeetingSeries.objects.values())
    with pytest.raises(Refused, match=because):
        change(cast, series, **facts)
    assert (list(Meeting.objects.values()), list(MeetingSeries.objects.values())) == before


def test_what_is_not_arranged_here_is_a_mistake(cast: Cast) -> None:
    series = slots(cast)[0].series
    with pytest.raises(ValueError, match="duty"):
        change(cast, series, duty="leaders")
    with pytest.raises(ValidationError):
        change(cast, series, duration_minutes=-1)


# -- periods without meetings --------------------------------------------------------------------


def block(cast: Cast, first_on: date, last_on: date, on: datetime) -> BlockedPeriod:
    known: dict[str, Any] = {"actor": cast.manager, "at": on}
    return actions.add_blocked_period(title="Vrij", first_on=first_on, last_on=last_on, **known)


def test_a_period_holds_from_when_it_was_added_until_it_was_withdrawn(cast: Cast) -> None:
    autumn = date(2026, 10, 17), date(2026, 10, 25)
    period = block(cast, *autumn, JUNE)
    assert BlockedPeriod.objects.spans(JUNE) == (autumn,)
    assert BlockedPeriod.objects.spans(JUNE - timedelta(seconds=1)) == ()
    later = JUNE + timedelta(days=9)
    actions.withdraw_blocked_period(period, actor=cast.manager, at=later)
    assert BlockedPeriod.objects.spans(later) == ()
    assert BlockedPeriod.objects.spans(later - timedelta(seconds=1)) == (autumn,)
    with pytest.raises(Refused, match="withdrawn already"):
        actions.withdraw_blocked_period(period, actor=cast.manager, at=later)
    verbs = set(Entry.objects.filter(subject_type="events.blockedperiod").values_list("verb"))
    assert verbs == {("add_blocked_period",), ("withdraw_blocked_period",)}


@pytest.mark.parametrize(
    ("first_on", "last_on", "because"),
    [
        (date(2026, 10, 2), date(2026, 10, 1), "before the first"),
        (date(2026, 1, 1), date(2026, 4, 11), "at most 100 days"),
    ],
)
def test_a_period_that_cannot_be(cast: Cast, first_on: date, last_on: date, because: str) -> None:
    with pytest.raises(Refused, match=because):
        block(cast, first_on, last_on, JUNE)
    assert not BlockedPeriod.objects.exists()


# -- any change at any moment --------------------------------------------------------------------

counts = st.integers(0, 6)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("change"), counts, st.sampled_from([[], [["02-01", "11-30"]], FOUR])),
        st.tuples(st.just("date"), st.integers(0, 9), st.integers(1, 40)),
        st.tuples(st.just("hold"), st.integers(0, 9), st.just(0)),
        st.tuples(st.just("off"), st.integers(0, 9), st.just(0)),
        st.tuples(st.just("plan"), st.just(0), st.just(0)),
        st.tuples(st.just("wait"), st.integers(1, 60), st.just(0)),
    ),
    max_size=10,
)
FIRM = ("scheduled", "held")


@pytest.fixture
def stage(db: None) -> Iterator[Cast]:
    return build_cast(FIXED)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_whatever_happens_what_has_a_date_stays_and_the_number_is_right(
    stage: Cast, script: list[tuple[Any, ...]]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT script")
    now = at(2026, 1, 2)
    series = leaders(stage)
    for name, number, more in script:
        meetings = list(Meeting.objects.live().filter(year=2026).order_by("pk"))
        meeting = meetings[number % len(meetings)] if meetings else None
        firm = list(Meeting.objects.filter(status__in=FIRM).order_by("pk").values())
        try:
            if name == "change":
                change(stage, series, now, per_year=number, windows=more)
            elif name == "date" and meeting:
                schedule(meeting, min(now + timedelta(days=more), at(2026, 12, 31)), now)
            elif name == "hold" and meeting and meeting.starts_at:
                now = max(now, meeting.starts_at)
                known: dict[str, Any] = {"actor": None, "at": now}
                actions.hold_meeting(meeting, attendance=[stage["BN"]], **known)
            elif name == "off" and meeting:
                actions.call_off_meeting(meeting, reason="x", actor=None, at=now)
            elif name == "plan":
                assert actions.plan_cadence(at=now)["created"] == 0 or now.year > 2026
            elif name == "wait":
                now = min(now + timedelta(days=number), at(2026, 12, 30))
        except Refused:
            continue
        if name in {"change", "plan", "wait"}:
            assert list(Meeting.objects.filter(status__in=FIRM).order_by("pk").values()) == firm
        series.refresh_from_db()
        there = live(series)
        untouchable = [row for row in there.values() if row[0] in FIRM or row[1] <= now.date()]
        called = Meeting.objects.live().filter(year=2026, status="planned", sequence__gt=0).count()
        assert series.per_year <= len(there) <= max(series.per_year, len(untouchable) + called)
        assert len(live(series, 2027)) == series.per_year
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ROLLBACK TO SAVEPOINT script")
