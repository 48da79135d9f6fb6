"""The pages of money: who reads which amount, what they cost, and that nothing typed is lost."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from funding import actions
from funding.models import Delivery, FundingPlan, Pledge
from projects import actions as projects
from schuldenlab.outbox.models import Letter
from schuldenlab.web.confirm import CODE_LETTER
from tests.funding.money import PAPER
from tests.funding.records import DAY, EURO, firm, make_plan, offer, plan_phase
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
LIST = reverse("funding:pledge-list")
PLAN = {"total": "180.000", "cash_minimum": "€ 90.000", "deadline_on": "01-12-2026"}
CASH = {"form": "cash", "amount": "25.000"}
PARTNER_DOORS = ("pledge-change", "pledge-open", "pledge-sign", "pledge-withdraw")
DOSSIER_QUERIES = 49
LIST_QUERIES = 13
DETAIL_QUERIES = 14


def address(name: str, key: Any) -> str:
    return reverse(f"funding:{name}", args=[key.pk])


def dossier(plan: FundingPlan) -> str:
    return str(plan.phase.project.get_absolute_url())


def plain(page: Any) -> str:
    """The text of a page with ordinary spaces."""
    return text_of(page).replace("\N{NO-BREAK SPACE}", " ")


def paper(content: bytes = PAPER) -> dict[str, Any]:
    return {"paper": SimpleUploadedFile("beschikking.pdf", content)}


def hidden_from_the_fund(cast: Cast) -> FundingPlan:
    """ZD and EZ give amounts that the fund, which gives too, may not know."""
    plan = make_plan(cast, cast.at)
    firm(cast, plan, "FV", 10_001, cast.at)
    firm(cast, plan, "ZD", 31_415, cast.at, text="Geheime zaak")
    firm(cast, plan, "EZ", 27_182, cast.at, condition="Als het waait")
    return plan


# -- the whole way -------------------------------------------------------------------------------


def test_from_plan_to_delivery_through_the_pages(today: Cast, enter: Enter) -> None:
    phase = plan_phase(today, today.at)
    client, home = enter(today.manager), phase.project.get_absolute_url()
    make = address("plan-make", phase)
    assert f'href="{make}"' in text_of(client.get(home))
    answer = client.post(make, {**PLAN, "note": "Een pilot in Laak."})
    plan = FundingPlan.objects.get()
    assert answer["Location"] == f"{home}#money-{phase.pk}"
    change = {**PLAN, "total": "60.000", "cash_minimum": "25.000", "reason": "Kleiner."}
    client.post(address("plan-change", plan), change)
    assert (plan.current.total, plan.current.ordinal) == (60_000, 2)
    client = enter(today.other_director)
    assert address("pledge-offer", plan) in text_of(client.get(home))
    answer = client.post(
        address("pledge-offer", plan), {**CASH, "organisation": today["FV"].pk, "is_open": "on"}
    )
    pledge = Pledge.objects.get()
    assert answer["Location"] == pledge.get_absolute_url()
    assert (pledge.amount, pledge.is_open, pledge.is_on_behalf) == (25_000, True, False)
    client.post(address("pledge-change", pledge), {**CASH, "amount": "30000", "reason": "Meer."})
    pledge = pledge.replaced_by
    assert (pledge.amount, pledge.is_open) == (30_000, True)
    assert client.post(address("pledge-sign", pledge), {"declares": "on"}).status_code == 302
    part = {"amount": "10.000", "arrived_on": "22-09-2026"}
    client.post(address("delivery-record", pledge), part)
    page = plain(client.get(pledge.get_absolute_url()))
    assert re.search("€ 10.000 (of|van) € 30.000", page)
    client.post(address("delivery-strike", Delivery.objects.get()), {"reason": "Dubbel."})
    assert "Dubbel." in text_of(client.get(pledge.get_absolute_url()))
    client.post(address("pledge-withdraw", pledge), {"reason": "Wij stoppen."})
    pledge.refresh_from_db()
    assert (pledge.status, pledge.delivered) == ("withdrawn", 0)


def test_the_kernteam_records_what_it_heard_and_was_signed(today: Cast, enter: Enter) -> None:
    plan, client = make_plan(today, today.at), enter(today.staff)
    facts = {"form": "hours", "text": "Wijkbeheer", "quantity": "125", "rate": "80,00"}
    facts |= {"rate_agreed_by": "Het kernteam", "condition": "Als er een wijkteam is"}
    url = address("pledge-offer", plan)
    assert 'name="is_open"' not in text_of(client.get(url))
    client.post(url, {**facts, "organisation": today["CH"].pk})
    pledge = Pledge.objects.get()
    assert (pledge.amount, pledge.is_on_behalf) == (10_000, True)
    attach = address("pledge-attach", pledge)
    wrong = client.post(attach, paper(b"geen papier"))
    assert wrong.status_code == 422
    assert client.post(attach).status_code == 422
    client.post(attach, paper())
    pledge.refresh_from_db()
    assert (pledge.status, pledge.waits_for_condition) == ("firm", True)
    client.post(address("pledge-condition", pledge))
    pledge.refresh_from_db()
    assert not pledge.waits_for_condition
    file: Any = client.get(address("pledge-paper", pledge))
    assert b"".join(file.streaming_content) == PAPER
    assert enter(today.contact).get(address("pledge-paper", pledge)).status_code == 404


def code() -> str:
    """The code of the last letter."""
    letter = Letter.objects.filter(template=CODE_LETTER).latest("pk")
    (found,) = set(re.findall(r"\b\d{6}\b", letter.text))
    return str(found)


def test_the_code_is_a_part_of_making_firm(today: Cast, enter: Enter) -> None:
    pledge = offer(today, make_plan(today, today.at), "FV", 25_000, today.at)
    client = enter(today.other_director, logged_in_at=today.at - timedelta(minutes=11))
    url = address("pledge-sign", pledge)
    assert client.post(url).status_code == 422
    asked = client.post(url, {"declares": "on"})
    assert 'name="confirmation_code"' in text_of(asked)
    wrong = f"{(int(code()) + 1) % 10**6:06}"
    assert client.post(url, {"confirmation_code": wrong}).status_code == 422
    assert client.post(url, {"confirmation_code": code()}).status_code == 302
    pledge.refresh_from_db()
    assert (pledge.status, pledge.made_firm_by) == ("firm", today.other_director)


def test_offering_asks_one_code_per_visit(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    url, typed = address("pledge-offer", plan), {**CASH, "organisation": today["FV"].pk}
    client = enter(today.contact, logged_in_at=today.at - timedelta(hours=13))
    assert 'name="confirmation_code"' in text_of(client.post(url, typed))
    assert not Pledge.objects.exists()
    assert client.post(url, {"confirmation_code": code()}).status_code == 302
    assert Pledge.objects.get().amount == 25_000
    assert client.post(url, {**typed, "amount": "5.000"}).status_code == 302


def test_a_code_that_expired_keeps_what_was_said(today: Cast, enter: Enter) -> None:
    pledge = offer(today, make_plan(today, today.at), "FV", 25_000, today.at)
    client = enter(today.other_director, logged_in_at=today.at - timedelta(minutes=11))
    url = address("pledge-sign", pledge)
    client.post(url, {"declares": "on", "csrfmiddlewaretoken": "x"})
    session = client.session
    session["pending_act"] |= {"until": (today.at - timedelta(minutes=1)).isoformat()}
    session.save()
    late = client.post(url, {"confirmation_code": "123456"})
    assert late.status_code == 409
    assert late.context["form"]["declares"].value() is True
    assert " checked" in text_of(late)
    assert "€ 25.000" in plain(late)


# -- who reads what ------------------------------------------------------------------------------


def test_no_page_tells_what_another_partner_gives(today: Cast, enter: Enter) -> None:
    plan = hidden_from_the_fund(today)
    secrets = ("31.415", "27.182", "41.416", "58.597", "68.598", "Geheime zaak", "Als het waait")
    client = enter(today.contact)
    pages = [plain(client.get(url)) for url in (dossier(plan), LIST)]
    assert all("10.001" in page for page in pages)
    found = [secret for secret in secrets for page in pages if secret in page]
    assert found == []
    assert "sl-thermo" not in pages[0]
    for pledge in Pledge.objects.exclude(organisation=today["FV"]):
        assert client.get(pledge.get_absolute_url()).status_code == 404
        for name in (*PARTNER_DOORS, "pledge-attach", "pledge-condition", "delivery-record"):
            assert client.get(address(name, pledge)).status_code == 404
            assert client.post(address(name, pledge), {"reason": "Nee."}).status_code == 404


def test_the_sum_is_there_when_it_tells_nothing_about_one(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    for letters, amount in (("FV", 10_001), ("ZD", 31_415), ("EZ", 20_000), ("CH", 11_111)):
        firm(today, plan, letters, amount, today.at)
    page = plain(enter(today.contact).get(dossier(plan)))
    assert "€ 72.527" in page
    assert "€ 62.526" in page  # the others together
    assert page.count("sl-thermo__tube") == 1
    assert not any(f"€ {amount}" in page for amount in ("31.415", "20.000", "11.111"))
    page = plain(enter(today.seat).get(dossier(plan)))
    assert all(f"€ {amount}" in page for amount in ("31.415", "20.000", "11.111", "72.527"))


def test_words_and_table_repeat_the_drawing(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    firm(today, plan, "GD", 50_000, today.at)
    firm(today, plan, "ZD", 40_000, today.at)
    firm(today, plan, "CH", 30_000, today.at, form="hours")
    firm(today, plan, "FV", 25_000, today.at, condition="Als er een onderzoek komt")
    offer(today, plan, "EZ", 12_345, today.at)
    page = plain(enter(today.manager).get(dossier(plan)))
    figure = page[page.index("<figure") : page.index("</figure")]
    label = re.search(r'aria-label="(Zeker[^"]*|Certain[^"]*)"', figure)
    assert label is not None
    for amount in ("120.000", "180.000", "90.000", "30.000", "25.000"):
        assert f"€ {amount}" in label[1]
    table = figure[figure.index("<table") :]
    for amount in ("50.000", "40.000", "30.000", "25.000", "12.345", "90.000", "120.000"):
        assert f"€ {amount}" in table
    assert figure.count("url(#hatch-") == 2
    assert "€ 60.000" in figure
    assert "style=" not in figure


def test_more_than_the_need_is_shown(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at, total=60_000, cash=0)
    firm(today, plan, "GD", 50_000, today.at)
    firm(today, plan, "ZD", 40_000, today.at)
    page = plain(enter(today.manager).get(dossier(plan)))
    assert "€ 30.000" in page
    assert 'class="sl-tick" x="66.67%"' in page


def test_who_works_for_no_partner_steps_in_nowhere(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    client = enter(today.outsider)
    assert client.get(LIST).status_code == 403
    assert client.get(address("pledge-offer", plan)).status_code == 404
    pledge = firm(today, plan, "FV", 10_001, today.at)
    assert client.get(pledge.get_absolute_url()).status_code == 404
    client = enter(today.contact)
    assert client.get(address("plan-make", plan.phase)).status_code == 403
    assert client.get(address("plan-change", plan)).status_code == 403
    assert client.get(address("pledge-sign", pledge)).status_code == 403
    assert client.get(address("pledge-attach", pledge)).status_code == 403


def test_nobody_offers_for_another_partner(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    url = address("pledge-offer", plan)
    answer = enter(today.contact).post(url, {**CASH, "organisation": today["BN"].pk})
    assert answer.status_code == 422
    assert not Pledge.objects.exists()


# -- bad input -----------------------------------------------------------------------------------


KIND = {"form": "hours", "text": "Advies"}


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"form": ""}, "form"),
        ({"form": "cash"}, "amount"),
        ({"form": "cash", "amount": "veel"}, "amount"),
        ({"form": "cash", "amount": "-5"}, "amount"),
        ({"form": "cash", "amount": "0"}, "amount"),
        ({"form": "cash", "amount": "99999999999"}, "amount"),
        ({"form": "cash", "amount": "5", "rate": "80"}, "rate"),
        ({"form": "hours"}, "text"),
        ({**KIND, "quantity": "10"}, "rate"),
        ({**KIND, "quantity": "10", "rate": "80"}, "rate_agreed_by"),
        ({**KIND, "quantity": "-1", "rate": "80", "rate_agreed_by": "Wij"}, "quantity"),
        ({**KIND, "quantity": "9,5", "rate": "80", "rate_agreed_by": "W", "amount": "1"}, "amount"),
        (
            {**KIND, "quantity": "99999999", "rate": "99999999", "rate_agreed_by": "Wij"},
            "quantity",
        ),
        ({**KIND, "text": "x" * 201}, "text"),
        ({**KIND, "condition": "x" * 201}, "condition"),
    ],
)
def test_a_wrong_offer_comes_back_as_it_was_typed(
    today: Cast, enter: Enter, typed: dict[str, str], field: str
) -> None:
    plan = make_plan(today, today.at)
    given = {**typed, "organisation": today["FV"].pk}
    page = enter(today.contact).post(address("pledge-offer", plan), given)
    assert page.status_code == 422
    assert field in page.context["form"].errors
    source = text_of(page)
    assert all(value in source for value in typed.values())
    assert not Pledge.objects.exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"total": "0"}, "total"),
        ({"total": "x"}, "total"),
        ({"cash_minimum": "180.001"}, "cash_minimum"),
        ({"cash_minimum": "-1"}, "cash_minimum"),
        ({"deadline_on": "22-09-2026"}, "deadline_on"),
        ({"deadline_on": "morgen"}, "deadline_on"),
    ],
)
def test_a_wrong_plan_comes_back_as_it_was_typed(
    today: Cast, enter: Enter, typed: dict[str, str], field: str
) -> None:
    phase = plan_phase(today, today.at)
    given = {**PLAN, "note": "Voor de pilot", **typed}
    page = enter(today.manager).post(address("plan-make", phase), given)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert all(value in text_of(page) for value in given.values())
    assert not FundingPlan.objects.exists()


@pytest.mark.parametrize(
    ("amount", "day"), [("26.000", "22-09-2026"), ("0", "22-09-2026"), ("5", "24-09-2026")]
)
def test_a_wrong_delivery_comes_back(today: Cast, enter: Enter, amount: str, day: str) -> None:
    pledge = firm(today, make_plan(today, today.at), "FV", 25_000, today.at)
    typed = {"amount": amount, "arrived_on": day, "text": "Overgemaakt"}
    page = enter(today.manager).post(address("delivery-record", pledge), typed)
    assert page.status_code == 422
    assert all(value in text_of(page) for value in typed.values())
    assert not Delivery.objects.exists()


def test_what_nobody_valued_arrives_in_words(today: Cast, enter: Enter) -> None:
    pledge = firm(today, make_plan(today, today.at), "FV", None, today.at, form="knowledge")
    client, url = enter(today.contact), address("delivery-record", pledge)
    assert 'name="amount"' not in text_of(client.get(url))
    assert client.post(url, {"arrived_on": "22-09-2026"}).status_code == 422
    client.post(url, {"arrived_on": "22-09-2026", "text": "Een middag advies"})
    assert "Een middag advies" in text_of(client.get(pledge.get_absolute_url()))


def test_what_is_no_longer_possible_is_said_at_once(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    pledge = firm(today, plan, "FV", 25_000, today.at)
    client = enter(today.manager)
    for name in ("pledge-change", "pledge-attach", "pledge-condition"):
        answer = client.get(address(name, pledge))
        assert answer["Location"] == pledge.get_absolute_url()
    assert client.get(address("plan-make", plan.phase))["Location"] == dossier(plan)


# -- what it costs -------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 3])
def test_the_dossier_costs_the_same_for_more_pledges(today: Cast, enter: Enter, count: int) -> None:
    plan = make_plan(today, today.at)
    for letters in ("GD", "ZD", "CH")[:count]:
        firm(today, plan, letters, 10_000, today.at)
    assert cost_of(enter(today.seat), dossier(plan)).queries == DOSSIER_QUERIES


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_more(today: Cast, enter: Enter, count: int) -> None:
    for _number in range(count):
        pledge = firm(today, make_plan(today, today.at), "FV", 10_000, today.at)
        part: dict[str, Any] = {"amount": EURO(5), "arrived_on": (today.at - DAY).date()}
        actions.record_delivery(pledge, **part, actor=today.manager, at=today.at)
    assert cost_of(enter(today.contact), LIST).queries == LIST_QUERIES


@pytest.mark.parametrize("count", [1, 3])
def test_a_pledge_costs_the_same_for_more(today: Cast, enter: Enter, count: int) -> None:
    pledge = firm(today, make_plan(today, today.at), "FV", 10_000, today.at)
    for number in range(count):
        part = {"amount": EURO(5 + number), "arrived_on": (today.at - DAY).date()}
        actions.record_delivery(pledge, **part, actor=today.manager, at=today.at)
    assert cost_of(enter(today.contact), pledge.get_absolute_url()).queries == DETAIL_QUERIES


def test_the_money_of_a_dropped_phase_stays_on_the_dossier(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    firm(today, plan, "FV", 10_001, today.at)
    bare = make_plan(today, today.at)
    for each in (plan, bare):
        project = each.phase.project
        projects.stop_project(project, reason="Klaar.", actor=today.manager, at=today.at)
    page = plain(enter(today.manager).get(dossier(plan)))
    assert f'id="money-{plan.phase_id}"' in page
    assert "€ 10.001" in page
    assert address("pledge-offer", plan) not in page
    assert address("plan-change", plan) not in page
    assert f'id="money-{bare.phase_id}"' not in plain(enter(today.manager).get(dossier(bare)))
