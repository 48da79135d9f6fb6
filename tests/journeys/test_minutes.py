"""A meeting goes on: counted on a phone, written down, sent, and an action done from its mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from events import actions
from events.models import ActionItem, Attendance, Meeting, Minutes
from tests.cast import ZONE, build_cast
from tests.events.records import network

from .conftest import BEGIN, Clock, Visitor, deliver

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEGINS = datetime(2036, 4, 16, 14, 0, tzinfo=ZONE)
NEXT = datetime(2036, 11, 12, 14, 0, tzinfo=ZONE)
BUTTON = re.compile(r'class="button" href="([^"]+)"')


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """Two network meetings with a date; the first has a point on its agenda."""
    cast = build_cast(BEGIN)
    network(cast)
    actions.plan_cadence(at=BEGIN)
    first, second = Meeting.objects.filter(year=BEGIN.year).order_by("ordinal")
    known: dict[str, Any] = {"actor": cast.manager, "at": BEGIN}
    actions.schedule_meeting(first, starts_at=BEGINS, subject="Samen", **known)
    actions.schedule_meeting(second, starts_at=NEXT, **known)
    actions.add_agenda_item(
        first.series, year=first.year, meeting=first, kind="discuss", title="Welkom", **known
    )
    return cast


def address(kind: str = "") -> str:
    """A page of the first meeting."""
    return f"{Meeting.objects.get(starts_at=BEGINS).get_absolute_url()}{kind}"


def send(visitor: Visitor) -> None:
    """Press the button of the form."""
    visitor.page.locator("main form button[type=submit]").last.click()
    visitor.page.wait_for_load_state()


def key(visitor: Visitor, organisation: Any, press: str) -> None:
    """One press in the row of an organisation, and wait for its answer."""
    row = visitor.page.locator(f"#o{organisation.pk}")
    shown = int(row.locator(".sl-count__n").inner_text())
    row.locator(f"button[value={press}]").click()
    after = shown + (1 if press == "more" else -1)
    row.locator(".sl-count__n", has_text=re.compile(f"^{after}$")).wait_for()


def count(lab: Cast, phone: Visitor) -> None:
    """In the hall: three of the bank, one of the fund, and one that was a mistake."""
    phone.log_in(lab.staff.email)
    phone.goto(address("aanwezig/"))
    phone.fits(390)
    phone.is_accessible()
    box = phone.page.locator(f"#o{lab['BN'].pk} button[value=more]").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    for _time in range(3):
        key(phone, lab["BN"], "more")
    phone.page.locator("main input[name=q]").fill("fonds")
    phone.page.locator("main form[role=search] button").click()
    phone.sees_not("Bank Noordzee")
    for press in ("more", "more", "less"):
        key(phone, lab["FV"], press)
    phone.fits(390)
    phone.page.locator(f"main a[href='{address('gehouden/')}']").click()
    assert phone.page.locator(f"[name=people_{lab['BN'].pk}]").input_value() == "3"
    send(phone)
    people = dict(Attendance.objects.values_list("organisation__name", "people"))
    assert people == {"Bank Noordzee": 3, "Fonds Vlietland": 1}


def write(lab: Cast, desk: Visitor) -> None:
    """The next day, at a desk: an action, the text, and off it goes."""
    desk.log_in(lab.manager.email)
    desk.goto(address("actie/"))
    desk.is_accessible()
    desk.page.locator("[name=text]").fill("Voorbeeldgesprek maken")
    desk.page.locator("[name=owner]").select_option(str(lab.contact.pk))
    desk.page.locator("[name=due_on]").fill("01-06-2036")
    send(desk)
    desk.sees("Voorbeeldgesprek maken")
    desk.is_accessible()
    desk.goto(address("verslag/begin/"))
    send(desk)
    assert desk.page.locator("[name=text]").input_value().startswith("1. Welkom")
    desk.is_accessible()
    desk.page.locator("[name=text]").fill("1. Welkom\n\nWij leerden elkaar kennen.")
    send(desk)
    desk.sees("Wij leerden elkaar kennen.")
    desk.is_accessible()
    desk.goto(address("verslag/versturen/"))
    send(desk)
    assert Minutes.objects.get().status == "sent"
    for page in ("agenda/", "agenda/afdruk/", "verslag/afdruk/"):
        desk.goto(address(page))
        desk.is_accessible()


def done_from_the_mail(lab: Cast, owner: Visitor) -> None:
    """The letter's own HTML has the link; without login, and without script."""
    letters = [each for each in deliver() if each.to == [lab.contact.email]]
    (html,) = [
        str(body)
        for each in letters
        for body, _kind in each.alternatives  # type: ignore[attr-defined]
        if "/actie/" in str(body)
    ]
    assert [each for each in letters if each.attachments]
    found = BUTTON.search(html)
    assert found
    owner.goto(re.sub(r"^https?://[^/]+", "", found[1]))
    owner.sees("Voorbeeldgesprek maken")
    owner.fits(320)
    assert ActionItem.objects.get().status == "open"
    owner.page.locator("[name=note]").fill("Staat op één bladzijde.")
    send(owner)
    owner.sees("Voorbeeldgesprek maken")
    owner.fits(320)
    assert ActionItem.objects.get().status == "done"
    assert owner.page.locator("main form [name=note]").count() == 0


def test_a_meeting_is_counted_written_down_and_closed(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    clock.move_to(BEGINS + timedelta(minutes=10))
    phone = visit(width=390)
    count(lab, phone)
    clock.move_to(BEGINS + timedelta(days=1))
    desk = visit()
    write(lab, desk)
    owner = visit(width=320, script=False)
    done_from_the_mail(lab, owner)

    clock.move_to(NEXT + timedelta(minutes=5))
    desk.log_in(lab.manager.email)
    desk.goto(address("verslag/vaststellen/"))
    desk.is_accessible()
    send(desk)
    minutes = Minutes.objects.get()
    assert (minutes.status, minutes.approved_in.starts_at) == ("approved", NEXT)
    desk.sees("Wij leerden elkaar kennen.")
    desk.is_accessible()
    desk.goto("/acties/?status=")
    desk.sees("Staat op één bladzijde.")
    desk.is_accessible()
    reader = visit(width=390)
    reader.log_in(lab.contact.email)
    reader.goto(address("verslag/"))
    reader.sees("Wij leerden elkaar kennen.")
    reader.fits(390)
    reader.is_accessible()
    assert phone.page_errors == desk.page_errors == reader.page_errors == []
