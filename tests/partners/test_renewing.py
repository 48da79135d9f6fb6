"""The last year of a framework: what everybody reads, and the desk of the kernteam."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.urls import reverse

from partners import actions
from partners.models import Framework
from partners.views.renewing import notices
from schuldenlab.portal.asks.renewal import renewal_asks
from schuldenlab.portal.worklist import worklist_of
from tests.cast import login, written_otherwise
from tests.partners.test_actions_frameworks import copy_of
from tests.partners.test_signing import sign
from tests.programme.conftest import today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["today"]

RENEWAL = reverse("partners:framework-renewal")
KERNTEAM = {"manager", "staff"}
ACCOUNTS = KERNTEAM | {"director", "seat", "contact", "outsider", "former"}


def in_last_year(cast: Cast) -> Framework:
    """The framework of the cast, ending 99 days from now."""
    written_otherwise(cast.framework, ends_on=cast.at.date() + timedelta(days=99))
    return cast.framework


def said(cast: Cast, who: str, framework: Framework) -> list[dict[str, str]]:
    found = Framework.objects.select_related("successor").get(pk=framework.pk)
    return notices(found, getattr(cast, who), cast.at)


# -- above the framework -------------------------------------------------------------------------


def test_nothing_is_said_before_the_last_year(cast: Cast) -> None:
    assert said(cast, "contact", cast.framework) == []
    written_otherwise(cast.framework, status="draft")
    assert said(cast, "manager", cast.framework) == []


def test_from_a_year_before_the_end(cast: Cast) -> None:
    framework = in_last_year(cast)
    (notice,) = said(cast, "contact", framework)
    assert notice["title"] == "Dit kader stopt op donderdag 31\N{NO-BREAK SPACE}december 2026"
    assert notice["text"] == "Nog 99 dagen. Het kernteam bereidt het volgende kader voor."
    new = copy_of(cast)
    assert "url" not in said(cast, "contact", framework)[0]
    assert said(cast, "staff", framework)[0]["url"] == new.get_absolute_url()
    actions.open_for_signature(new, actor=None, at=cast.at)
    sign(cast, framework=new)
    (notice,) = said(cast, "contact", framework)
    assert notice["text"] == "Nog 99 dagen. 1 van de 7 partners hebben het volgende kader getekend:"
    assert notice["url"] == new.get_absolute_url()


def test_the_last_day_itself(cast: Cast) -> None:
    written_otherwise(cast.framework, ends_on=cast.at.date())
    assert said(cast, "contact", cast.framework)[0]["text"].startswith("Dat is vandaag.")


@pytest.mark.parametrize("status", ["in_force", "expired"])
def test_after_it_the_page_says_plainly_that_there_is_none(cast: Cast, status: str) -> None:
    """Also when the clock has not come by yet."""
    written_otherwise(cast.framework, ends_on=cast.at.date() - timedelta(days=1), status=status)
    (notice,) = said(cast, "contact", cast.framework)
    assert (notice["kind"], notice["title"]) == ("warning", "Er is nu geen kader van kracht")


def test_what_was_followed_says_by_what(cast: Cast) -> None:
    old = in_last_year(cast)
    new = copy_of(cast)
    actions.bring_into_force(new, actor=None, at=cast.at)
    written_otherwise(old, ends_on=cast.at.date() - timedelta(days=2))
    written_otherwise(new, starts_on=cast.at.date() - timedelta(days=1))
    (notice,) = said(cast, "contact", old)
    assert (notice["kind"], notice["url"]) == ("info", new.get_absolute_url())
    assert said(cast, "contact", new) == []


def test_an_old_one_without_a_link_points_to_today(cast: Cast) -> None:
    day = cast.at.date()
    first = actions.adopt_framework(
        title="Het eerste",
        starts_on=day - timedelta(days=2_000),
        ends_on=day - timedelta(days=1_200),
        host=cast["GD"],
        actor=None,
        at=cast.at,
    )
    actions.bring_into_force(first, actor=None, at=cast.at)
    (notice,) = said(cast, "contact", first)
    assert notice["url"] == reverse("partners:framework")


# -- the desk ------------------------------------------------------------------------------------


def test_who_comes_to_the_desk(today: Cast, enter: Enter) -> None:
    found = {who: enter(getattr(today, who)).get(RENEWAL).status_code for who in ACCOUNTS}
    assert found == {who: 200 if who in KERNTEAM else 403 for who in ACCOUNTS}


def test_before_the_last_year_it_says_from_when(today: Cast, enter: Enter) -> None:
    answer = enter(today.staff).get(RENEWAL)
    assert answer.context["framework"] is None
    assert "31\N{NO-BREAK SPACE}december 2026" in text_of(answer)
    written_otherwise(today.framework, starts_on=today.at.date() + timedelta(days=1))
    assert enter(today.staff).get(RENEWAL).context["current"] is None


def test_the_desk_without_a_next_one(today: Cast, enter: Enter) -> None:
    framework = in_last_year(today)
    answer = enter(today.staff).get(RENEWAL)
    assert (answer.context["days_left"], answer.context["next"]) == (99, None)
    assert reverse("partners:framework-succeed", args=[framework.pk]) in text_of(answer)
    assert [(row.year, row.is_agreed) for row in answer.context["money"]["years"]] == [
        (2026, False),
        (2027, False),
    ]


def test_the_desk_with_a_next_one(today: Cast, enter: Enter) -> None:
    framework = in_last_year(today)
    written_otherwise(framework, contribution_from=2024, contribution_until=2026)
    new = copy_of(today)
    client = enter(today.staff)
    assert reverse("partners:framework-open", args=[new.pk]) in text_of(client.get(RENEWAL))
    years = {"contribution_from": 2027, "contribution_until": 2028, "seats_max": 7}
    actions.edit_framework(new, **years, actor=None, at=today.at)
    actions.remove_clause(new.clauses.get(number=8), actor=None, at=today.at)
    actions.open_for_signature(new, actor=None, at=today.at)
    sign(today, framework=new)
    answer = client.get(RENEWAL)
    facts = answer.context
    assert (facts["signed"], facts["partners"], len(facts["unsigned"])) == (1, 7, 6)
    assert "Fonds Vlietland" in text_of(answer)
    assert [(row["number"], row["word"]) for row in facts["changes"]] == [(8, "Vervallen")]
    assert facts["numbers"][0]["after"] == "7"
    assert (facts["money"]["ends_after"], facts["money"]["gaps"]) == (
        2026,
        "2026, 2027, 2028, 2029, 2030",
    ), "nothing is pledged"
    rows = {row.year: row.is_agreed for row in facts["money"]["years"]}
    assert [year for year, is_agreed in rows.items() if not is_agreed] == [2029, 2030]
    assert not facts["is_covered"]
    actions.bring_into_force(new, actor=None, at=today.at)
    assert client.get(RENEWAL).context["is_covered"]


def test_the_day_after(cast: Cast, client: Client) -> None:
    framework = in_last_year(cast)
    with time_machine.travel(cast.at + timedelta(days=100), tick=False):
        answer = login(client, cast.staff).get(RENEWAL)
        assert answer.context["is_over"]
        assert "Geen kader van kracht" in text_of(answer)
        for url in (reverse("partners:framework"), framework.get_absolute_url()):
            assert "Er is nu geen kader van kracht" in text_of(client.get(url))


def test_the_desk_costs_the_same(today: Cast, enter: Enter) -> None:
    in_last_year(today)
    new = copy_of(today)
    actions.open_for_signature(new, actor=None, at=today.at)
    client = enter(today.staff)
    sign(today, framework=new)
    assert cost_of(client, RENEWAL).queries == 13
    sign(today, "FV", "other_director", framework=new)
    sign(today, "GD", "seat_GD", framework=new)
    assert cost_of(client, RENEWAL).queries == 13


# -- worklists -----------------------------------------------------------------------------------


def desk_urls(cast: Cast) -> list[Any]:
    return [due.url for due in worklist_of(cast.at)]


def test_it_is_on_the_worklists_from_a_year_before(cast: Cast) -> None:
    assert RENEWAL not in desk_urls(cast)
    assert renewal_asks(cast.staff) == []
    in_last_year(cast)
    assert RENEWAL in desk_urls(cast)
    (ask,) = renewal_asks(cast.staff)
    assert (ask.url, ask.days_left, ask.due_is_day) == (RENEWAL, 99, True)
    for who in ("director", "contact", "outsider"):
        assert renewal_asks(getattr(cast, who)) == []


def test_no_more_once_the_next_one_is_in_force(cast: Cast) -> None:
    in_last_year(cast)
    new = copy_of(cast)
    assert len(renewal_asks(cast.staff)) == 1
    actions.bring_into_force(new, actor=None, at=cast.at)
    assert renewal_asks(cast.staff) == []


def test_after_the_end_the_desk_says_urgent(cast: Cast) -> None:
    written_otherwise(cast.framework, ends_on=cast.at.date() - timedelta(days=1))
    (item,) = [due for due in worklist_of(cast.at) if due.url == RENEWAL]
    assert item.text == "Het lab werkt zonder kader dat van kracht is."
