"""A large network to measure with: partners, and five years of what they did. Nothing is true."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

AT = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
TELLING = """
schuld schulden huur huurschuld energie energierekening jongeren wonen werk bank voedselbank bewind
zorg zorgverzekeraar premie achterstand betaling regeling termijn buffer noodbuffer gemeente wijk
school mbo ondernemer zzp gezin kind ouder loon inkomen uitkering toeslag brief deurwaarder incasso
gesprek vrijwilliger hulp hulpverlener project pilot partner programma thema besluit afspraak samen
vroeg signaal rente lening fonds corporatie verhuurder bewoner stad duin zee haven markt plein
"""
BETWEEN = "de het een van en wij dat die voor met op aan niet om te is zijn ook naar bij"
WORDS, FILLING = TELLING.split(), BETWEEN.split()


def _text(chance: random.Random, length: int) -> str:
    """So many words as people write them, in sentences."""
    words = (chance.choice(WORDS if number % 3 == 0 else FILLING) for number in range(length))
    return " ".join(words).capitalize() + "."


def settle(count: int) -> None:
    """Partners with people, and five years of what they do together."""
    from django.db import connection

    with connection.cursor() as cursor:  # projects come without the decisions behind them
        for table in ("project", "projectnote", "progressreport"):
            cursor.execute(f"ALTER TABLE projects_{table} DISABLE TRIGGER USER")
    chance = random.Random(7)
    _partners(count, chance)
    _meetings(chance)
    _projects(chance)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _partners(count: int, chance: random.Random) -> None:
    from partners.models import (
        ContactNote,
        KernteamMember,
        Mandate,
        Organisation,
        Partnership,
        Person,
    )

    begin, sectors = date(2021, 1, 1), ("bank", "energie", "fonds", "woningcorporatie", "water")
    organisations = Organisation.objects.bulk_create(
        Organisation(
            name=f"{chance.choice(WORDS).capitalize()} {chance.choice(WORDS)} {number}",
            sector=chance.choice(sectors),
            description=_text(chance, 60),
            is_public=number % 2 == 0,
        )
        for number in range(count)
    )
    Partnership.objects.bulk_create(
        Partnership(organisation=each, joined_on=begin) for each in organisations
    )
    people = Person.objects.bulk_create(
        Person(email=f"p{number}@people.example", name=f"{chance.choice(WORDS)} Jansen {number}")
        for number in range(count * 3 // 2)
    )
    Mandate.objects.bulk_create(
        Mandate(
            person=each, organisation=chance.choice(organisations), role="contact", from_on=begin
        )
        for each in people
    )
    Person.objects.filter(pk=people[0].pk).update(email="contact@people.example")
    staff = Person.objects.create(email="kernteam@people.example", name="Kern Team")
    KernteamMember.objects.create(person=staff, role="manager", from_on=begin)
    ContactNote.objects.bulk_create(
        ContactNote(
            organisation=chance.choice(organisations),
            spoken_on=begin + timedelta(days=number % 1800),
            text=_text(chance, 80),
            author=staff,
        )
        for number in range(count)
    )


def _meetings(chance: random.Random) -> None:
    from events.models import ActionItem, AgendaItem, Meeting, MeetingSeries, Minutes
    from partners.models import Framework, Organisation, Person

    host, owner = Organisation.objects.first(), Person.objects.first()
    framework = Framework.objects.create(
        title="Kader", starts_on=date(2021, 1, 1), ends_on=date(2026, 12, 31), host=host
    )
    series = MeetingSeries.objects.create(
        framework=framework, duty="network", title="Netwerk", audience="network", per_year=120
    )
    meetings = Meeting.objects.bulk_create(
        Meeting(
            series=series,
            year=2021 + number // 120,
            ordinal=number % 120 + 1,
            window_opens_on=day,
            window_closes_on=day,
            subject=_text(chance, 6),
            starts_at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        )
        for number, day in _days(600)
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(
            series=series,
            year=meeting.year,
            meeting=meeting,
            position=place,
            kind="other",
            title=_text(chance, 6),
            text=_text(chance, 40),
            put_on_at=AT,
        )
        for meeting in meetings
        for place in range(6)
    )
    Minutes.objects.bulk_create(
        Minutes(meeting=meeting, text=_text(chance, 700)) for meeting in meetings
    )
    ActionItem.objects.bulk_create(
        ActionItem(meeting=each, text=_text(chance, 12), owner=owner, due_on=each.window_opens_on)
        for each in meetings
        for _number in range(5)
    )


def _projects(chance: random.Random) -> None:
    from partners.models import Person, Theme
    from projects.models import LIGHTS, ProgressReport, Project, ProjectNote

    theme = Theme.objects.create(name="Wonen")
    leader = Person.objects.earliest("pk")
    projects = Project.objects.bulk_create(
        Project(
            year=2021 + number // 30,
            sequence=number % 30 + 1,
            theme=theme,
            title=_text(chance, 5),
            summary=_text(chance, 60),
            current_state=_text(chance, 60),
            is_public=number % 2 == 0,
        )
        for number in range(150)
    )
    ProjectNote.objects.bulk_create(
        ProjectNote(project=each, kind="learned", text=_text(chance, 40), person=leader, at=AT)
        for each in projects
        for _number in range(20)
    )
    ProgressReport.objects.bulk_create(
        ProgressReport(
            project=each,
            year=2021 + quarter // 4,
            quarter=quarter % 4 + 1,
            ordinal=1,
            reached=_text(chance, 80),
            others_should_know=_text(chance, 30),
            reported_at=AT,
            person=leader,
            **dict.fromkeys(LIGHTS, "track"),
        )
        for each in projects
        for quarter in range(20)
    )


def _days(count: int) -> Iterator[tuple[int, date]]:
    return ((number, date(2021, 1, 4) + timedelta(days=3 * number)) for number in range(count))
