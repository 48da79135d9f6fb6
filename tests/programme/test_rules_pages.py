"""Who may prepare a ballot, disclose interests in it, and step aside: asked for everybody."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import rules

from partners import actions as partners
from programme import actions
from tests.house.world import draft_motion, open_motion
from tests.programme.choosing import announce, closed, open_selection, prepare
from tests.programme.records import DELEGATES, KERNTEAM, PARTNER_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from programme.models import Ballot
    from tests.cast import Cast

EVERYBODY = KERNTEAM | PARTNER_PEOPLE | {"anonymous", "outsider", "former"}


def next_year(cast: Cast) -> Ballot:
    """A ballot of a raad in which nobody of this cast has a seat yet."""
    raad = actions.propose_raad(
        cast.at.year + 1,
        framework=cast.framework,
        organisations=[cast["FV"], *(cast[letters] for letters in ("GD", "ZD", "EZ", "CH"))],
        actor=cast.manager,
        at=cast.at,
    )
    ballot = draft_motion(cast, cast.at)
    ballot.raad = raad
    ballot.save(update_fields=["raad"])
    return ballot


RECORDS: dict[str, Callable[[Cast], Any]] = {
    "": lambda _cast: None,
    "draft": prepare,
    "announced": lambda cast: announce(cast, prepare(cast)),
    "open": open_selection,
    "open motion": lambda cast: open_motion(cast, cast.at, cast.at + timedelta(days=7)),
    "closed": lambda cast: closed(cast, open_selection(cast), "GD:NEGO ZD:NEG EZ:NEG CH:NEG"),
    "of another raad": next_year,
}
ALWAYS_KERNTEAM = dict.fromkeys(RECORDS, KERNTEAM)
# Authority only: that an act comes too late, the action says.
OWN_SEAT = {**dict.fromkeys(RECORDS, DELEGATES), "of another raad": set[str]()}
TABLES: dict[str, dict[str, set[str]]] = {
    "programme.prepare_ballot": ALWAYS_KERNTEAM,
    "programme.announce_ballot": ALWAYS_KERNTEAM,
    "programme.discard_ballot": ALWAYS_KERNTEAM,
    "programme.disclose_interest": ALWAYS_KERNTEAM,
    "programme.withdraw_interest": ALWAYS_KERNTEAM,
    "programme.question_interests": OWN_SEAT,
    "programme.answer_interest_question": ALWAYS_KERNTEAM,
    "programme.recuse_seat": OWN_SEAT,
}


def who_may(cast: Cast, permission: str, noun: Any) -> set[str]:
    return {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), noun)}


@pytest.mark.parametrize("record", RECORDS)
def test_who_may(cast: Cast, record: str) -> None:
    noun = RECORDS[record](cast)
    found = {permission: who_may(cast, permission, noun) for permission in TABLES}
    assert found == {permission: table[record] for permission, table in TABLES.items()}


def test_an_objection_is_for_its_seat_and_the_kernteam(cast: Cast) -> None:
    ballot = announce(cast, prepare(cast))
    question = actions.question_interests(
        ballot, organisation=cast["BN"], text="Nee.", actor=cast.seat, at=cast.at
    )
    own_seat = {"seat", "substitute"}
    assert who_may(cast, "programme.view_interestquestion", question) == KERNTEAM | own_seat
    assert who_may(cast, "programme.answer_interest_question", question) == KERNTEAM


def test_whoever_joins_the_kernteam_speaks_for_no_seat(cast: Cast) -> None:
    ballot = prepare(cast)
    partners.appoint_to_kernteam(
        cast.seat_GD, role="staff", from_on=cast.at.date(), actor=None, at=cast.at
    )
    cast.seat_GD._standing = None
    assert who_may(cast, "programme.recuse_seat", ballot) == DELEGATES - {"seat_GD"}
    assert "seat_GD" in who_may(cast, "programme.disclose_interest", ballot)
