"""What has been kept long enough is forgotten: once, in batches, and nothing else."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from partners import actions
from partners.actions import retention
from partners.models import ContactNote, ImportRun, Person, Visit
from partners.querysets.retention import kept_too_long
from partners.tasks import apply_retention
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import FIXED, person
from tests.house.world import build_world
from tests.programme.pages import counted

if TYPE_CHECKING:
    from tests.cast import Cast

DAY = timedelta(days=1)
TERM = 365 * DAY
NOTHING = dict.fromkeys(retention.FORGET, 0)


def letter(at: datetime, number: int = 0, **facts: Any) -> Letter:
    return Letter.objects.create(
        **{
            "key": f"key:{number}:iemand@ergens.example",
            "template": "t",
            "address": "iemand@ergens.example",
            "name": "Iemand",
            "language": "nl",
            "subject": "Dag Iemand",
            "text": "T",
            "html": "<p>T</p>",
            "message_id": f"<{number}@x.example>",
            "status": "sent",
            "sent_at": at,
            "not_before": at,
            "at": at,
            **facts,
        }
    )


def note(cast: Cast, days: int, **facts: Any) -> ContactNote:
    at = cast.at - days * DAY
    return ContactNote.objects.create(
        organisation=cast["FV"],
        spoken_on=at.date(),
        text="Carla Smit belde.",
        author=cast.staff,
        recorded_at=at,
        **facts,
    )


# -- people ---------------------------------------------------------------------------------------


def everything_in_the_database() -> dict[str, str]:
    """Every table as one text, without what a test or a visitor's own mailbox keeps."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
            " AND tablename NOT LIKE 'demo_%'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        found = {}
        for name in tables:
            cursor.execute(f"SELECT string_agg(t::text, E'\\n') FROM \"{name}\" t")
            found[name] = cursor.fetchone()[0] or ""
    return found


def test_after_the_term_name_and_address_are_nowhere_but_under_signatures(
    cast: Cast, settings: Any
) -> None:
    settings.ARCHIVE_TERMS = dict.fromkeys(settings.ARCHIVE_TERMS, 1)
    world, over = build_world(cast), cast.at + 2 * TERM
    someone, name, address = cast.seat, cast.seat.name, cast.seat.email
    actions.register_signature(
        cast.framework,
        organisation=cast["BN"],
        signatory=name,
        function="Adviseur",
        signed_on=cast.at.date(),
        actor=cast.staff,
        at=cast.at,
    )
    session = {"session_key": "s", "session_data": address, "expire_date": cast.at + 14 * DAY}
    Visit.objects.create(person=someone, **session)
    actions.close_account(someone, actor=someone, at=cast.at)
    before = {table for table, text in everything_in_the_database().items() if name in text}
    assert {"partners_person", "outbox_letter", "partners_signature"} <= before
    actions.apply_retention(over)
    after = everything_in_the_database()
    assert {table for table, text in after.items() if name in text} == {"partners_signature"}
    assert [table for table, text in after.items() if address in text] == []
    someone.refresh_from_db()
    assert someone.name == "Voormalig contactpersoon"
    assert someone.email == f"voormalig-{someone.pk}@weg.invalid"
    assert someone.anonymised_at == over
    world.own_vote.refresh_from_db()
    assert world.own_vote.person_id == someone.pk
    assert Entry.objects.get(verb="anonymise_person").subject_id == str(someone.pk)


def test_not_a_day_before(cast: Cast) -> None:
    actions.close_account(cast.seat, actor=cast.seat, at=cast.at)
    done = actions.apply_retention(cast.at + TERM - timedelta(seconds=1))
    cast.seat.refresh_from_db()
    assert (done["accounts"], cast.seat.name) == (0, "Samira Bakker")


def test_twice_is_once(cast: Cast) -> None:
    actions.close_account(cast.contact, actor=cast.contact, at=cast.at)
    first = actions.apply_retention(cast.at + TERM)
    assert first["accounts"] == 1
    rows = Entry.objects.count()
    assert actions.apply_retention(cast.at + TERM) == NOTHING
    assert Entry.objects.count() == rows


def test_open_accounts_and_reopened_ones_stay(cast: Cast) -> None:
    actions.close_account(cast.seat, actor=cast.seat, at=cast.at)
    actions.reopen_account(cast.seat, actor=cast.manager, at=cast.at + DAY)
    actions.apply_retention(cast.at + 4 * TERM)
    cast.seat.refresh_from_db()
    assert (cast.seat.name, cast.seat.anonymised_at) == ("Samira Bakker", None)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("director", "Voormalig directeur"),
        ("contact", "Voormalig contactpersoon"),
        ("staff", "Voormalig lid van het kernteam"),
        ("outsider", "Voormalig deelnemer"),
    ],
)
def test_the_name_says_the_last_role(cast: Cast, role: str, name: str) -> None:
    someone = getattr(cast, role)
    actions.close_account(someone, actor=None, at=cast.at)
    actions.apply_retention(cast.at + TERM)
    someone.refresh_from_db()
    assert someone.name == name


def test_who_is_forgotten_does_not_come_back(cast: Cast) -> None:
    actions.close_account(cast.contact, actor=None, at=cast.at)
    actions.apply_retention(cast.at + TERM)
    with pytest.raises(Refused, match="Nodig deze persoon"):
        actions.reopen_account(cast.contact, actor=cast.manager, at=cast.at + TERM)


def test_batches_of_constant_cost(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    costs = []
    for count in (1, 3):
        Person.objects.bulk_create(
            Person(email=f"p{count}{n}@x.example", name="P", is_active=False, closed_at=cast.at)
            for n in range(count)
        )
        with counted() as cost:
            assert actions.apply_retention(cast.at + TERM)["accounts"] == count
        costs.append(cost.queries)
    assert costs[0] == costs[1]
    monkeypatch.setattr(retention, "BATCH", 2)
    for n in range(5):
        actions.close_account(person(f"Q {n}", cast.at), actor=None, at=cast.at)
    assert actions.apply_retention(cast.at + TERM)["accounts"] == 5


# -- letters --------------------------------------------------------------------------------------


def test_letters_lose_every_word(cast: Cast) -> None:
    old = letter(cast.at, 1, person=cast.seat)
    strange, young = letter(cast.at, 2), letter(cast.at + DAY, 3)
    waiting = letter(cast.at, 4, status="waiting", sent_at=None)
    going = letter(cast.at, 5, status="sending", sent_at=None)
    assert actions.apply_retention(cast.at + TERM)["letters"] == 3
    for each in (old, strange, young, waiting, going):
        each.refresh_from_db()
    words = ["address", "name", "subject", "text", "html"]
    assert [getattr(old, word) for word in words] == [""] * 5
    assert old.key == "key:1:iemand@ergens.example"
    assert strange.key == "forgotten:<2@x.example>"
    assert (young.text, going.text) == ("T", "T")
    assert (waiting.text, waiting.status) == ("", "failed")


# -- notes ----------------------------------------------------------------------------------------


def test_notes_lose_their_words_and_stay(cast: Cast) -> None:
    old, young = note(cast, 5 * 365), note(cast, 5 * 365 - 1)
    right = note(cast, 5 * 365, corrects=old, reason="Het was Olaf.")
    assert actions.apply_retention(cast.at)["notes"] == 2
    for each in (old, young, right):
        each.refresh_from_db()
    assert (old.text, right.text, right.reason) == ("", "", "–")
    assert young.text == "Carla Smit belde."
    assert (old.author_id, right.corrects_id) == (cast.staff.pk, old.pk)
    assert Entry.objects.filter(verb="forget_note").count() == 2


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Iets anders."},
        {"text": "", "spoken_on": FIXED.date()},
        {"text": "", "reason": "Een reden."},
        {"author": None},
    ],
)
def test_a_note_changes_in_no_other_way(cast: Cast, change: dict[str, Any]) -> None:
    written = note(cast, 10)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        ContactNote.objects.filter(pk=written.pk).update(**change)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        written.delete()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE partners_contactnote")


# -- imports and sessions -------------------------------------------------------------------------


def upload(cast: Cast, days: int, **facts: Any) -> ImportRun:
    return ImportRun.objects.create(
        file_name="lijst.csv",
        content=b"Carla;carla@fonds.example",
        report={"lines": ["Carla"]},
        recorded_at=cast.at - days * DAY,
        started_by=cast.staff,
        **facts,
    )


def test_uploads_are_emptied(cast: Cast) -> None:
    done = upload(cast, 30, status="saved", saved_at=cast.at)
    left = upload(cast, 30, status="checked", checked_at=cast.at)
    busy = upload(cast, 30, status="confirmed", confirmed_at=cast.at)
    young = upload(cast, 29)
    assert actions.apply_retention(cast.at)["imports"] == 2
    for each in (done, left, busy, young):
        each.refresh_from_db()
    assert [bytes(each.content) for each in (done, left)] == [b"", b""]
    assert (done.report, done.status) == ({}, "saved")
    assert (left.status, left.withdrawn_at) == ("withdrawn", cast.at)
    assert busy.report
    assert young.report


def test_sessions_that_ended_are_gone(db: None) -> None:
    for key, hours in (("old", -1), ("new", 1)):
        moment = FIXED + timedelta(hours=hours)
        Visit.objects.create(session_key=key, session_data="x", expire_date=moment)
    assert actions.apply_retention(FIXED)["sessions"] == 1
    assert [each.session_key for each in Visit.objects.all()] == ["new"]


# -- the doors of the clock and the operator ------------------------------------------------------


def test_the_task_and_the_command(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    letter(FIXED - 2 * TERM)
    call_command("apply_retention", "--dry-run", "--json")
    counted_first = json.loads(capsys.readouterr().out)
    assert counted_first["letters"] == 1
    assert Letter.objects.exclude(address="").count() == 1
    call_command("apply_retention")
    assert "letters: 1 forgotten" in capsys.readouterr().out
    call_command("apply_retention", "--dry-run")
    assert "letters: 0 to forget" in capsys.readouterr().out
    assert apply_retention() == NOTHING
    assert kept_too_long(FIXED) == NOTHING


def test_every_term_is_on_the_privacy_page(client: Any, settings: Any) -> None:
    settings.RETENTION = {kind: 700 + n for n, kind in enumerate(retention.FORGET)}
    said = client.get("/privacy/").content.decode()
    for kind, days in settings.RETENTION.items():
        assert str(days if kind != "sessions" else days + 14) in said, kind
