"""A partner leaves and comes back: the pages, what they say first, and what follows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Organisation, Partnership
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.house.world import open_motion
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
DAY = timedelta(days=1)


def leave(cast: Cast, letters: str = "BN") -> str:
    return reverse("partners:organisation-leave", args=[cast[letters].pk])


def join(cast: Cast, letters: str = "WK") -> str:
    return reverse("partners:organisation-join", args=[cast[letters].pk])


def motion(cast: Cast) -> Any:
    return open_motion(cast, cast.at - DAY, closes_at=cast.at + 7 * DAY, title="Onze motie")


# -- leaving -------------------------------------------------------------------------------------


def test_only_the_kernteam(today: Cast, enter: Enter) -> None:
    found = {who: enter(getattr(today, who)).get(leave(today)).status_code for who in ACCOUNTS}
    assert found == {
        who: 200 if who in KERNTEAM else 403 if who in INSIDERS else 404 for who in ACCOUNTS
    }
    gone = {who: enter(getattr(today, who)).get(join(today)).status_code for who in ACCOUNTS}
    assert gone == {who: 200 if who in KERNTEAM else 404 for who in ACCOUNTS}
    assert enter(today.director).post(leave(today), {"last_on": "23-09-2026"}).status_code == 403


def test_the_page_says_first_what_follows(today: Cast, enter: Enter) -> None:
    motion(today)
    html = text_of(enter(today.staff).get(leave(today)))
    for words in ("2026", "Onze motie", "Dirk van Dam", "Samira Bakker"):
        assert words in html
    plain = text_of(enter(today.staff).get(leave(today, "FV")))
    assert "Carla Smit" in plain
    assert "Onze motie" not in plain


def test_a_partner_leaves(today: Cast, enter: Enter) -> None:
    ballot, client = motion(today), enter(today.staff)
    assert client.post(leave(today), {"last_on": "22-09-2026"}).status_code == 302
    row = today["BN"].partnerships.get()
    assert (row.left_on, row.left_recorded_at) == (date(2026, 9, 23), today.at)
    assert Entry.objects.get(verb="end_partnership").actor == today.staff
    letters = Letter.objects.filter(template="partners/mail/recorded_in_name.txt")
    assert set(letters.values_list("person__name", flat=True)) == {
        "Dirk van Dam",
        "Samira Bakker",
        "Pim de Groot",
    }
    assert all("/klopt-niet/" not in letter.text for letter in letters)
    day = today.at.date()
    assert not today.raad.seats.active(day).filter(organisation=today["BN"]).exists()
    assert not ballot.entitlements.counting(day).filter(organisation=today["BN"]).exists()
    assert today.director.mandates.on(day).exists()
    assert enter(today.director).get("/partners/").status_code == 403
    again = enter(today.staff)
    assert again.get(leave(today)).status_code == 302
    assert again.post(leave(today), {"last_on": "22-09-2026"}).status_code == 422


def test_who_leaves_later_leaves_once(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    assert client.post(leave(today), {"last_on": "30-09-2026"}).status_code == 302
    assert Organisation.objects.partners(date(2026, 9, 30)).filter(pk=today["BN"].pk).exists()
    assert not Organisation.objects.partners(date(2026, 10, 1)).filter(pk=today["BN"].pk).exists()
    assert client.get(leave(today)).status_code == 302
    assert client.post(leave(today), {"last_on": "29-09-2026"}).status_code == 422
    assert today["BN"].partnerships.get().left_on == date(2026, 10, 1)


@pytest.mark.parametrize("day", ["", "ooit", "05-01-2024", "31-02-2026"])
def test_a_last_day_that_cannot_be(today: Cast, enter: Enter, day: str) -> None:
    page = enter(today.staff).post(leave(today), {"last_on": day})
    assert page.status_code == 422
    assert page.context["form"].errors["last_on"]
    assert today["BN"].partnerships.get().left_on is None


def test_who_is_no_partner_cannot_leave(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    assert client.get(leave(today, "WK")).status_code == 302
    assert client.post(leave(today, "WK"), {"last_on": "23-09-2026"}).status_code == 422


def test_it_costs_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    motion(today)
    assert cost_of(client, leave(today)).queries == 12
    motion(today)
    motion(today)
    assert cost_of(client, leave(today)).queries == 12


# -- coming back ---------------------------------------------------------------------------------


def test_a_partner_comes_back(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    assert "Fenna Visser" in text_of(client.get(join(today)))
    assert client.post(join(today), {"joined_on": "01-09-2026"}).status_code == 302
    rows = Partnership.objects.filter(organisation=today["WK"]).order_by("joined_on")
    assert [row.joined_on for row in rows][-1] == date(2026, 9, 1)
    assert Letter.objects.get(template="partners/mail/recorded_in_name.txt").person == today.former
    assert enter(today.former).get("/partners/").status_code == 200
    again = enter(today.staff)
    assert again.get(join(today)).status_code == 302
    assert again.post(join(today), {"joined_on": "02-09-2026"}).status_code == 422
    assert rows.count() == 2


@pytest.mark.parametrize("day", ["", "ooit", "24-09-2026", "01-02-2024"])
def test_a_first_day_that_cannot_be(today: Cast, enter: Enter, day: str) -> None:
    page = enter(today.staff).post(join(today), {"joined_on": day})
    assert page.status_code == 422
    assert page.context["form"].errors
    assert today["WK"].partnerships.count() == 1


@pytest.mark.usefixtures("english")
def test_not_twice_at_one_time(cast: Cast) -> None:
    with pytest.raises(Refused, match="already"):
        actions.start_partnership(cast["BN"], joined_on=cast.at.date(), actor=None, at=cast.at)
    gone = cast["WK"].partnerships.get()
    with pytest.raises(Refused, match="ended already"):
        actions.end_partnership(gone, left_on=cast.at.date(), actor=None, at=cast.at)
    actions.strike_fact(gone, reason="Nooit partner", actor=None, at=cast.at)
    with pytest.raises(Refused, match="corrected already"):
        actions.end_partnership(gone, left_on=cast.at.date(), actor=None, at=cast.at)


def test_who_left_is_no_ambassador_now_and_the_list_of_signatures_says_it(
    today: Cast, enter: Enter
) -> None:
    actions.register_signature(
        today.framework,
        organisation=today["CH"],
        signatory="C. van Hall",
        function="Directeur",
        signed_on=today.at.date(),
        actor=today.staff,
        at=today.at,
    )
    actions.end_partnership(
        today["CH"].partnerships.get(), left_on=today.at.date(), actor=today.staff, at=today.at
    )
    client = enter(today.staff)
    assert "· nu geen partner" in text_of(client.get(today.framework.get_absolute_url()))
    html = text_of(client.get(today["CH"].get_absolute_url()))
    assert "Nu geen partner" in html
    assert "Ambassadeur van" not in html
