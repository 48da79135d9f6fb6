"""A choice is prepared: options, interests, one that is not right, a seat aside, and it opens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import translation

from programme.deadlines import closing_moment
from programme.models import Ballot
from tests.cast import build_cast

from .conftest import BEGIN, Clock, Visitor, deliver

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LAST_DAY = closing_moment((BEGIN + timedelta(days=10)).date()).strftime("%d-%m-%Y")


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    return build_cast(BEGIN)


def said(sentence: str) -> str:
    """A sentence of the product as a Dutch page shows it."""
    with translation.override("nl"):
        return translation.gettext(sentence)


def fill(visitor: Visitor, **facts: str) -> None:
    for name, value in facts.items():
        visitor.page.locator(f"main [name={name}]").fill(value)


def send(visitor: Visitor) -> None:
    visitor.page.locator("main form button[type=submit]").last.click()


def test_a_choice_is_prepared_and_opens(lab: Cast, visit: Callable[..., Visitor]) -> None:
    manager = visit()
    manager.log_in(lab.manager.email)
    prepare(manager)
    ballot = Ballot.objects.get()
    disclose(manager, lab, ballot)
    manager.goto(ballot.get_absolute_url())
    manager.follow(said("Show it to the programmaraad"))
    manager.is_accessible()
    send(manager)
    manager.sees(said("The programmaraad sees the ballot now. It got a message."))

    seat = visit(width=390)
    seat.log_in(lab.seat_CH.email)
    seat.goto(ballot.get_absolute_url())
    seat.sees("Bank Noordzee")
    seat.fits(390)
    seat.is_accessible()
    seat.follow(said("Is this not right?"))
    fill(seat, text="De bank verhuurt daar niets.")
    seat.is_accessible()
    send(seat)
    seat.sees(said("The kernteam got your message and looks at it."))

    step_aside(visit(width=320), lab, ballot)
    manager.goto(ballot.get_absolute_url())
    manager.sees("De bank verhuurt daar niets.")
    manager.sees("Ons voorstel.")
    manager.is_accessible()
    open_it(manager, ballot)
    for visitor in (manager, seat):
        assert visitor.page_errors == []


def prepare(manager: Visitor) -> None:
    """Four options, the fourth asked for without losing what was typed."""
    manager.goto("/besluiten/")
    manager.follow(said("Prepare a choice, %(year)s") % {"year": BEGIN.year})
    manager.is_accessible()
    fill(manager, title="Wijken", question="Welke wijk?", text="Wij kiezen een wijk.")
    fill(manager, option_1="Noord", option_2="Zuid", option_3="Oost")
    manager.press(said("Another option"))
    assert manager.page.locator("main [name=option_3]").input_value() == "Oost"
    fill(manager, option_4="West", option_4_text="Aan zee.", closes_on="31-02-2036")
    fill(manager, choose_max="2")
    send(manager)
    marked = manager.page.locator("main [aria-invalid=true]")
    assert [field.get_attribute("name") for field in marked.all()] == ["closes_on"]
    assert manager.page.locator("main [name=option_4]").input_value() == "West"
    manager.is_accessible()
    fill(manager, closes_on=LAST_DAY)
    send(manager)
    manager.sees("Aan zee.")
    manager.sees(said("What can happen?"))
    manager.is_accessible()


def disclose(manager: Visitor, lab: Cast, ballot: Ballot) -> None:
    """The bank is paid from one of the options."""
    manager.follow(said("Disclose an interest"))
    page = manager.page
    page.locator("main [name=organisation]").select_option(str(lab["BN"].pk))
    page.locator("main [name=option]").select_option(str(ballot.options.get(title="Oost").pk))
    page.locator("main [name=kind][value=paid]").check()
    fill(manager, text="Verhuurt de zaal.")
    manager.is_accessible()
    send(manager)
    manager.sees("Verhuurt de zaal.")
    manager.sees(said("is paid from it, and steps aside when the ballot opens"))


def step_aside(seat: Visitor, lab: Cast, ballot: Ballot) -> None:
    """Another seat steps aside for one option."""
    seat.log_in(lab.seat_EZ.email)
    seat.goto(ballot.get_absolute_url())
    seat.follow(said("We step aside"))
    seat.page.get_by_label("West").check()
    fill(seat, reason="Ons voorstel.")
    seat.fits(320)
    seat.is_accessible()
    send(seat)
    seat.sees(said("Your organisation has stepped aside."))
    seat.sees("Ons voorstel.")
    assert seat.page_errors == []


def open_it(manager: Visitor, ballot: Ballot) -> None:
    """The letter carries the options, who stepped aside, and the deadline for the calendar."""
    manager.follow(said("Open the ballot"))
    manager.is_accessible()
    send(manager)
    manager.sees(said("The ballot is open. The representatives get a message."))
    manager.sees("Verhuurt de zaal.")
    manager.is_accessible()
    letter = next(each for each in deliver() if "- Noord" in str(each.body))
    assert "- Bank Noordzee (Oost)" in str(letter.body)
    assert [each[0] for each in letter.attachments] == [f"stemming-{ballot.pk}.ics"]
    manager.goto("/uitleg/stemmen/")
    manager.is_accessible()
