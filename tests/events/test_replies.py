"""Invitations and answers: who is asked, what counts, and who has a place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from events import actions, tasks
from events.coming import coming_to
from events.models import GuestLink, Invitee, Meeting, Reply
from partners import actions as partners
from partners.models import Mandate
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import employ, person
from tests.events.inviting import (
    MEETS,
    directors_invited,
    invitation,
    invited,
    link_of,
    reply,
)
from tests.events.records import at, schedule, slots

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
OFFICE = "11:00"


def letters(template: str) -> list[str]:
    """To whom letters of this kind went, by address, in their order."""
    found = Letter.objects.filter(template=f"events/mail/{template}.txt").order_by("pk")
    return list(found.values_list("address", flat=True))


def people(meeting: Meeting, day: date = date(2026, 9, 24)) -> int:
    return coming_to(meeting, day).people


# -- who is invited --------------------------------------------------------------------------------


def test_fixing_a_date_invites_the_whole_network(cast: Cast) -> None:
    meeting = invited(cast)
    everybody = {
        *("director", "seat", "substitute", "contact", "other_director", "manager", "staff"),
        *(f"seat_{letters}" for letters in ("GD", "ZD", "EZ", "CH", "VH")),
    }
    found = {invitee.person: invitee for invitee in meeting.invitees.select_related("person")}
    assert set(found) == {getattr(cast, who) for who in everybody}
    assert found[cast.director].organisation == cast["BN"]
    assert found[cast.manager].organisation is None
    assert meeting.reply_by_on == date(2026, 10, 23)  # 14 working days before 12 November
    entry = Entry.objects.get(verb="invite_audience")
    assert entry.facts == {"invited": 12}


def test_fixing_another_date_invites_nobody_twice(cast: Cast) -> None:
    meeting = invited(cast)
    schedule(meeting, at(2026, 11, 19), cast.at + DAY)
    assert meeting.invitees.count() == 12
    assert meeting.reply_by_on == date(2026, 10, 30)


def test_the_last_day_leaves_time_to_answer_and_stays_for_another_hour(cast: Cast) -> None:
    meeting = invited(cast, at(2026, 9, 30))
    assert meeting.reply_by_on == date(2026, 9, 25), "two working days after it is sent"
    schedule(meeting, at(2026, 9, 30, "15:30"), cast.at + 2 * DAY)
    assert meeting.reply_by_on == date(2026, 9, 25)


def test_the_raad_is_invited_by_seat(cast: Cast) -> None:
    meeting = invited(cast, duty="raad", audience="raad", colleagues=0)
    found = dict(meeting.invitees.values_list("person", "reason"))
    seats = {getattr(cast, f"seat_{each}").pk for each in ("GD", "ZD", "EZ", "CH", "VH")}
    assert found == {
        **dict.fromkeys({*seats, cast.seat.pk}, "representative"),
        cast.substitute.pk: "substitute",
    }


def test_who_joins_later_is_invited_and_who_leaves_is_not_expected(cast: Cast) -> None:
    meeting = invited(cast)
    reply(meeting, cast.contact, cast.at + DAY)
    link_of(meeting, cast.contact, cast.at)
    assert actions.join_late(cast.at + DAY) == 0
    newcomer = person("Nieuw Hier", cast.at)
    employ(newcomer, cast["FV"], cast.at)
    gone = Mandate.objects.get(person=cast.contact)
    partners.end_mandate(gone, until_on=cast.at.date(), actor=None, at=cast.at)
    assert actions.join_late(cast.at + 2 * DAY) == 1
    assert invitation(meeting, newcomer).organisation == cast["FV"]
    withdrawn = Invitee.objects.get(person=cast.contact)
    assert withdrawn.withdrawn_at == cast.at + 2 * DAY
    assert not GuestLink.objects.usable(cast.at + 2 * DAY).filter(invitee=withdrawn).exists()
    assert people(meeting) == 0
    assert actions.join_late(cast.at + 2 * DAY) == 0
    assert Entry.objects.get(verb="follow_audience").facts == {"withdrawn": 1, "invited": 1}
    with pytest.raises(Refused, match="not invited"):
        actions.reply_to_invitation(withdrawn, answer="yes", actor=None, at=cast.at + 3 * DAY)


def test_nobody_is_invited_to_what_has_begun_or_has_no_date(cast: Cast) -> None:
    meeting = invited(cast)
    employ(person("Nieuw Hier", cast.at), cast["FV"], cast.at)
    assert actions.join_late(MEETS + timedelta(minutes=1)) == 0
    actions.call_off_meeting(meeting, reason="x", actor=None, at=cast.at + DAY)
    assert actions.join_late(cast.at + 2 * DAY) == 0


# -- answering -------------------------------------------------------------------------------------


def test_yes_with_colleagues_and_the_last_word_counts(cast: Cast) -> None:
    meeting = invited(cast)
    first = reply(meeting, cast.contact, cast.at + DAY, people=3, needs=" een tolk ")
    assert (first.ordinal, first.needs, people(meeting)) == (1, "een tolk", 3)
    second = reply(meeting, cast.contact, cast.at + 2 * DAY, answer="no")
    assert (second.ordinal, second.people, people(meeting)) == (2, 0, 0)
    assert Reply.objects.count() == 2
    said = Entry.objects.filter(verb="reply_to_invitation").values_list("facts", flat=True)
    assert {"answer": "yes", "people": 3, "ordinal": 1} in said


def test_the_same_answer_twice_is_one(cast: Cast) -> None:
    meeting = invited(cast)
    first = reply(meeting, cast.contact, cast.at + DAY)
    assert reply(meeting, cast.contact, cast.at + 2 * DAY) == first
    assert Reply.objects.get() == first


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"answer": "perhaps"}, "Choose one"),
        ({"people": 4}, "3 people at most"),
        ({"people": 0}, "3 people at most"),
        ({"answer": "replacement", "replacement_name": " "}, "who comes in your place"),
    ],
)
def test_what_cannot_be_an_answer(cast: Cast, facts: dict[str, Any], words: str) -> None:
    meeting = invited(cast)
    with pytest.raises(Refused, match=words):
        reply(meeting, cast.contact, cast.at + DAY, **facts)
    assert not Reply.objects.exists()


def test_answering_ends_when_the_meeting_begins_or_is_called_off(cast: Cast) -> None:
    meeting = invited(cast)
    with pytest.raises(Refused, match="has begun"):
        reply(meeting, cast.contact, MEETS)
    reply(meeting, cast.contact, MEETS - timedelta(minutes=1))
    actions.call_off_meeting(meeting, reason="x", actor=None, at=MEETS - timedelta(seconds=50))
    with pytest.raises(Refused, match="no date"):
        reply(meeting, cast.contact, MEETS - timedelta(seconds=40), answer="no")


def test_another_day_asks_anew_and_another_hour_does_not(cast: Cast) -> None:
    meeting = invited(cast)
    reply(meeting, cast.contact, cast.at + DAY)
    schedule(meeting, at(2026, 11, 12, "15:30"), cast.at + 2 * DAY)
    assert people(meeting) == 1
    assert not Invitee.objects.silent().filter(person=cast.contact).exists()
    schedule(meeting, at(2026, 11, 19), cast.at + 3 * DAY)
    assert people(meeting) == 0
    assert Invitee.objects.silent().filter(person=cast.contact).exists()
    reply(meeting, cast.contact, cast.at + 4 * DAY)
    assert people(meeting) == 1
    schedule(meeting, at(2026, 11, 12), cast.at + 5 * DAY)
    assert people(meeting) == 0, "back on the first day is another day again"


# -- somebody else ---------------------------------------------------------------------------------

INSTEAD = {"replacement_name": "Ina Stead", "replacement_email": "ina@people.example"}


def test_at_director_level_somebody_else_is_welcome_at_once(cast: Cast) -> None:
    meeting = directors_invited(cast)
    said = reply(
        meeting, cast.director, cast.at + DAY, "replacement", is_director_level=True, **INSTEAD
    )
    assert said.accepted_at == cast.at + DAY
    assert people(meeting) == 1
    assert letters("replacement_welcome") == [cast.director.email]
    assert letters("replacement_welcome_instead") == ["ina@people.example"]
    assert letters("replacement_asked") == []


def test_who_comes_instead_hears_what_changes_and_nothing_twice(cast: Cast) -> None:
    """Another hour is a change, another need of the invited nothing; somebody else is the end."""
    welcome, released = "replacement_welcome_instead", "replacement_released_instead"
    meeting = directors_invited(cast)
    facts = {"is_director_level": True, **INSTEAD}
    reply(meeting, cast.director, cast.at + DAY, "replacement", **facts)
    reply(meeting, cast.director, cast.at + DAY, "replacement", **facts, needs="a ramp")
    assert (letters(welcome), letters(released)) == (["ina@people.example"], [])
    later = meeting.starts_at + timedelta(hours=2)
    schedule(meeting, later, cast.at + 2 * DAY)
    assert letters(welcome) == ["ina@people.example"] * 2
    told = Letter.objects.filter(template__contains=welcome).order_by("pk")
    first, again = told.values_list("subject", flat=True)
    assert first != again, "the second one says that it is a change"
    other = {**facts, "replacement_name": "Bo", "replacement_email": "bo@people.example"}
    reply(meeting, cast.director, cast.at + 3 * DAY, "replacement", **other)
    assert letters(welcome) == [*["ina@people.example"] * 2, "bo@people.example"]
    assert letters(released) == ["ina@people.example"]
    reply(meeting, cast.director, cast.at + 4 * DAY, "yes")
    assert letters(released) == ["ina@people.example", "bo@people.example"]
    actions.call_off_meeting(meeting, reason="x", actor=None, at=cast.at + 5 * DAY)
    assert len(letters(released)) == 2, "both know already"


@pytest.mark.parametrize("how", ["call off", "another day", "withdraw"])
def test_who_comes_instead_hears_that_it_is_off(cast: Cast, how: str) -> None:
    meeting = directors_invited(cast)
    facts = {"is_director_level": True, **INSTEAD}
    reply(meeting, cast.director, cast.at + DAY, "replacement", **facts)
    if how == "call off":
        actions.call_off_meeting(meeting, reason="x", actor=None, at=cast.at + 2 * DAY)
    elif how == "another day":
        schedule(meeting, meeting.starts_at + 7 * DAY, cast.at + 2 * DAY)
    else:
        mandate = Mandate.objects.get(person=cast.director, role="director")
        day = cast.at.date()
        partners.end_mandate(mandate, until_on=day, actor=cast.manager, at=cast.at + 2 * DAY)
        actions.join_late(cast.at + 3 * DAY)
    assert letters("replacement_released_instead") == ["ina@people.example"]


@pytest.mark.parametrize("is_accepted", [True, False])
def test_below_it_the_kernteam_decides_and_both_hear(cast: Cast, is_accepted: bool) -> None:
    meeting = directors_invited(cast)
    said = reply(meeting, cast.director, cast.at + DAY, "replacement", **INSTEAD)
    assert (said.accepted_at, people(meeting)) == (None, 0)
    assert sorted(letters("replacement_asked")) == sorted([cast.manager.email, cast.staff.email])
    act = actions.accept_replacement if is_accepted else actions.refuse_replacement
    act(said, actor=cast.staff, at=cast.at + 2 * DAY)
    assert people(meeting) == int(is_accepted)
    kind = "replacement_welcome" if is_accepted else "replacement_refused"
    assert letters(kind) == [cast.director.email]
    assert letters(f"{kind}_instead") == ["ina@people.example"]
    for again in (actions.accept_replacement, actions.refuse_replacement):
        with pytest.raises(Refused, match="does not wait"):
            again(said, actor=cast.staff, at=cast.at + 3 * DAY)


def test_a_replacement_that_changed_is_not_accepted_unseen(cast: Cast) -> None:
    meeting = directors_invited(cast)
    first = reply(meeting, cast.director, cast.at + DAY, "replacement", **INSTEAD)
    reply(meeting, cast.director, cast.at + 2 * DAY, "replacement", replacement_name="Iemand")
    with pytest.raises(Refused, match="does not wait"):
        actions.accept_replacement(first, actor=cast.staff, at=cast.at + 3 * DAY)


def test_elsewhere_any_colleague_is_welcome(cast: Cast) -> None:
    meeting = invited(cast)
    said = reply(meeting, cast.contact, cast.at + DAY, "replacement", **INSTEAD)
    assert (said.accepted_at, people(meeting)) == (cast.at + DAY, 1)


def test_who_was_refused_can_answer_the_same_again(cast: Cast) -> None:
    meeting = directors_invited(cast)
    said = reply(meeting, cast.director, cast.at + DAY, "replacement", **INSTEAD)
    actions.refuse_replacement(said, actor=cast.staff, at=cast.at + 2 * DAY)
    again = reply(meeting, cast.director, cast.at + 3 * DAY, "replacement", **INSTEAD)
    assert (again.ordinal, again.refused_at) == (2, None)


# -- places ----------------------------------------------------------------------------------------


def full(cast: Cast, capacity: int) -> Meeting:
    meeting = invited(cast)
    return actions.describe_meeting(meeting, lead="", capacity=capacity, actor=None, at=cast.at)


def places(meeting: Meeting, someone: Any, day: date = date(2026, 9, 30)) -> tuple[int, int]:
    coming = coming_to(meeting, day)
    guest = next(each for each in coming.guests if each.person_id == someone.pk)
    return coming.places[guest.pk], coming.waiting(guest)


def test_each_organisation_keeps_a_place_until_the_last_day(cast: Cast) -> None:
    """Eight places, seven partners: one place is for who comes first."""
    meeting = full(cast, 8)
    reply(meeting, cast.contact, cast.at + DAY, people=3)
    assert places(meeting, cast.contact) == (2, 1)
    for number, letter in enumerate(("GD", "ZD", "EZ", "CH", "VH")):
        reply(meeting, getattr(cast, f"seat_{letter}"), cast.at + (number + 2) * DAY)
        assert places(meeting, getattr(cast, f"seat_{letter}")) == (1, 0)
    assert places(meeting, cast.contact) == (2, 1), "the bank has not answered"
    assert places(meeting, cast.contact, date(2026, 10, 23)) == (2, 1)
    assert places(meeting, cast.contact, date(2026, 10, 24)) == (3, 0)
    assert letters("moved_up") == []
    for _twice in range(2):
        actions.free_places(at(2026, 10, 24))
    assert letters("moved_up") == [cast.contact.email]
    late = reply(meeting, cast.director, at(2026, 10, 26))
    assert places(meeting, cast.director, date(2026, 10, 26)) == (0, 1), late


def test_who_moves_up_is_told_once(cast: Cast) -> None:
    meeting = full(cast, 7)
    reply(meeting, cast.contact, cast.at + DAY, people=2)
    assert places(meeting, cast.contact) == (1, 1)
    reply(meeting, cast.seat_GD, cast.at + 2 * DAY)
    assert letters("moved_up") == []
    reply(meeting, cast.seat_GD, cast.at + 3 * DAY, answer="no")
    assert places(meeting, cast.contact) == (2, 0)
    assert letters("moved_up") == [cast.contact.email]
    reply(meeting, cast.seat_GD, cast.at + 4 * DAY)
    assert places(meeting, cast.seat_GD) == (0, 1), "who gave its place up stands at the end"
    assert letters("moved_up") == [cast.contact.email]


def test_more_room_lets_people_in_and_less_takes_nobody_out(cast: Cast) -> None:
    meeting = full(cast, 7)
    reply(meeting, cast.contact, cast.at + DAY, people=3)
    actions.describe_meeting(meeting, lead="x", capacity=9, actor=None, at=cast.at + 2 * DAY)
    assert letters("moved_up") == [cast.contact.email]
    with pytest.raises(Refused, match="3 people have a place"):
        actions.describe_meeting(meeting, lead="x", capacity=2, actor=None, at=cast.at + 3 * DAY)


# -- reminders -------------------------------------------------------------------------------------


def test_reminders_go_twice_to_who_has_not_answered(cast: Cast) -> None:
    meeting = invited(cast)  # answer until Friday 23 October
    before = GuestLink.objects.count()  # those of the invitations
    reply(meeting, cast.contact, cast.at + DAY)
    assert actions.remind_invitees(at(2026, 10, 15, OFFICE)) == 0
    assert actions.remind_invitees(at(2026, 10, 16, "08:59")) == 0
    assert actions.remind_invitees(at(2026, 10, 16, OFFICE)) == 11
    for later in (at(2026, 10, 16, OFFICE), at(2026, 10, 17, OFFICE), at(2026, 10, 20, OFFICE)):
        assert actions.remind_invitees(later) == 0
    reply(meeting, cast.director, at(2026, 10, 20, "12:00"), answer="no")
    assert actions.remind_invitees(at(2026, 10, 21, OFFICE)) == 10
    assert actions.remind_invitees(at(2026, 10, 23, OFFICE)) == 0
    assert actions.remind_invitees(at(2026, 10, 26, OFFICE)) == 0
    sent = letters("reply_reminder")
    assert len(sent) == 21
    assert cast.contact.email not in sent
    assert sent.count(cast.director.email) == 1
    assert GuestLink.objects.count() == before + 21


def test_a_late_start_gives_one_reminder(cast: Cast) -> None:
    """The clock stood still until the last day: one reminder, not two."""
    invited(cast)
    assert actions.remind_invitees(at(2026, 10, 23, OFFICE)) == 12
    assert actions.remind_invitees(at(2026, 10, 23, "12:00")) == 0


def test_the_day_of_the_invitation_brings_no_reminder(cast: Cast) -> None:
    invited(cast, at(2026, 9, 30))
    assert actions.remind_invitees(cast.at) == 0


def test_the_clock_calls_them(today: Cast) -> None:
    invited(today)
    assert (tasks.join_late(), tasks.remind_invitees(), tasks.free_places()) == (0, 0, 0)


def test_the_raad_needs_more_than_half(cast: Cast) -> None:
    meeting = invited(cast, duty="raad", audience="raad", colleagues=0)
    for number, who in enumerate(("seat_GD", "seat_ZD", "seat")):
        reply(meeting, getattr(cast, who), cast.at + (number + 1) * DAY)
    quorum = coming_to(meeting, cast.at.date()).quorum
    assert (quorum.seats, quorum.coming, quorum.silent, quorum.is_met) == (6, 3, 3, False)
    for number, who in enumerate(("seat_EZ", "seat_CH", "seat_VH")):
        reply(meeting, getattr(cast, who), cast.at + (number + 5) * DAY, answer="no")
    assert coming_to(meeting, cast.at.date()).quorum.is_lost


# -- the raad: only who may vote for a seat counts -------------------------------------------------


def raad_meeting(cast: Cast) -> Meeting:
    return invited(cast, duty="raad", audience="raad", colleagues=0)


def coming_seats(meeting: Meeting, day: date = date(2026, 9, 24)) -> tuple[int, int]:
    quorum = coming_to(meeting, day).quorum
    return quorum.coming, quorum.silent


def instead_of(someone: Any) -> dict[str, str]:
    return {"replacement_name": someone.name, "replacement_email": someone.email}


def test_just_anybody_does_not_come_for_a_seat(cast: Cast) -> None:
    meeting = raad_meeting(cast)
    with pytest.raises(Refused, match="Only you and Pim de Groot can vote"):
        reply(meeting, cast.seat, cast.at + DAY, "replacement", **INSTEAD)
    with pytest.raises(Refused, match="Nobody else can vote for your seat"):
        reply(meeting, cast.seat_GD, cast.at + DAY, "replacement", **INSTEAD)
    assert coming_seats(meeting) == (0, 6)


def test_a_colleague_who_was_named_before_is_no_seat(cast: Cast) -> None:
    """Such an answer stands on record; the page shows it, and the quorum leaves it out."""
    meeting = raad_meeting(cast)
    for who in ("seat_GD", "seat"):
        facts = {"ordinal": 1, "answer": "replacement", "recorded_at": cast.at, **INSTEAD}
        Reply.objects.create(
            invitee=invitation(meeting, getattr(cast, who)), accepted_at=cast.at, **facts
        )
    assert coming_seats(meeting) == (0, 5), "the substitute of the bank can still come"


def test_the_registered_substitute_comes_for_the_seat(cast: Cast) -> None:
    meeting = raad_meeting(cast)
    reply(meeting, cast.seat, cast.at + DAY, "replacement", **instead_of(cast.substitute))
    assert coming_seats(meeting) == (1, 5)
    reply(meeting, cast.substitute, cast.at + 2 * DAY)
    assert (coming_seats(meeting), people(meeting)) == ((1, 5), 1), "one person, counted once"
    reply(meeting, cast.substitute, cast.at + 3 * DAY, "no")
    assert coming_seats(meeting) == (0, 5), "who comes instead answers for itself"


def test_a_guest_of_the_series_is_no_seat(cast: Cast) -> None:
    meeting = raad_meeting(cast)
    guest = {"person": cast.contact, "organisation": cast["FV"], "recorded_at": cast.at}
    Invitee.objects.create(meeting=meeting, reason="guest", **guest)
    colleague = {"person": cast.director, "organisation": cast["BN"], "recorded_at": cast.at}
    Invitee.objects.create(meeting=meeting, reason="guest", **colleague)
    for someone in (cast.contact, cast.director):
        reply(meeting, someone, cast.at + DAY)
    assert coming_to(meeting, date(2026, 9, 24)).quorum.seats == 6
    assert coming_seats(meeting) == (0, 6)


# -- a replacement that was refused is no answer ---------------------------------------------------


def test_who_was_refused_is_asked_again_everywhere(cast: Cast) -> None:
    meeting = directors_invited(cast)
    said = reply(meeting, cast.director, cast.at + DAY, "replacement", **INSTEAD)
    assert cast["BN"].pk not in coming_to(meeting, date(2026, 9, 25)).silent
    actions.refuse_replacement(said, actor=cast.staff, at=cast.at + 2 * DAY)
    mine = invitation(meeting, cast.director)
    assert mine in Invitee.objects.silent()
    assert cast["BN"].pk in coming_to(meeting, date(2026, 9, 26)).silent
    actions.remind_invitees(at(2026, 10, 16, OFFICE))
    assert cast.director.email in letters("reply_reminder")
    reply(meeting, cast.director, at(2026, 10, 19), "replacement", **INSTEAD)
    assert mine not in Invitee.objects.silent(), "it waits for the kernteam once more"


def test_who_is_refused_answers_by_a_link_of_their_own(cast: Cast) -> None:
    meeting = directors_invited(cast)
    said = reply(meeting, cast.director, cast.at + DAY, "replacement", **INSTEAD)
    known = set(GuestLink.objects.values_list("pk", flat=True))
    actions.refuse_replacement(said, actor=cast.staff, at=cast.at + 2 * DAY)
    [link] = GuestLink.objects.exclude(pk__in=known)
    assert link.invitee == said.invitee
    letter = Letter.objects.get(template="events/mail/replacement_refused.txt")
    assert "/bijeenkomsten/uitnodiging/" in letter.text
    assert meeting.get_absolute_url() not in letter.text
    assert letter.is_secret


def test_slots_without_a_date_invite_nobody(cast: Cast) -> None:
    slots(cast)
    assert not Invitee.objects.exists()
