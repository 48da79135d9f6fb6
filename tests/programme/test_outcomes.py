"""What the programmaraad decided in a meeting stands in the minutes of that meeting."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from events import actions as events
from events.ports import OutcomeFact, outcomes_of
from events.proceedings import first_text, proceedings_of
from programme import actions
from tests.programme.meetings import HOUR, plan, put_point

if TYPE_CHECKING:
    from events.models import Meeting
    from programme.models import Decision
    from tests.cast import Cast


def decide(cast: Cast, meeting: Meeting) -> Decision:
    """Without a ballot, in the meeting."""
    assert meeting.starts_at is not None
    evening = meeting.starts_at + HOUR
    events.hold_meeting(meeting, attendance=[cast["BN"]], actor=cast.manager, at=evening)
    return actions.enter_decision(
        cast.raad,
        title="Partners bellen zelf",
        text="Partners bellen zelf na één gemiste betaling.",
        origin="meeting",
        meeting=meeting,
        taken_at=meeting.starts_at + HOUR,
        actor=cast.manager,
        at=meeting.starts_at + 2 * HOUR,
    )


def test_a_decision_stands_in_the_minutes_of_its_meeting(cast: Cast) -> None:
    meeting = plan(cast)
    other = plan(cast, timedelta(days=30))
    put_point(cast, "Belteam")
    decision = decide(cast, meeting)
    fact = OutcomeFact(decision.number, "Partners bellen zelf", decision.get_absolute_url())
    assert outcomes_of(meeting) == [fact]
    assert outcomes_of(other) == []
    said = proceedings_of(meeting, cast.at)["decisions"]
    assert [row["number"] for row in said] == [decision.number]
    assert first_text(meeting).startswith("1. Belteam\n\n")
