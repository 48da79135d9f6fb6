"""Minutes that wait for approval: on the next agenda of their series, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from events import actions
from events.models import AgendaItem, Meeting, MeetingSeries, Minutes
from schuldenlab.lifecycle import Refused

from .minuting import DAY, FIRST, SECOND, hold, put, send
from .records import NOBODY, at, network, schedule

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
THIRD, FOURTH = at(2026, 10, 15), at(2026, 11, 12)


def row(cast: Cast, count: int = 4, **facts: object) -> list[Meeting]:
    """A first meeting that was held, and others of its series, without a date."""
    given = {"audience": NOBODY, "per_year": count, "windows": [], **facts}
    series: MeetingSeries = network(cast, **given)
    actions.plan_cadence(at=at(2026, 1, 2))
    found = list(series.meetings.filter(year=2026).select_related("series").order_by("ordinal"))
    schedule(found[0], FIRST, at(2026, 1, 3))
    hold(cast, found[0])
    return found


def points(meeting: Meeting) -> list[str]:
    """What its agenda approves, as dates of meetings."""
    found = meeting.points.standing().filter(minutes_of__isnull=False)
    return [f"{each.minutes_of.held_on:%d-%m}" for each in found.select_related("minutes_of")]


def where(minutes: Minutes) -> set[int]:
    """On which agendas they stand."""
    standing = AgendaItem.objects.standing().filter(minutes_of=minutes.meeting)
    return set(standing.values_list("meeting", flat=True))


def test_what_is_sent_comes_on_the_next_agenda_only(cast: Cast) -> None:
    first, second, third, _fourth = row(cast)
    for meeting, day in ((third, THIRD), (second, SECOND)):
        schedule(meeting, day, at(2026, 4, 17))
    opening = put(cast, second, "Opening")
    put(cast, second, "Belteam")
    minutes = send(cast, first)
    assert where(minutes) == {second.pk}
    titles = [item.title for item in second.points.standing()]
    assert titles[0] == opening.title
    assert titles[1].startswith(("Approve the minutes", "Verslag")), "below the opening"
    assert "16" in titles[1]
    assert second.points.get(minutes_of=first).kind == "decide"


def test_it_comes_when_the_next_meeting_gets_its_date(cast: Cast) -> None:
    first, second, third, _fourth = row(cast)
    minutes = send(cast, first)
    assert where(minutes) == set()
    schedule(third, THIRD, at(2026, 5, 1))
    assert where(minutes) == {third.pk}
    schedule(second, SECOND, at(2026, 5, 2))
    assert where(minutes) == {second.pk}, "an earlier meeting came in between"
    schedule(second, FOURTH, at(2026, 5, 3))
    assert where(minutes) == {third.pk}, "it went behind the other"
    actions.call_off_meeting(third, reason="x", actor=None, at=at(2026, 5, 4))
    assert where(minutes) == {second.pk}
    schedule(third, THIRD, at(2026, 5, 5))
    assert where(minutes) == {third.pk}


def test_approved_it_leaves_the_agendas_that_still_come(cast: Cast) -> None:
    first, second, third, fourth = row(cast)
    for meeting, day in ((second, SECOND), (third, THIRD), (fourth, FOURTH)):
        schedule(meeting, day, at(2026, 4, 17))
    minutes = send(cast, first)
    hold(cast, second)
    assert points(third) == ["16-04"], "it was not approved there"
    later = send(cast, second)
    assert points(third) == ["16-04", "22-09"]
    known = {"actor": cast.manager, "at": SECOND + 3 * DAY}
    actions.approve_minutes(minutes, meeting=second, **known)
    assert (points(second), points(third), points(fourth)) == (["16-04"], ["22-09"], [])
    schedule(fourth, at(2026, 11, 19), SECOND + 4 * DAY)
    assert (where(minutes), where(later)) == ({second.pk}, {third.pk})


def test_what_the_kernteam_moves_on_or_takes_off_stays_so(cast: Cast) -> None:
    first, second, third, fourth = row(cast)
    for meeting, day in ((second, SECOND), (third, THIRD)):
        schedule(meeting, day, at(2026, 4, 17))
    minutes = send(cast, first)
    known = {"actor": cast.manager, "at": FIRST + 3 * DAY}
    moved = actions.move_item_on(second.points.get(minutes_of=first), **known)
    schedule(fourth, FOURTH, FIRST + 4 * DAY)
    assert where(minutes) == {third.pk}
    actions.take_item_off(moved, **known)
    actions.put_item_on_agenda(
        actions.add_agenda_item(
            first.series, year=2026, meeting=None, kind="decide", title="x", **known
        ),
        meeting=second,
        **known,
    )
    assert where(minutes) == set()


def test_other_series_have_their_own(cast: Cast) -> None:
    first, *_others = row(cast)
    minutes = send(cast, first)
    other = actions.add_series(
        cast.framework,
        duty="raad",
        title="Raad",
        audience="raad",
        per_year=0,
        actor=cast.manager,
        at=at(2026, 1, 2),
    )
    window = (at(2026, 9, 1).date(), at(2026, 12, 1).date())
    raad = actions.add_meeting(other, year=2026, window=window, actor=None, at=at(2026, 1, 2))
    schedule(raad, THIRD, at(2026, 5, 1))
    assert where(minutes) == set()


def test_a_meeting_that_is_cancelled_lets_them_wait(cast: Cast) -> None:
    """The point came by itself, so it keeps nobody from cancelling; other points do."""
    first, second, third, _fourth = row(cast)
    schedule(second, SECOND, at(2026, 4, 17))
    minutes = send(cast, first)
    MeetingSeries.objects.update(per_year=0)
    second.series.refresh_from_db()
    item = put(cast, second, "Belteam")
    known = {"actor": cast.manager, "at": at(2026, 5, 1)}
    with pytest.raises(Refused, match="points on its agenda"):
        actions.cancel_meeting(second, reason="x", **known)
    actions.take_item_off(item, **known)
    actions.cancel_meeting(second, reason="x", **known)
    assert where(minutes) == {None}
    schedule(third, THIRD, at(2026, 5, 2))
    assert where(minutes) == {third.pk}
