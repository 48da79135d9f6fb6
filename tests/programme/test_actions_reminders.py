"""Reminders: in office hours, only to who has not answered, each step at most once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from partners import actions as partners
from programme import actions
from programme.deadlines import closing_moment
from programme.models import Ballot, Programme
from tests.cast import ZONE, employ, person
from tests.house.world import adopt, draft_motion, open_motion, vote
from tests.programme.records import COMMITTERS, DELEGATES, changes_nothing, letters, told

if TYPE_CHECKING:
    from tests.cast import Cast

CLOSES = closing_moment(date(2026, 10, 7))  # a Wednesday


def on(day: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=ZONE)


# -- voters --------------------------------------------------------------------------------------


@pytest.fixture
def ballot(cast: Cast) -> Ballot:
    return open_motion(cast, cast.at, CLOSES)


def test_seats_that_have_not_voted_are_reminded_three_and_one_day_before(
    cast: Cast, ballot: Ballot
) -> None:
    with changes_nothing():
        actions.remind_voters(on(1))  # four working days before
    vote(cast, ballot, "GD", "for", on(1))
    assert actions.remind_voters(on(2, 9)) == 1
    assert told(cast, "vote_reminder") == sorted(DELEGATES - {"seat_GD"})
    with changes_nothing():
        actions.remind_voters(on(2, 9, 30))
        actions.remind_voters(on(5, 16))  # Monday: the same step
    vote(cast, ballot, "BN", "for", on(5))
    actions.remind_voters(on(6, 9))
    second = DELEGATES - {"seat_GD", "seat", "substitute"}
    assert told(cast, "vote_reminder") == sorted([*(DELEGATES - {"seat_GD"}), *second])
    with changes_nothing():
        actions.remind_voters(on(6, 16))
        actions.remind_voters(on(7, 9))
        actions.remind_voters(on(7, 16, 59))


@pytest.mark.parametrize(
    "moment",
    [
        on(2, 8, 59),
        on(2, 17, 0),
        on(2, 23, 0),
        on(3),  # Saturday
        on(4),  # Sunday
        datetime(2026, 10, 2, 6, 59, tzinfo=UTC),  # not yet nine o'clock here
        CLOSES,
        CLOSES + timedelta(days=1),
    ],
)
def test_nobody_is_reminded_outside_office_hours_or_after_the_deadline(
    cast: Cast, ballot: Ballot, moment: datetime
) -> None:
    with changes_nothing():
        assert actions.remind_voters(moment) == 0


def test_a_step_that_was_missed_is_not_made_up_for(cast: Cast, ballot: Ballot) -> None:
    """The clock stood still for days: one reminder, the last one."""
    actions.remind_voters(on(7, 9))
    assert told(cast, "vote_reminder") == sorted(DELEGATES)
    assert {letter.key.split(":")[2] for letter in letters("vote_reminder")} == {"1"}


def test_drafts_and_closed_ballots_remind_nobody(cast: Cast, ballot: Ballot) -> None:
    draft_motion(cast, cast.at)
    actions.close_ballot(ballot, at=CLOSES)
    with changes_nothing():
        actions.remind_voters(on(6))


def test_who_left_is_not_reminded_and_who_took_over_is(cast: Cast, ballot: Ballot) -> None:
    partners.end_partnership(
        cast["CH"].partnerships.get(), left_on=on(1).date(), actor=None, at=on(1)
    )
    newcomer = person("Nina Nieuw", cast.at)
    employ(newcomer, cast["GD"], cast.at)
    cast.people["newcomer"] = newcomer
    actions.name_delegates(
        cast.seat_of("GD"), representative=newcomer, substitute=None, actor=None, at=on(1)
    )
    actions.remind_voters(on(2))
    expected = (DELEGATES | {"newcomer"}) - {"seat_CH", "seat_GD"}
    assert told(cast, "vote_reminder") == sorted(expected)


def test_each_ballot_reminds_for_itself(cast: Cast, ballot: Ballot) -> None:
    other = open_motion(cast, cast.at, CLOSES)
    vote(cast, other, "BN", "for", cast.at)
    assert actions.remind_voters(on(2)) == 2
    assert told(cast, "vote_reminder").count("seat") == 1
    assert told(cast, "vote_reminder").count("seat_GD") == 2


# -- commitments ---------------------------------------------------------------------------------


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """Adopted on 23 September: an answer is asked before 21 October."""
    programme = adopt(cast, cast.at)
    assert programme.commit_by == closing_moment(date(2026, 10, 21))
    return programme


def commit(cast: Cast, programme: Programme, letters_of: str, answer: str = "yes") -> None:
    actions.give_commitment(
        programme,
        organisation=cast[letters_of],
        answer=answer,
        reason="Eerst een fusie.",
        actor=cast.director,
        at=cast.at,
    )


def test_partners_that_have_not_answered_are_reminded_ten_and_three_days_before(
    cast: Cast, programme: Programme
) -> None:
    commit(cast, programme, "BN")
    commit(cast, programme, "GD", "not_now")
    with changes_nothing():
        assert actions.remind_commitments(on(6)) == 0
    assert actions.remind_commitments(on(7)) == 1
    first = COMMITTERS - {"director", "seat_GD"}
    assert told(cast, "commitment_reminder") == sorted(first)
    with changes_nothing():
        actions.remind_commitments(on(8))
        actions.remind_commitments(on(15, 16))
    commit(cast, programme, "CH")
    actions.remind_commitments(on(16))
    assert told(cast, "commitment_reminder") == sorted([*first, *(first - {"seat_CH"})])
    with changes_nothing():
        actions.remind_commitments(on(21, 16))


@pytest.mark.parametrize("moment", [on(7, 8, 59), on(7, 17), on(17), on(18), on(21, 17), on(22)])
def test_commitments_are_not_asked_again_outside_office_hours_or_afterwards(
    cast: Cast, programme: Programme, moment: datetime
) -> None:
    with changes_nothing():
        assert actions.remind_commitments(moment) == 0


def test_a_partner_that_joined_later_is_reminded_and_one_that_left_is_not(
    cast: Cast, programme: Programme
) -> None:
    partners.end_partnership(
        cast["CH"].partnerships.get(), left_on=on(1).date(), actor=None, at=on(1)
    )
    partners.start_partnership(cast["WK"], joined_on=on(1).date(), actor=None, at=on(1))
    actions.remind_commitments(on(7))
    expected = (COMMITTERS | {"former"}) - {"seat_CH"}
    assert told(cast, "commitment_reminder") == sorted(expected)


def test_a_programme_that_is_not_adopted_reminds_nobody(cast: Cast) -> None:
    with changes_nothing():
        assert actions.remind_commitments(on(7)) == 0
