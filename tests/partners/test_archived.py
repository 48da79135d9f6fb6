"""A name in records of the archive stays until their term is over, or the archive keeps them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Person
from partners.querysets.archived import NO_DAY, held_until, released_on
from programme.models import Vote
from schuldenlab.audit.models import Entry
from schuldenlab.documents.models import YearExport
from schuldenlab.lifecycle import Refused
from tests.programme.pages import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast
    from tests.house.world import World

    Enter = Callable[..., Client]

ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def world(world_fixed: World) -> World:
    return world_fixed


def leave(cast: Cast, person: Person) -> None:
    actions.close_account(person, actor=person, at=cast.at)


def name_of(person: Person) -> str:
    person.refresh_from_db()
    return person.name


def on(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, tzinfo=ZONE)


def take_in(cast: Cast, year: int, day: date) -> None:
    """The archive takes in a file of that year."""
    made = datetime(year + 1, 2, 1, 9, tzinfo=ZONE)
    export = YearExport.objects.create(year=year, sha256="a" * 64, size=1, records=1, at=made)
    at = datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)
    actions.record_transfer(export, reference="HGA 1", on=day, actor=cast.manager, at=at)


@pytest.mark.parametrize(
    ("term", "year", "until"),
    [(0, 2026, NO_DAY), (10, 2026, date(2037, 1, 1)), (7, 2024, date(2032, 1, 1))],
)
def test_a_term_runs_from_the_end_of_the_year(
    settings: Any, term: int, year: int, until: date
) -> None:
    settings.ARCHIVE_TERMS = {"decisions": term}
    assert released_on("decisions", year) == until


def test_whose_name_stands_in_decisions_waits_for_ever(world: World) -> None:
    cast = world.cast
    leave(cast, cast.seat)
    actions.apply_retention(cast.at + timedelta(days=40 * 365))
    assert name_of(cast.seat) == "Samira Bakker"


def test_who_stands_in_none_goes_after_the_usual_term(world: World) -> None:
    cast = world.cast
    held = held_until([cast.contact.pk], cast.at.date())
    assert held == {}
    leave(cast, cast.contact)
    actions.apply_retention(cast.at + timedelta(days=365))
    assert name_of(cast.contact) == "Voormalig contactpersoon"


def test_not_a_day_before_the_term_of_the_records(world: World, settings: Any) -> None:
    settings.ARCHIVE_TERMS = dict.fromkeys(settings.ARCHIVE_TERMS, 3)
    cast = world.cast
    leave(cast, cast.seat)
    held = held_until([cast.seat.pk], cast.at.date())
    until = held[cast.seat.pk]
    assert (until.month, until.day) == (1, 1)
    actions.apply_retention(on(until.year - 1, 12, 31))
    assert name_of(cast.seat) == "Samira Bakker"
    actions.apply_retention(on(until.year, 1, 1))
    assert name_of(cast.seat) == "Voormalig contactpersoon"


def test_a_year_that_the_archive_keeps_holds_nobody(world: World) -> None:
    cast = world.cast
    leave(cast, cast.seat)
    years = {vote.at.year for vote in Vote.objects.filter(person=cast.seat)}
    years |= {row.from_on.year for row in cast.seat.delegations.all()}
    day = date(max(years) + 2, 3, 1)
    for year in years:
        assert held_until([cast.seat.pk], day)
        take_in(cast, year, day)
    assert held_until([cast.seat.pk], day) == {}
    actions.apply_retention(on(day.year, 3, 2))
    assert name_of(cast.seat) == "Voormalig contactpersoon"


def test_asked_for_sooner_it_says_why_it_waits(world: World, settings: Any) -> None:
    settings.ARCHIVE_TERMS = dict.fromkeys(settings.ARCHIVE_TERMS, 3)
    cast = world.cast
    with pytest.raises(Refused):
        actions.anonymise_person(cast.seat, actor=cast.manager, at=cast.at)
    leave(cast, cast.seat)
    with pytest.raises(Refused, match="1 januari 20"):
        actions.anonymise_person(cast.seat, actor=cast.manager, at=cast.at)
    assert name_of(cast.seat) == "Samira Bakker"
    settings.ARCHIVE_TERMS = dict.fromkeys(settings.ARCHIVE_TERMS, 0)
    with pytest.raises(Refused, match="archief van de gemeente"):
        actions.anonymise_person(cast.seat, actor=cast.manager, at=cast.at)


def test_asked_for_sooner_by_somebody_in_no_record_it_goes(world: World) -> None:
    cast = world.cast
    leave(cast, cast.contact)
    actions.anonymise_person(cast.contact, actor=cast.manager, at=cast.at)
    assert name_of(cast.contact) == "Voormalig contactpersoon"
    assert Entry.objects.get(verb="anonymise_person").actor_id == cast.manager.pk
    with pytest.raises(Refused):
        actions.anonymise_person(cast.contact, actor=cast.manager, at=cast.at)


def test_the_pages_say_it(world_now: World, enter: Enter) -> None:
    cast = world_now.cast
    said = "zodra het archief van de gemeente"
    assert said in enter(cast.seat).get(reverse("partners:my-data")).content.decode()
    assert said in enter(cast.seat).get(reverse("partners:my-data-leave")).content.decode()
    actions.close_account(cast.seat, actor=cast.manager, at=cast.at)
    address = reverse("partners:person-anonymise", args=[cast.seat.pk])
    page = enter(cast.manager).get(address, follow=True)
    assert said in page.content.decode()
    assert enter(cast.manager).post(address).status_code == 422


def test_many_cost_as_much_as_one(world: World) -> None:
    cast = world.cast
    costs = set()
    for people in (
        [cast.seat.pk],
        list(Person.objects.get_queryset().values_list("pk", flat=True)),
    ):
        with counted() as cost:
            held_until(people, cast.at.date())
        costs.add(cost.queries)
    assert costs == {6}
