"""The people of the tests, and where they work.

`build_cast(at)` makes them through the product's own actions, with moments before `at`. Tests ask
for the fixture `cast` (23 September 2026, 10.00) or, when they go through the web, whose clock is
real, for `cast_now`. See `Cast` for who is who.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from partners import actions as partners
from partners.models import (
    Clause,
    ClauseMeasure,
    Framework,
    Involvement,
    KernteamMember,
    Mandate,
    Organisation,
    Partnership,
    Person,
    Review,
)
from programme import actions as programme
from programme.models import Delegate, Programmaraad, Seat
from schuldenlab.web.confirm import LOGIN_MOMENT

if TYPE_CHECKING:
    from django.test import Client

ZONE = ZoneInfo("Europe/Amsterdam")
FIXED = datetime(2026, 9, 23, 10, 0, tzinfo=ZONE)

SEATS = {
    "GD": ("Gemeente Duinstad", "gemeente"),
    "ZD": ("Zorgverzekeraar Duin", "zorgverzekeraar"),
    "EZ": ("Energie Zuiderlicht", "energie"),
    "BN": ("Bank Noordzee", "bank"),
    "CH": ("Corporatie Haagwijk", "woningcorporatie"),
    "VH": ("Verzekeraar Haringkade", "verzekeraar"),
}
OTHERS = {"FV": ("Fonds Vlietland", "fonds"), "WK": ("Waterbedrijf Kust", "water")}


@dataclass
class Cast:
    """Who is who. Everybody but `anonymous` has an account and `.moment = at`.

    Six partners hold a seat (`GD ZD EZ BN CH VH`, in `organisations` by their letters); `FV` is a
    partner without a seat; `WK` has left and is no partner any more. In all: seven partners.
    """

    at: datetime
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    framework: Framework = field(init=False)
    raad: Programmaraad = field(init=False)
    anonymous: AnonymousUser = field(default_factory=AnonymousUser)

    def __getattr__(self, name: str) -> Person:
        """A person by role.

        manager, staff: of the kernteam (no mandate). director: of BN, may sign, no seat.
        seat, substitute: they vote for BN, as its contacts. contact, other_director: of FV.
        former: still has a mandate of WK, which left. outsider: an account and nothing else.
        seat_GD, seat_ZD, seat_EZ, seat_CH, seat_VH: who votes for the others; directors.
        """
        people = self.__dict__.get("people", {})
        if name not in people:
            raise AttributeError(name)
        return people[name]

    def __getitem__(self, letters: str) -> Organisation:
        return self.organisations[letters]

    def seat_of(self, letters: str) -> Seat:
        """The seat of an organisation in the raad of the year."""
        return self.raad.seats.get(organisation=self.organisations[letters])


def days_before(at: datetime, year: int, month: int, day: int) -> datetime:
    """Ten o'clock on a day, `year` years before the year of `at`."""
    return datetime(at.year - year, month, day, 10, tzinfo=ZONE)


def build_cast(at: datetime) -> Cast:
    """Partners since two years, a framework in force, a raad of this year, and people."""
    cast = Cast(at)
    begin = days_before(at, 2, 1, 6)
    for letters, (name, sector) in {**SEATS, **OTHERS}.items():
        cast.organisations[letters] = _partner(name, sector, begin)
    gone = cast["WK"].partnerships.get()
    partners.end_partnership(
        gone, left_on=begin.date() + timedelta(days=90), actor=None, at=begin + timedelta(days=90)
    )
    _people(cast, begin)
    cast.framework = partners.adopt_framework(
        title=f"Samenwerkingskader {begin.year}–{at.year + 1}",
        motto="It takes a city to solve debt",
        starts_on=date(begin.year, 1, 1),
        ends_on=date(at.year + 1, 12, 31),
        host=cast["GD"],
        actor=cast.manager,
        at=begin,
    )
    partners.load_clauses(cast.framework, actor=cast.manager, at=begin)
    partners.bring_into_force(cast.framework, actor=cast.manager, at=begin)
    _raad(cast, days_before(at, 1, 9, 15))
    _settled(cast)
    for person in cast.people.values():
        person.moment = at
    return cast


def _partner(name: str, sector: str, at: datetime) -> Organisation:
    organisation = partners.add_organisation(name=name, sector=sector, actor=None, at=at)
    partners.start_partnership(organisation, joined_on=at.date(), actor=None, at=at)
    return organisation


def person(name: str, at: datetime) -> Person:
    """Somebody with an account and no role."""
    address = f"{name.lower().replace(' ', '.').replace('..', '.')}@people.example"
    invited, _new = partners.invite_person(email=address, name=name, actor=None, at=at)
    invited.moment = at
    return invited


def employ(
    someone: Person,
    organisation: Organisation,
    at: datetime,
    role: str = "contact",
    *,
    may_sign: bool = False,
) -> Mandate:
    """From that day somebody acts for the organisation."""
    return partners.give_mandate(
        someone,
        organisation=organisation,
        role=role,
        may_sign=may_sign,
        from_on=at.date(),
        actor=None,
        at=at,
    )


def _people(cast: Cast, at: datetime) -> None:
    works = {
        "director": ("Dirk van Dam", "BN", "director", True),
        "seat": ("Samira Bakker", "BN", "contact", False),
        "substitute": ("Pim de Groot", "BN", "contact", False),
        "contact": ("Carla Smit", "FV", "contact", False),
        "other_director": ("Olaf Mulder", "FV", "director", True),
        "former": ("Fenna Visser", "WK", "director", True),
        **{
            f"seat_{letters}": (f"Zetel {letters}", letters, "director", True)
            for letters in SEATS
            if letters != "BN"
        },
    }
    for role, (name, letters, mandate, may_sign) in works.items():
        cast.people[role] = person(name, at)
        employ(cast.people[role], cast[letters], at, mandate, may_sign=may_sign)
    cast.people["outsider"] = person("Ot Buiten", at)
    for role, name in (("manager", "Mieke Jansen"), ("staff", "Stijn Kok")):
        cast.people[role] = person(name, at)
        partners.appoint_to_kernteam(
            cast.people[role], role=role, from_on=at.date(), actor=None, at=at
        )


def _raad(cast: Cast, at: datetime) -> None:
    cast.raad = programme.propose_raad(
        cast.at.year,
        framework=cast.framework,
        organisations=[cast[letters] for letters in SEATS],
        actor=cast.manager,
        at=at,
    )
    for letters in SEATS:
        programme.name_delegates(
            cast.seat_of(letters),
            representative=cast.seat if letters == "BN" else cast.people[f"seat_{letters}"],
            substitute=cast.substitute if letters == "BN" else None,
            actor=cast.manager,
            at=at,
        )
    programme.install_raad(cast.raad, actor=cast.manager, at=cast.raad.respond_by)


def _settled(cast: Cast) -> None:
    """Every partner chose how to take part this year, and looked through its facts lately."""
    at = cast.at - timedelta(days=30)
    for letters in (*SEATS, "FV"):
        facts = {"year": cast.at.year, "forms": ["knowledge"], "chosen_on": at.date()}
        partners.choose_involvement(cast[letters], **facts, actor=None, at=at)
        partners.confirm_review(cast[letters], actor=None, at=at)


TABLES = [
    Person,
    Organisation,
    Partnership,
    Mandate,
    KernteamMember,
    Framework,
    Clause,
    ClauseMeasure,
    Programmaraad,
    Seat,
    Delegate,
    Involvement,
    Review,
]


def written_otherwise(framework: Framework, **facts: Any) -> None:
    """The framework as it would be had it been written so: past the guard that keeps its text."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE partners_framework DISABLE TRIGGER framework_text_stays")
        Framework.objects.filter(pk=framework.pk).update(**facts)
        cursor.execute("ALTER TABLE partners_framework ENABLE ALWAYS TRIGGER framework_text_stays")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    framework.refresh_from_db()


def login(client: Client, someone: Person, *, logged_in_at: datetime | None = None) -> Client:
    """Log in without the code by mail; `logged_in_at` in the past makes the login a stale one."""
    client.force_login(someone)
    session = client.session
    # The kernteam's pages ask a second factor; tests of that step log in through the pages.
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "test", "at": 0}]
    session["account_authentication_methods_user"] = str(someone.pk)
    if logged_in_at is not None:
        session[LOGIN_MOMENT] = logged_in_at.isoformat()
    session.save()
    return client
