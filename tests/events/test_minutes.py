"""Minutes: filled from what is known, written by two, sent in versions, approved and frozen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from events import actions
from events.models import Meeting, Minutes
from events.pdf import minutes_pdf
from events.proceedings import broken_seals, seal_of, text_mark
from schuldenlab.audit.models import Entry
from schuldenlab.documents.models import Document
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter

from .minuting import (
    DAY,
    FIRST,
    SECOND,
    TEXT,
    act_of,
    approved,
    hold,
    invite,
    meetings,
    put,
    send,
    start,
)

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def test_the_draft_has_a_heading_for_each_point(cast: Cast) -> None:
    first, _second = meetings(cast)
    put(cast, first, "Eén gemiste betaling, en dan?")
    put(cast, first, "x" * 150)
    minutes = start(cast, first, text="")
    lines = minutes.text.split("\n\n")
    assert lines[0] == "1. Eén gemiste betaling, en dan?"
    assert lines[2].startswith("2. xxx")
    assert len(lines[2]) <= 80
    assert minutes.status == "draft"
    assert Entry.objects.get(verb="start_minutes").facts == {"meeting": first.pk}


def test_minutes_begin_once_and_not_before_the_meeting(cast: Cast) -> None:
    first, second = meetings(cast)
    with pytest.raises(Refused, match="not begun"):
        actions.start_minutes(second, actor=cast.manager, at=SECOND - timedelta(minutes=1))
    start(cast, first)
    with pytest.raises(Refused, match="already"):
        start(cast, first)


def test_of_two_writers_the_second_is_told(cast: Cast) -> None:
    first, _second = meetings(cast)
    minutes = start(cast, first)
    mark = text_mark(minutes.text)
    known = {"actor": cast.staff, "at": FIRST + 3 * DAY}
    actions.write_minutes(minutes, text="Van de een.", based_on=mark, **known)
    with pytest.raises(actions.Overtaken):
        actions.write_minutes(minutes, text="Van de ander.", based_on=mark, **known)
    minutes.refresh_from_db()
    assert minutes.text == "Van de een."
    # Who typed the same is not in the way.
    actions.write_minutes(minutes, text="Van de een.\r\n", based_on="", **known)


def test_sending_freezes_what_was_said(cast: Cast) -> None:
    first, _second = meetings(cast)
    put(cast, first, "Welkom")
    hold(cast, first)
    act_of(cast, first, cast.contact)
    minutes = send(cast, first)
    facts = minutes.facts
    assert minutes.status == "sent"
    assert facts["text"] == minutes.text == TEXT
    assert [row["name"] for row in facts["presence"]] == ["Bank Noordzee", "Fonds Vlietland"]
    assert [row["title"] for row in facts["points"]] == ["Welkom"]
    assert [(row["who"], row["is_new"]) for row in facts["actions"]] == [("Fonds Vlietland", True)]
    assert cast.contact.name not in str(facts)
    assert minutes.document is not None
    with minutes.document.file.open("rb") as file:
        content = file.read()
    assert content.startswith(b"%PDF")
    assert b"/MarkInfo" in content or b"StructTreeRoot" in content


def test_sent_to_the_contacts_of_who_was_there(cast: Cast) -> None:
    first, _second = meetings(cast)
    hold(cast, first, "FV")
    minutes = send(cast, first)
    letters = Letter.objects.filter(template="events/mail/minutes_sent.txt")
    assert {each.person_id for each in letters} == {cast.contact.pk}
    assert letters[0].attachment == minutes.document
    assert minutes.get_absolute_url() in letters[0].text


def test_sent_to_who_was_invited(cast: Cast) -> None:
    first, _second = meetings(cast)
    invite(first, cast.director, cast.seat_GD)
    hold(cast, first, "FV")
    send(cast, first)
    letters = Letter.objects.filter(template="events/mail/minutes_sent.txt")
    assert {each.person_id for each in letters} == {cast.director.pk, cast.seat_GD.pk}


def test_only_of_a_meeting_that_was_held(cast: Cast) -> None:
    first, _second = meetings(cast)
    with pytest.raises(Refused, match="who was there"):
        send(cast, first)


def test_a_correction_is_another_version(cast: Cast) -> None:
    first, _second = meetings(cast)
    hold(cast, first)
    minutes = send(cast, first)
    earlier = minutes.document
    known = {"actor": cast.manager, "at": FIRST + 4 * DAY}
    with pytest.raises(Refused, match="Nothing has changed"):
        actions.send_minutes(minutes, **known)
    actions.write_minutes(minutes, text="Anders.", based_on=text_mark(TEXT), **known)
    minutes.refresh_from_db()
    assert minutes.facts["text"] == TEXT
    actions.send_minutes(minutes, **known)
    assert minutes.facts["version"] == 2
    assert [row["document"] for row in minutes.facts["earlier"]] == [earlier.pk]
    assert Document.objects.filter(pk=earlier.pk).exists()
    keys = set(Letter.objects.filter(key__startswith="minutes-sent").values_list("key", flat=True))
    assert keys == {f"minutes-sent:{minutes.pk}:{n}:{cast.contact.pk}" for n in (1, 2)} | {
        f"minutes-sent:{minutes.pk}:{n}:{person.pk}"
        for n in (1, 2)
        for person in (cast.seat, cast.substitute)
    }


def test_what_is_still_to_be_written_is_named_and_not_sent(cast: Cast) -> None:
    first, _second = meetings(cast)
    for title in ("Welkom", "Belteam"):
        put(cast, first, title)
    hold(cast, first)
    minutes = start(cast, first, text="")
    known = {"actor": cast.manager, "at": FIRST + 3 * DAY}
    with pytest.raises(Refused, match=r"“1\. Welkom”; “2\. Belteam”"):
        actions.send_minutes(minutes, **known)
    half = minutes.text.replace("To be written.", "Wij leerden elkaar kennen.", 1)
    half = half.replace("Nog te schrijven.", "Wij leerden elkaar kennen.", 1)
    actions.write_minutes(minutes, text=half, based_on=text_mark(minutes.text), **known)
    with pytest.raises(Refused, match=r"written: “2\. Belteam”\. Write it"):
        actions.send_minutes(minutes, **known)
    assert not Letter.objects.filter(key__startswith="minutes-sent").exists()
    minutes.refresh_from_db()
    assert (minutes.status, minutes.text) == ("draft", half)
    whole = f"{half.rpartition(chr(10))[0]}\nNiet besproken."
    actions.write_minutes(minutes, text=whole, based_on=text_mark(half), **known)
    assert actions.send_minutes(minutes, **known).status == "sent"


def test_approved_at_the_next_meeting(cast: Cast) -> None:
    minutes = approved(cast)
    minutes.refresh_from_db()
    assert minutes.status == "approved"
    assert minutes.sha256 == seal_of(minutes)
    assert minutes.approved_in_id == Meeting.objects.get(starts_at=SECOND).pk
    assert minutes.document.name.endswith("v1-vastgesteld.pdf")
    assert broken_seals() == []
    with pytest.raises(Refused):
        actions.approve_minutes(
            minutes, meeting=minutes.approved_in, actor=cast.manager, at=SECOND + DAY
        )
    with pytest.raises(Refused, match="approved"):
        actions.write_minutes(
            minutes, text="x", based_on=text_mark(TEXT), actor=cast.manager, at=SECOND + DAY
        )
    with pytest.raises(Refused):
        actions.send_minutes(minutes, actor=cast.manager, at=SECOND + DAY)


def test_not_approved_by_what_is_no_later_meeting(cast: Cast) -> None:
    first, second = meetings(cast)
    hold(cast, first)
    minutes = send(cast, first)
    known = {"actor": cast.manager, "at": SECOND + DAY}
    with pytest.raises(Refused, match="later meeting"):
        actions.approve_minutes(minutes, meeting=first, **known)
    with pytest.raises(Refused, match="not begun"):
        actions.approve_minutes(minutes, meeting=second, actor=None, at=SECOND - DAY)
    actions.write_minutes(minutes, text="Anders.", based_on=text_mark(TEXT), **known)
    with pytest.raises(Refused, match="Send it again"):
        actions.approve_minutes(minutes, meeting=second, **known)
    minutes.refresh_from_db()
    assert (minutes.status, minutes.sha256) == ("sent", "")


def test_a_letter_that_the_font_has_not_keeps_nobody_from_sending(cast: Cast) -> None:
    first, _second = meetings(cast)
    hold(cast, first)
    minutes = send(cast, first, text="Feest 🎉 voor iedereen.")
    assert minutes_pdf(minutes, at=FIRST).startswith(b"%PDF")


# -- PostgreSQL ----------------------------------------------------------------------------------


def refused(statement: str, because: str) -> None:
    with (
        pytest.raises(DatabaseError, match=because),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize(
    "change",
    [
        "text = 'Anders'",
        "facts = '{}'",
        "sha256 = 'x'",
        "status = 'sent'",
        "approved_at = now()",
        "document_id = NULL",
    ],
)
def test_what_was_approved_stays(cast: Cast, change: str) -> None:
    minutes = approved(cast)
    refused(f"UPDATE events_minutes SET {change} WHERE id = {minutes.pk}", "approved, so they stay")
    refused(f"DELETE FROM events_minutes WHERE id = {minutes.pk}", "approved, so they stay")


def test_the_table_is_not_emptied(cast: Cast) -> None:
    refused("TRUNCATE events_minutes CASCADE", "append-only")


def test_only_what_was_sent_is_approved(cast: Cast) -> None:
    first, second = meetings(cast)
    hold(cast, first)
    minutes = send(cast, first)
    move = f"""UPDATE events_minutes SET status = 'approved', approved_at = '2026-09-22 20:00Z',
        sha256 = 'x', approved_in_id = {{meeting}}{{more}} WHERE id = {minutes.pk}"""
    refused(move.format(meeting=first.pk, more=""), "a later meeting")
    refused(move.format(meeting="NULL", more=""), "a later meeting")
    refused(move.format(meeting=second.pk, more=", text = 'Anders'"), "only what was sent")
    refused(f"UPDATE events_minutes SET status = 'draft' WHERE id = {minutes.pk}", "no way back")
    refused(f"DELETE FROM events_minutes WHERE id = {minutes.pk}", "sent, so they stay")
    with pytest.raises(DatabaseError, match="start as a draft"), transaction.atomic():
        Minutes.objects.create(meeting=second, status="sent")


def test_a_broken_seal_is_found(cast: Cast) -> None:
    minutes = approved(cast)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE events_minutes DISABLE TRIGGER events_minutes_guard")
        cursor.execute("UPDATE events_minutes SET text = 'Anders' WHERE id = %s", [minutes.pk])
        cursor.execute("ALTER TABLE events_minutes ENABLE ALWAYS TRIGGER events_minutes_guard")
    assert broken_seals() == [minutes]
