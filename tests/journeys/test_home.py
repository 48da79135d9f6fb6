"""Home as people open it: an answer in place on a phone, and a vote one click away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from events import actions
from events.models import Reply
from programme.models import Vote
from tests.cast import ZONE, build_cast
from tests.house.world import open_motion

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TODAY = datetime(2036, 3, 20, 10, 0, tzinfo=ZONE)
DAY = timedelta(days=1)


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """Two meetings to which everybody is invited, and a ballot that is open."""
    cast = build_cast(BEGIN)
    known = {"actor": cast.manager, "at": BEGIN}
    series = actions.add_series(
        cast.framework,
        duty="network",
        title="Netwerkbijeenkomst",
        audience="network",
        per_year=0,
        reply_days=14,
        colleagues=2,
        duration_minutes=210,
        **known,
    )
    for month, subject in ((4, "Samen sneller helpen"), (5, "Wat werkt?")):
        window = date(2036, month, 1), date(2036, month, 28)
        meeting = actions.add_meeting(series, year=2036, window=window, **known)
        begins = datetime(2036, month, 17, 14, 0, tzinfo=ZONE)
        actions.schedule_meeting(meeting, starts_at=begins, subject=subject, place="Zaal", **known)
    open_motion(cast, BEGIN, TODAY + 3 * DAY, question="Gaat de pilot door?")
    clock.move_to(TODAY)
    return cast


def test_an_answer_in_place_on_a_phone(lab: Cast, visit: Callable[..., Visitor]) -> None:
    phone = visit(width=390, script=False)
    phone.log_in(lab.director.email)
    phone.fits(390)
    cards = phone.page.locator(".sl-ask")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("Samen sneller helpen")
    cards.first.get_by_role("button", name="Ja, ik kom").click()
    expect(phone.page.locator(".sl-messages")).to_contain_text("Samen sneller helpen")
    assert phone.page.url == f"{phone.base}/"
    assert Reply.objects.get().answer == "yes"
    expect(cards).to_have_count(1)  # the next one moved up, and no second “?” behind its own
    expect(cards.first).to_contain_text("Wat werkt?”")
    expect(cards.first).to_have_class("sl-ask sl-ask--first")
    first_meeting = phone.page.locator(".sl-meet").first
    expect(first_meeting.locator(".sl-status")).to_be_visible()
    phone.fits(390)
    phone.page.locator(".sl-messages a").click()
    expect(phone.page.locator("[name=answer][value=yes]")).to_be_checked()


def test_the_seat_votes_one_click_from_home(lab: Cast, visit: Callable[..., Visitor]) -> None:
    seat = visit(script=False)
    seat.log_in(lab.seat.email)
    first = seat.page.locator(".sl-ask--first")
    expect(first).to_contain_text("Gaat de pilot door?")
    first.get_by_role("link").click()
    seat.page.locator("main input[name=choice][value=for]").check()
    seat.page.locator("main form:has([name=choice]) button[type=submit]").first.click()
    seat.page.wait_for_url("**/stembewijzen/**")
    assert Vote.objects.count() == 1
    seat.goto("/")
    expect(seat.page.locator(".sl-ask--first")).not_to_contain_text("Gaat de pilot door?")
