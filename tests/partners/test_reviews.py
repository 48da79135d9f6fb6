"""A partner keeps its own facts right, and is asked once a year to look at all of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from partners import actions
from partners.models import Organisation, Review
from partners.querysets import months_before
from programme.actions import remind_reviews
from programme.tasks import remind_reviews as clock
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import ZONE, Cast, employ, person
from tests.partners.test_ambassadors import ACCOUNTS, BANK, INSIDERS, KERNTEAM
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

DAY = timedelta(days=1)
# The cast looked on 24 August 2026; eleven months later is a Saturday: the letter goes on Monday.
SATURDAY = datetime(2027, 7, 24, 10, tzinfo=ZONE)
MONDAY = datetime(2027, 7, 26, 10, tzinfo=ZONE)
FACTS = {
    "short_name": "BZ",
    "website": "https://bank.example/",
    "description": "Een bank.",
    "kvk_number": "12345678",
}


def url(name: str, cast: Cast, letters: str = "BN") -> str:
    return reverse(f"partners:organisation-{name}", args=[cast[letters].pk])


def statuses(cast: Cast, enter: Enter, page: str) -> dict[str, int]:
    return {who: enter(getattr(cast, who)).get(page).status_code for who in ACCOUNTS}


def fresh(cast: Cast, letters: str = "BN") -> Organisation:
    return Organisation.objects.get(pk=cast[letters].pk)


# -- the page and its facts ----------------------------------------------------------------------


def test_who_comes_where(today: Cast, enter: Enter) -> None:
    for name, may in (("manage", KERNTEAM | BANK), ("facts", KERNTEAM | BANK), ("review", BANK)):
        assert statuses(today, enter, url(name, today)) == {
            who: 404 if who not in INSIDERS else 200 if who in may else 403 for who in ACCOUNTS
        }
    assert enter(today.staff).get(url("manage", today, "WK")).status_code == 200
    assert enter(today.former).get(url("manage", today, "WK")).status_code == 404


def test_the_page_shows_people_only_to_who_keeps_it(today: Cast, enter: Enter) -> None:
    for who in ("seat", "staff"):
        html = text_of(enter(getattr(today, who)).get(url("manage", today)))
        assert "pim.de.groot@people.example" in html
    assert "pim.de.groot" not in text_of(enter(today.contact).get(url("manage", today)))
    shown = {
        who: reverse("partners:mandate-end", args=[today.director.mandates.get().pk])
        in text_of(enter(getattr(today, who)).get(url("manage", today)))
        for who in ("seat", "director", "staff")
    }
    assert shown == {"seat": False, "director": True, "staff": True}


def test_a_partner_keeps_its_own_facts(today: Cast, enter: Enter) -> None:
    page = url("facts", today)
    posted = {**FACTS, "name": "Andere Bank", "sector": "fonds", "is_public": "on"}
    assert enter(today.seat).post(page, posted).status_code == 302
    bank = fresh(today)
    assert (bank.name, bank.sector, bank.is_public) == ("Bank Noordzee", "bank", False)
    assert (bank.short_name, bank.website, bank.kvk_number) == (
        "BZ",
        "https://bank.example/",
        "12345678",
    )
    assert enter(today.director).post(page, {**FACTS, "is_public": "on"}).status_code == 302
    assert fresh(today).is_public
    entries = Entry.objects.filter(verb="keep_organisation").order_by("id")
    assert [entry.facts["fields"] for entry in entries] == [
        ["description", "kvk_number", "short_name", "website"],
        ["is_public"],
    ]
    assert entries[0].actor == today.seat
    assert not Letter.objects.exists()


def test_the_kernteam_keeps_the_name(today: Cast, enter: Enter) -> None:
    page = url("facts", today)
    posted = {**FACTS, "name": "  Bank   Zee ", "sector": "bank"}
    assert enter(today.staff).post(page, posted).status_code == 302
    assert fresh(today).name == "Bank Zee"
    taken = enter(today.staff).post(page, {**posted, "name": "fondsvlietland"})
    assert taken.status_code == 422
    assert fresh(today).name == "Bank Zee"


@pytest.mark.parametrize(
    ("field", "typed"),
    [("kvk_number", "123"), ("website", "geen adres"), ("short_name", "LANG!")],
)
def test_facts_that_cannot_be(today: Cast, enter: Enter, field: str, typed: str) -> None:
    page = enter(today.seat).post(url("facts", today), {**FACTS, field: typed})
    assert page.status_code == 422
    assert page.context["form"].errors[field]
    assert typed in text_of(page)
    assert fresh(today).description == ""
    with pytest.raises(ValidationError):
        actions.keep_organisation(today["BN"], **{field: typed}, actor=None, at=today.at)


def test_the_same_facts_write_nothing(cast: Cast) -> None:
    for _twice in range(2):
        actions.keep_organisation(cast["BN"], **FACTS, actor=None, at=cast.at)
    assert Entry.objects.filter(verb="keep_organisation").count() == 1


# -- looking through it --------------------------------------------------------------------------


def test_everything_is_right_is_said_once_a_day(today: Cast, enter: Enter) -> None:
    client = enter(today.seat)
    html = text_of(client.get(url("review", today)))
    assert "Dirk van Dam" in html
    for _twice in range(2):
        assert client.post(url("review", today)).status_code == 302
    last = today["BN"].reviews.all()[0]
    assert (last.reviewed_by, last.reviewed_at) == (today.seat, today.at)
    assert today["BN"].reviews.count() == 2
    assert Entry.objects.filter(verb="confirm_review").count() == 1
    shown = text_of(client.get(url("manage", today)))
    assert "Samira Bakker" in shown
    assert "23 september 2026" in shown.replace("\xa0", " ")


@pytest.mark.usefixtures("english")
def test_who_is_no_partner_has_nothing_to_look_through(cast: Cast) -> None:
    with pytest.raises(Refused, match="Not a partner now"):
        actions.confirm_review(cast["WK"], actor=None, at=cast.at)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2027, 7, 24), date(2026, 8, 24)),
        (date(2027, 1, 31), date(2026, 2, 28)),
        (date(2026, 11, 30), date(2025, 12, 30)),
        (date(2029, 1, 31), date(2028, 2, 29)),
        (date(2026, 12, 1), date(2026, 1, 1)),
    ],
)
def test_eleven_months_before(day: date, before: date) -> None:
    assert months_before(day, 11) == before


def letters() -> dict[str, int]:
    found: dict[str, int] = {}
    sent = Letter.objects.filter(template="partners/mail/review_requested.txt")
    for address in sent.values_list("address", flat=True):
        found[address] = found.get(address, 0) + 1
    return found


def test_asked_once_a_year_on_a_working_day(cast: Cast) -> None:
    for moment in (cast.at, SATURDAY - DAY, SATURDAY, MONDAY.replace(hour=7)):
        assert remind_reviews(moment) == 0
    assert letters() == {}
    assert remind_reviews(MONDAY) == 7
    assert letters()[cast.substitute.email] == letters()[cast.contact.email] == 1
    assert cast.former.email not in letters()
    assert cast.staff.email not in letters()
    first = letters()
    for days in (0, 1, 7, 30, 300):
        remind_reviews(MONDAY + days * DAY)
    assert letters() == first
    assert remind_reviews(MONDAY + 371 * DAY) == 7  # a year later, and still nobody looked
    assert set(letters().values()) == {2}


def test_whoever_looked_is_asked_a_year_later(cast: Cast) -> None:
    actions.confirm_review(cast["BN"], actor=cast.seat, at=MONDAY - 9 * DAY)
    assert remind_reviews(MONDAY) == 6
    assert cast.seat.email not in letters()
    assert cast.contact.email in letters()


def test_who_joined_is_asked_after_eleven_months(cast: Cast) -> None:
    new = actions.add_organisation(name="Nieuw", sector="bank", actor=None, at=cast.at)
    joined = cast.at.date() - 350 * DAY
    actions.start_partnership(new, joined_on=joined, actor=None, at=cast.at)
    someone = person("Nieuwe Naam", cast.at)
    employ(someone, new, cast.at)
    assert remind_reviews(cast.at) == 1
    assert letters() == {someone.email: 1}


def test_the_clock_asks(today: Cast, time_machine: Any) -> None:
    time_machine.move_to(MONDAY)
    assert clock() == 7
    assert clock() == 0
    assert Review.objects.count() == 7


@pytest.mark.parametrize("count", [1, 3])
def test_pages_cost_the_same(today: Cast, enter: Enter, count: int) -> None:
    for number in range(count):
        employ(person(f"Collega {number}", today.at), today["BN"], today.at)
        actions.confirm_review(today["BN"], actor=None, at=today.at + number * DAY)
    client = enter(today.seat)
    assert cost_of(client, url("manage", today)).queries == 10
    assert cost_of(client, url("review", today)).queries == 9
    assert cost_of(client, url("facts", today)).queries == 5
