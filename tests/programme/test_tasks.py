"""The clock may come twice, late or not at all: the world is the same afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from programme import actions, tasks
from programme.deadlines import closing_moment
from programme.models import Ballot, Decision, Programme
from programme.querysets import BallotQuerySet
from tests.cast import SEATS
from tests.house.world import adopt, open_motion, put_to_ballot, vote, write
from tests.programme.records import COMMITTERS, DELEGATES, acts, changes_nothing, told

if TYPE_CHECKING:
    from tests.cast import Cast

DAY = timedelta(days=1)
REFUSE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation'; END $$
"""


def test_due_ballots_are_closed_once(cast_now: Cast) -> None:
    now = timezone.now()
    programme = write(cast_now, now.year, now - 9 * DAY)
    due = put_to_ballot(cast_now, programme, now - 9 * DAY, now - 2 * DAY)
    for letters in SEATS:
        vote(cast_now, due, letters, "for", now - 3 * DAY)
    silent = open_motion(cast_now, now - 9 * DAY, now - timedelta(microseconds=1))
    running = open_motion(cast_now, now - 9 * DAY, now + DAY)
    assert tasks.close_due_ballots() == 2
    programme.refresh_from_db()
    assert programme.status == Programme.Status.ADOPTED
    assert Decision.objects.get().ballot == due
    assert Ballot.objects.get(previous=silent).status == "draft"
    running.refresh_from_db()
    assert running.status == "open"
    with changes_nothing():
        assert tasks.close_due_ballots() == 0
    closings = acts("close")
    assert {act.subject_id for act in closings} == {str(due.pk), str(silent.pk)}
    assert {(act.origin, act.actor_id) for act in closings} == {("clock", None)}


def test_a_ballot_that_cannot_be_closed_holds_up_no_other(cast_now: Cast) -> None:
    """The database refuses the first one each time; the task fails, after doing the rest."""
    now = timezone.now()
    stuck, other = (open_motion(cast_now, now - 9 * DAY, now - day * DAY) for day in (2, 1))
    with connection.cursor() as cursor:
        cursor.execute(REFUSE)
        cursor.execute(
            "CREATE TRIGGER refuse BEFORE UPDATE ON programme_ballot FOR EACH ROW "
            f"WHEN (NEW.id = {stuck.pk}) EXECUTE FUNCTION refuse()"
        )
    with pytest.raises(IntegrityError):
        tasks.close_due_ballots()
    assert {act.subject_id for act in acts("close")} == {str(other.pk)}


def test_nothing_due_is_nothing_done(cast_now: Cast) -> None:
    open_motion(cast_now, timezone.now() - DAY, timezone.now() + DAY)
    with changes_nothing():
        assert tasks.close_due_ballots() == 0


class Found(list[Ballot]):
    """Ballots that were read before the other worker acted."""

    def select_related(self, *_names: str) -> Found:
        return self


def test_a_ballot_that_another_worker_closed_is_passed_over(
    cast_now: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by both, closed by the other one first."""
    now = timezone.now()
    first = open_motion(cast_now, now - 9 * DAY, now - 2 * DAY)
    second = open_motion(cast_now, now - 9 * DAY, now - DAY)
    found = Found(Ballot.objects.due_to_close(now))
    actions.close_ballot(Ballot.objects.get(pk=first.pk), at=now)
    monkeypatch.setattr(BallotQuerySet, "due_to_close", lambda _self, _at: found)
    assert tasks.close_due_ballots() == 1
    for ballot in (first, second):
        ballot.refresh_from_db()
        assert ballot.status == "closed"
    assert len(acts("close")) == 2


def test_reminders_run_twice(today: Cast) -> None:
    """The day before a deadline, and ten working days before another, in office hours."""
    open_motion(today, today.at - 9 * DAY, closing_moment(today.at.date() + DAY))
    adopt(today, today.at - 15 * DAY)
    assert (tasks.remind_voters(), tasks.remind_commitments()) == (1, 1)
    assert told(today, "vote_reminder") == sorted(DELEGATES)
    assert told(today, "commitment_reminder") == sorted(COMMITTERS)
    with changes_nothing():
        tasks.remind_voters()
        tasks.remind_commitments()
