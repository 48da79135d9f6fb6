"""Ten partners or ten thousand: organisations that do all that a partner does, in few statements.

One of them is made as a whole; the others are copies of its rows, made in the database. Their keys
are `FROM` and their number, so that the rows of one partner find each other.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import GeneratedField

from events.models import Attendance, Invitee, Meeting, Reply
from funding.models import Delivery, Instalment, Pledge, Schedule, StepInOffer, StepInRound
from partners.models import (
    Ambassadorship,
    Involvement,
    Mandate,
    Organisation,
    Partnership,
    Person,
    Signature,
    Theme,
)
from programme.models import Commitment

if TYPE_CHECKING:
    from tests.house.world import World

FROM = 1_000_000
MOST_ASKED = 500  # the database adds up the shares of a round for each of its offers
OTHERWISE: dict[Any, dict[str, str]] = {
    Organisation: {"name": "'Partner ' || n"},
    Person: {"email": "'n' || n || '@crowd.example'"},
    Pledge: {"status": "'offered'", "firm_at": "NULL", "made_firm_by_id": "NULL"},
}
# Columns that lead to a row of the same partner.
OWN = ("organisation_id", "person_id", "pledge_id", "schedule_id", "invitee_id")


def crowd(world: World, first: int, last: int) -> None:
    """Partners `first` to `last`: they signed, chose, committed, pledge, are invited and come."""
    made = Organisation.objects.filter(pk__gt=FROM).order_by("pk").first()
    if made is None:
        made = _one(world, FROM + first)
        first += 1
    with connection.cursor() as cursor:
        # Guards that were planned for ten rows would read all ten thousand for each of them.
        cursor.execute("SET LOCAL enable_seqscan = off; DISCARD PLANS")
        for model in ORDER:
            until = min(last, MOST_ASKED) if model is StepInOffer else last
            cursor.execute(*_copies(model, made.pk, first, until))
            if model is Pledge:
                _firm(world)
        cursor.execute("SET LOCAL enable_seqscan = on; ANALYZE")


def _copies(model: Any, key: int, first: int, last: int) -> tuple[str, list[int]]:
    """The statement that copies the row with this key, once for each number."""
    row = model._base_manager.filter(pk=key).values().get()
    columns = {
        each.column: f'"{each.column}"'
        for each in model._meta.concrete_fields
        if not isinstance(each, GeneratedField)
    }
    columns |= {name: f"{FROM} + n" for name in columns if name in OWN and row[name] == key}
    columns |= {"id": f"{FROM} + n", **OTHERWISE.get(model, {})}
    table = model._meta.db_table
    into, values = ", ".join(f'"{name}"' for name in columns), ", ".join(columns.values())
    sql = f"INSERT INTO {table} ({into}) SELECT {values} FROM {table}, "
    return f"{sql} generate_series(%s, %s) n WHERE id = %s", [first, last, key]


def _one(world: World, key: int) -> Organisation:
    """The first of them, with a row of everything; all its rows have the same key."""
    cast, day = world.cast, world.cast.at.date()
    stamp, same = {"recorded_at": cast.at}, {"pk": key}
    made = Organisation.objects.create(**same, name="Partner", sector="bank", **stamp)
    mine = {**same, "organisation": made}
    person = Person.objects.create(**same, email="n@crowd.example", name="Nel de Groep")
    long_ago = day - timedelta(days=400)
    Partnership.objects.create(**mine, joined_on=long_ago, recorded_at=cast.at - timedelta(days=2))
    facts = {"role": "director", "may_sign": True, "from_on": long_ago}
    Mandate.objects.create(**mine, person=person, **facts)
    Signature.objects.create(
        **mine,
        framework=cast.framework,
        text_sha256=cast.framework.sealed_sha256,
        signatory="N. N.",
        function="Directeur",
        signed_on=day - timedelta(days=1),
        **stamp,
    )
    theme = Theme.objects.create(name="Van allen")
    Ambassadorship.objects.create(**mine, theme=theme, from_on=day, **stamp)
    Involvement.objects.create(**mine, year=day.year, forms=["host"], chosen_on=day, **stamp)
    said = {"ordinal": 1, "answer": "yes", "person": cast.manager, "given_on": day, "at": cast.at}
    Commitment.objects.create(**mine, programme=world.programme, **said, **stamp)
    _gives(world, mine)
    _meets(mine, person, stamp)
    return made


def _gives(world: World, mine: dict[str, Any]) -> None:
    """Hours for the meetings of the year, of which one came; and it is asked to step in."""
    at, same = world.cast.at, {"pk": mine["pk"]}
    stamps = {"offered_at": at, "recorded_at": at}
    facts = {"category": "events", "form": "hours", "amount": Decimal(10), "text": "Uren"}
    pledge = Pledge.objects.create(**mine, **facts, **stamps)
    schedule = Schedule.objects.create(**same, pledge=pledge, ordinal=1, at=at, recorded_at=at)
    Instalment.objects.create(**same, schedule=schedule, year=at.year, amount=Decimal(10))
    _firm(world)
    came = {"amount": Decimal(1), "arrived_on": at.date(), "year": at.year, "recorded_at": at}
    Delivery.objects.create(**same, pledge=pledge, **came)
    StepInOffer.objects.create(**mine, round=StepInRound.objects.get(), **stamps)


def _firm(world: World) -> None:
    """A pledge begins as an offer; those of the crowd are certain at once."""
    offered = Pledge.objects.filter(pk__gt=FROM, status="offered")
    offered.update(status="firm", firm_at=world.cast.at, made_firm_by=world.cast.manager)


def _meets(mine: dict[str, Any], person: Person, stamp: dict[str, Any]) -> None:
    """Invited to a meeting that was held, said yes, and was there."""
    held = Meeting.objects.exclude(series__duty="steering").get(status="held")
    Attendance.objects.create(**mine, meeting=held)
    invitee = Invitee.objects.create(**mine, meeting=held, person=person, **stamp)
    Reply.objects.create(pk=mine["pk"], invitee=invitee, ordinal=1, answer="yes", **stamp)


ORDER: tuple[Any, ...] = (
    *(Organisation, Person, Partnership, Mandate, Signature, Ambassadorship, Involvement),
    *(Commitment, Pledge, Schedule, Instalment, Delivery, StepInOffer),
    *(Attendance, Invitee, Reply),
)
