"""What a partner is asked about itself: how it takes part, and whether all is still right."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Framework
from schuldenlab.portal.asks import asks_of
from schuldenlab.portal.asks.ask import Ask
from tests.cast import ZONE
from tests.programme.records import KERNTEAM, PARTNER_PEOPLE

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
EVERYBODY = KERNTEAM | PARTNER_PEOPLE | {"outsider", "former"}
BANK = {"director", "seat", "substitute"}


def at(cast: Cast, month: int, day: int, year: int = 2027) -> datetime:
    """Everybody lives then."""
    moment = datetime(year, month, day, 10, tzinfo=ZONE)
    for person in cast.people.values():
        person.moment, person._standing = moment, None
    return moment


def found(cast: Cast, who: str, word: str) -> list[Ask]:
    return [ask for ask in asks_of(getattr(cast, who)) if word in ask.title]


def last_day(ask: Ask) -> date:
    assert ask.due is not None
    return ask.due.astimezone(ZONE).date()


def asked(cast: Cast, word: str) -> set[str]:
    return {who for who in EVERYBODY if found(cast, who, word)}


def test_from_new_year_everybody_of_a_partner_is_asked(cast: Cast) -> None:
    at(cast, 12, 31, 2026)
    assert asked(cast, "take part") == set()
    at(cast, 1, 1)
    assert asked(cast, "take part") == PARTNER_PEOPLE
    [ask] = found(cast, "seat", "take part")
    assert ask.title == "How does Bank Noordzee take part in 2027?"
    assert ask.text.startswith("Last year’s choice is ready")
    assert (last_day(ask), ask.due_is_day) == (date(2027, 3, 31), True)
    assert (ask.days_left, ask.urgency) == (89, "neutral")
    assert ask.url == reverse("partners:involvement-choose", args=[cast["BN"].pk])


def test_after_its_day_it_stays_asked_until_there_is_a_choice(cast: Cast) -> None:
    at(cast, 3, 31)
    assert found(cast, "seat", "take part")[0].days_left == 0
    moment = at(cast, 6, 1)
    [ask] = found(cast, "seat", "take part")
    assert ask.days_left == -62
    actions.choose_involvement(
        cast["BN"],
        year=2027,
        forms=["follow"],
        chosen_on=moment.date(),
        actor=cast.seat,
        at=moment,
    )
    assert asked(cast, "take part") == PARTNER_PEOPLE - BANK


def test_without_a_choice_of_last_year_nothing_is_ready(cast: Cast) -> None:
    at(cast, 2, 1, 2028)
    [ask] = found(cast, "seat", "take part")
    assert ask.text.startswith("Choose what fits")


def test_without_a_measure_the_day_is_the_end_of_march(cast: Cast) -> None:
    Framework.objects.create(
        title="Zonder meters",
        starts_on=date(2027, 1, 1),
        ends_on=date(2027, 12, 31),
        host=cast["GD"],
        status="in_force",
        in_force_at=cast.at,
        sealed_sha256="0" * 64,
    )
    at(cast, 2, 1)
    [ask] = found(cast, "seat", "take part")
    assert last_day(ask) == date(2027, 3, 31)


def test_eleven_months_after_the_last_look_it_is_asked_again(cast: Cast) -> None:
    at(cast, 7, 23)
    assert asked(cast, "still right") == set()
    moment = at(cast, 7, 24)
    assert asked(cast, "still right") == PARTNER_PEOPLE
    [ask] = found(cast, "substitute", "still right")
    assert (ask.due, ask.days_left) == (None, None)
    assert ask.url == reverse("partners:organisation-review", args=[cast["BN"].pk])
    actions.confirm_review(cast["BN"], actor=cast.seat, at=moment)
    assert asked(cast, "still right") == PARTNER_PEOPLE - BANK


def test_the_kernteam_is_asked_to_answer_requests_to_sign(cast: Cast) -> None:
    known: dict[str, Any] = {"actor": cast.director, "at": cast.at}
    request = actions.ask_signing(cast.substitute.mandates.get(), **known)
    actions.ask_signing(cast.seat.mandates.get(), **known)
    assert asked(cast, "to sign") == KERNTEAM
    [ask] = found(cast, "staff", "to sign")
    assert ask.title == "2 requests to sign wait for an answer"
    assert ask.url == reverse("partners:signing-requests")
    actions.decline_signing(request, answer="Nee", actor=cast.staff, at=cast.at)
    assert found(cast, "staff", "to sign")[0].title == "1 request to sign waits for an answer"
