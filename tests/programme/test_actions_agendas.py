"""Meetings of a programmaraad and their agendas: planned, filled, moved, taken off."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from events import actions as events
from events.models import AgendaItem, Meeting, MeetingSeries
from programme import actions
from schuldenlab.lifecycle import Refused
from tests.programme.records import acts, refused

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
DECIDE = AgendaItem.Kind.DECIDE


def plan(cast: Cast, days: int = 20, **facts: str) -> Meeting:
    starts_at = cast.at + timedelta(days=days)
    return actions.plan_raad_meeting(
        cast.raad, starts_at=starts_at, actor=cast.manager, at=cast.at, **facts
    )


def put(cast: Cast, title: str, at: datetime | None = None) -> AgendaItem:
    return actions.put_on_next_agenda(
        cast.raad, title=title, text="", kind=DECIDE, actor=cast.manager, at=at or cast.at
    )


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.points.standing()]


def test_a_meeting_is_planned_in_a_series_that_owes_nothing(cast: Cast) -> None:
    meeting = plan(cast, subject="Voortgang", place="Stadhuis")
    series = meeting.series
    assert (series.duty, series.audience, series.per_year) == ("raad", "raad", 0)
    assert (meeting.year, meeting.ordinal, meeting.status) == (cast.raad.year, 1, "scheduled")
    assert plan(cast, 40).ordinal == 2
    assert MeetingSeries.objects.filter(duty="raad").count() == 1
    assert len(acts("add_meeting")) == 2


def test_the_usual_series_come_also_when_the_raad_met_first(cast: Cast) -> None:
    plan(cast)
    events.plan_cadence(at=cast.at)
    duties = set(MeetingSeries.objects.values_list("duty", flat=True))
    assert {"inspiration", "network", "leaders", "raad"} <= duties
    assert Meeting.objects.of_raad().count() == 1, "nothing is owed"
    assert events.plan_cadence(at=cast.at)["created"] == 0


def test_a_point_goes_to_the_nearest_meeting_that_comes(cast: Cast) -> None:
    later, sooner = plan(cast, 40), plan(cast, 20)
    item = put(cast, "Thema's")
    assert item.meeting == sooner
    assert put(cast, "Nog een", sooner.starts_at + timedelta(minutes=1)).meeting == later
    entry = acts("add_agenda_item")[0]
    assert (entry.actor_id, entry.facts["meeting"]) == (cast.manager.pk, sooner.pk)


def test_a_point_waits_for_a_meeting_and_comes_on_the_first_one(cast: Cast) -> None:
    item = put(cast, "Wacht")
    assert (item.meeting, item.put_on_at) == (None, None)
    meeting = plan(cast)
    item.refresh_from_db()
    assert (item.meeting, item.put_on_at) == (meeting, cast.at)
    assert not AgendaItem.objects.waiting(cast.raad.year).exists()


def test_a_point_of_another_year_keeps_waiting(cast: Cast) -> None:
    item = put(cast, "Wacht")
    AgendaItem.objects.filter(pk=item.pk).update(year=cast.raad.year + 1)
    assert titles(plan(cast)) == []


def test_moving_a_point_leaves_a_trace(cast: Cast) -> None:
    first, second = plan(cast), plan(cast, 40)
    item = put(cast, "Begroting")
    events.add_agenda_document(item, upload=b"%PDF-1.7 x", name="a.pdf", actor=None, at=cast.at)
    at = cast.at + timedelta(hours=1)
    moved = events.put_item_on_agenda(item, meeting=second, actor=cast.manager, at=at)
    item.refresh_from_db()
    assert (titles(first), titles(second)) == ([], ["Begroting"])
    assert (item.taken_off_at, moved.moved_from) == (at, first)
    assert moved.documents.count() == 1
    assert list(first.points.known_at(cast.at)) == [item], "a past day answers as it did then"
    with pytest.raises(Refused, match=r"."):
        events.put_item_on_agenda(moved, meeting=second, actor=cast.manager, at=at)
    with pytest.raises(Refused):
        events.put_item_on_agenda(item, meeting=second, actor=cast.manager, at=at)


def test_the_order_is_that_of_the_kernteam(cast: Cast) -> None:
    meeting = plan(cast)
    one, two, three = (put(cast, title) for title in "abc")
    events.reorder_agenda(meeting, items=[three.pk, one.pk, two.pk], actor=cast.manager, at=cast.at)
    assert titles(meeting) == ["c", "a", "b"]
    events.take_item_off(one, actor=cast.manager, at=cast.at)
    assert titles(meeting) == ["c", "b"]
    with pytest.raises(Refused, match=r"."):
        events.take_item_off(one, actor=cast.manager, at=cast.at)
    for wrong in ([two.pk], [two.pk, two.pk], [one.pk, two.pk, three.pk]):
        with pytest.raises(Refused, match=r"."):
            events.reorder_agenda(meeting, items=wrong, actor=cast.manager, at=cast.at)


def test_after_the_meeting_the_agenda_stays(cast: Cast) -> None:
    meeting = plan(cast)
    item = put(cast, "a")
    at = meeting.starts_at + timedelta(hours=3)
    there = [cast.organisations["BN"]]
    events.hold_meeting(meeting, attendance=there, actor=cast.manager, at=at)
    with pytest.raises(Refused, match=r"."):
        events.take_item_off(item, actor=cast.manager, at=at)
    with pytest.raises(Refused, match=r"."):
        events.reorder_agenda(meeting, items=[item.pk], actor=cast.manager, at=at)


def test_a_raad_that_is_not_installed_does_not_meet(cast: Cast) -> None:
    other = actions.propose_raad(
        cast.raad.year + 1,
        framework=cast.framework,
        organisations=[cast.organisations[each] for each in ("GD", "ZD", "EZ", "BN", "CH")],
        actor=cast.manager,
        at=cast.at,
    )
    with refused("programmaraad"):
        actions.plan_raad_meeting(
            other, starts_at=cast.at + timedelta(days=5), actor=cast.manager, at=cast.at
        )


def test_a_raad_meets_from_september_before_its_year_until_its_end(cast: Cast) -> None:
    end = datetime(cast.raad.year + 1, 1, 5, 10, 0, tzinfo=cast.at.tzinfo)
    with pytest.raises(Refused, match=str(cast.raad.year)):
        actions.plan_raad_meeting(cast.raad, starts_at=end, actor=cast.manager, at=cast.at)
