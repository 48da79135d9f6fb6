"""What a partner contributes: its own figures only, on its page and on paper; and who to call."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pypdf import PdfReader

from funding import actions
from funding.calling import (
    budget_gaps_at,
    calls_at,
    gaps_at,
    how_many_to_call,
    said_later,
)
from funding.contribution import contribution_of
from partners import actions as partners
from projects.models import Indicator, IndicatorValue
from tests.funding.budgets import adopt_budget
from tests.funding.records import DAY, EURO, firm, make_plan, offer
from tests.funding.rounds import answer, open_round
from tests.funding.test_dues import due
from tests.funding.test_ledger_pages import plain
from tests.funding.test_schedules import firm_budget, years
from tests.portal.test_kompas_knowledge import hold, talk
from tests.programme.pages import cost_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.test import Client

    from funding.models import FundingPlan
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
CALLS = reverse("funding:call-list")
PAGE_QUERIES = 20
CALL_QUERIES = 23


def page_of(cast: Cast, letters: str, *year: int) -> str:
    name = "contribution-year" if year else "contribution"
    return reverse(f"funding:{name}", args=[cast[letters].pk, *year])


def paper_of(cast: Cast, letters: str, year: int = 2026) -> str:
    return reverse("funding:contribution-pdf", args=[cast[letters].pk, year])


def text_in(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def lively(cast: Cast) -> FundingPlan:
    """The bank gives to the budget, to a phase, and it speaks; the fund gives something else."""
    plan = make_plan(cast, cast.at)
    pledge = firm_budget(cast, parts=years(cast, 300, 600))
    part = {"amount": EURO(250), "arrived_on": cast.at.date(), "actor": cast.staff, "at": cast.at}
    actions.record_delivery(pledge, **part)
    firm(cast, plan, "BN", None, cast.at, form="knowledge", text="Een training")
    firm(cast, plan, "FV", 10_007, cast.at)
    meeting, _part = talk(cast)
    hold(cast, meeting)
    indicator = Indicator.objects.create(
        project=plan.phase.project,
        goal="debts",
        name="Mensen geholpen",
        unit="mensen",
        target=EURO(200),
        target_on=cast.at.date(),
        recorded_at=cast.at - DAY,
    )
    IndicatorValue.objects.create(
        indicator=indicator,
        value=EURO(120),
        measured_on=cast.at.date(),
        source="Telling",
        recorded_at=cast.at,
    )
    return plan


def test_what_a_partner_gave_in_a_year(cast: Cast) -> None:
    lively(cast)
    found = contribution_of(cast["BN"], 2026, cast.at)
    assert (found.total.certain, found.total.arrived, found.total.coming) == (300, 250, 50)
    assert [each.text for each in found.unvalued] == ["Een training"]
    assert [(each.year, each.category, int(each.certain)) for each in found.cells] == [
        (2026, "events", 300),
        (2027, "events", 600),
    ]
    assert [int(each.amount) for each in found.deliveries] == [250]
    assert [each.kind for each in found.given] == ["talk"]
    assert [each.name for each in found.indicators] == ["Mensen geholpen"]
    assert found.elsewhere == []
    later = contribution_of(cast["BN"], 2027, cast.at)
    assert (later.total.certain, later.given, later.deliveries) == (600, [], [])
    assert contribution_of(cast["BN"], 2026, cast.at - DAY).total.certain == 0


def test_its_own_people_and_the_kernteam_read_it(today: Cast, enter: Enter) -> None:
    lively(today)
    for who, code in (
        (today.director, 200),
        (today.manager, 200),
        (today.other_director, 403),
        (today.seat_CH, 403),
        (today.outsider, 404),
    ):
        assert enter(who).get(page_of(today, "BN")).status_code == code, who
        assert enter(who).get(paper_of(today, "BN")).status_code == code, who
    page = plain(enter(today.director).get(page_of(today, "BN")))
    for said in ("€ 300", "Een training", "Eén gemiste betaling", "Mensen geholpen", "120"):
        assert said in page
    assert "10.007" not in page
    assert "€ 600" in plain(enter(today.director).get(page_of(today, "BN", 2027)))
    assert enter(today.director).get(page_of(today, "BN", 1700)).status_code == 404
    assert page_of(today, "BN") in plain(enter(today.director).get(reverse("portal:home")))


def test_where_it_is_found(today: Cast, enter: Enter) -> None:
    firm_budget(today, 300)
    directory, mine = today["BN"].get_absolute_url(), page_of(today, "BN")
    for who, is_led in ((today.director, True), (today.manager, True), (today.seat_CH, False)):
        page = plain(enter(who).get(directory))
        assert (f'href="{mine}"' in page) is is_led, who
    budget = reverse("funding:budget-year", args=[2026])
    funder = f'href="{page_of(today, "BN", 2026)}"'
    assert funder in plain(enter(today.manager).get(budget))
    assert funder not in plain(enter(today.director).get(budget))
    ledger = plain(enter(today.director).get(reverse("funding:pledge-list"))).split("<main")[1]
    for name in ("due-list", "budget"):
        assert f'href="{reverse(f"funding:{name}")}"' in ledger


def test_the_year_on_paper(today: Cast, enter: Enter) -> None:
    lively(today)
    answer = enter(today.director).get(paper_of(today, "BN"))
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answer.content))
    assert today["BN"].name in reader.metadata.title
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    said = text_in(answer.content).replace("\N{NO-BREAK SPACE}", " ")
    for words in ("300", "Een training", "Mensen geholpen"):
        assert words in said
    assert "10.007" not in said
    empty = enter(today.director).get(paper_of(today, "BN", 2019))
    assert empty.status_code == 200


def test_the_page_costs_the_same_for_many(today: Cast, enter: Enter) -> None:
    plan = lively(today)
    client = enter(today.director)
    before = cost_of(client, page_of(today, "BN")).queries
    for number in range(6):
        firm(today, plan, "BN", 50 + number, today.at)
    assert cost_of(client, page_of(today, "BN")).queries == before == PAGE_QUERIES


# -- who to call ---------------------------------------------------------------------------------


def called(cast: Cast) -> dict[str, list[str]]:
    return {
        call.organisation.name: [each.text for each in call.reasons] for call in calls_at(cast.at)
    }


def test_gaps_come_first(cast: Cast) -> None:
    plan = make_plan(cast, cast.at, total=1_000, cash=600)
    firm(cast, plan, "GD", 100, cast.at)
    [gap] = gaps_at(cast.at)
    assert (gap.phase, gap.cover.missing, gap.cover.missing_cash) == (plan.phase, 900, 500)
    firm(cast, plan, "ZD", 900, cast.at)
    assert gaps_at(cast.at) == []


def test_categories_of_this_year_miss_money_too(today: Cast, enter: Enter) -> None:
    assert budget_gaps_at(today.at) == []
    adopt_budget(today, today.at - DAY, {"innovation": 1_300, "events": 900})
    firm_budget(today, 900)
    [line] = budget_gaps_at(today.at)
    assert (line.year, line.category, line.gap) == (2026, "innovation", 1_300)
    page = plain(enter(today.manager).get(CALLS))
    assert "€ 1.300" in page
    assert reverse("funding:budget-year", args=[2026]) in page


def test_who_said_later_is_called_with_its_words(cast: Cast) -> None:
    found = open_round(cast)
    answer(cast, found, "BN", "later", cast.at + DAY, words="Na de zomer")
    answer(cast, found, "ZD", "later", cast.at + DAY)
    answer(cast, found, "EZ", "no", cast.at + DAY)

    def said(at: datetime) -> dict[int, str]:
        return {each.organisation_id: each.text for each in said_later(at)}

    assert said(cast.at) == {}
    assert set(said(cast.at + DAY)) == {cast["BN"].pk, cast["ZD"].pk}
    assert "Na de zomer" in said(cast.at + DAY)[cast["BN"].pk]
    assert how_many_to_call(cast.at + DAY) == len(calls_at(cast.at + DAY)) == 2
    answer(cast, found, "BN", "no", cast.at + 2 * DAY)
    assert set(said(cast.at + 2 * DAY)) == {cast["ZD"].pk}
    open_round(cast, found.plan, found.closes_at)
    assert said(found.closes_at) == {}


def test_nobody_is_called_about_a_phase_that_is_over(cast: Cast) -> None:
    found = open_round(cast)
    answer(cast, found, "BN", "later")
    assert len(said_later(cast.at)) == 1
    phases = found.plan.phase.__class__.objects
    phases.filter(pk=found.plan.phase_id).update(status="dropped", dropped_at=cast.at)
    assert said_later(cast.at) == []


def test_each_reason_to_call(today: Cast) -> None:
    cast = today
    plan = make_plan(cast, cast.at - 40 * DAY)
    assert called(cast) == {}
    offer(cast, plan, "EZ", 60, cast.at - 31 * DAY)
    offer(cast, plan, "CH", 60, cast.at - 29 * DAY)
    firm(cast, plan, "FV", 70, cast.at, condition="Als het waait")
    firm_budget(cast, 900, parts=due(cast, -1))
    firm_budget(cast, 800, parts=due(cast, 1, 800))
    found = called(cast)
    assert list(found) == sorted(cast[each].name for each in ("EZ", "FV", "BN"))
    assert [len(each) for each in found.values()] == [1, 1, 1]
    assert "Als het waait" in found[cast["FV"].name][0]
    assert "900" in found[cast["BN"].name][0]


def test_who_to_ask_for_and_what_was_said_last(today: Cast, enter: Enter) -> None:
    firm_budget(today, 900, parts=due(today, -1))
    facts = {"actor": today.staff, "at": today.at}
    for days, text in ((9, "Eerst gebeld."), (2, "Belt terug.")):
        day = today.at.date() - timedelta(days=days)
        partners.write_note(today["BN"], text=text, spoken_on=day, **facts)
    page = plain(enter(today.manager).get(CALLS))
    assert "Belt terug." in page
    assert "Eerst gebeld." not in page
    assert f"mailto:{today.director.email}" in page


@pytest.mark.parametrize("who", ["director", "contact", "seat", "outsider"])
def test_nobody_else_finds_it(today: Cast, enter: Enter, who: str) -> None:
    assert enter(getattr(today, who)).get(CALLS).status_code == 404


def test_the_list_costs_the_same_for_many(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    firm_budget(today, 900, parts=due(today, -1))
    firm(today, plan, "FV", 70, today.at, condition="Als het waait")
    found, client = open_round(today, plan), enter(today.manager)
    answer(today, found, "BN", "later", words="Na de zomer")
    before = cost_of(client, CALLS).queries
    for letters in ("GD", "ZD", "EZ", "CH"):
        firm(today, plan, letters, 70, today.at, condition="Als het waait")
        answer(today, found, letters, "later")
    make_plan(today, today.at)
    assert cost_of(client, CALLS).queries == before == CALL_QUERIES
