"""A partner lets a program of its own read along, and stops it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from tests.cast import build_cast

from .conftest import BEGIN, Clock, Visitor, deliver
from .test_year import fill

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January."""
    return build_cast(BEGIN)


def asked(path: str, token: str) -> Any:
    """What the program gets."""
    return Client().get(f"/api/v1{path}", headers={"Authorization": f"Bearer {token}"})


def test_a_program_reads_along_until_its_token_is_revoked(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    contact = visit(width=390)
    contact.log_in(lab.contact.email)
    contact.goto(f"/partners/{lab['FV'].pk}/beheren/")
    contact.follow("Sleutels voor koppelingen")
    contact.sees("Er leest nog geen koppeling mee")
    contact.is_accessible()
    contact.fits(390)
    contact.follow("Maak een sleutel voor een koppeling")
    contact.is_accessible()
    fill(contact, purpose="Dashboard", expires_on="31-12-2099")
    contact.sees("hooguit een jaar")
    contact.is_accessible()
    fill(contact, expires_on=f"01-06-{BEGIN.year}")
    contact.sees("Uw sleutel is klaar")
    contact.is_accessible()
    contact.fits(390)
    token = contact.page.inner_text("main code")

    own = asked("/organisatie", token)
    assert (own.status_code, own.json()["naam"]) == (200, lab["FV"].name)
    heard = {each.to[0] for each in deliver() if token[:12] in each.body}
    assert heard == {lab.contact.email, lab.other_director.email}

    director = visit()
    director.log_in(lab.other_director.email)
    director.goto(f"/partners/{lab['FV'].pk}/koppelingen/")
    director.sees("Dashboard")
    director.sees("Laatst gebruikt op")
    director.sees_not(token)
    director.is_accessible()
    director.follow("Trek in")
    director.is_accessible()
    director.press("Trek de sleutel in")
    director.sees("Ingetrokken op")
    assert asked("/organisatie", token).status_code == 401
    assert [*contact.page_errors, *director.page_errors] == []


def test_the_description_is_a_page_that_everybody_can_use(
    lab: Cast, visit: Callable[..., Visitor]
) -> None:
    for width in (1280, 320):
        reader = visit(width=width, dark=width == 320)
        reader.goto("/hulp/api/")
        reader.sees("Zo werkt de API")
        reader.sees("GET /jaarprogrammas")
        reader.page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
        reader.sees("Blijft altijd hetzelfde.")
        reader.is_accessible()
        reader.fits(width)
        assert reader.page_errors == []
