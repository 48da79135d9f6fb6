"""Asking for a seat, giving one back, and a raad from year to year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.db import IntegrityError, InternalError, transaction

from partners import actions as partners
from partners.models import Framework
from programme import actions, tasks
from programme.deadlines import after_working_days
from programme.models import Delegate, Programmaraad, Seat, SeatInvitation
from schuldenlab.lifecycle import status_at
from tests.cast import person
from tests.house.world import open_motion, vote
from tests.programme.records import KERNTEAM, acts, changes_nothing, letters, refused, told

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
FV_PEOPLE = ["contact", "other_director"]


def invite(cast: Cast, names: str, year: int = 2027, at: datetime | None = None) -> Any:
    asked = actions.invite_to_seats(
        year,
        framework=cast.framework,
        organisations=[cast[each] for each in names.split()],
        actor=cast.manager,
        at=at or cast.at,
    )
    return asked[0] if len(asked) == 1 else asked


def accept(cast: Cast, invitation: SeatInvitation, **facts: Any) -> SeatInvitation:
    at = facts.pop("at", cast.at + DAY)
    actor = facts.pop("actor", cast.other_director)
    return actions.accept_seat(invitation, actor=actor, at=at, **facts)


def decline(cast: Cast, invitation: SeatInvitation, reason: str = "") -> SeatInvitation:
    return actions.decline_seat(
        invitation, reason=reason, actor=cast.other_director, at=cast.at + DAY
    )


def withdraw(cast: Cast, invitation: SeatInvitation) -> SeatInvitation:
    return actions.withdraw_seat_invitation(invitation, actor=cast.staff, at=cast.at + DAY)


def end(cast: Cast, names: str = "VH", at: datetime | None = None) -> Seat:
    return actions.end_seat(
        cast.seat_of(names), reason="Geen tijd", actor=cast.manager, at=at or cast.at
    )


# -- invite --------------------------------------------------------------------------------------


def test_a_partner_is_asked_before_there_is_a_proposal(cast: Cast) -> None:
    invitation = invite(cast, "FV")
    assert (invitation.status, invitation.raad.status) == ("asked", "composing")
    assert invitation.raad.proposed_at is None
    assert invitation.answer_by == after_working_days(cast.at, 5)
    [act] = acts("invite_to_seat")
    assert (act.actor_id, act.at) == (cast.manager.pk, cast.at)
    assert act.facts["organisation"] == cast["FV"].pk
    assert told(cast, "seat_offered") == FV_PEOPLE
    letter = letters("seat_offered")[0]
    assert f"/zetels/uitnodiging/{invitation.pk}/" in letter.text


@pytest.mark.parametrize(
    ("names", "year", "because"),
    [
        ("", 2027, "at least one partner"),
        ("WK", 2027, "Not a partner now: Waterbedrijf Kust"),
        ("FV", 2026, "no open seat"),
    ],
)
def test_who_cannot_be_asked(cast: Cast, names: str, year: int, because: str) -> None:
    with refused(because):
        invite(cast, names, year)


def test_nobody_is_asked_twice_but_after_a_no(cast: Cast) -> None:
    invitation = invite(cast, "FV")
    with refused("Asked already: Fonds Vlietland"):
        invite(cast, "FV")
    decline(cast, invitation)
    again = invite(cast, "FV", at=cast.at + 2 * DAY)
    accept(cast, again, at=cast.at + 3 * DAY)
    with refused("Asked already: Fonds Vlietland"):
        invite(cast, "FV", at=cast.at + 4 * DAY)


def test_a_last_day_in_the_past_is_refused(cast: Cast) -> None:
    with refused("last day in the future"):
        actions.invite_to_seats(
            2027,
            framework=cast.framework,
            organisations=[cast["FV"]],
            answer_by=cast.at,
            actor=None,
            at=cast.at,
        )


def test_an_open_seat_is_offered_and_not_to_who_has_one(cast: Cast) -> None:
    end(cast)
    later = cast.at + DAY
    with refused("Already has a seat: Bank Noordzee"):
        invite(cast, "BN", 2026, later)
    assert invite(cast, "FV", 2026, later).raad == cast.raad


# -- answer --------------------------------------------------------------------------------------


def test_a_yes_is_no_seat(cast: Cast) -> None:
    invitation = accept(cast, invite(cast, "FV"))
    assert (invitation.status, invitation.answered_by) == ("accepted", cast.other_director)
    assert invitation.accepted_at == cast.at + DAY == invitation.answered_at
    assert not Seat.objects.filter(organisation=cast["FV"]).exists()
    assert acts("accept")[0].actor_id == cast.other_director.pk
    assert told(cast, "seat_answered") == sorted(KERNTEAM)
    assert status_at(invitation, cast.at) == "asked"


def test_who_is_named_with_the_yes_votes_once_there_is_a_seat(cast: Cast) -> None:
    facts = {"representative": cast.other_director, "substitute": cast.contact}
    accept(cast, invite(cast, "FV"), **facts)
    assert not Delegate.objects.filter(person=cast.contact).exists()
    raad = actions.propose_raad(
        2027,
        framework=cast.framework,
        organisations=[cast[each] for each in ["GD", "ZD", "EZ", "BN", "FV"]],
        actor=cast.manager,
        at=cast.at + 2 * DAY,
    )
    named = raad.seats.get(organisation=cast["FV"]).delegates.values_list("role", "person")
    assert dict(named) == {
        "representative": cast.other_director.pk,
        "substitute": cast.contact.pk,
    }


def test_in_a_proposal_the_named_people_vote_at_once(cast: Cast) -> None:
    raad = actions.propose_raad(
        2027,
        framework=cast.framework,
        organisations=[cast[each] for each in ["GD", "ZD", "EZ", "BN", "FV"]],
        actor=cast.manager,
        at=cast.at,
    )
    accept(cast, invite(cast, "FV"), representative=cast.contact)
    [named] = raad.seats.get(organisation=cast["FV"]).delegates.all()
    assert (named.role, named.person) == ("representative", cast.contact)


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"representative": "outsider"}, "has no mandate"),
        ({"representative": "manager"}, "is in the kernteam"),
        ({"representative": "contact", "substitute": "contact"}, "somebody else"),
        ({"substitute": "contact"}, "who votes first"),
    ],
)
def test_who_cannot_be_named(cast: Cast, facts: dict[str, str], because: str) -> None:
    invitation = invite(cast, "FV")
    people = {role: getattr(cast, name) for role, name in facts.items()}
    with refused(because):
        accept(cast, invitation, **people)


def test_somebody_who_left_meanwhile_is_not_named(cast: Cast) -> None:
    colleague = person("Coen Vertrekt", cast.at - 9 * DAY)
    mandate = partners.give_mandate(
        colleague,
        organisation=cast["FV"],
        role="contact",
        may_sign=False,
        from_on=cast.at.date() - 9 * DAY,
        actor=None,
        at=cast.at - 9 * DAY,
    )
    accept(cast, invite(cast, "FV"), representative=colleague)
    last = cast.at.date() + DAY
    partners.end_mandate(mandate, until_on=last, actor=None, at=cast.at + DAY)
    raad = actions.propose_raad(
        2027,
        framework=cast.framework,
        organisations=[cast[each] for each in ["GD", "ZD", "EZ", "BN", "FV"]],
        actor=cast.manager,
        at=cast.at + 5 * DAY,
    )
    assert not raad.seats.get(organisation=cast["FV"]).delegates.exists()


def test_a_no_may_have_a_reason(cast: Cast) -> None:
    invitation = decline(cast, invite(cast, "FV"), " Te druk ")
    assert (invitation.status, invitation.reason) == ("declined", "Te druk")
    assert "Te druk" in letters("seat_answered")[0].text


def test_withdrawn_is_told_to_who_was_asked(cast: Cast) -> None:
    invitation = withdraw(cast, invite(cast, "FV"))
    assert (invitation.status, invitation.withdrawn_at) == ("withdrawn", cast.at + DAY)
    assert told(cast, "seat_withdrawn") == FV_PEOPLE


@pytest.mark.parametrize("first", [accept, decline, withdraw])
@pytest.mark.parametrize("then", [accept, decline, withdraw])
def test_an_answer_is_given_once(cast: Cast, first: Any, then: Any) -> None:
    invitation = first(cast, invite(cast, "FV"))
    with refused("no longer possible"):
        then(cast, invitation)


def test_a_filled_seat_withdraws_the_other_questions(cast: Cast) -> None:
    end(cast)
    later = cast.at + DAY
    invitation = invite(cast, "FV", 2026, later)
    actions.fill_seat(cast.raad, organisation=cast["VH"], actor=cast.manager, at=later)
    invitation.refresh_from_db()
    assert invitation.status == "withdrawn"
    with refused("no open seat"):
        accept(cast, invitation, at=later)


def test_the_database_keeps_answers(cast: Cast) -> None:
    invitation = accept(cast, invite(cast, "FV"))
    rows = SeatInvitation.objects.filter(pk=invitation.pk)
    for change in (lambda: rows.update(status="declined"), rows.delete):
        with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
            change()
    waiting = SeatInvitation(
        raad=invitation.raad,
        organisation=cast["VH"],
        status="accepted",
        sent_at=cast.at,
        answer_by=cast.at + DAY,
    )
    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        waiting.save()


# -- give back -----------------------------------------------------------------------------------


def test_a_seat_is_given_back_with_a_reason(cast: Cast) -> None:
    seat = end(cast)
    assert (seat.until_on, seat.end_reason) == (cast.at.date(), "Geen tijd")
    assert cast.raad.seats.active(cast.at.date() + DAY).count() == 5
    assert acts("end_seat")[0].facts == {"until": "2026-09-23"}
    assert told(cast, "seat_open") == sorted(KERNTEAM)
    with refused("ended already"):
        end(cast)


def test_a_reason_is_needed_and_an_installed_raad(cast: Cast) -> None:
    with refused("why this seat ends"):
        actions.end_seat(cast.seat_of("VH"), reason=" ", actor=None, at=cast.at)
    raad = actions.propose_raad(
        2027,
        framework=cast.framework,
        organisations=[cast[each] for each in ["GD", "ZD", "EZ", "BN", "FV"]],
        actor=None,
        at=cast.at,
    )
    with refused("not installed"):
        actions.end_seat(raad.seats.all()[0], reason="x", actor=None, at=cast.at)


def test_fewer_than_five_may_be_left(cast: Cast) -> None:
    end(cast)
    end(cast, "CH")
    assert cast.raad.seats.active(cast.at.date() + DAY).count() == 4


def test_the_open_ballot_is_voted_to_its_end(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at - DAY, cast.at + 7 * DAY)
    seat = end(cast)
    assert seat.until_on == (cast.at + 7 * DAY).date()
    vote(cast, ballot, "VH", "for", cast.at + 3 * DAY)


def test_the_database_lets_a_seat_end_once(cast: Cast) -> None:
    seat = end(cast)
    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        Seat.objects.filter(pk=seat.pk).update(end_reason="Anders")


def test_a_seat_whose_partner_left_is_told_once(cast: Cast) -> None:
    with changes_nothing():
        assert actions.report_open_seats(cast.at) == 0
    partners.end_partnership(
        cast["VH"].partnerships.get(), left_on=cast.at.date(), actor=None, at=cast.at
    )
    assert actions.report_open_seats(cast.at) == 1
    with changes_nothing():
        assert actions.report_open_seats(cast.at + DAY) == 0
    assert told(cast, "seat_open") == sorted(KERNTEAM)


# -- from year to year ---------------------------------------------------------------------------


def repeat(cast: Cast, at: datetime | None = None) -> Programmaraad:
    return actions.repeat_raad(2027, framework=cast.framework, actor=cast.manager, at=at or cast.at)


def test_the_same_as_last_year(cast: Cast) -> None:
    raad = repeat(cast)
    assert {seat.organisation for seat in raad.seats.all()} == {
        cast[each] for each in ["GD", "ZD", "EZ", "BN", "CH", "VH"]
    }
    assert raad.proposed_at == cast.at


def test_who_left_is_not_taken_over(cast: Cast) -> None:
    end(cast)
    raad = repeat(cast, cast.at + DAY)
    assert cast["VH"] not in {seat.organisation for seat in raad.seats.all()}
    staying, gone = cast.raad.to_repeat((cast.at + DAY).date())
    assert (len(staying), gone) == (5, [cast["VH"]])


def test_too_few_are_not_proposed(cast: Cast) -> None:
    end(cast)
    end(cast, "CH")
    with refused("4 partners are left; at least 5.*Corporatie Haagwijk, Verzekeraar Haringkade"):
        repeat(cast, cast.at + DAY)


def test_without_a_raad_last_year_nothing_is_repeated(cast: Cast) -> None:
    with refused("no programmaraad last year"):
        actions.repeat_raad(2026, framework=cast.framework, actor=None, at=cast.at)


def test_dissolving_ends_seats_and_voters(cast: Cast) -> None:
    last = cast.at.replace(month=12, day=31)
    with refused("sits until 31-12-2026"):
        actions.dissolve_raad(cast.raad, actor=cast.manager, at=cast.at)
    ballot = open_motion(cast, last - DAY, last + DAY)
    with refused("ballot of this programmaraad is still open"):
        actions.dissolve_raad(cast.raad, actor=cast.manager, at=last)
    after = ballot.closes_at
    actions.close_ballot(ballot, at=after)
    raad = actions.dissolve_raad(cast.raad, actor=cast.manager, at=after)
    assert (raad.status, raad.dissolved_at) == ("dissolved", after)
    day = after.date()
    assert set(raad.seats.values_list("until_on", flat=True)) == {day}
    assert set(Delegate.objects.filter(seat__raad=raad).values_list("until_on", flat=True)) == {day}
    assert acts("dissolve")[0].actor_id == cast.manager.pk
    with refused("no longer possible"):
        actions.dissolve_raad(cast.raad, actor=cast.manager, at=after)


def take_over(cast: Cast, names: str = "GD ZD EZ BN CH", **facts: Any) -> Programmaraad:
    given = {"year": 2025, "installed_on": date(2024, 12, 2), **facts}
    return actions.take_over_raad(
        given.pop("year"),
        framework=Framework.objects.get(pk=cast.framework.pk),
        organisations=[cast[each] for each in names.split()],
        actor=cast.manager,
        at=cast.at,
        **given,
    )


def test_a_raad_from_before_keeps_its_own_day(cast: Cast) -> None:
    with refused("before the first day"):
        take_over(cast)
    partners.set_go_live(live_on=date(2025, 1, 1), actor=cast.manager, at=cast.at)
    raad = take_over(cast)
    assert (raad.status, raad.installed_at.date()) == ("installed", date(2024, 12, 2))
    assert {seat.from_on for seat in raad.seats.all()} == {date(2024, 12, 2)}
    assert raad.recorded_at == cast.at
    assert acts("take_over_raad")[0].facts["on"] == "2024-12-02"
    assert letters("raad_installed") == [
        each for each in letters("raad_installed") if each.at != cast.at
    ]
    with refused("is a programmaraad of 2025 already"):
        take_over(cast)


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"names": "GD ZD EZ BN"}, "5 to 6 seats"),
        ({"names": "GD ZD EZ BN WK"}, "Not a partner now"),
        ({"installed_on": date(2025, 1, 1)}, "before the first day"),
        ({"installed_on": date(2024, 8, 31)}, "1 September of the year before"),
    ],
)
def test_what_cannot_be_taken_over(cast: Cast, facts: dict[str, Any], because: str) -> None:
    partners.set_go_live(live_on=date(2025, 1, 1), actor=cast.manager, at=cast.at)
    with refused(because):
        take_over(cast, **facts)


def test_the_clock_tells_of_open_seats(cast: Cast) -> None:
    partners.end_partnership(
        cast["VH"].partnerships.get(), left_on=cast.at.date(), actor=None, at=cast.at
    )
    with time_machine.travel(cast.at, tick=False):
        assert tasks.report_open_seats() == 1
        assert tasks.report_open_seats() == 0
