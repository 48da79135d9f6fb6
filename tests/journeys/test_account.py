"""The account of a year: written, published, read by a stranger; then a late fact shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from partners import actions as partners
from programme.models import AnnualAccount
from tests.cast import Cast, build_cast

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from datetime import datetime

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)
YEAR = BEGIN.year


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January, of which one partner stands on the public pages."""
    cast = build_cast(BEGIN)
    partners.load_clauses(cast.framework, actor=None, at=BEGIN)
    partners.show_in_public(cast["BN"], actor=None, at=BEGIN)
    return cast


def at(name: str, *more: object) -> str:
    return reverse(f"portal:{name}", args=[YEAR, *more])


def send(visitor: Visitor, button: str = "main form button[type=submit]") -> None:
    with visitor.page.expect_navigation():
        visitor.page.locator(button).first.click()


def looks_well(visitor: Visitor, width: int) -> None:
    visitor.fits(width)
    visitor.is_accessible()


def write(manager: Visitor, width: int) -> None:
    """A name that does not exist is said beside the field; a preview; then it is saved."""
    manager.goto(at("account-start"))
    send(manager)
    manager.page.wait_for_url(f"**{at('account-write')}")
    looks_well(manager, width)
    manager.page.locator(f"main a[href='{at('account-block', 'foreword')}']").click()
    manager.page.wait_for_url(f"**{at('account-block', 'foreword')}")
    box = manager.page.locator("main textarea[name=text]")
    box.fill("Wij zijn met {koeien} partners.")
    send(manager)
    wrong = manager.page.locator("main [aria-invalid=true]")
    assert [each.get_attribute("name") for each in wrong.all()] == ["text"]
    manager.sees("{koeien}")
    assert box.input_value() == "Wij zijn met {koeien} partners."
    looks_well(manager, width)
    box.fill("Wij zijn met {partners} partners.")
    send(manager, "main button[name=preview]")
    manager.sees("Wij zijn met 7 partners.")
    looks_well(manager, width)
    send(manager)
    manager.page.wait_for_url(f"**{at('account-write')}")


def publish(manager: Visitor, width: int) -> None:
    manager.page.locator(f"main a[href='{at('account-publish')}']").click()
    manager.page.wait_for_url(f"**{at('account-publish')}")
    looks_well(manager, width)
    manager.page.locator("main [name=sure]").check()
    send(manager)
    manager.page.wait_for_url(f"**{at('account-edition', 1)}")
    looks_well(manager, width)


def sign_late(cast: Cast, signed_on: datetime, recorded_at: datetime) -> None:
    partners.register_signature(
        cast.framework,
        organisation=cast["BN"],
        signatory="D. van Dam",
        function="Directeur",
        signed_on=signed_on.date(),
        actor=cast.manager,
        at=recorded_at,
    )


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)])
def test_written_published_read_and_compared(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock, width: int, dark: bool
) -> None:
    manager = visit(width=width, dark=dark)
    manager.log_in(lab.manager.email)
    write(manager, width)
    publish(manager, width)
    stranger = visit(width=width, dark=dark, script=False)
    stranger.goto(reverse("portal:public-account", args=[YEAR]))
    stranger.sees("Wij zijn met 7 partners.")
    figure = reverse("portal:public-account-figure", args=[YEAR, 1, "signatures"])
    stranger.page.locator(f"main a[href='{figure}']").first.click()
    stranger.page.wait_for_url(f"**{figure}")
    sign_late(lab, BEGIN - DAY, BEGIN + 2 * DAY)
    clock.move_to(BEGIN + 2 * DAY + timedelta(hours=1))
    differences = reverse("portal:public-account-changes", args=[YEAR, 1])
    reader = visit(width=width, dark=dark)
    reader.goto(reverse("portal:public-account", args=[YEAR]))
    looks_well(reader, width)
    reader.page.locator(f"main a[href='{differences}']").first.click()
    reader.page.wait_for_url(f"**{differences}")
    reader.sees(lab["BN"].name)
    looks_well(reader, width)
    assert AnnualAccount.objects.get().is_interim
    assert manager.page_errors == reader.page_errors == []
