"""A change of course: the kernteam judges it crucial, the raad agrees, and it is carried out.

And another one, which the kernteam finds small, and two seats do not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from programme.models import CourseChange
from programme.tasks import close_due_ballots
from tests.cast import SEATS, build_cast
from tests.house.world import vote
from tests.programme.changing import judged

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January with a raad that sits."""
    return build_cast(BEGIN)


def choose(visitor: Visitor, **facts: str) -> None:
    """Choose in groups of buttons, by their names."""
    for name, value in facts.items():
        visitor.page.locator(f"main [name={name}][value='{value}']").check()


def fill(visitor: Visitor, **facts: str) -> None:
    """Fill in fields by their names, and send the form."""
    for name, value in facts.items():
        visitor.page.locator(f"main [name={name}]").fill(value)
    visitor.page.locator("main form button[type=submit]").last.click()


def act(visitor: Visitor, name: str) -> None:
    """Follow the way to one of the acts on the page of a change."""
    visitor.page.locator(f"main a[href$='/{name}/']").first.click()
    visitor.page.wait_for_url(f"**/{name}/")


def test_a_crucial_change_is_decided_first(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    manager = visit()
    manager.log_in(lab.manager.email)
    manager.goto("/koerswijzigingen/")
    act(manager, "nieuw")
    manager.is_accessible()
    choose(manager, about="project", kind="other")
    fill(manager, title="Brieven later", what="Een maand later.", why="Een fout.", effect="Beter.")
    assert manager.page.locator("main [aria-invalid=true]").count() == 1  # which project?
    assert manager.page.locator("main [name=why]").input_value() == "Een fout."
    manager.is_accessible()
    fill(manager, subject="Post zonder stress")
    change = CourseChange.objects.get()

    act(manager, "beoordelen")
    assert manager.page.locator("main [name=is_crucial][value=no]").is_checked()
    choose(manager, is_crucial="yes")
    fill(manager)
    assert manager.page.locator("main [name=reason][aria-invalid=true]").count() == 1
    fill(manager, reason="Het project ligt er stil van.")
    manager.page.wait_for_url(f"**{change.get_absolute_url()}")
    manager.sees("Het project ligt er stil van.")
    manager.is_accessible()
    act(manager, "stemming")
    manager.is_accessible()
    fill(manager)
    manager.page.wait_for_url("**/stemmingen/*/")

    change.refresh_from_db()
    assert change.ballot is not None
    for letters in SEATS:
        vote(lab, change.ballot, letters, "for", timezone.now())
    clock.move_to(change.ballot.closes_at + timedelta(minutes=1))
    close_due_ballots()
    manager.goto(change.get_absolute_url())
    act(manager, "uitvoeren")
    manager.is_accessible()
    fill(manager, result="Alle brieven zijn opnieuw gemaakt.")
    manager.page.wait_for_url(f"**{change.get_absolute_url()}")
    manager.sees("Alle brieven zijn opnieuw gemaakt.")
    change.refresh_from_db()
    assert (change.status, change.is_afterwards) == ("carried_out", False)
    assert manager.page_errors == []


def test_two_seats_find_it_crucial(lab: Cast, visit: Callable[..., Visitor]) -> None:
    change = judged(lab, BEGIN, is_crucial=False)
    for person, status in ((lab.seat, "minor"), (lab.seat_GD, "crucial")):
        seat = visit(width=390, script=False)
        seat.log_in(person.email)
        seat.page.locator(f"main a[href='{change.get_absolute_url()}']").first.click()
        seat.fits(390)
        act(seat, "cruciaal")
        seat.fits(390)
        fill(seat, reason="Dit raakt alle brieven.")
        seat.page.wait_for_url(f"**{change.get_absolute_url()}")
        seat.sees("Dit raakt alle brieven.")
        change.refresh_from_db()
        assert change.status == status
    reader = visit(width=390)
    reader.log_in(lab.contact.email)
    reader.goto(change.get_absolute_url())
    reader.is_accessible()
    reader.fits(390)
    assert reader.page.locator("main a[href$='/cruciaal/']").count() == 0
