"""From an idea on a phone to a log: proposed, chosen, and explored with somebody from outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from partners import actions as partners
from partners.models import Theme
from programme import actions
from programme.models import Ballot, InnovationTheme, ThemeCall
from programme.tasks import close_due_ballots, close_due_calls
from tests.cast import build_cast
from tests.programme import innovating

from .conftest import BEGIN, Clock, Visitor, deliver

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
IRIS = "iris@bureau.example"


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January, with a subject."""
    cast = build_cast(BEGIN)
    before = BEGIN - timedelta(hours=8)
    partners.add_theme(name="Werk", actor=cast.manager, at=before)
    return cast


def fill(visitor: Visitor, **facts: str) -> None:
    """Fill in fields by their names, and send the form."""
    for name, value in facts.items():
        visitor.page.locator(f"main [name={name}]").fill(value)
    visitor.page.locator("main form button[type=submit]").last.click()


def come_back(visitor: Visitor, address: str, path: str) -> None:
    """Weeks later; whoever was away too long logs in again."""
    visitor.goto(path)
    if "/inloggen/" in visitor.page.url:
        visitor.log_in(address)
        visitor.goto(path)


def proposed_on_a_phone(lab: Cast, phone: Visitor) -> None:
    """A contact has an idea; what is missing is said, and what was typed stays."""
    phone.log_in(lab.contact.email)
    phone.goto(f"/innovatiethemas/{BEGIN.year}/")
    phone.follow("Stel een thema voor")
    phone.page.locator("select[name=theme]").select_option(label="Werk")
    fill(phone, title="Loon per week", question="Helpt het?", who_gains="Werknemers.")
    assert phone.page.locator("main [name=title]").input_value() == "Loon per week"
    phone.is_accessible()
    fill(phone, why="De laatste week is zwaar.")
    phone.sees("Neem dit voorstel terug")
    phone.fits(390)
    phone.is_accessible()


def chosen_by_the_raad(lab: Cast, clock: Clock) -> InnovationTheme:
    """Four seats choose all three, and the clock closes the ballot."""
    ballot, opened = Ballot.objects.get(), timezone.now()
    actions.open_ballot(ballot, closes_at=ballot.closes_at, actor=lab.manager, at=opened)
    keys = list(ballot.options.values_list("pk", flat=True))
    for letters in ("GD", "ZD", "EZ", "CH"):
        actions.cast_vote(
            ballot,
            organisation=lab[letters],
            choice="approve",
            approves=keys,
            reason="",
            actor=lab.people[f"seat_{letters}"],
            at=opened,
        )
    clock.move_to(ballot.closes_at + timedelta(days=1, hours=-7))
    assert close_due_ballots() == 1
    return InnovationTheme.objects.get(title="Loon per week")


def written_by_iris(iris: Visitor) -> None:
    """She works for no partner, writes in the log of her theme, and sees nothing else."""
    iris.log_in(IRIS)
    iris.sees("Het thema dat u begeleidt")
    iris.is_accessible()
    iris.follow("Loon per week")
    iris.follow("Schrijf in het logboek")
    iris.is_accessible()
    fill(iris, text="Twintig mensen gesproken.")
    iris.sees("Twintig mensen gesproken.")
    iris.fits(390)
    iris.is_accessible()
    other = InnovationTheme.objects.get(title="Geldles")
    year = f"/innovatiethemas/{BEGIN.year}/"
    for path in (other.get_absolute_url(), year, "/besluiten/", "/partners/"):
        iris.goto(path)
        iris.sees_not("Geldles")
        iris.sees_not("Noodbuffer")


def test_from_an_idea_to_a_log(lab: Cast, visit: Callable[..., Visitor], clock: Clock) -> None:
    manager = visit()
    manager.log_in(lab.manager.email)
    manager.goto("/innovatiethemas/")
    manager.follow("Vraag om thema’s")
    manager.is_accessible()
    fill(manager, introduction="Denk mee.", closes_on=f"{BEGIN + timedelta(days=14):%d-%m-%Y}")
    manager.sees("Nog niemand stelde een thema voor")
    manager.is_accessible()

    phone = visit(width=390)
    proposed_on_a_phone(lab, phone)

    call, subject = ThemeCall.objects.get(), Theme.objects.get()
    for title in ("Noodbuffer", "Geldles"):
        facts = {"organisation": lab["GD"], "actor": lab.seat_GD, "at": timezone.now()}
        innovating.propose(lab, call, title, theme=subject, **facts)
    clock.move_to(call.closes_at + timedelta(days=1, hours=-7))
    assert close_due_calls() == 1
    come_back(manager, lab.manager.email, call.get_absolute_url())
    manager.sees("3 voorstellen")
    manager.follow("Breng ze in stemming")
    manager.is_accessible()
    fill(manager)
    theme = chosen_by_the_raad(lab, clock)

    come_back(manager, lab.manager.email, theme.get_absolute_url())
    manager.follow("Begin de verkenning")
    fill(manager)
    manager.follow("Voeg een begeleider toe")
    manager.is_accessible()
    fill(manager, name="Iris Buiten", email=IRIS)
    manager.sees("Iris Buiten")
    assert any(letter.to == [IRIS] for letter in deliver())
    written_by_iris(visit(width=390))
    come_back(phone, lab.contact.email, theme.get_absolute_url())
    phone.sees("Twintig mensen gesproken.")
