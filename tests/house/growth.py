"""A world with more of everything in it, to see what a page costs then."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from events.models import Attendance, Meeting, MeetingSeries
from partners.models import (
    Ambassadorship,
    ImportRun,
    Involvement,
    KernteamMember,
    Mandate,
    Organisation,
    Partnership,
    Person,
    Review,
    Signature,
    SigningRequest,
    Theme,
)
from programme import actions
from programme.models import Commitment, CourseChange, Decision, PassageComment
from programme.passages import Line, ThemePlan
from schuldenlab.audit.models import Entry
from schuldenlab.demo.models import SentMail
from schuldenlab.outbox.models import Letter
from tests.house.cadence import more_cadence
from tests.house.invitations import more_invitations
from tests.house.letters import more_letters
from tests.house.meetings import more_points
from tests.house.minutes import more_minutes
from tests.house.polls import more_polled
from tests.house.shelf_cases import grow_cases
from tests.house.shelf_money import grow_money
from tests.house.shelf_projects import grow_projects
from tests.house.shelf_themes import grow_themes
from tests.house.world import open_motion
from tests.programme.changing import at_status

if TYPE_CHECKING:
    from tests.house.world import World

MORE = 25


def grow(world: World) -> None:
    """Twenty-five more of nearly all that there is."""
    organisations = _partners(world)
    _promises(world, organisations)
    _kept(world, organisations)
    _meetings(world, organisations)
    _registers(world)
    _texts(world)
    grow_themes(world)
    grow_projects(world)
    grow_cases(world)
    grow_money(world)
    _changes(world)
    more_points(world, MORE)
    more_invitations(world, MORE)
    more_cadence(world, MORE)
    more_polled(world)
    more_minutes(world, MORE)
    more_letters(world, MORE)
    cast = world.cast
    for number in range(3):
        closes_at = cast.at + timedelta(days=8)
        at = cast.at - timedelta(days=1)
        open_motion(cast, at, closes_at=closes_at, title=f"Motie {number}")


def _texts(world: World) -> None:
    """More versions of next year's programme, with more in them, and comments on the last one."""
    programme, cast = world.next_programme, world.cast
    known = {"actor": cast.manager, "at": cast.at}
    for number in range(5):
        actions.write_programme(
            programme.year,
            framework=cast.framework,
            title=programme.title,
            ambition=programme.ambition,
            text=f"{programme.text}\n\nAlinea {number}.",
            themes=[ThemePlan(f"Thema {each}", "Wij doen dit.") for each in range(MORE)],
            budget=[Line("events", f"Regel {each}", Decimal(each)) for each in range(MORE)],
            **known,
        )
    programme.refresh_from_db()
    actions.submit_programme(programme, **known)
    PassageComment.objects.bulk_create(
        PassageComment(
            programme=programme,
            version=programme.versions.latest("number"),
            kind="comment",
            anchor="p3",
            quote="Wat we doen.",
            text=f"Opmerking {number}.",
            organisation=cast["BN"],
            person=cast.seat,
            at=cast.at,
        )
        for number in range(MORE)
    )
    actions.take_back_programme(programme, **known)


def _partners(world: World) -> list[Organisation]:
    day = world.cast.at.date() - timedelta(days=400)
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"Partner {number}", sector="bank") for number in range(MORE)
    )
    Partnership.objects.bulk_create(
        Partnership(organisation=each, joined_on=day, recorded_at=world.cast.at)
        for each in organisations
    )
    people = Person.objects.bulk_create(
        Person(email=f"p{number}@more.example", name=f"Piet {number}") for number in range(MORE)
    )
    Mandate.objects.bulk_create(
        Mandate(person=person, organisation=each, role="director", may_sign=True, from_on=day)
        for person, each in zip(people, organisations, strict=True)
    )
    colleagues = Person.objects.bulk_create(
        Person(email=f"c{number}@more.example", name=f"Co {number}") for number in range(MORE)
    )
    Mandate.objects.bulk_create(
        Mandate(person=person, organisation=world.cast["FV"], role="contact", from_on=day)
        for person in colleagues
    )
    KernteamMember.objects.bulk_create(
        KernteamMember(person=person, role="staff", from_on=day, recorded_at=world.cast.at)
        for person in people[:5]
    )
    return organisations


def _promises(world: World, organisations: list[Organisation]) -> None:
    cast, day = world.cast, world.cast.at.date()
    Signature.objects.bulk_create(
        Signature(
            framework=cast.framework,
            organisation=each,
            signatory="N. N.",
            function="Directeur",
            signed_on=day,
            text_sha256=cast.framework.sealed_sha256,
            recorded_at=cast.at,
        )
        for each in organisations
    )
    themes = Theme.objects.bulk_create(Theme(name=f"Thema {number}") for number in range(5))
    Ambassadorship.objects.bulk_create(
        Ambassadorship(organisation=each, theme=theme, from_on=day, recorded_at=cast.at)
        for each in organisations[:10]
        for theme in themes
    )
    Commitment.objects.bulk_create(
        Commitment(
            programme=world.programme,
            organisation=each,
            ordinal=1,
            answer="yes",
            person=cast.manager,
            given_on=day,
            at=cast.at,
            recorded_at=cast.at,
        )
        for each in organisations
    )
    first = Decision.objects.filter(year=cast.at.year).count() + 1
    Decision.objects.bulk_create(
        Decision(
            year=cast.at.year,
            sequence=first + number,
            raad=cast.raad,
            title=f"Besluit {number}",
            text="Wij doen dit.",
            origin="meeting",
            taken_at=cast.at,
        )
        for number in range(MORE)
    )


def _changes(world: World) -> None:
    cast = world.cast
    words = {"title": "Anders", "what": "Wat.", "about": "programme", "kind": "other"}
    CourseChange.objects.bulk_create(
        CourseChange(raad=cast.raad, proposed_by=cast.manager, recorded_at=cast.at, **words)
        for _number in range(MORE)
    )
    for _number in range(3):
        at_status(cast, "minor", cast.at)


def _kept(world: World, organisations: list[Organisation]) -> None:
    """How partners take part, what they looked through, and who may sign."""
    cast = world.cast
    ours = [*organisations, cast["BN"]]
    Involvement.objects.bulk_create(
        Involvement(
            organisation=each,
            year=cast.at.year,
            forms=["raad", "host"],
            chosen_on=cast.at.date(),
            recorded_at=cast.at,
        )
        for each in ours
    )
    Review.objects.bulk_create(
        Review(organisation=each, reviewed_at=cast.at, recorded_at=cast.at) for each in ours
    )
    SigningRequest.objects.bulk_create(
        SigningRequest(mandate=mandate, recorded_at=cast.at)
        for mandate in Mandate.objects.filter(organisation=cast["FV"], role="contact")[1:]
    )


def _meetings(world: World, organisations: list[Organisation]) -> None:
    cast, day = world.cast, world.cast.at.date()
    series = MeetingSeries.objects.get(duty="leaders")
    meetings = Meeting.objects.bulk_create(
        Meeting(
            series=series,
            year=cast.at.year,
            ordinal=number,
            window_opens_on=day,
            window_closes_on=day,
            recorded_at=cast.at,
        )
        for number in range(1, 10)
    )
    held = Meeting.objects.exclude(series__duty="steering").get(status="held")
    Attendance.objects.bulk_create(
        Attendance(meeting=held, organisation=each) for each in organisations
    )
    Attendance.objects.bulk_create(
        Attendance(meeting=meetings[0], organisation=each) for each in organisations
    )


def _registers(world: World) -> None:
    at = world.cast.at
    SentMail.objects.bulk_create(
        SentMail(address="a@people.example", subject=f"S {number}", text="T", at=at)
        for number in range(MORE)
    )
    ImportRun.objects.bulk_create(
        ImportRun(file_name=f"f{number}.csv", content=b"a") for number in range(MORE)
    )
    Entry.objects.bulk_create(
        Entry(verb="look", subject_type="partners.person", subject_id=key, at=at)
        for key in Person.objects.filter(email__endswith="@more.example").values_list(
            "pk", flat=True
        )
    )
    Letter.objects.bulk_create(
        Letter(
            key=f"more:{number}",
            template="partners/mail/invitation.txt",
            address="a@people.example",
            name="A",
            language="nl",
            subject="S",
            message_id=f"<{number}@more.example>",
            not_before=at,
            at=at,
        )
        for number in range(MORE)
    )
