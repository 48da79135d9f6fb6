"""What is written into SQL once answers and writes as the ORM does anew."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.db.transaction import TransactionManagementError

from partners.models import Mandate, Organisation, Person
from partners.querysets.dates import NEVER
from programme.models import Entitlement
from programme.querysets.rights import ENTITLED, RIGHTS, SPEAKERS, rights_in
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import _held, lock
from schuldenlab.outbox.models import Letter
from schuldenlab.prepared import (
    SOME_DAY,
    SOME_MOMENT,
    SOMEBODY,
    SOMETHING,
    Prepared,
    insert,
    insert_unless_there,
)
from tests.house.world import open_motion
from tests.queue.conftest import conninfo

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
OFTEN = 4  # more than PostgreSQL needs to keep a plan


def values(row: models.Model) -> dict[str, Any]:
    """All that a record holds, with the records that came along."""
    own = {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields}
    along = row._state.fields_cache
    return own | {name: values(each) for name, each in along.items()}


def test_records_come_as_the_orm_gives_them(cast: Cast) -> None:
    """With who comes along, time after time, and with what was written in between."""
    asked = Prepared(
        lambda: Mandate.objects.on(SOME_DAY).filter(person=SOMEBODY).select_related("organisation")
    )
    day = cast.at.date()
    for _each in range(OFTEN):
        for person in Person.objects.all():
            plain = Mandate.objects.on(day).filter(person=person).select_related("organisation")
            assert [*map(values, asked.found(person.pk, day))] == [*map(values, plain)]
        Organisation.objects.filter(mandates__person=cast.contact).update(website="https://b.nl")
    assert any(
        values(each)["organisation"]["website"] for each in asked.found(cast.contact.pk, day)
    )


def test_what_stands_for_a_value_is_no_value_of_the_questions_themselves() -> None:
    assert SOME_DAY not in {NEVER, date.min, date.max}
    assert SOME_MOMENT.date() not in {NEVER, date.min, date.max}


@pytest.mark.django_db(transaction=True)
def test_a_table_that_changes_under_a_plan_is_asked_anew(transactional_db: None) -> None:
    """As an upgrade does while the version before goes on."""
    person = Person.objects.create(email="a@people.example", name="Ada")
    for _each in range(OFTEN):
        assert Person.objects.get(pk=person.pk) == person
    change = "ALTER TABLE partners_person ALTER name TYPE varchar({})"
    with psycopg.connect(conninfo()) as other:
        other.execute(change.format(230))
    try:
        assert Person.objects.get(pk=person.pk).name == "Ada"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(change.format(Person._meta.get_field("name").max_length))


def test_of_other_questions_no_text_is_kept(cast: Cast) -> None:
    for number in range(OFTEN):
        assert Person.objects.get(pk=cast.contact.pk) == cast.contact
        assert not Person.objects.filter(name="a" * 1_000 + str(number)).exists()
    kept = connection.connection._prepared
    texts = [text for text, _types in [*kept._counts, *kept._names]]
    assert texts
    assert not any(b"aaaa" in text for text in texts)


def test_postgresql_keeps_the_plan(cast: Cast) -> None:
    asked = Prepared(lambda: Person.objects.filter(pk=SOMEBODY), SOMEBODY)
    for _each in range(OFTEN):
        assert asked.found(cast.contact.pk) == [cast.contact]
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        plans = [statement for (statement,) in cursor.fetchall()]
    assert any("partners_person" in plan and "$1" in plan for plan in plans)


def test_a_value_that_is_not_asked_for_is_an_error() -> None:
    asked = Prepared(lambda: Person.objects.filter(pk=SOMEBODY), SOMEBODY, SOMETHING)
    with pytest.raises(ValueError, match="not all of"):
        asked.found(1, 2)


def test_who_votes_is_as_the_querysets_say(cast: Cast) -> None:
    """For everybody, by the three questions of a vote."""
    ballot = open_motion(cast, cast.at, cast.at + timedelta(days=1))
    day, found = cast.at.date(), 0
    for person in Person.objects.all():
        person.moment = cast.at
        mine = Entitlement.objects.of(person).counting(day).filter(ballot=ballot).order_by("pk")
        assert RIGHTS.found(ballot.pk, person.pk, day) == list(mine) == rights_in(ballot, person)
        found += len(mine)
    assert found > 1
    for seat in cast.raad.seats.all():
        counts = ballot.entitlements.counting(day).filter(organisation=seat.organisation_id)
        assert ENTITLED.found(ballot.pk, seat.organisation_id, day) == list(counts)
        named = seat.delegates.speaking(day).filter(person__is_active=True)
        assert SPEAKERS.found(seat.pk, day) == list(named)


def test_a_row_is_written_as_save_does(cast: Cast) -> None:
    """What the database fills in itself comes back."""
    said = {"verb": "x", "subject_type": "a.b", "subject_id": "1", "origin": "web", "at": cast.at}
    said |= {"facts": {"a": [1, None]}, "actor_id": cast.contact.pk}
    ours, theirs = Entry(**said), Entry(**said)
    for _each in range(OFTEN):
        insert(ours)
    theirs.save()
    assert ours.pk is not None
    read, plain = (values(Entry.objects.get(pk=each.pk)) for each in (ours, theirs))
    assert {**read, "id": 0, "recorded_at": 0} == {**plain, "id": 0, "recorded_at": 0}
    assert ours.recorded_at == read["recorded_at"]
    assert not ours._state.adding


def test_a_row_that_is_there_already_stays(cast: Cast) -> None:
    said = {"key": "same", "person": cast.contact, "at": cast.at, "not_before": cast.at}
    for number in range(OFTEN):
        insert(Letter(**said, subject=str(number), message_id=str(number)), unless_there=True)
    assert [each.subject for each in Letter.objects.filter(key="same")] == ["0"]


def test_rows_of_one_statement_are_as_the_manager_writes_them(cast: Cast) -> None:
    """Also with nothing in some of them; what is there already stays, and the rest is written."""
    people = [cast.contact, None, cast.director]
    said = {"at": cast.at, "not_before": cast.at}

    def letters(key: str) -> list[Letter]:
        return [
            Letter(**said, key=f"{key}{number}", person=person, message_id=f"{key}{number}")
            for number, person in enumerate(people)
        ]

    Letter.objects.bulk_create(letters("theirs"))
    for number in range(OFTEN):
        ours = letters("ours")
        ours[0].key = f"other{number}"
        ours[0].message_id = f"other{number}"
        insert_unless_there(ours)
    assert all(each.pk is None and not each._state.adding for each in ours)
    varying = {"id": 0, "key": "", "message_id": "", "recorded_at": 0}
    plain, written = (
        [values(each) | varying for each in Letter.objects.filter(key__in=keys).order_by("key")]
        for keys in (["theirs0", "theirs1", "theirs2"], ["other1", "ours1", "ours2"])
    )
    assert written == plain
    assert Letter.objects.filter(key__startswith="o").count() == OFTEN + 2


def test_rows_that_give_different_facts_are_refused(cast: Cast) -> None:
    """What one row leaves to the database, the others may not give."""
    said = {"verb": "x", "subject_type": "a.b", "subject_id": "1", "origin": "web", "at": cast.at}
    with pytest.raises(ValueError, match="leaves to the database"):
        insert_unless_there([Entry(**said), Entry(**said, recorded_at=cast.at)])


@pytest.mark.django_db(transaction=True)
def test_a_row_is_held_only_inside_a_transaction() -> None:
    noun = Organisation.objects.create(name="X", sector="bank")
    for _each in range(2):
        with transaction.atomic():
            assert lock(noun) is noun
        with pytest.raises(TransactionManagementError):
            lock(noun)
    Organisation.objects.filter(pk=noun.pk).delete()
    with transaction.atomic(), pytest.raises(Organisation.DoesNotExist):
        lock(noun)


def test_a_lock_holds_no_more_than_the_row_itself() -> None:
    """Whatever a list of such records is sorted by."""
    for model in apps.get_models():
        if model._meta.auto_field is not None:
            assert " JOIN " not in _held(model)._written.sql, model
