"""Changes of course in the demo year at 23 September 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from programme.models import Ballot, CourseChange
from tests.demo.told.test_story import votes

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]


def change(words: str) -> Any:
    return CourseChange.objects.get(title__contains=words)


def test_how_they_stand() -> None:
    stands = dict(CourseChange.objects.values_list("title", "status"))
    assert sorted(stands.values()) == ["carried_out"] * 5 + ["minor", "proposed"]


def test_the_letters_were_stopped_before_the_raad_knew() -> None:
    letters = change("brieven stoppen")
    assert letters.carried_out_on == date(2026, 5, 4)
    assert letters.went_first_at.date() == date(2026, 5, 18)
    assert letters.is_afterwards
    assert letters.decision.origin == "advice"


def test_the_seat_that_left_opened_one_by_itself() -> None:
    left = CourseChange.objects.get(kind="partner_left")
    assert left.proposed_by is None
    assert (left.recorded_at.date(), left.happened_on) == (date(2026, 6, 15), date(2026, 6, 15))
    assert left.system_reasons == ["seat_left", "funder_left"]
    assert not left.is_afterwards


def test_two_against_two_and_then_three_to_one() -> None:
    second = change("Schone lei").ballot
    first = Ballot.objects.get(following=second)
    assert (first.outcome, second.outcome) == ("second_round", "adopted")
    assert (first.counts["entitled"], first.counts["quorum_needed"]) == (4, 3)
    assert votes(first) == [("GD", "for"), ("ZD", "for"), ("BN", "against"), ("CH", "against")]
    assert votes(second) == [("GD", "for"), ("ZD", "for"), ("BN", "against"), ("CH", "for")]
    assert [each.organisation.short_name for each in second.recusals.all()] == ["EZ"]


def test_the_raad_agreed_before_a_theme_stopped() -> None:
    dropped = CourseChange.objects.get(kind="theme_dropped")
    theme = dropped.innovation_theme
    assert (theme.title, theme.status) == ("Ondernemer met zorgen", "stopped")
    assert (dropped.system_reasons, dropped.decision.origin) == (["theme_dropped"], "meeting")
    assert dropped.decision.taken_at < theme.stopped_at
    assert dropped.carried_out_on == theme.stopped_on
    assert not dropped.is_afterwards


def test_one_seat_calls_it_crucial_and_a_partner_proposed_one() -> None:
    desk = change("bibliotheek")
    assert (desk.status, desk.calls.get().seat.organisation.short_name) == ("minor", "ZD")
    school = change("tweede school")
    assert (school.status, school.proposed_for.short_name) == ("proposed", "HZ")
