"""Every permission of the year, asked for everybody: anywhere, and for each kind of record."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import rules

from partners import actions as partners
from programme import actions
from programme.models import Commitment, Decision
from schuldenlab.lifecycle import move
from tests.cast import SEATS
from tests.house.world import adopt, draft_motion, open_motion, put_to_ballot, vote, write
from tests.programme.records import COMMITTERS, DELEGATES, KERNTEAM, PARTNER_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from programme.models import Ballot, Programmaraad, Programme
    from tests.cast import Cast

DAY = timedelta(days=1)
NOBODY: set[str] = set()
INSIDERS = KERNTEAM | PARTNER_PEOPLE
# The other seats are people like `seat_GD`.
ALIKE = {"seat_ZD", "seat_EZ", "seat_CH", "seat_VH"}
EVERYBODY = (INSIDERS | {"anonymous", "outsider", "former"}) - ALIKE
BANK_VOTERS = {"seat", "substitute"}
VOTERS = DELEGATES - ALIKE

# permission: {record: who may}; "" asks without a record ("anywhere?")
TABLES: dict[str, dict[str, set[str]]] = {
    "programme.view_programmaraad": {
        "": INSIDERS,
        "raad being drafted": KERNTEAM,
        "proposed raad": INSIDERS,
        "installed raad": INSIDERS,
        "dissolved raad": INSIDERS,
    },
    "programme.view_seat": {
        "": INSIDERS,
        "seat of the bank": INSIDERS,
        "proposed seat": INSIDERS,
    },
    "programme.propose_raad": {"": KERNTEAM, "proposed raad": KERNTEAM, "installed raad": KERNTEAM},
    "programme.install_raad": {"": KERNTEAM, "proposed raad": KERNTEAM, "installed raad": KERNTEAM},
    "programme.fill_seat": {"": KERNTEAM, "proposed raad": KERNTEAM, "installed raad": KERNTEAM},
    "programme.respond_to_raad": {
        "": PARTNER_PEOPLE,
        "raad being drafted": PARTNER_PEOPLE,
        "proposed raad": PARTNER_PEOPLE,
        "installed raad": NOBODY,
        "dissolved raad": NOBODY,
    },
    "programme.view_raadresponse": {
        "": KERNTEAM,
        "proposed raad": KERNTEAM,
        "installed raad": KERNTEAM,
    },
    "programme.name_delegates": {
        "": KERNTEAM | COMMITTERS,
        "seat of the bank": KERNTEAM | {"director"},
        "seat of the municipality": KERNTEAM | {"seat_GD"},
        "proposed seat": KERNTEAM | {"director"},
    },
    "programme.view_programme": {
        "": INSIDERS,
        "programme being prepared": KERNTEAM,
        "submitted programme": INSIDERS,
        "adopted programme": INSIDERS,
        "closed programme": INSIDERS,
    },
    "programme.write_programme": {
        "": KERNTEAM,
        "programme being prepared": KERNTEAM,
        "adopted programme": KERNTEAM,
    },
    "programme.submit_programme": {
        "": KERNTEAM,
        "programme being prepared": KERNTEAM,
        "adopted programme": KERNTEAM,
    },
    "programme.put_to_ballot": {
        "": KERNTEAM,
        "submitted programme": KERNTEAM,
        "adopted programme": KERNTEAM,
    },
    "programme.open_ballot": {
        "": KERNTEAM,
        "draft ballot": KERNTEAM,
        "open ballot": KERNTEAM,
    },
    "programme.view_ballot": {
        "": INSIDERS,
        "draft ballot": KERNTEAM,
        "open ballot": KERNTEAM | DELEGATES,
        "overdue ballot": KERNTEAM | DELEGATES,
        "closed ballot": INSIDERS,
    },
    "programme.cast_vote": {
        "": NOBODY,  # there was no ballot yet; see below for when there is
        "draft ballot": NOBODY,
        "open ballot": DELEGATES,
        # The door is open, the action says that it is too late.
        "overdue ballot": DELEGATES,
        "closed ballot": DELEGATES,
    },
    "programme.view_receipt": {
        "": DELEGATES,
        "vote of the bank": BANK_VOTERS,
        "vote of the municipality": {"seat_GD"},
        "counted vote of the bank": BANK_VOTERS,
    },
    "programme.view_decision": {"": INSIDERS, "decision": INSIDERS},
    "programme.give_commitment_on_behalf": {
        "": KERNTEAM,
        "adopted programme": KERNTEAM,
        "closed programme": KERNTEAM,
    },
    "programme.give_commitment": {
        "": COMMITTERS,
        "programme being prepared": NOBODY,
        "submitted programme": NOBODY,
        "adopted programme": COMMITTERS,
        "closed programme": NOBODY,
    },
    "programme.view_commitment": {"": INSIDERS, "commitment": INSIDERS},
    "programme": {"": KERNTEAM},
    "programme.show_in_public": dict.fromkeys(("", "adopted programme", "decision"), KERNTEAM),
}


def submitted(cast: Cast) -> Programme:
    programme = write(cast, cast.at.year, cast.at)
    put_to_ballot(cast, programme, cast.at, cast.at + DAY)
    return programme


def proposed(cast: Cast) -> Programmaraad:
    return actions.propose_raad(
        cast.at.year + 1,
        framework=cast.framework,
        organisations=[cast[letters] for letters in SEATS],
        actor=cast.manager,
        at=cast.at,
    )


def drafted(cast: Cast) -> Programmaraad:
    raad = proposed(cast)
    raad.proposed_at = raad.respond_by = None
    raad.save()
    return raad


def opened(cast: Cast, ago: timedelta = DAY) -> Ballot:
    return open_motion(cast, cast.at - 2 * DAY - ago, cast.at - ago)


def running(cast: Cast) -> Ballot:
    return open_motion(cast, cast.at - DAY, cast.at + DAY)


def closed(cast: Cast, letters: str = "") -> Ballot:
    ballot = opened(cast)
    for each in letters.split():
        vote(cast, ballot, each, "for", cast.at - 2 * DAY)
    return actions.close_ballot(ballot, at=cast.at)


def committed(cast: Cast) -> Commitment:
    return actions.give_commitment(
        adopt(cast, cast.at),
        organisation=cast["BN"],
        answer="yes",
        reason="",
        actor=cast.director,
        at=cast.at,
    )


def decided(cast: Cast) -> Decision:
    return Decision.objects.create(
        raad=cast.raad,
        year=2026,
        sequence=1,
        title="Besluit",
        text="Ja.",
        origin="meeting",
        taken_at=cast.at,
    )


RECORDS: dict[str, Callable[[Cast], Any]] = {
    "": lambda _cast: None,
    "raad being drafted": drafted,
    "proposed raad": proposed,
    "installed raad": lambda cast: cast.raad,
    "dissolved raad": lambda cast: move(cast.raad, "dissolve", actor=None, at=cast.at),
    "seat of the bank": lambda cast: cast.seat_of("BN"),
    "seat of the municipality": lambda cast: cast.seat_of("GD"),
    "proposed seat": lambda cast: proposed(cast).seats.get(organisation=cast["BN"]),
    "programme being prepared": lambda cast: write(cast, cast.at.year, cast.at),
    "submitted programme": submitted,
    "adopted programme": lambda cast: adopt(cast, cast.at),
    "closed programme": lambda cast: move(adopt(cast, cast.at), "close", actor=None, at=cast.at),
    "draft ballot": lambda cast: draft_motion(cast, cast.at),
    "open ballot": running,
    "overdue ballot": opened,
    "closed ballot": closed,
    "vote of the bank": lambda cast: vote(cast, running(cast), "BN", "for", cast.at),
    "vote of the municipality": lambda cast: vote(cast, running(cast), "GD", "for", cast.at),
    "counted vote of the bank": lambda cast: closed(cast, "BN GD").votes.get(sequence=1),
    "decision": decided,
    "commitment": committed,
}


def who_may(cast: Cast, permission: str, noun: Any) -> set[str]:
    return {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), noun)}


@pytest.mark.parametrize(
    ("permission", "record"),
    [(permission, record) for permission, records in TABLES.items() for record in records],
)
def test_who_may(cast: Cast, permission: str, record: str) -> None:
    noun = RECORDS[record](cast)
    assert who_may(cast, permission, noun) == TABLES[permission][record] - ALIKE


def test_every_kind_of_record_is_asked_for() -> None:
    assert {record for records in TABLES.values() for record in records} == set(RECORDS)


def test_a_closed_account_may_nothing(cast: Cast) -> None:
    for person in (cast.manager, cast.director, cast.seat):
        person.is_active = False
        person._standing = None
    assert not any(rules.has_perm(permission, cast.manager) for permission in TABLES)
    anywhere = [name for name in TABLES if rules.has_perm(name, cast.director)]
    assert anywhere == []


def test_nobody_without_a_moment(cast: Cast) -> None:
    cast.seat.moment = None
    with pytest.raises(RuntimeError, match="without a moment"):
        rules.has_perm("programme.view_ballot", cast.seat)


def test_who_votes_anywhere(cast: Cast) -> None:
    draft_motion(cast, cast.at)
    assert who_may(cast, "programme.cast_vote", None) == NOBODY
    running(cast)
    assert who_may(cast, "programme.cast_vote", None) == VOTERS


# -- who stops being somebody --------------------------------------------------------------------


def may_still_vote(cast: Cast, ballot: Ballot) -> set[str]:
    return who_may(cast, "programme.cast_vote", ballot)


def test_a_vote_is_the_organisations_and_not_the_persons(cast: Cast) -> None:
    """Whoever works elsewhere now, even at another partner, votes no more for the old one."""
    ballot = running(cast)
    receipt = vote(cast, ballot, "BN", "for", cast.at)
    partners.end_mandate(
        cast.seat.mandates.get(), until_on=cast.at.date() - DAY, actor=None, at=cast.at
    )
    partners.give_mandate(
        cast.seat,
        organisation=cast["FV"],
        role="director",
        may_sign=True,
        from_on=cast.at.date(),
        actor=None,
        at=cast.at,
    )
    cast.seat._standing = None
    assert may_still_vote(cast, ballot) == VOTERS - {"seat"}
    assert who_may(cast, "programme.view_receipt", receipt) == {"substitute"}
    assert "seat" not in who_may(cast, "programme.view_ballot", ballot)


def test_whoever_joins_the_kernteam_votes_no_more(cast: Cast) -> None:
    ballot = running(cast)
    partners.appoint_to_kernteam(
        cast.seat_GD, role="staff", from_on=cast.at.date(), actor=None, at=cast.at
    )
    cast.seat_GD._standing = None
    assert may_still_vote(cast, ballot) == VOTERS - {"seat_GD"}


def test_an_organisation_that_left_has_no_rights_left(cast: Cast) -> None:
    ballot = running(cast)
    partners.end_partnership(
        cast["GD"].partnerships.get(), left_on=cast.at.date(), actor=None, at=cast.at
    )
    cast.seat_GD._standing = None
    assert may_still_vote(cast, ballot) == VOTERS - {"seat_GD"}
    anywhere = [name for name in TABLES if rules.has_perm(name, cast.seat_GD)]
    assert anywhere == []


def test_a_new_seat_sees_the_ballot_and_does_not_vote_in_it(cast: Cast) -> None:
    ballot = running(cast)
    partners.end_partnership(
        cast["GD"].partnerships.get(), left_on=cast.at.date(), actor=None, at=cast.at
    )
    seat = actions.fill_seat(cast.raad, organisation=cast["FV"], actor=None, at=cast.at)
    actions.name_delegates(
        seat, representative=cast.contact, substitute=None, actor=None, at=cast.at
    )
    cast.seat_GD._standing = None
    assert "contact" in who_may(cast, "programme.view_ballot", ballot)
    assert may_still_vote(cast, ballot) == VOTERS - {"seat_GD"}


def test_a_delegate_that_was_replaced_has_handed_all_over(cast: Cast) -> None:
    ballot = running(cast)
    receipt = vote(cast, ballot, "BN", "for", cast.at)
    actions.name_delegates(
        cast.seat_of("BN"),
        representative=cast.director,
        substitute=None,
        actor=None,
        at=cast.at,
    )
    assert may_still_vote(cast, ballot) == (VOTERS | {"director"}) - BANK_VOTERS
    assert who_may(cast, "programme.view_receipt", receipt) == {"director"}


def test_yesterday_answers_as_it_did_yesterday(cast: Cast) -> None:
    """Rules read the moment of the person, never the clock."""
    ballot = running(cast)
    actions.name_delegates(
        cast.seat_of("BN"),
        representative=cast.director,
        substitute=None,
        actor=None,
        at=cast.at,
    )
    for person in cast.people.values():
        person.moment = cast.at - DAY
    assert may_still_vote(cast, ballot) == VOTERS
