"""Two at once about seats, on real connections."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from programme import actions
from programme.models import Programmaraad, Seat, SeatInvitation
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.programme.records import KERNTEAM, told
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)
HANDS = 6


def test_accepting_at_once_is_one_answer(cast_now: Cast) -> None:
    [invitation] = actions.invite_to_seats(
        cast_now.at.year + 1,
        framework=cast_now.framework,
        organisations=[cast_now["FV"]],
        actor=None,
        at=cast_now.at,
    )
    given = at_once(
        [
            lambda: actions.accept_seat(
                SeatInvitation.objects.get(pk=invitation.pk),
                representative=cast_now.contact,
                actor=cast_now.other_director,
                at=cast_now.at,
            )
            for _ in range(HANDS)
        ]
    )
    assert sum(isinstance(each, SeatInvitation) for each in given) == 1
    assert sum(isinstance(each, Refused) for each in given) == HANDS - 1
    assert Entry.objects.filter(verb="accept").count() == 1
    assert told(cast_now, "seat_answered") == sorted(KERNTEAM)


def test_asking_at_once_is_one_question(cast_now: Cast) -> None:
    given = at_once(
        [
            lambda: actions.invite_to_seats(
                cast_now.at.year + 1,
                framework=cast_now.framework,
                organisations=[cast_now["FV"]],
                actor=None,
                at=cast_now.at,
            )
            for _ in range(HANDS)
        ]
    )
    assert sum(isinstance(each, list) for each in given) == 1
    assert SeatInvitation.objects.count() == 1


def test_an_open_seat_is_filled_once(cast_now: Cast) -> None:
    before = cast_now.at - DAY
    actions.end_seat(cast_now.seat_of("VH"), reason="Geen tijd", actor=None, at=before)
    partners = [cast_now["FV"], cast_now["VH"]] * (HANDS // 2)
    given = at_once(
        [
            lambda each=each: actions.fill_seat(
                Programmaraad.objects.get(pk=cast_now.raad.pk),
                organisation=each,
                actor=None,
                at=cast_now.at,
            )
            for each in partners
        ]
    )
    assert sum(isinstance(each, Seat) for each in given) == 1
    assert sum(isinstance(each, Refused) for each in given) == HANDS - 1
    assert cast_now.raad.seats.active(cast_now.at.date()).count() == 6
