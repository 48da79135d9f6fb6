"""Two seats that call a change crucial at the same moment, on connections of their own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from programme import actions
from programme.models import CourseChange, CrucialCall
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.cast import SEATS
from tests.programme.changing import at_status, called
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def calling(cast: Cast, change: CourseChange, letters: str) -> Callable[[], Any]:
    return lambda: called(cast, CourseChange.objects.get(pk=change.pk), letters, cast.at)


def test_two_second_calls_at_once_make_it_crucial_once(cast_now: Cast) -> None:
    change = at_status(cast_now, "minor", cast_now.at)
    called(cast_now, change, "GD", cast_now.at)
    given = at_once([calling(cast_now, change, letters) for letters in ("ZD", "EZ")])
    assert sorted(type(each).__name__ for each in given) == ["CrucialCall", "Refused"]
    change.refresh_from_db()
    assert (change.status, change.calls.count()) == ("crucial", 2)
    assert Entry.objects.filter(verb="call").count() == 1


def test_all_seats_at_once(cast_now: Cast) -> None:
    change = at_status(cast_now, "minor", cast_now.at)
    given = at_once([calling(cast_now, change, letters) for letters in SEATS])
    assert sum(isinstance(each, CrucialCall) for each in given) == 2
    assert sum(isinstance(each, Refused) for each in given) == len(SEATS) - 2
    change.refresh_from_db()
    assert change.status == "crucial"


def test_representative_and_substitute_at_once_are_one_seat(cast_now: Cast) -> None:
    change = at_status(cast_now, "minor", cast_now.at)
    seat = cast_now.seat_of("BN")
    given = at_once(
        [
            lambda person=person: actions.call_crucial(  # type: ignore[misc]
                CourseChange.objects.get(pk=change.pk),
                seat=seat,
                reason="",
                actor=person,
                at=cast_now.at,
            )
            for person in (cast_now.seat, cast_now.substitute)
        ]
    )
    assert sorted(type(each).__name__ for each in given) == ["CrucialCall", "Refused"]
    assert change.calls.count() == 1


def test_carrying_out_against_the_second_call(cast_now: Cast) -> None:
    """Whoever is first: the change is crucial afterwards, and says whether that was too late."""
    change = at_status(cast_now, "minor", cast_now.at)
    called(cast_now, change, "GD", cast_now.at)
    given = at_once(
        [
            calling(cast_now, change, "ZD"),
            lambda: actions.carry_out_change(
                CourseChange.objects.get(pk=change.pk),
                result="",
                done_on=cast_now.at.date(),
                actor=None,
                at=cast_now.at,
            ),
        ]
    )
    assert isinstance(given[0], CrucialCall)
    change.refresh_from_db()
    was_done = isinstance(given[1], CourseChange)
    assert change.status == ("ahead" if was_done else "crucial")
    assert change.is_afterwards is was_done
