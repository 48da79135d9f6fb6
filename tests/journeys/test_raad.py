"""The kernteam composes a raad with the aid, a director accepts on a phone, and it is installed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from partners import actions as partners
from programme import actions
from programme.models import Programmaraad, SeatInvitation
from tests.cast import SEATS, build_cast

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
YEAR = BEGIN.year + 1


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """Six partners said that they want a seat."""
    cast = build_cast(BEGIN)
    at = BEGIN - timedelta(hours=2)
    facts = {"year": BEGIN.year, "forms": ["raad"], "chosen_on": at.date()}
    for letters in SEATS:
        partners.choose_involvement(cast[letters], **facts, actor=None, at=at)
    return cast


def send(visitor: Visitor) -> None:
    visitor.page.locator("main form button[type=submit]").last.click()


def test_from_candidates_to_an_installed_raad(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    manager = visit()
    manager.log_in(lab.manager.email)
    manager.goto(f"/programmaraad/{YEAR}/kandidaten/")
    manager.is_accessible()
    manager.page.locator("main a[href*='/uitnodigen/?organisations=']").first.click()
    assert manager.page.locator("main input[type=checkbox]:checked").count() in {5, 6}
    manager.is_accessible()
    send(manager)
    manager.page.wait_for_url(f"**/programmaraad/{YEAR}/")
    manager.is_accessible()
    invitation = SeatInvitation.objects.get(organisation=lab["BN"])

    director = visit(width=390)
    director.log_in(lab.director.email)
    director.page.locator(f"main a[href='/zetels/uitnodiging/{invitation.pk}/antwoord/']").click()
    director.is_accessible()
    director.page.locator("[name=answer][value=accept]").check()
    director.page.locator("[name=representative]").select_option(label=lab.director.name)
    director.page.locator("[name=substitute]").select_option(label=lab.substitute.name)
    send(director)
    director.page.wait_for_url(f"**/zetels/uitnodiging/{invitation.pk}/")
    director.sees(lab.substitute.name)
    director.is_accessible()
    director.fits(390)

    manager.goto(f"/programmaraad/{YEAR}/kandidaten/")
    manager.page.locator("main a[href*='/voorstel/?organisations=']").first.click()
    assert manager.page.locator("main input[type=checkbox]:checked").count() in {5, 6}
    send(manager)
    manager.page.wait_for_url(f"**/programmaraad/{YEAR}/")
    raad = Programmaraad.objects.get(year=YEAR)
    voters = {"GD": "seat_GD", "ZD": "seat_ZD", "EZ": "seat_EZ", "CH": "seat_CH", "VH": "seat_VH"}
    for letters, role in voters.items():
        for seat in raad.seats.filter(organisation=lab[letters]):
            actions.name_delegates(
                seat,
                representative=lab.people[role],
                substitute=None,
                actor=lab.manager,
                at=BEGIN + timedelta(minutes=30),
            )
    assert raad.respond_by is not None
    clock.move_to(max(raad.respond_by, BEGIN.replace(month=9)) + timedelta(hours=18))
    manager.log_in(lab.manager.email)
    manager.goto(f"/programmaraad/{YEAR}/installeren/")
    manager.sees("Gemeente Duinstad")  # asked, and no yes: said, and no bar
    send(manager)
    manager.page.wait_for_url(f"**/programmaraad/{YEAR}/")
    manager.sees(lab.substitute.name)
    manager.goto("/programmaraad/geschiedenis/")
    manager.is_accessible()
    raad.refresh_from_db()
    assert raad.status == "installed"
