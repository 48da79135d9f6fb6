"""Moving the day by which everybody should have signed, once partners can sign."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Framework
from partners.verification import framework_seal
from programme.actions import remind_signers
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import ZONE, written_otherwise
from tests.partners.test_actions_frameworks import copy_of, put
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
LAST = date(2027, 11, 30)
SIGNABLE = {"open", "in_force"}


def page(framework: Framework) -> str:
    return reverse("partners:framework-sign-by", args=[framework.pk])


def test_who_comes_there(today: Cast, enter: Enter) -> None:
    url = page(today.framework)
    for method in ("get", "post"):
        found = {
            who: getattr(enter(getattr(today, who)), method)(url).status_code for who in ACCOUNTS
        }
        fine = 200 if method == "get" else 302
        assert found == {
            who: fine if who in KERNTEAM else 403 if who in INSIDERS else 404 for who in ACCOUNTS
        }


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("status", ["draft", "open", "in_force", "expired"])
def test_in_every_state(cast: Cast, status: str) -> None:
    framework = copy_of(cast)
    put(framework, status, cast)
    if status in SIGNABLE:
        actions.move_sign_by(framework, sign_by=LAST, actor=cast.staff, at=cast.at)
        assert Entry.objects.get(verb="move_sign_by").facts == {"on": "2027-11-30"}
    else:
        with pytest.raises(Refused, match="do not sign"):
            actions.move_sign_by(framework, sign_by=LAST, actor=cast.staff, at=cast.at)
    framework.refresh_from_db()
    assert framework.sign_by == (LAST if status in SIGNABLE else None)


def test_what_is_signed_stays_the_same(cast: Cast) -> None:
    framework = actions.open_for_signature(copy_of(cast), actor=None, at=cast.at)
    actions.move_sign_by(framework, sign_by=LAST, actor=None, at=cast.at)
    actions.move_sign_by(framework, sign_by=LAST, actor=None, at=cast.at)
    actions.move_sign_by(framework, sign_by=None, actor=None, at=cast.at)
    framework.refresh_from_db()
    assert (framework.sign_by, framework.sealed_sha256) == (None, framework_seal(framework))
    moved = Entry.objects.filter(verb="move_sign_by").order_by("pk")
    assert [entry.facts["on"] for entry in moved] == ["2027-11-30", None]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("sign_by", "words"),
    [(timedelta(days=-1), "is over"), (timedelta(days=9_000), "after the last day")],
)
def test_a_day_that_cannot_be(cast: Cast, sign_by: timedelta, words: str) -> None:
    with pytest.raises(Refused, match=words):
        actions.move_sign_by(
            cast.framework, sign_by=cast.at.date() + sign_by, actor=None, at=cast.at
        )


@pytest.mark.parametrize("typed", ["gisteren", "22-09-2026", "01-01-2199"])
def test_filled_in_wrongly(today: Cast, enter: Enter, typed: str) -> None:
    answer = enter(today.staff).post(page(today.framework), {"sign_by": typed})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["sign_by"]
    assert f'value="{typed}"' in text_of(answer)


def test_through_the_page(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), page(today.framework)
    home = today.framework.get_absolute_url()
    assert url in text_of(client.get(home))
    answer = client.post(url, {"sign_by": "30-11-2026"})
    assert (answer.status_code, answer["Location"]) == (302, home)
    today.framework.refresh_from_db()
    assert today.framework.sign_by == date(2026, 11, 30)
    assert 'value="30-11-2026"' in text_of(client.get(url))
    assert cost_of(client, url).queries == 5


def test_what_is_no_longer_signed_has_no_page(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    home = today.framework.get_absolute_url()
    for status in ("expired", "draft"):
        written_otherwise(today.framework, status=status)
        assert client.get(page(today.framework), follow=True).redirect_chain == [(home, 302)]
        assert page(today.framework) not in text_of(client.get(home))


def test_a_day_that_moved_is_reminded_of_again(cast: Cast) -> None:
    def remind(day: date) -> int:
        remind_signers(datetime(day.year, day.month, day.day, 10, tzinfo=ZONE))
        letters = Letter.objects.filter(template="partners/mail/signature_reminder.txt")
        return letters.values("key").distinct().count()

    written_otherwise(cast.framework, sign_by=date(2026, 11, 30))
    assert remind(date(2026, 11, 16)) == remind(date(2026, 11, 16)) > 0
    first = remind(date(2026, 11, 16))
    written_otherwise(cast.framework, sign_by=date(2026, 12, 14))
    assert remind(date(2026, 11, 30)) == 2 * first
