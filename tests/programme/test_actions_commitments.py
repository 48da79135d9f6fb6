"""Commitments: every partner answers, and a later answer is another row."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from partners import actions as partners
from programme import actions
from programme.models import Commitment, Programme
from schuldenlab.lifecycle import move
from tests.house.world import adopt, put_to_ballot, write
from tests.programme.records import acts, letters, refused, told

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return adopt(cast, cast.at)


def answer(cast: Cast, programme: Programme, said: str = "yes", **facts: Any) -> Commitment:
    facts = {
        "organisation": cast["BN"],
        "reason": "",
        "actor": cast.director,
        "at": cast.at,
        **facts,
    }
    return actions.give_commitment(programme, answer=said, **facts)


def test_a_partner_says_yes(cast: Cast, programme: Programme) -> None:
    given = answer(cast, programme, reason=" Graag. ")
    assert (given.ordinal, given.answer, given.reason) == (1, "yes", "Graag.")
    assert (given.organisation, given.person, given.at) == (cast["BN"], cast.director, cast.at)
    [act] = acts("give_commitment")
    assert (act.actor_id, act.subject_id, act.at) == (cast.director.pk, str(given.pk), cast.at)
    assert act.facts == {"organisation": cast["BN"].pk, "answer": "yes", "way": "online"}
    assert told(cast, "commitment_received") == ["director"]
    assert "Graag." in letters("commitment_received")[0].text


def test_the_confirmation_goes_to_all_who_may_commit(cast: Cast, programme: Programme) -> None:
    partners.end_mandate(
        cast.contact.mandates.get(), until_on=cast.at.date() - DAY, actor=None, at=cast.at
    )
    partners.give_mandate(
        cast.contact,
        organisation=cast["FV"],
        role="contact",
        may_sign=True,
        from_on=cast.at.date(),
        actor=None,
        at=cast.at,
    )
    answer(cast, programme, organisation=cast["FV"], actor=cast.other_director)
    assert told(cast, "commitment_received") == ["contact", "other_director"]


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_not_now_asks_a_reason(cast: Cast, programme: Programme, reason: str) -> None:
    with refused("Say in a few words why not now"):
        answer(cast, programme, "not_now", reason=reason)
    given = answer(cast, programme, "not_now", reason="Eerst een fusie.")
    assert given.answer == "not_now"
    with pytest.raises(IntegrityError, match="not_now_has_reason"), transaction.atomic():
        Commitment.objects.create(
            programme=programme,
            organisation=cast["GD"],
            ordinal=1,
            answer="not_now",
            person=cast.seat_GD,
            given_on=cast.at.date(),
            at=cast.at,
        )


def test_a_later_answer_is_another_row_and_holds(cast: Cast, programme: Programme) -> None:
    answer(cast, programme, "not_now", reason="Eerst een fusie.")
    answer(cast, programme, "yes", at=cast.at + DAY)
    answer(cast, programme, organisation=cast["GD"], actor=cast.seat_GD)
    given = Commitment.objects.filter(organisation=cast["BN"])
    assert list(given.values_list("ordinal", "answer")) == [(1, "not_now"), (2, "yes")]
    latest = Commitment.objects.filter(programme=programme).holding()
    assert {(row.organisation, row.answer) for row in latest} == {
        (cast["BN"], "yes"),
        (cast["GD"], "yes"),
    }
    assert len(acts("give_commitment")) == 3


def test_the_same_answer_twice_is_kept_twice_and_confirmed_twice(
    cast: Cast, programme: Programme
) -> None:
    for _ in range(2):
        answer(cast, programme)
    assert Commitment.objects.count() == 2
    assert told(cast, "commitment_received") == ["director", "director"]


def test_an_answer_after_the_date_is_still_an_answer(cast: Cast, programme: Programme) -> None:
    assert programme.commit_by is not None
    assert answer(cast, programme, at=programme.commit_by + 30 * DAY).answer == "yes"


def test_only_partners_answer(cast: Cast, programme: Programme) -> None:
    with refused("Not a partner now: Waterbedrijf Kust"):
        answer(cast, programme, organisation=cast["WK"], actor=cast.former)
    partners.end_partnership(
        cast["BN"].partnerships.get(), left_on=cast.at.date() + DAY, actor=None, at=cast.at
    )
    answer(cast, programme)
    with refused("Not a partner now: Bank Noordzee"):
        answer(cast, programme, at=cast.at + DAY)


def test_only_an_adopted_programme_is_answered(cast: Cast) -> None:
    programme = write(cast, cast.at.year, cast.at)
    with refused("This programme is not adopted"):
        answer(cast, programme)
    put_to_ballot(cast, programme, cast.at, cast.at + DAY)
    with refused("This programme is not adopted"):
        answer(cast, programme)


def test_a_closed_year_takes_no_answers(cast: Cast, programme: Programme) -> None:
    move(programme, "close", actor=None, at=cast.at)
    with refused("This programme is not adopted"):
        answer(cast, programme)


def test_an_unknown_answer_leaves_nothing(cast: Cast, programme: Programme) -> None:
    with pytest.raises(IntegrityError, match="answer_known"), transaction.atomic():
        answer(cast, programme, "maybe")
    assert not Commitment.objects.exists()
