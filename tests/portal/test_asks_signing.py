"""The ask to sign the framework: of whom, how long, and what a colleague without mandate sees."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Framework
from schuldenlab.portal.asks import asks_of
from tests.cast import written_otherwise
from tests.partners.test_signing import sign
from tests.programme.conftest import today
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from schuldenlab.portal.asks.ask import Ask
    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["today"]

LAST = date(2026, 11, 30)


def successor(cast: Cast, *, is_open: bool = True) -> Framework:
    framework = actions.adopt_framework(
        title="Samenwerkingskader 2028–2031",
        starts_on=cast.framework.ends_on + timedelta(days=1),
        ends_on=date(2031, 12, 31),
        sign_by=LAST,
        host=cast["GD"],
        predecessor=cast.framework,
        actor=cast.manager,
        at=cast.at,
    )
    actions.load_clauses(framework, actor=cast.manager, at=cast.at)
    if is_open:
        actions.open_for_signature(framework, actor=cast.manager, at=cast.at)
    return framework


def signing(cast: Cast, who: str) -> list[Ask]:
    return [ask for ask in asks_of(getattr(cast, who)) if "“Samenwerkingskader" in ask.title]


def test_who_may_sign_is_asked_to_and_who_may_not_to_send_it_on(cast: Cast) -> None:
    framework = successor(cast)
    own = [framework.pk, cast["BN"].pk]
    (ask,) = signing(cast, "director")
    assert (ask.url, ask.days_left, ask.due_is_day) == (
        reverse("partners:framework-sign", args=own),
        68,
        True,
    )
    (ask,) = signing(cast, "seat")
    assert ask.url == reverse("partners:framework-forward", args=own)
    for who in ("staff", "manager", "outsider", "former"):
        assert signing(cast, who) == []


def test_after_signing_nobody_of_that_partner_is_asked(cast: Cast) -> None:
    framework = successor(cast)
    sign(cast, framework=framework)
    assert signing(cast, "director") == signing(cast, "seat") == []
    assert len(signing(cast, "contact")) == 1


@pytest.mark.parametrize(
    ("sign_by", "status", "count"),
    [
        (None, "in_force", 0),
        (LAST, "in_force", 1),
        (date(2026, 9, 1), "in_force", 1),
        (LAST, "open", 1),
        (LAST, "expired", 0),
        (LAST, "draft", 0),
    ],
)
def test_when_it_is_asked(cast: Cast, sign_by: date | None, status: str, count: int) -> None:
    written_otherwise(cast.framework, sign_by=sign_by, status=status)
    asks = signing(cast, "director")
    assert len(asks) == count
    if sign_by == date(2026, 9, 1):
        assert asks[0].days_left == -22


def test_the_old_one_is_asked_no_more_when_the_new_one_is_open(cast: Cast) -> None:
    written_otherwise(cast.framework, sign_by=LAST)
    new = successor(cast, is_open=False)
    assert [ask.title for ask in signing(cast, "director")] == [
        f"Tekent Bank Noordzee “{cast.framework.title}”?"
    ]
    actions.open_for_signature(new, actor=cast.manager, at=cast.at)
    assert [ask.title for ask in signing(cast, "director")] == [
        "Tekent Bank Noordzee “Samenwerkingskader 2028–2031”?"
    ]


def test_it_stands_on_the_home_page_with_its_last_day(today: Cast, enter: Enter) -> None:
    successor(today)
    html = text_of(enter(today.director).get("/"))
    assert "maandag 30\N{NO-BREAK SPACE}november 2026" in html
    assert "23.59" not in html
