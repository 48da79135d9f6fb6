"""What invited people get by mail when a meeting gets a date, another one, or none any more."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import actions
from events.actions.telling import tell_invitees
from events.models import GuestLink, Invitee, Meeting, Reply
from partners.querysets import token_digest
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import send_due
from schuldenlab.outbox.models import Letter
from tests.events.invited import (
    DATE,
    NOW,
    ROLES,
    autumn,
    dated,
    entries,
    invite,
    later,
    letters,
    read,
)
from tests.events.records import at, schedule

if TYPE_CHECKING:
    from tests.cast import Cast

NEW_DATE = at(2026, 11, 26, "15:00")


def people(cast: Cast) -> set[str]:
    return {getattr(cast, role).email for role in ROLES}


def revisions(meeting: Meeting) -> list[int | None]:
    return list(meeting.invitees.order_by("pk").values_list("sequence_sent", flat=True))


def test_the_first_date_is_revision_nought(cast: Cast) -> None:
    meeting = dated(cast)
    found = letters("invited")
    assert {letter.address for letter in found} == people(cast)
    assert len(found) == 3
    assert {letter.key for letter in found} == {
        f"meeting:{meeting.pk}:0:{getattr(cast, role).pk}" for role in ROLES
    }
    assert (meeting.sequence, revisions(meeting)) == (0, [0, 0, 0])
    for letter in found:
        assert letter.is_secret
        assert letter.calendar_method == "REQUEST"
        event = read(letter.calendar).vevent
        assert event.sequence.value == "0"
        assert event.uid.value == f"meeting-{meeting.pk}@localhost"
        assert [each.value for each in event.attendee_list] == [f"mailto:{letter.address}"]


def test_every_letter_has_a_link_of_its_own(cast: Cast) -> None:
    meeting = dated(cast)
    tokens = set()
    for letter in letters("invited"):
        (token,) = re.findall(r"https?://\S+/([\w-]{43})/$", letter.text, re.MULTILINE)
        link = GuestLink.objects.get(token_sha256=token_digest(token))
        assert link.invitee is not None
        assert link.invitee.person_id == letter.person_id
        assert link.expires_at == meeting.ends_at
        assert token not in letter.calendar
        tokens.add(token)
    assert len(tokens) == 3


def test_without_anybody_invited_there_is_no_letter(cast: Cast) -> None:
    schedule(autumn(cast), DATE, NOW)
    assert not Letter.objects.exists()


def test_another_date_is_one_update_for_each(cast: Cast) -> None:
    meeting = dated(cast)
    schedule(meeting, NEW_DATE, later(1), reason="De zaal is dicht.", place="Zaal Zee")
    assert len(letters("invited")) == len(letters("moved")) == 3
    assert (meeting.sequence, revisions(meeting)) == (1, [1, 1, 1])
    first, second = entries("invited")[0], entries("moved")[0]
    assert first.uid.value == second.uid.value
    assert (first.sequence.value, second.sequence.value) == ("0", "1")
    assert second.dtstart.value.astimezone(UTC) == NEW_DATE.astimezone(UTC)
    assert second.location.value == "Zaal Zee"
    assert {letter.calendar_method for letter in letters("moved")} == {"REQUEST"}
    text = letters("moved")[0].text
    assert "12 november" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "De zaal is dicht." in text


def test_every_change_raises_the_revision_by_one(cast: Cast) -> None:
    meeting, known = dated(cast), {"actor": cast.manager}
    schedule(meeting, NEW_DATE, later(1))
    actions.correct_meeting(meeting, subject="Anders", place="Zaal Zee", at=later(1, 1), **known)
    actions.call_off_meeting(meeting, reason="Staking.", at=later(2), **known)
    schedule(meeting, DATE, later(3))
    told = [
        (letter.template.rpartition("_")[2], read(letter.calendar).vevent.sequence.value)
        for letter in Letter.objects.filter(person=cast.seat).order_by("pk")
    ]
    assert told == [
        ("invited.txt", "0"),
        ("moved.txt", "1"),
        ("changed.txt", "2"),
        ("off.txt", "3"),
        ("moved.txt", "4"),
    ]
    assert Letter.objects.count() == 5 * 3
    assert revisions(meeting) == [4, 4, 4]


def test_what_changed_is_named_with_what_it_was(cast: Cast) -> None:
    meeting = dated(cast)
    was = meeting.subject
    known = {"actor": cast.manager, "at": later(1)}
    actions.correct_meeting(meeting, subject="Anders", place=meeting.place, **known)
    text = letters("changed")[0].text
    assert "Anders" in text
    assert f": {was})" in text
    assert text.count("\n- ") == 3  # when and where, and the one thing that changed


def test_the_same_words_and_the_same_date_are_no_change(cast: Cast) -> None:
    meeting = dated(cast)
    facts = {"subject": meeting.subject, "place": meeting.place}
    actions.correct_meeting(meeting, **facts, actor=cast.manager, at=later(1))
    schedule(meeting, DATE, later(1), **facts)
    assert (meeting.sequence, Letter.objects.count(), meeting.dates.count()) == (0, 3, 1)


def test_another_place_at_the_same_date_asks_nobody_anew(cast: Cast) -> None:
    meeting = dated(cast)
    answered = meeting.invitees.get(person=cast.seat)
    Reply.objects.create(invitee=answered, ordinal=1, answer="yes", recorded_at=later(0, 1))
    schedule(meeting, DATE, later(1), subject=meeting.subject, place="Zaal Zee")
    assert meeting.dates.count() == 1
    by_person = {letter.person_id: letter for letter in letters("changed")}
    attendee = read(by_person[cast.seat.pk].calendar).vevent.attendee
    assert attendee.params["PARTSTAT"] == ["ACCEPTED"]
    other = read(by_person[cast.contact.pk].calendar).vevent.attendee
    assert other.params["PARTSTAT"] == ["NEEDS-ACTION"]


@pytest.mark.parametrize(
    ("starts_at", "partstat", "words"),
    [
        (NEW_DATE, "NEEDS-ACTION", "opnieuw"),
        (at(2026, 11, 12, "16:00"), "DECLINED", "uw antwoord"),
    ],
)
def test_an_answer_counts_for_its_own_day(
    cast: Cast, starts_at: object, partstat: str, words: str
) -> None:
    meeting = dated(cast, "seat")
    invitee = meeting.invitees.get()
    Reply.objects.create(invitee=invitee, ordinal=1, answer="yes", recorded_at=later(0, 1))
    Reply.objects.create(invitee=invitee, ordinal=2, answer="no", recorded_at=later(0, 2))
    schedule(meeting, starts_at, later(1))  # type: ignore[arg-type]
    (event,) = entries("moved")
    assert event.attendee.params["PARTSTAT"] == [partstat]
    asks_again = "about another day" in letters("moved")[0].text
    asks_again |= "over een andere dag" in letters("moved")[0].text
    assert asks_again == (words == "opnieuw")


def test_calling_off_takes_it_out_of_every_calendar(cast: Cast) -> None:
    meeting = dated(cast)
    actions.call_off_meeting(meeting, reason="Geen treinen.", actor=cast.manager, at=later(1))
    found = letters("called_off")
    assert len(found) == 3
    for letter in found:
        calendar = read(letter.calendar)
        assert (calendar.method.value, letter.calendar_method) == ("CANCEL", "CANCEL")
        assert calendar.vevent.status.value == "CANCELLED"
        assert calendar.vevent.sequence.value == "1"
        assert calendar.vevent.dtstart.value.astimezone(UTC) == DATE.astimezone(UTC)
        assert "Geen treinen." in letter.text
        assert not letter.is_urgent
    tell_invitees(meeting, at=later(2))
    assert Letter.objects.count() == 6


def test_calling_off_the_day_before_is_urgent(cast: Cast) -> None:
    meeting = dated(cast, "seat")
    actions.call_off_meeting(
        meeting, reason="Staking.", actor=cast.manager, at=DATE - timedelta(days=1)
    )
    assert letters("called_off")[0].is_urgent


def test_who_joins_gets_the_revision_of_now_and_the_others_nothing(cast: Cast) -> None:
    meeting = dated(cast, "seat")
    schedule(meeting, NEW_DATE, later(1))
    invite(cast, meeting, "contact")
    assert tell_invitees(meeting, at=later(2)) == 1
    assert tell_invitees(meeting, at=later(2)) == 0
    (letter,) = letters("invited")[1:]
    assert letter.person_id == cast.contact.pk
    assert read(letter.calendar).vevent.sequence.value == "1"


def test_who_is_not_invited_any_more_reads_that_once(cast: Cast) -> None:
    meeting = dated(cast)
    gone = meeting.invitees.get(person=cast.contact)
    Invitee.objects.filter(pk=gone.pk).update(withdrawn_at=later(1))
    assert tell_invitees(meeting, at=later(1)) == 1
    assert tell_invitees(meeting, at=later(1)) == 0
    (letter,) = letters("withdrawn")
    calendar = read(letter.calendar)
    assert calendar.method.value == "CANCEL"
    assert "status" not in calendar.vevent.contents  # RFC 5546, 3.2.5: it goes on for the others
    assert calendar.vevent.attendee.value == f"mailto:{cast.contact.email}"
    invite(cast, meeting, "contact")
    assert tell_invitees(meeting, at=later(2)) == 1
    again = Letter.objects.filter(person=cast.contact).latest("pk")
    stamps = [read(each.calendar).vevent.dtstamp.value for each in (letter, again)]
    assert stamps[0] < stamps[1]  # of two messages with one SEQUENCE the later counts (2.1.5)
    actions.call_off_meeting(meeting, reason="Staking.", actor=cast.manager, at=later(3))
    assert len(letters("called_off")) == 3


def test_who_left_hears_nothing(cast: Cast) -> None:
    meeting = autumn(cast)
    invite(cast, meeting)
    type(cast.seat).objects.get_queryset().filter(pk=cast.seat.pk).update(is_active=False)
    schedule(meeting, DATE, NOW)
    assert {letter.person_id for letter in letters("invited")} == {
        cast.director.pk,
        cast.contact.pk,
    }


def test_a_meeting_that_began_tells_nobody(cast: Cast) -> None:
    meeting = dated(cast, "seat")
    invite(cast, meeting, "contact")
    assert tell_invitees(meeting, at=DATE) == 0


def test_letters_cost_the_same_for_more_people(cast: Cast) -> None:
    counts = []
    for roles in (["seat"], ["director", "contact", "seat_GD", "seat_ZD", "substitute"]):
        slots = Meeting.objects.select_related("series").filter(starts_at=None)
        meeting = slots.first() or autumn(cast)
        invite(cast, meeting, *roles)
        with CaptureQueriesContext(connection) as asked:
            schedule(meeting, DATE, NOW)
        counts.append(len(asked))
    assert counts[0] == counts[1]


# -- cancelled for good, corrected -----------------------------------------------------------------


def owed_by_nobody(cast: Cast) -> Meeting:
    meeting = autumn(cast)
    type(meeting.series).objects.filter(pk=meeting.series_id).update(per_year=0)
    invite(cast, meeting)
    return schedule(meeting, DATE, NOW)


def test_cancelling_for_good(cast: Cast) -> None:
    meeting = owed_by_nobody(cast)
    actions.cancel_meeting(meeting, reason="Niet nodig.", actor=cast.manager, at=later(1))
    assert (meeting.status, meeting.starts_at, meeting.sequence) == ("cancelled", None, 1)
    assert {event.status.value for event in entries("called_off")} == {"CANCELLED"}
    assert len(letters("called_off")) == 3
    entry = Entry.objects.get(verb="cancel_meeting")
    assert "Niet nodig." not in str(entry.facts)
    with pytest.raises(Refused):
        schedule(meeting, NEW_DATE, later(2))


def test_cancelling_ends_the_question_about_another_date(cast: Cast) -> None:
    meeting = owed_by_nobody(cast)
    actions.add_standing_guest(
        meeting.series, person=cast.contact, reason="", actor=cast.manager, at=NOW
    )
    poll = actions.open_poll(
        meeting,
        options=[NEW_DATE, NEW_DATE.replace(day=25)],
        closes_on=later(5).date(),
        actor=cast.manager,
        at=NOW,
    )
    actions.cancel_meeting(meeting, reason="Niet nodig.", actor=cast.manager, at=later(1))
    poll.refresh_from_db()
    assert (poll.status, poll.withdrawn_at) == ("withdrawn", later(1))


@pytest.mark.usefixtures("english")
def test_what_is_owed_or_began_is_not_cancelled(cast: Cast) -> None:
    known = {"reason": "Nee.", "actor": cast.manager}
    with pytest.raises(Refused, match="framework asks"):
        actions.cancel_meeting(autumn(cast), at=NOW, **known)
    Meeting.objects.all().delete()
    cast.framework.series.all().delete()
    meeting = owed_by_nobody(cast)
    with pytest.raises(Refused, match="has begun"):
        actions.cancel_meeting(meeting, at=DATE, **known)
    facts = {"year": meeting.year, "kind": "inform", "title": "Punt", "actor": None, "at": NOW}
    actions.add_agenda_item(meeting.series, meeting=meeting, **facts)
    with pytest.raises(Refused, match="points on its agenda"):
        actions.cancel_meeting(meeting, at=NOW, **known)


def test_correcting_a_meeting_without_date_tells_nobody(cast: Cast) -> None:
    meeting = autumn(cast)
    invite(cast, meeting)
    actions.correct_meeting(meeting, subject="X", place="", actor=cast.manager, at=NOW)
    assert (meeting.sequence, meeting.subject, Letter.objects.count()) == (0, "X", 0)
    facts = Entry.objects.get(verb="correct_meeting").facts
    assert facts == {"fields": ["subject"], "sequence": 0}


@pytest.mark.usefixtures("english")
def test_what_was_held_is_not_corrected(cast: Cast) -> None:
    meeting = dated(cast, "seat")
    actions.hold_meeting(meeting, attendance=[cast["BN"]], actor=cast.manager, at=DATE)
    with pytest.raises(Refused, match="has ended"):
        actions.correct_meeting(meeting, subject="X", place="", actor=None, at=DATE)


# -- as mail programs get it -----------------------------------------------------------------------


def test_the_mail_has_three_forms_of_one_message(cast: Cast) -> None:
    dated(cast, "seat", subject="Reünie, café; “Één” €", place="’t Zaaltje, Den Haag")
    (kept,) = letters("invited")
    send_due(NOW)
    raw = mail.outbox[0].message().as_bytes(linesep="\r\n")
    message = message_from_bytes(raw, policy=policy.default)
    assert message.get_content_type() == "multipart/alternative"
    parts = list(message.iter_parts())
    kinds = [part.get_content_type() for part in parts]
    assert kinds == ["text/plain", "text/html", "text/calendar"]
    calendar = parts[2]
    assert calendar.get_param("method") == "REQUEST"  # the same as in the object (RFC 6047, 2.4)
    assert calendar.get_content_charset() == "utf-8"
    assert calendar.get_content_disposition() in {None, "inline"}
    content = calendar.get_payload(decode=True)
    assert content == kept.calendar.encode()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    event = read(content).vevent
    assert event.summary.value == "Reünie, café; “Één” €"
    assert event.location.value == "’t Zaaltje, Den Haag"


def test_a_letter_that_is_sent_or_forgotten_keeps_no_entry(cast: Cast) -> None:
    dated(cast)
    Letter.objects.filter(person=cast.seat).forget()
    assert Letter.objects.get(person=cast.seat).calendar == ""
    send_due(NOW)
    assert len(mail.outbox) == 2
    kept = Letter.objects.filter(status="sent").values_list("text", "html", "subject", "calendar")
    assert set(kept) == {("", "", "", "")}


def test_two_changes_in_a_few_minutes_are_one_letter(cast: Cast) -> None:
    meeting = dated(cast)
    for minutes, place in ((10, "Zaal De Kade"), (12, "Zaal De Vliet, boven")):
        actions.correct_meeting(
            meeting,
            subject=meeting.subject,
            place=place,
            actor=cast.manager,
            at=NOW + timedelta(minutes=minutes),
        )
    changed = letters("changed")
    assert sorted(letter.status for letter in changed) == ["replaced"] * 3 + ["waiting"] * 3
    last = [each for each in changed if each.status == "waiting"]
    assert {read(each.calendar).vevent.sequence.value for each in last} == {"2"}
    assert all(each.not_before > NOW + timedelta(minutes=12) for each in last)
