"""Composing the programmaraad: proposal, responses, delegates, installing and refilling."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from partners import actions as partners
from partners.models import Partnership
from programme import actions
from programme.deadlines import closing_moment
from programme.models import Delegate, Programmaraad, Seat
from tests.cast import SEATS, ZONE, employ, person, written_otherwise
from tests.programme.records import DELEGATES, PARTNER_PEOPLE, acts, letters, refused, rows, told

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
FIVE = ["GD", "ZD", "EZ", "BN", "CH"]
RESPOND_BY = closing_moment(date(2026, 10, 7))  # ten working days after 23 September


def propose(cast: Cast, letters: str = "GD ZD EZ BN CH", **facts: Any) -> Programmaraad:
    """The raad of next year, proposed today."""
    facts = {"framework": cast.framework, "actor": cast.manager, "at": cast.at, **facts}
    organisations = [cast[each] for each in letters.split()]
    return actions.propose_raad(cast.at.year + 1, organisations=organisations, **facts)


def voter(cast: Cast, letters: str) -> Any:
    return cast.seat if letters == "BN" else getattr(cast, f"seat_{letters}")


def name(cast: Cast, raad: Programmaraad, letters: str, **facts: Any) -> Seat:
    """Somebody votes for this seat; a representative alone unless `facts` say more."""
    seat = raad.seats.get(organisation=cast[letters])
    facts = {
        "representative": voter(cast, letters),
        "substitute": None,
        "actor": cast.manager,
        "at": cast.at,
        **facts,
    }
    return actions.name_delegates(seat, **facts)


def composed(cast: Cast, letters: str = "GD ZD EZ BN CH") -> Programmaraad:
    """Proposed, with somebody who votes for each seat."""
    raad = propose(cast, letters)
    for each in letters.split():
        name(cast, raad, each)
    return raad


def install(cast: Cast, raad: Programmaraad, at: datetime = RESPOND_BY) -> Programmaraad:
    return actions.install_raad(raad, actor=cast.manager, at=at)


def leave(cast: Cast, letters: str, left_on: date, at: datetime | None = None) -> None:
    partnership = cast[letters].partnerships.get(left_on=None)
    partners.end_partnership(partnership, left_on=left_on, actor=cast.manager, at=at or cast.at)


# -- propose -------------------------------------------------------------------------------------


def test_a_proposal_goes_to_all_partners(cast: Cast) -> None:
    raad = propose(cast)
    assert (raad.year, raad.status, raad.framework) == (2027, "composing", cast.framework)
    assert (raad.proposed_at, raad.respond_by) == (cast.at, RESPOND_BY)
    assert raad.recorded_at == cast.at
    seats = raad.seats.order_by("pk")
    assert [seat.organisation for seat in seats] == [cast[each] for each in FIVE]
    assert {(seat.from_on, seat.until_on) for seat in seats} == {(cast.at.date(), None)}
    [act] = acts("propose_raad")
    assert (act.actor_id, act.at, act.subject_id) == (cast.manager.pk, cast.at, str(raad.pk))
    assert act.facts == {"organisations": sorted(seat.organisation_id for seat in seats)}
    assert told(cast, "raad_proposed") == sorted(PARTNER_PEOPLE)


def test_the_letter_names_the_partners_in_the_language_of_the_reader(cast: Cast) -> None:
    type(cast.contact).objects.filter(email=cast.contact.email).update(language="en")
    propose(cast)
    by_person = {letter.person_id: letter for letter in letters("raad_proposed")}
    english, dutch = by_person[cast.contact.pk], by_person[cast.seat.pk]
    assert english.subject == "Proposal: the programmaraad of 2027"
    assert english.subject != dutch.subject
    for letter in (english, dutch):
        assert "- Bank Noordzee" in letter.text
        assert "Haringkade" not in letter.text
        assert "/programmaraad/2027/" in letter.text


def test_proposing_again_replaces_the_seats_and_starts_the_term_anew(cast: Cast) -> None:
    first = composed(cast)
    later = cast.at + 5 * DAY
    again = propose(cast, "GD ZD EZ BN CH VH", at=later)
    assert again.pk == first.pk
    assert again.respond_by == closing_moment(date(2026, 10, 12))
    assert again.seats.count() == 6
    assert not Delegate.objects.filter(seat__raad=again).exists()
    assert len(acts("propose_raad")) == 2
    assert told(cast, "raad_proposed") == sorted([*PARTNER_PEOPLE, *PARTNER_PEOPLE])


def test_sending_the_same_proposal_twice_at_once_is_one_letter_each(cast: Cast) -> None:
    propose(cast)
    propose(cast)
    assert Seat.objects.filter(raad__year=2027).count() == 5
    assert told(cast, "raad_proposed") == sorted(PARTNER_PEOPLE)


@pytest.mark.parametrize(
    ("letters", "because"),
    [
        ("", "5 to 6 seats; there are 0"),
        ("GD ZD EZ BN", "5 to 6 seats; there are 4"),
        ("GD ZD EZ BN CH VH FV", "5 to 6 seats; there are 7"),
        ("GD ZD EZ BN WK", "Not a partner now: Waterbedrijf Kust"),
        ("GD ZD EZ BN CH WK", "Not a partner now: Waterbedrijf Kust"),
    ],
)
def test_what_cannot_be_proposed(cast: Cast, letters: str, because: str) -> None:
    with refused(because):
        propose(cast, letters)
    propose(cast)
    with refused(because):
        propose(cast, letters)


def test_the_numbers_come_from_the_framework(cast: Cast) -> None:
    written_otherwise(cast.framework, seats_min=3, seats_max=4, response_days=1)
    with refused("3 to 4 seats; there are 5"):
        propose(cast)
    raad = propose(cast, "GD ZD EZ")
    assert raad.respond_by == closing_moment(date(2026, 9, 24))


def test_one_partner_has_one_seat(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="seat_once"), transaction.atomic():
        propose(cast, "GD ZD EZ BN BN")
    assert not Programmaraad.objects.filter(year=2027).exists()


def test_an_installed_raad_is_not_proposed_again(cast: Cast) -> None:
    install(cast, composed(cast))
    with refused("installed already"):
        propose(cast, at=RESPOND_BY + DAY)


# -- respond -------------------------------------------------------------------------------------


def respond(cast: Cast, raad: Programmaraad, at: datetime) -> Any:
    return actions.respond_to_raad(
        raad, organisation=cast["FV"], text="Waarom geen fonds?", actor=cast.contact, at=at
    )


def test_a_response_is_heard_and_not_counted(cast: Cast) -> None:
    raad = propose(cast)
    posted = len(rows()["Letter"])
    response = respond(cast, raad, RESPOND_BY - timedelta(microseconds=1))
    assert (response.organisation, response.person) == (cast["FV"], cast.contact)
    [act] = acts("respond_to_raad")
    assert (act.actor_id, act.subject_id) == (cast.contact.pk, str(response.pk))
    assert "fonds" not in str(act.facts)
    assert len(rows()["Letter"]) == posted
    respond(cast, raad, cast.at)
    assert raad.responses.count() == 2


def test_after_the_term_or_the_installing_no_response_is_taken(cast: Cast) -> None:
    raad = composed(cast)
    with refused("time to respond is over"):
        respond(cast, raad, RESPOND_BY)
    install(cast, raad)
    with refused("can no longer respond"):
        respond(cast, raad, RESPOND_BY - DAY)
    with refused("can no longer respond"):
        respond(cast, cast.raad, cast.at)


# -- name delegates ------------------------------------------------------------------------------


def test_a_seat_gets_a_representative_and_a_substitute(cast: Cast) -> None:
    raad = propose(cast)
    seat = name(cast, raad, "BN", substitute=cast.substitute)
    named = set(seat.delegates.values_list("role", "person_id", "from_on", "until_on"))
    today = cast.at.date()
    assert named == {
        ("representative", cast.seat.pk, today, None),
        ("substitute", cast.substitute.pk, today, None),
    }
    [act] = acts("name_delegates")
    assert (act.actor_id, act.subject_id) == (cast.manager.pk, str(seat.pk))
    assert act.facts == {"representative": cast.seat.pk, "substitute": cast.substitute.pk}
    assert told(cast, "delegate_proposed") == ["seat", "substitute"]
    name(cast, raad, "BN", substitute=cast.substitute)
    assert seat.delegates.count() == 2
    assert told(cast, "delegate_proposed") == ["seat", "substitute"]


def test_who_votes_hears_it_when_the_raad_is_installed(cast: Cast) -> None:
    """Until then it is proposed only; who is named later hears it at once."""
    raad = composed(cast)
    assert letters("delegate_named") == []
    assert len(letters("delegate_proposed")) == raad.seats.count()
    install(cast, raad)
    spoken_for = Delegate.objects.filter(seat__raad=raad).values_list("person__email", flat=True)
    assert {each.address for each in letters("delegate_named")} == set(spoken_for)
    name(cast, raad, "BN", substitute=cast.substitute)
    assert "substitute" in told(cast, "delegate_named")
    assert "substitute" not in told(cast, "delegate_proposed")


def test_delegates_of_an_installed_raad_change_as_well(cast: Cast) -> None:
    seat = name(cast, cast.raad, "BN", representative=cast.director, actor=cast.director)
    today = cast.at.date()
    speaking = set(Delegate.objects.speaking(today).filter(seat=seat).values_list("person_id"))
    assert speaking == {(cast.director.pk,)}
    history = {
        (row.role, row.person_id, row.until_on) for row in seat.delegates.exclude(until_on=None)
    }
    assert history == {
        ("representative", cast.seat.pk, today - DAY),
        ("substitute", cast.substitute.pk, today - DAY),
    }


def test_naming_and_replacing_on_one_day_leaves_one_row(cast: Cast) -> None:
    raad = propose(cast)
    name(cast, raad, "BN", substitute=cast.substitute)
    seat = name(cast, raad, "BN", representative=cast.director)
    assert list(seat.delegates.values_list("role", "person_id")) == [
        ("representative", cast.director.pk)
    ]
    assert len(acts("name_delegates")) == 2
    assert told(cast, "delegate_proposed") == ["director", "seat", "substitute"]


def test_representative_and_substitute_can_change_places(cast: Cast) -> None:
    seat = name(cast, cast.raad, "BN", representative=cast.substitute, substitute=cast.seat)
    now = Delegate.objects.speaking(cast.at.date()).filter(seat=seat)
    assert dict(now.values_list("role", "person_id")) == {
        "representative": cast.substitute.pk,
        "substitute": cast.seat.pk,
    }


def test_who_cannot_vote_for_a_seat(cast: Cast) -> None:
    raad = propose(cast)
    with refused("Stijn Kok is in the kernteam"):
        name(cast, raad, "BN", representative=cast.staff)
    with refused("Mieke Jansen is in the kernteam"):
        name(cast, raad, "BN", substitute=cast.manager)
    with refused("Carla Smit has no mandate for Bank Noordzee"):
        name(cast, raad, "BN", representative=cast.contact)
    with refused("Ot Buiten has no mandate"):
        name(cast, raad, "BN", substitute=cast.outsider)
    with refused("somebody else than the representative"):
        name(cast, raad, "BN", substitute=cast.seat)


def test_a_mandate_in_the_kernteam_and_at_a_partner_is_still_the_kernteam(cast: Cast) -> None:
    """The municipality's seat is held by somebody outside the kernteam."""
    raad = propose(cast)
    employ(cast.staff, cast["GD"], cast.at, "director", may_sign=True)
    with refused("Stijn Kok is in the kernteam"):
        name(cast, raad, "GD", representative=cast.staff)
    partners.end_kernteam_term(
        cast.staff.kernteam_terms.get(), until_on=cast.at.date(), actor=None, at=cast.at
    )
    with refused("Stijn Kok is in the kernteam"):
        name(cast, raad, "GD", representative=cast.staff)
    name(cast, raad, "GD", representative=cast.staff, at=cast.at + DAY)


def test_a_mandate_that_ended_is_none(cast: Cast) -> None:
    raad = propose(cast)
    mandate = cast.seat.mandates.get()
    partners.end_mandate(mandate, until_on=cast.at.date() - DAY, actor=None, at=cast.at)
    with refused("Samira Bakker has no mandate"):
        name(cast, raad, "BN")


def test_nobody_votes_for_two_seats(cast: Cast) -> None:
    """One vote page knows one seat, so a second one would stay silent."""
    raad = propose(cast)
    employ(cast.seat, cast["CH"], cast.at)
    name(cast, raad, "BN", substitute=cast.substitute)
    for role in ("representative", "substitute"):
        with refused("Samira Bakker votes for another seat"):
            name(cast, raad, "CH", **{"representative": cast.seat_CH, role: cast.seat})
    name(cast, raad, "BN", representative=cast.substitute)
    name(cast, raad, "CH", representative=cast.seat)


# -- install -------------------------------------------------------------------------------------


def test_installing_is_announced_to_all_partners(cast: Cast) -> None:
    raad = install(cast, composed(cast))
    assert (raad.status, raad.installed_at) == ("installed", RESPOND_BY)
    [act] = acts("install")
    assert (act.actor_id, act.at, act.facts) == (
        cast.manager.pk,
        RESPOND_BY,
        {"status": "installed"},
    )
    assert told(cast, "raad_installed") == sorted(PARTNER_PEOPLE)
    assert "- Bank Noordzee" in letters("raad_installed")[0].text
    with refused("This is no longer possible"):
        install(cast, raad)


def test_not_before_everybody_could_respond(cast: Cast) -> None:
    raad = composed(cast)
    for at in (cast.at, RESPOND_BY - timedelta(microseconds=1)):
        with refused("All partners can still respond"):
            install(cast, raad, at)
    raad = Programmaraad.objects.create(year=2028, framework=cast.framework)
    with refused("1 September of the year before"):
        install(cast, raad)


def test_not_before_september_of_the_year_before(cast: Cast) -> None:
    august = datetime(2026, 8, 3, 10, tzinfo=ZONE)
    raad = propose(cast, at=august)
    for each in FIVE:
        name(cast, raad, each, at=august)
    with refused("1 September of the year before"):
        install(cast, raad, datetime(2026, 8, 31, 23, 59, tzinfo=ZONE))
    assert install(cast, raad, datetime(2026, 9, 1, 0, 0, tzinfo=ZONE)).status == "installed"


def test_each_seat_has_a_representative(cast: Cast) -> None:
    raad = propose(cast)
    for each in FIVE[:4]:
        name(cast, raad, each)
    with refused("Nobody is named yet to vote for: Corporatie Haagwijk"):
        install(cast, raad)
    name(cast, raad, "CH")
    mandate = cast.seat_GD.mandates.get()
    partners.end_mandate(mandate, until_on=RESPOND_BY.date() - DAY, actor=None, at=cast.at)
    with refused("Nobody is named yet to vote for: Gemeente Duinstad"):
        install(cast, raad)


def test_too_few_seats_are_left(cast: Cast) -> None:
    raad = composed(cast)
    raad.seats.filter(organisation=cast["CH"]).update(until_on=cast.at.date())
    with refused("5 to 6 seats; there are 4"):
        install(cast, raad)


@pytest.mark.parametrize("letters", ["GD ZD EZ BN CH", "GD ZD EZ BN CH VH"])
def test_a_seat_of_a_partner_that_left_is_named(cast: Cast, letters: str) -> None:
    raad = composed(cast, letters)
    leave(cast, "CH", cast.at.date() + DAY)
    with refused("Not a partner now: Corporatie Haagwijk"):
        install(cast, raad)


# -- fill an open seat ---------------------------------------------------------------------------


def fill(cast: Cast, letters: str, at: datetime | None = None) -> Seat:
    return actions.fill_seat(
        cast.raad, organisation=cast[letters], actor=cast.manager, at=at or cast.at
    )


def active(cast: Cast, at: datetime | None = None) -> set[str]:
    """The letters of the seats that can vote."""
    ids = cast.raad.seats.active((at or cast.at).date()).values_list("organisation_id", flat=True)
    return {each for each, organisation in cast.organisations.items() if organisation.pk in ids}


def test_a_seat_falls_open_when_its_partner_leaves_and_is_filled(cast: Cast) -> None:
    assert active(cast) == set(SEATS)
    with refused("no open seat"):
        fill(cast, "FV")
    leave(cast, "CH", cast.at.date())
    assert active(cast) == {*SEATS} - {"CH"}
    seat = fill(cast, "FV")
    assert (seat.from_on, seat.until_on) == (cast.at.date(), None)
    assert active(cast) == {*SEATS, "FV"} - {"CH"}
    [act] = acts("fill_seat")
    assert (act.actor_id, act.facts) == (cast.manager.pk, {"organisation": cast["FV"].pk})
    assert letters("delegate_named") == []
    with refused("has a seat already"):
        fill(cast, "FV")
    with refused("Not a partner now: Corporatie Haagwijk|no open seat"):
        fill(cast, "CH")


def test_the_history_of_a_seat_stays(cast: Cast) -> None:
    gone = cast.raad.seats.get(organisation=cast["CH"])
    leave(cast, "CH", cast.at.date() - 2 * DAY)
    fill(cast, "FV")
    gone.refresh_from_db()
    assert gone.until_on == cast.at.date() - 3 * DAY
    assert set(gone.delegates.values_list("person_id", flat=True)) == {cast.seat_CH.pk}
    assert active(cast, cast.at - 4 * DAY) == set(SEATS)


def test_when_several_seats_fall_open_they_are_filled_one_by_one(cast: Cast) -> None:
    """With three seats left the raad has fewer than the framework asks; that is why one fills."""
    for each in ("CH", "VH", "EZ"):
        leave(cast, each, cast.at.date())
    assert len(active(cast)) == 3
    fill(cast, "FV")
    assert len(active(cast)) == 4


def test_a_partner_that_comes_back_has_lost_its_seat(cast: Cast) -> None:
    leave(cast, "CH", cast.at.date())
    later = cast.at + 3 * DAY
    partners.start_partnership(cast["CH"], joined_on=later.date(), actor=None, at=later)
    assert "CH" not in active(cast, later)
    fill(cast, "FV", later)
    assert active(cast, later) == {*SEATS, "FV"} - {"CH"}
    with refused("no open seat"):
        fill(cast, "CH", later)


def test_a_partner_that_comes_back_can_take_the_open_seat(cast: Cast) -> None:
    leave(cast, "CH", cast.at.date())
    later = cast.at + 3 * DAY
    partners.start_partnership(cast["CH"], joined_on=later.date(), actor=None, at=later)
    fill(cast, "CH", later)
    assert active(cast, later) == set(SEATS)
    assert Partnership.objects.filter(organisation=cast["CH"]).count() == 2


def test_a_seat_is_not_filled_by_a_non_partner_or_before_installing(cast: Cast) -> None:
    leave(cast, "CH", cast.at.date())
    with refused("Not a partner now: Waterbedrijf Kust"):
        fill(cast, "WK")
    raad = propose(cast, "GD ZD EZ BN VH")
    with refused("not installed"):
        actions.fill_seat(raad, organisation=cast["FV"], actor=cast.manager, at=cast.at)


def test_whoever_lost_the_seat_or_the_mandate_hears_no_more(cast: Cast) -> None:
    """The letters of a raad go to those who still act for its seats."""
    mandate = cast.substitute.mandates.get()
    partners.end_mandate(mandate, until_on=cast.at.date() - DAY, actor=None, at=cast.at)
    partners.appoint_to_kernteam(
        person("Nieuwe Kracht", cast.at),
        role="staff",
        from_on=cast.at.date(),
        actor=None,
        at=cast.at,
    )
    partners.appoint_to_kernteam(
        cast.seat_GD, role="staff", from_on=cast.at.date(), actor=None, at=cast.at
    )
    speaking = Delegate.objects.speaking(cast.at.date()).filter(seat__raad=cast.raad)
    roles = {each.pk: role for role, each in cast.people.items()}
    assert {roles[row.person_id] for row in speaking} == DELEGATES - {"substitute", "seat_GD"}
