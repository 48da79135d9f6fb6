"""The kernteam arranges a series, keeps a holiday free, and hears in time what needs a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from events import actions as events
from events import tasks
from events.models import Meeting
from tests.cast import ZONE, build_cast

from .conftest import BEGIN, Clock, Visitor, deliver

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January with the slots that the clock planned in the night."""
    cast = build_cast(BEGIN)
    events.plan_cadence(at=BEGIN - timedelta(hours=8))
    return cast


def fill(visitor: Visitor, **facts: str) -> None:
    """Fill in fields by their names, and send the form."""
    for name, value in facts.items():
        visitor.page.locator(f"main [name={name}]").fill(value)
    visitor.page.locator("main form button[type=submit]").last.click()


def hold_first(lab: Cast) -> None:
    """The meeting of spring was held, so one is left."""
    first = Meeting.objects.get(series__duty="network", year=BEGIN.year, ordinal=1)
    starts_at = datetime(2036, 4, 16, 14, 0, tzinfo=ZONE)
    events.schedule_meeting(first, starts_at=starts_at, actor=None, at=BEGIN)
    known = {"actor": lab.manager, "at": starts_at}
    events.hold_meeting(first, attendance=[lab["BN"]], **known)


def is_narrow_enough(visitor: Visitor) -> None:
    """Nothing sticks out of the screen."""
    width = visitor.page.evaluate("document.documentElement.scrollWidth")
    assert width <= visitor.page.evaluate("document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [1280, 390])
def test_from_a_series_to_the_last_day(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock, width: int
) -> None:
    manager = visit(width=width)
    manager.log_in(lab.manager.email)
    manager.goto(f"/bijeenkomsten/jaar/{BEGIN.year}/")
    manager.is_accessible()
    manager.goto("/bijeenkomsten/reeksen/")
    manager.is_accessible()
    is_narrow_enough(manager)
    manager.follow("Netwerkbijeenkomst")
    manager.is_accessible()
    is_narrow_enough(manager)
    address = manager.page.url.removeprefix(manager.base)

    manager.goto(f"{address}wijzigen/")
    manager.is_accessible()
    fill(manager, windows="01-03 t/m 31-05\n31-09 t/m 30-11", lead_days="25")
    marked = manager.page.locator("main [aria-invalid=true]")
    assert [field.get_attribute("name") for field in marked.all()] == ["windows"]
    assert manager.page.locator("main [name=lead_days]").input_value() == "25"
    manager.is_accessible()
    fill(manager, windows="01-03 t/m 31-05\n15-09 t/m 30-11")
    assert manager.page.url.removeprefix(manager.base) == address
    changed = Meeting.objects.live().get(series__duty="network", year=BEGIN.year, ordinal=2)
    assert (changed.window_opens_on.month, changed.window_closes_on.month) == (9, 11)

    manager.goto("/bijeenkomsten/vrij/toevoegen/")
    manager.is_accessible()
    fill(manager, title="Herfstvakantie", first_on="22-11-2036", last_on="30-11-2036")
    manager.is_accessible()
    is_narrow_enough(manager)
    assert "Herfstvakantie" in manager.page.inner_text("main")

    hold_first(lab)
    # Friday 21 November is the last free day of the period; 25 working days before: 17 October.
    clock.move_to(datetime(2036, 10, 6, 9, 0, tzinfo=ZONE))
    assert tasks.warn_of_last_days() > 0
    deliver()
    manager.log_in(lab.manager.email)
    manager.goto(f"/bijeenkomsten/jaar/{BEGIN.year}/")
    manager.is_accessible()
    is_narrow_enough(manager)
    assert "17\N{NO-BREAK SPACE}oktober" in manager.page.inner_text("main")
    assert manager.page_errors == []
