"""What must never happen is refused by PostgreSQL: to the admin, a shell and raw SQL alike."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from partners.models import Partnership, Person
from programme.models import Ballot, Entitlement, Programmaraad, Programme, Seat, Vote
from tests.cast import written_otherwise
from tests.house.world import draft_motion, open_motion, put_to_ballot, vote, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast
    from tests.house.world import World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def run(statement: str, values: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def refused(attack: Callable[[], Any], because: str) -> None:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        attack()


@pytest.fixture
def world(world_fixed: World) -> World:
    return world_fixed


def next_year(cast: Cast, *letters: str) -> Programmaraad:
    """A raad that is being composed, with these seats."""
    raad = Programmaraad.objects.create(year=cast.at.year + 1, framework=cast.framework)
    for each in letters:
        Seat.objects.create(raad=raad, organisation=cast[each], from_on=cast.at.date())
    return raad


def install(cast: Cast, raad: Programmaraad) -> None:
    Programmaraad.objects.filter(pk=raad.pk).update(status="installed", installed_at=cast.at)


# -- the programmaraad ---------------------------------------------------------------------------


@pytest.mark.parametrize("letters", ["GD ZD EZ BN CH", "GD ZD EZ BN CH VH"])
def test_five_or_six_seats_can_be_installed(cast: Cast, letters: str) -> None:
    raad = next_year(cast, *letters.split())
    install(cast, raad)
    raad.refresh_from_db()
    assert raad.status == "installed"


@pytest.mark.parametrize(
    ("letters", "count"),
    [("", 0), ("GD ZD EZ BN", 4), ("GD ZD EZ BN CH VH FV", 7)],
)
def test_fewer_or_more_seats_are_refused(cast: Cast, letters: str, count: int) -> None:
    raad = next_year(cast, *letters.split())
    refused(lambda: install(cast, raad), f"{count} seats, the framework asks for 5 to 6")
    refused(
        lambda: run(
            "UPDATE programme_programmaraad SET status = 'installed', installed_at = %s "
            "WHERE id = %s",
            [cast.at, raad.pk],
        ),
        f"{count} seats",
    )


def test_a_raad_cannot_be_born_installed_without_seats(cast: Cast) -> None:
    refused(
        lambda: Programmaraad.objects.create(
            year=cast.at.year + 1,
            framework=cast.framework,
            status="installed",
            installed_at=cast.at,
        ),
        "0 seats",
    )


def test_an_installed_raad_has_its_moment(cast: Cast) -> None:
    raad = next_year(cast, "GD", "ZD", "EZ", "BN", "CH")
    refused(
        lambda: Programmaraad.objects.filter(pk=raad.pk).update(status="installed"),
        "raad_installed_has_moment|0 seats",
    )


def test_the_numbers_are_those_of_the_framework(cast: Cast) -> None:
    written_otherwise(cast.framework, seats_min=3, seats_max=4)
    raad = next_year(cast, "GD", "ZD", "EZ", "BN", "CH")
    refused(lambda: install(cast, raad), "asks for 3 to 4")


def test_a_seat_for_a_non_partner_is_refused(cast: Cast) -> None:
    raad = next_year(cast, "GD", "ZD", "EZ", "BN", "WK")
    refused(lambda: install(cast, raad), "an organisation that is no partner")


def test_two_seats_for_one_organisation_are_refused(cast: Cast) -> None:
    raad = next_year(cast, "GD")
    refused(
        lambda: Seat.objects.create(raad=raad, organisation=cast["GD"], from_on=cast.at.date()),
        "seat_once_per_organisation",
    )


def test_one_raad_per_year(cast: Cast) -> None:
    refused(
        lambda: Programmaraad.objects.create(year=cast.at.year, framework=cast.framework),
        "unique",
    )


def test_an_installed_raad_takes_no_seventh_seat(cast: Cast) -> None:
    day = cast.at.date()
    refused(
        lambda: Seat.objects.create(raad=cast.raad, organisation=cast["FV"], from_on=day),
        "7 seats, at most 6",
    )


def test_an_installed_raad_takes_no_non_partner(cast: Cast) -> None:
    day = cast.at.date()
    cast.raad.seats.filter(organisation=cast["VH"]).update(until_on=day - DAY)
    refused(
        lambda: Seat.objects.create(raad=cast.raad, organisation=cast["WK"], from_on=day),
        "no partner",
    )
    refused(
        lambda: Seat.objects.filter(organisation=cast["CH"]).update(organisation=cast["WK"]),
        "no partner",
    )


def test_a_seat_that_fell_open_can_be_filled(cast: Cast) -> None:
    day = cast.at.date()
    Partnership.objects.filter(organisation=cast["VH"]).update(
        left_on=day, left_recorded_at=cast.at
    )
    Seat.objects.create(raad=cast.raad, organisation=cast["FV"], from_on=day)
    assert cast.raad.seats.active(day).count() == 6


# -- the ballot ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Iets anders"},
        {"question": "Iets anders?"},
        {"text": "Iets anders."},
        {"quorum_numerator": 0},
        {"quorum_denominator": 7},
        {"quorum_is_over": False},
        {"majority_numerator": 0},
        {"majority_is_over": False},
        {"base": "entitled"},
        {"tie_rule": "second_round"},
        {"closes_at": F("closes_at") + HOUR},
        {"opened_at": F("opened_at") - HOUR},
        {"seal": "0" * 64},
        {"round": 2},
        {"status": "draft"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_open_ballot_stays_as_it_was_opened(world: World, change: dict[str, Any]) -> None:
    refused(
        lambda: Ballot.objects.filter(pk=world.open.pk).update(**change),
        "fixed once it is open|only closes",
    )


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "rejected"},
        {"counts": {}},
        {"chain_head": "0" * 64},
        {"closed_at": F("closed_at") + HOUR},
        {"status": "open"},
        {"status": "draft"},
        {"text": "Iets anders."},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_closed_ballot_stays_as_it_closed(world: World, change: dict[str, Any]) -> None:
    refused(lambda: Ballot.objects.filter(pk=world.closed.pk).update(**change), "it stays as it is")


@pytest.mark.parametrize("which", ["open", "closed"])
def test_an_opened_ballot_is_never_deleted(world: World, which: str) -> None:
    ballot = getattr(world, which)
    refused(lambda: run("DELETE FROM programme_ballot WHERE id = %s", [ballot.pk]), "so it stays")


def test_an_opened_ballot_without_votes_is_never_deleted(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, cast.at + DAY)
    refused(lambda: run("DELETE FROM programme_ballot WHERE id = %s", [ballot.pk]), "so it stays")


def test_a_draft_can_go(world: World) -> None:
    world.draft.delete()
    assert not Ballot.objects.filter(title=world.draft.title).exists()


def test_a_draft_cannot_close(world: World) -> None:
    facts = {"closed_at": world.draft.closes_at, "outcome": "adopted", "chain_head": "0" * 64}
    refused(
        lambda: Ballot.objects.filter(pk=world.draft.pk).update(
            status="closed",
            opened_at=world.cast.at,
            seal="0" * 64,
            **facts,
        ),
        "a draft cannot close",
    )


def test_a_ballot_does_not_close_before_its_deadline(world: World) -> None:
    refused(
        lambda: Ballot.objects.filter(pk=world.open.pk).update(
            status="closed",
            closed_at=world.open.closes_at - HOUR,
            outcome="adopted",
            chain_head="0" * 64,
        ),
        "ballot_closed_has_outcome",
    )


def test_a_ballot_is_not_born_open(cast: Cast) -> None:
    """A ballot that is inserted as open or closed would have no electorate that was fixed."""
    opened = {"status": "open", "opened_at": cast.at, "seal": "0" * 64}
    refused(lambda: draft_motion(cast, cast.at, **opened), "starts as a draft")
    closed = {
        **opened,
        "status": "closed",
        "closed_at": cast.at + 8 * DAY,
        "outcome": "adopted",
        "chain_head": "0" * 64,
    }
    refused(lambda: draft_motion(cast, cast.at, **closed), "starts as a draft")


# -- the electorate ------------------------------------------------------------------------------


def test_the_electorate_is_fixed_at_the_opening(world: World) -> None:
    seat = world.cast.seat_of("GD")
    ballot, closed = world.open, world.closed
    organisation = world.cast["FV"]

    def add(to: Ballot) -> None:
        Entitlement.objects.create(ballot=to, seat=seat, organisation=organisation)

    refused(lambda: add(ballot), "the electorate is fixed")
    refused(lambda: add(closed), "the electorate is fixed")
    mine = Entitlement.objects.filter(ballot=ballot, organisation=world.cast["CH"])
    refused(lambda: mine.update(organisation=organisation), "the electorate is fixed")
    refused(mine.delete, "the electorate is fixed")
    refused(lambda: mine.update(ballot=world.draft), "the electorate is fixed")
    add(world.draft)
    drafted = Entitlement.objects.filter(ballot=world.draft)
    refused(lambda: drafted.update(ballot=ballot), "the electorate is fixed")
    drafted.delete()


# -- votes ---------------------------------------------------------------------------------------


def insert_vote(ballot: Ballot, entitlement: Entitlement, person: Person, **facts: Any) -> None:
    Vote.objects.create(
        **{
            "ballot": ballot,
            "entitlement": entitlement,
            "ordinal": 9,
            "sequence": 99,
            "choice": "for",
            "person": person,
            "receipt_code": "ABCDEFGHJKMN",
            "hash": "0" * 64,
            **facts,
        }
    )


def test_votes_outside_the_time_of_the_ballot_are_refused(world: World) -> None:
    cast, ballot = world.cast, world.open
    mine = ballot.entitlements.get(organisation=cast["CH"])
    for at in (ballot.closes_at, ballot.closes_at + DAY, ballot.opened_at - HOUR):
        refused(
            lambda at=at: insert_vote(ballot, mine, cast.seat_CH, at=at),
            "takes no vote of this moment",
        )
    insert_vote(ballot, mine, cast.seat_CH, at=ballot.closes_at - timedelta(microseconds=1))


def test_late_is_judged_by_the_row_and_not_by_the_clock(cast: Cast) -> None:
    """A story of the past can be replayed: the ballot was open at the moment of the vote."""
    long_ago = cast.at - 300 * DAY
    ballot = open_motion(cast, long_ago, long_ago + DAY)
    assert vote(cast, ballot, "BN", "for", long_ago + HOUR).sequence == 1


def test_drafts_and_closed_ballots_take_no_votes(world: World) -> None:
    cast = world.cast
    Entitlement.objects.create(ballot=world.draft, seat=cast.seat_of("CH"), organisation=cast["CH"])
    for ballot in (world.draft, world.closed):
        mine = ballot.entitlements.get(organisation=cast["CH"])
        refused(
            lambda ballot=ballot, mine=mine: insert_vote(
                ballot, mine, cast.seat_CH, at=ballot.closes_at - HOUR
            ),
            "takes no vote of this moment",
        )


def test_the_seat_of_another_ballot_has_no_vote(world: World) -> None:
    theirs = world.closed.entitlements.get(organisation=world.cast["CH"])
    refused(
        lambda: insert_vote(world.open, theirs, world.cast.seat_CH, at=world.cast.at),
        "this seat has no vote",
    )


def test_one_ordinal_and_one_sequence(world: World) -> None:
    cast, ballot = world.cast, world.open
    mine = ballot.entitlements.get(organisation=cast["CH"])
    theirs = world.own_vote
    refused(
        lambda: insert_vote(ballot, mine, cast.seat_CH, at=cast.at, sequence=theirs.sequence),
        "vote_sequence_once",
    )
    refused(
        lambda: insert_vote(
            ballot, theirs.entitlement, cast.seat, at=cast.at, ordinal=theirs.ordinal
        ),
        "vote_one_counts",
    )
    refused(
        lambda: insert_vote(
            ballot, mine, cast.seat_CH, at=cast.at, receipt_code=theirs.receipt_code
        ),
        "unique",
    )
    refused(
        lambda: insert_vote(ballot, mine, cast.seat_CH, at=cast.at, choice="maybe"),
        "vote_choice_known",
    )


# -- the programme -------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["title", "ambition", "text"])
def test_a_submitted_text_stays(cast: Cast, field: str) -> None:
    programme = write(cast, cast.at.year, cast.at)
    put_to_ballot(cast, programme, cast.at, cast.at + DAY)
    mine = Programme.objects.filter(pk=programme.pk)
    refused(lambda: mine.update(**{field: "Iets anders"}), "the submitted text stays")


def test_the_text_is_not_taken_back_while_the_raad_votes_on_it(cast: Cast) -> None:
    programme = write(cast, cast.at.year, cast.at)
    put_to_ballot(cast, programme, cast.at, cast.at + DAY)
    mine = Programme.objects.filter(pk=programme.pk)
    refused(lambda: mine.update(status="preparing"), "the programmaraad is voting on it")
    refused(lambda: mine.update(status="preparing", text="x"), "the programmaraad is voting on it")


def test_an_adopted_text_stays(world: World) -> None:
    mine = Programme.objects.filter(pk=world.programme.pk)
    refused(lambda: mine.update(text="Iets anders"), "the submitted text stays")
    refused(lambda: mine.update(year=F("year") + 5), "the submitted text stays")


def test_the_text_cannot_change_on_its_way_back(world: World) -> None:
    """An adopted programme does not become a draft again to be rewritten."""
    mine = Programme.objects.filter(pk=world.programme.pk)
    refused(lambda: mine.update(status="preparing", text="Iets anders"), "adopted, so it stays")
    refused(lambda: mine.update(status="preparing"), "adopted, so it stays")
    refused(lambda: mine.update(status="submitted"), "adopted, so it stays")


def test_only_the_ballot_of_the_raad_adopts(world: World) -> None:
    cast = world.cast
    programme = world.next_programme
    Programme.objects.filter(pk=programme.pk).update(status="submitted", submitted_at=cast.at)
    mine = Programme.objects.filter(pk=programme.pk)
    facts = {"status": "adopted", "adopted_at": cast.at, "commit_by": cast.at + DAY}
    refused(lambda: mine.update(**facts), "only a ballot of the programmaraad adopts it")
    refused(
        lambda: mine.update(**facts, ballot=world.open),
        "only a ballot of the programmaraad adopts it",
    )


def test_a_programme_is_not_born_adopted(world: World) -> None:
    """An insert passes by the trigger on updates, so it has one of its own."""
    cast = world.cast
    facts = {"adopted_at": cast.at, "submitted_at": cast.at, "commit_by": cast.at + DAY}
    refused(
        lambda: Programme.objects.create(
            year=cast.at.year + 2,
            framework=cast.framework,
            status="adopted",
            decision=world.decision,
            **facts,
        ),
        "starts in preparation",
    )


def test_an_adopted_programme_keeps_its_decision(world: World) -> None:
    mine = Programme.objects.filter(pk=world.programme.pk)
    refused(
        lambda: mine.update(decision=None),
        "adopted, so it stays",
    )
    refused(lambda: mine.update(ballot=world.open), "adopted, so it stays")
    refused(lambda: mine.update(commit_by=F("commit_by") + DAY), "adopted, so it stays")
    mine.update(status="closed", closed_at=world.cast.at)
    refused(lambda: mine.update(status="adopted"), "adopted, so it stays")


# -- people --------------------------------------------------------------------------------------


def test_nobody_is_superuser(cast: Cast) -> None:
    refused(lambda: Person.objects.update(is_superuser=True), "nobody_is_superuser")
