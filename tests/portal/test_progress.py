"""Progress reported at each meeting of the raad: how the measure stands on any day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from events import actions as events
from programme import actions
from schuldenlab.portal.measures import Asked
from schuldenlab.portal.measures.progress import late_points, progress_reported

if TYPE_CHECKING:
    from events.models import Meeting
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def plan(cast: Cast, days: int) -> Meeting:
    return actions.plan_raad_meeting(
        cast.raad, starts_at=cast.at + days * DAY, actor=cast.manager, at=cast.at
    )


def report(cast: Cast, meeting: Meeting, at: datetime) -> None:
    events.add_agenda_item(
        meeting.series,
        year=meeting.year,
        meeting=meeting,
        kind="inform",
        title="Voortgang",
        is_progress=True,
        actor=cast.manager,
        at=at,
    )


def asked(cast: Cast, moment: datetime) -> Asked:
    year = cast.raad.year
    return Asked(framework=cast.framework, year=year, moment=moment, by_on=date(year, 12, 31))


def read(cast: Cast, days: int) -> tuple[str, int, int, int | None, tuple[str, ...]]:
    found = progress_reported(asked(cast, cast.at + days * DAY))
    return str(found.state), found.have, found.need, found.forecast, found.pips


def test_without_a_meeting_there_is_nothing_to_ask(cast: Cast) -> None:
    assert read(cast, 0)[:3] == ("not_yet", 0, 0)


def test_a_coming_meeting_is_prepared_or_asks_for_attention(cast: Cast) -> None:
    meeting = plan(cast, 20)
    assert read(cast, 0) == ("on_track", 0, 1, 1, ("possible",))
    assert read(cast, 14) == ("attention", 0, 1, 0, ("possible",))
    report(cast, meeting, cast.at + 14 * DAY)
    assert read(cast, 14) == ("on_track", 0, 1, 1, ("dated",))
    assert read(cast, 13) == ("attention", 0, 1, 0, ("possible",)), "as was known then"
    assert read(cast, 20) == ("met", 1, 1, 1, ("held",))


def test_a_meeting_without_it_breaks_the_agreement(cast: Cast) -> None:
    first, second = plan(cast, 10), plan(cast, 30)
    report(cast, second, cast.at)
    assert read(cast, 10) == ("missed", 0, 2, 1, ("open", "dated"))
    report(cast, first, cast.at + 12 * DAY)
    assert read(cast, 10)[0] == "missed"
    assert read(cast, 12)[:3] == ("on_track", 1, 2)
    (late,) = late_points(asked(cast, cast.at + 11 * DAY))
    assert (late.happened_on, late.recorded_at) == (
        (cast.at + 10 * DAY).date(),
        cast.at + 12 * DAY,
    )


def test_a_point_that_was_taken_off_was_not_reported(cast: Cast) -> None:
    meeting = plan(cast, 10)
    report(cast, meeting, cast.at)
    events.take_item_off(meeting.points.get(), actor=cast.manager, at=cast.at + DAY)
    assert read(cast, 0)[3] == 1
    assert read(cast, 5)[0] == "attention"


def test_a_meeting_that_is_called_off_is_not_counted(cast: Cast) -> None:
    meeting = plan(cast, 10)
    events.call_off_meeting(meeting, reason="Ziek", actor=cast.manager, at=cast.at + DAY)
    assert read(cast, 0)[2] == 1
    assert read(cast, 2)[:3] == ("not_yet", 0, 0)
