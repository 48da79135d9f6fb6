"""The registers of money and projects on the desk: they name what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from funding import actions
from projects.models import Phase, StuurgroepMember
from tests.funding.budgets import adopt_budget, to_budget
from tests.funding.records import DAY, EURO, firm, make_plan
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
TITLE = "Vroeg erbij 1"


def rows(cast: Cast) -> dict[str, Any]:
    """One row of each register, all about the same project."""
    plan = make_plan(cast, cast.at, kind="pilot")
    pledge = firm(cast, plan, "FV", 10_000, cast.at)
    part: dict[str, Any] = {"amount": EURO(5), "arrived_on": (cast.at - DAY).date()}
    delivery = actions.record_delivery(pledge, **part, actor=cast.manager, at=cast.at)
    return {
        "funding_fundingplan": plan,
        "funding_pledge": pledge,
        "funding_delivery": delivery,
        "projects_phase": Phase.objects.get(pk=plan.phase_id),
        "projects_stuurgroepmember": StuurgroepMember.objects.get(person=cast.people["seat_ZD"]),
    }


def test_lists_and_rows_name_project_and_partner(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    names = {"funding_pledge": "FV", "funding_delivery": "FV", "projects_stuurgroepmember": "ZD"}
    for register, row in rows(today).items():
        shown = text_of(client.get(reverse(f"admin:{register}_changelist")))
        page = text_of(client.get(reverse(f"admin:{register}_change", args=[row.pk])))
        title = page.split("<title>")[1].split("</title>")[0]
        assert TITLE in shown, register
        assert TITLE in title, register
        assert f">{row}<" not in page, register
        if register in names:
            partner = today[names[register]].name
            assert partner in shown, register
            assert partner in page, register


@pytest.mark.parametrize("register", ["funding_pledge", "funding_delivery", "funding_fundingplan"])
def test_more_rows_cost_no_more(today: Cast, enter: Enter, register: str) -> None:
    client, url = enter(today.manager), reverse(f"admin:{register}_changelist")
    found = []
    for _number in range(2):
        pledge = firm(today, make_plan(today, today.at), "FV", 10_000, today.at)
        part: dict[str, Any] = {"amount": EURO(5), "arrived_on": (today.at - DAY).date()}
        actions.record_delivery(pledge, **part, actor=today.manager, at=today.at)
        found.append(cost_of(client, url).queries)
    assert found[0] == found[1]


def test_what_was_carried_over_is_on_record(today: Cast, enter: Enter) -> None:
    programme = adopt_budget(today, today.at - DAY)
    to_budget(today, "ZD", "events", 80, today.at - DAY)
    given = {"category": "events", "amount": EURO(12), "reason": "De zaal kostte minder."}
    row = actions.carry_over(programme, **given, actor=today.manager, at=today.at)
    client, register = enter(today.manager), "admin:funding_carryover"
    assert given["reason"] in text_of(client.get(reverse(f"{register}_changelist")))
    shown = text_of(client.get(reverse(f"{register}_change", args=[row.pk])))
    assert "2026, evenementen" in shown
    assert enter(today.seat).get(reverse(f"{register}_changelist")).status_code in {302, 403}
