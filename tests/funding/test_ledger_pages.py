"""The pages of the ledger: offers for years, other years, corrections, and all pledges together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from funding import actions
from funding.actions.schedules import parts_of
from funding.models import Delivery, Pledge
from funding.spreading import Part
from partners.querysets import local_day
from schuldenlab.outbox.models import Letter
from schuldenlab.web.confirm import CODE_LETTER
from tests.funding.money import PAPER
from tests.funding.records import DAY, EURO, firm, make_plan, offer
from tests.funding.test_schedules import firm_budget, to_budget, years
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
LIST = reverse("funding:pledge-list")
BUDGET = reverse("funding:budget-offer")
LIST_QUERIES = 11


def address(name: str, key: Any) -> str:
    return reverse(f"funding:{name}", args=[key.pk])


def plain(page: Any) -> str:
    return text_of(page).replace("\N{NO-BREAK SPACE}", " ")


def rows(*parts: tuple[Any, ...]) -> dict[str, Any]:
    """The lines of a form as a browser sends them."""
    sent: dict[str, Any] = {"parts-TOTAL_FORMS": len(parts), "parts-INITIAL_FORMS": 0}
    for number, (year, amount, *due) in enumerate(parts):
        sent[f"parts-{number}-year"] = year
        sent[f"parts-{number}-amount"] = amount
        sent[f"parts-{number}-due_on"] = due[0] if due else ""
    return sent


# -- offers with years ---------------------------------------------------------------------------


def test_a_partner_offers_for_years(today: Cast, enter: Enter) -> None:
    client = enter(today.director)
    page = plain(client.get(BUDGET))
    assert f'value="{today.at.year}"' in page, "one line, for this year"
    sent = {"form": "cash", "amount": "3.000", "category": "events", "organisation": today["BN"].pk}
    answer = client.post(BUDGET, {**sent, **rows((2026, "1.000", "01-10-2026"), (2027, "2.000"))})
    pledge = Pledge.objects.get()
    assert answer["Location"] == pledge.get_absolute_url()
    assert (pledge.category, pledge.is_on_behalf) == ("events", False)
    assert [(each.year, int(each.amount)) for each in parts_of(pledge)] == [
        (2026, 1_000),
        (2027, 2_000),
    ]
    assert "1 oktober" in plain(client.get(pledge.get_absolute_url()))


def test_years_without_amounts_get_the_same(today: Cast, enter: Enter) -> None:
    sent = {"form": "hours", "text": "Zaalbeheer", "quantity": "3", "rate": "33,35"}
    sent |= {"rate_agreed_by": "Kernteam", "category": "events", "organisation": today["CH"].pk}
    enter(today.staff).post(BUDGET, {**sent, **rows((2026, ""), (2027, ""))})
    pledge = Pledge.objects.get()
    assert pledge.is_on_behalf
    assert [each.amount for each in parts_of(pledge)] == [EURO("50.02"), EURO("50.03")]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([(2026, "1.000"), (2027, "1.999")], "€ 2.999"),
        ([(2026, "1.000"), (2027, "")], "voor elk jaar"),
        ([("", "3.000")], "Vul een jaar in"),
        ([(1999, "3.000")], "2100"),
        ([(2026, "3.000", "31-02-2026")], "dag-maand-jaar"),
    ],
)
def test_wrong_years_lose_nothing(
    today: Cast, enter: Enter, lines: list[tuple[Any, ...]], said: str
) -> None:
    sent = {"form": "cash", "amount": "3.000", "category": "events", "organisation": today["BN"].pk}
    sent["condition"] = "Als de raad instemt"
    page = enter(today.director).post(BUDGET, {**sent, **rows(*lines)})
    assert page.status_code == 422
    text = plain(page)
    assert said in text
    assert "Als de raad instemt" in text
    for line in lines:
        assert all(f'value="{each}"' in text for each in line if each)
    assert not Pledge.objects.exists()


def test_one_more_year_keeps_what_was_typed(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    for url in (BUDGET, address("pledge-offer", plan)):
        sent = {"form": "cash", "amount": "3.000", "text": "Voor bellers", "more": "parts"}
        page = plain(enter(today.director).post(url, {**sent, **rows((2026, "1.000"))}))
        assert 'value="3.000"' in page
        assert 'value="Voor bellers"' in page
        assert 'value="2027"' in page, "the next year stands ready"
        assert "sl-error" not in page
    assert not Pledge.objects.exists()


def test_a_phase_may_get_it_in_years(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    sent = {"form": "cash", "amount": "300", "organisation": today["BN"].pk}
    enter(today.director).post(
        address("pledge-offer", plan), {**sent, **rows((2026, "100"), (2027, "200"))}
    )
    pledge = Pledge.objects.get()
    assert [int(each.amount) for each in parts_of(pledge)] == [100, 200]
    change = {"form": "cash", "amount": "400", "reason": "Meer."}
    enter(today.director).post(
        address("pledge-change", pledge), {**change, **rows((2026, "100"), (2027, "300"))}
    )
    assert [int(each.amount) for each in parts_of(pledge.replaced_by)] == [100, 300]


def test_without_value_there_are_no_amounts(today: Cast, enter: Enter) -> None:
    sent = {"form": "knowledge", "text": "Een training", "category": "innovation"}
    sent["organisation"] = today["BN"].pk
    client = enter(today.director)
    assert client.post(BUDGET, {**sent, **rows((2026, "5"))}).status_code == 422
    assert client.post(BUDGET, {**sent, **rows((2026, ""))}).status_code == 302
    assert not Pledge.objects.get().schedules.exists()


# -- other years ---------------------------------------------------------------------------------


def test_other_years_through_the_page(today: Cast, enter: Enter) -> None:
    pledge = firm_budget(today)
    url, client = address("pledge-reschedule", pledge), enter(today.director)
    assert f'href="{url}"' in text_of(client.get(pledge.get_absolute_url()))
    assert 'value="900' in text_of(client.get(url))
    wrong = client.post(url, {"reason": "Later.", **rows((2026, "300"), (2027, "601"))})
    assert wrong.status_code == 422
    assert 'value="601"' in text_of(wrong)
    client.post(url, {"reason": "De raad vraagt het later.", **rows((2026, "300"), (2027, "600"))})
    assert [int(each.amount) for each in parts_of(pledge)] == [300, 600]
    page = plain(client.get(pledge.get_absolute_url()))
    assert "De raad vraagt het later." in page
    assert "2026: € 900" in page, "how it was stands there"


def test_a_delivery_asks_for_which_year(today: Cast, enter: Enter) -> None:
    pledge = firm_budget(today, parts=years(today, 400, 500))
    url, client = address("delivery-record", pledge), enter(today.staff)
    assert "€ 500" in plain(client.get(url))
    day = f"{local_day(today.at):%d-%m-%Y}"
    client.post(url, {"amount": "100", "arrived_on": day, "year": "2027"})
    assert Delivery.objects.get().year == 2027
    wrong = client.post(url, {"amount": "401", "arrived_on": day, "year": "2027"})
    assert wrong.status_code == 422
    assert 'value="401"' in text_of(wrong)
    one = firm_budget(today, 70)
    assert 'name="year"' not in text_of(client.get(address("delivery-record", one)))


# -- corrections ---------------------------------------------------------------------------------


def test_the_signer_corrects_with_a_code(today: Cast, enter: Enter) -> None:
    pledge = firm(today, make_plan(today, today.at), "FV", 5_200, today.at)
    url = address("pledge-correct", pledge)
    client = enter(today.other_director, logged_in_at=today.at - DAY)
    assert f'href="{url}"' in text_of(client.get(pledge.get_absolute_url()))
    sent = {"form": "cash", "amount": "2.500", "reason": "Verwisseld.", "declares": "on"}
    client.post(url, {**sent, **rows((2026, "2.500"))})
    pledge.refresh_from_db()
    assert pledge.status == "firm", "first the code"
    code = Letter.objects.filter(template=CODE_LETTER).latest("pk").text
    digits = next(word for word in code.split() if word.isdigit() and len(word) == 6)
    client.post(url, {"confirmation_code": digits})
    right = Pledge.objects.get(replaces=pledge)
    assert (right.status, right.amount) == ("firm", 2_500)
    assert "Verwisseld." in plain(client.get(right.get_absolute_url()))


def test_the_kernteam_corrects_with_a_paper(today: Cast, enter: Enter) -> None:
    pledge = firm(today, make_plan(today, today.at), "FV", 5_200, today.at)
    url, client = address("pledge-correct-paper", pledge), enter(today.staff)
    sent = {"form": "cash", "amount": "2.500", "reason": "Verwisseld.", **rows((2026, ""))}
    without = client.post(url, sent)
    assert without.status_code == 422
    assert 'value="2.500"' in text_of(without)
    paper = SimpleUploadedFile("brief.pdf", PAPER)
    answer = client.post(url, {**sent, "paper": paper})
    right = Pledge.objects.get(replaces=pledge)
    assert answer["Location"] == right.get_absolute_url()
    assert right.paper is not None
    assert enter(today.staff).get(address("pledge-correct", right)).status_code == 403
    assert enter(today.other_director).get(url).status_code == 403


def test_an_amount_that_is_open_tells_nothing_of_the_one_before(today: Cast, enter: Enter) -> None:
    """It was corrected first, and then everybody might see the right one."""
    wrong = firm(today, make_plan(today, today.at), "FV", 5_200, today.at, text="Verkeerd")
    facts = {"reason": "Verwisseld.", "actor": today.other_director, "at": today.at}
    right = actions.correct_pledge(wrong, amount=EURO(2_500), **facts)
    actions.open_amount(right, actor=today.contact, at=today.at)
    assert "5.200" in plain(enter(today.contact).get(right.get_absolute_url()))
    stranger = enter(today.director)
    type(today.raad).objects.filter(pk=today.raad.pk).update(
        status="dissolved", dissolved_at=today.at
    )
    page = plain(stranger.get(right.get_absolute_url()))
    assert "2.500" in page
    assert "5.200" not in page
    assert "Verwisseld." not in page


def test_what_arrived_stands_in_the_way(today: Cast, enter: Enter) -> None:
    pledge = firm(today, make_plan(today, today.at), "FV", 5_200, today.at)
    part = {"amount": EURO(5), "arrived_on": today.at.date(), "actor": today.staff, "at": today.at}
    actions.record_delivery(pledge, **part)
    client, url = enter(today.other_director), address("pledge-correct", pledge)
    assert client.get(url)["Location"] == pledge.get_absolute_url()
    assert url not in text_of(client.get(pledge.get_absolute_url()))


# -- the ledger ----------------------------------------------------------------------------------


def mixed(cast: Cast) -> None:
    """Pledges of all kinds, by the bank and the fund."""
    plan = make_plan(cast, cast.at)
    firm(cast, plan, "FV", 10_007, cast.at)
    firm(cast, plan, "BN", 400, cast.at, condition="Als het waait")
    offer(cast, plan, "BN", 60, cast.at)
    pledge = firm_budget(cast, parts=years(cast, 300, 600))
    part = {"amount": EURO(250), "arrived_on": cast.at.date(), "actor": cast.staff, "at": cast.at}
    actions.record_delivery(pledge, **part)
    to_budget(cast, None, form="knowledge", text="Een training")


def found(client: Client, **asked: Any) -> list[str]:
    page = client.get(LIST, asked)
    return [each.words for each in page.context["rows"]]


def sums(client: Client, **asked: Any) -> dict[str, tuple[int, ...]]:
    totals = client.get(LIST, asked).context["totals"]
    return {
        each["total"].form: tuple(
            int(getattr(each["total"], name))
            for name in ("certain", "uncertain", "arrived", "coming", "unvalued")
        )
        for each in totals
    }


def test_the_sums_are_those_of_the_rows(today: Cast, enter: Enter) -> None:
    mixed(today)
    manager = enter(today.manager)
    assert sums(manager) == {
        "cash": (10_907, 460, 250, 10_657, 0),
        "knowledge": (0, 0, 0, 0, 1),
        "": (10_907, 460, 250, 10_657, 1),
    }
    assert sums(manager, year=2027)["cash"] == (600, 0, 0, 600, 0)
    assert sums(manager, year=2026, goal="budget")["cash"] == (300, 0, 250, 50, 0)
    assert sums(manager, state="waits")[""] == (0, 400, 0, 0, 0)
    assert sums(manager, organisation=today["FV"].pk)[""] == (10_007, 0, 0, 10_007, 0)
    assert sums(manager, form="knowledge")[""] == (0, 0, 0, 0, 1)
    assert sums(manager, category="events", state="offered")[""] == (0, 0, 0, 0, 1)
    assert sums(enter(today.director))["cash"] == (900, 460, 250, 650, 0)


def test_the_raad_reads_all_and_others_their_own(today: Cast, enter: Enter) -> None:
    mixed(today)
    assert len(found(enter(today.manager))) == 5
    assert len(found(enter(today.seat))) == 5
    assert len(found(enter(today.director))) == 4
    fund = enter(today.other_director)
    assert found(fund) == [found(fund)[0]]
    assert "10.007" in plain(fund.get(LIST))
    assert fund.get(LIST, {"organisation": today["BN"].pk}).status_code == 422
    assert enter(today.outsider).get(LIST).status_code == 403


def test_as_it_was_known_on_a_day(today: Cast, enter: Enter) -> None:
    cast = today
    plan = make_plan(cast, cast.at - 9 * DAY)
    wrong = firm(cast, plan, "FV", 5_200, cast.at - 5 * DAY)
    right = actions.correct_pledge(
        wrong, amount=EURO(2_500), reason="Verwisseld.", actor=cast.other_director, at=cast.at - DAY
    )
    client = enter(cast.manager)

    def on(days: int) -> dict[str, str]:
        return {"day": f"{local_day(cast.at - days * DAY):%d-%m-%Y}"}

    assert sums(client)[""] == (2_500, 0, 0, 2_500, 0)
    assert sums(client, **on(1))[""] == (2_500, 0, 0, 2_500, 0)
    assert sums(client, **on(2))[""] == (5_200, 0, 0, 5_200, 0)
    assert found(client, **on(8)) == []
    assert found(client, state="withdrawn") == [wrong.words]
    assert "Verwisseld." in plain(client.get(LIST)), "what it took the place of stands beside it"
    assert right.get_absolute_url() in text_of(client.get(LIST))
    assert client.get(LIST, {"day": "01-01-2099"}).status_code == 422
    assert client.get(LIST, {"year": "drie"}).status_code == 422


def test_a_past_year_keeps_its_figures_after_another_spreading(today: Cast, enter: Enter) -> None:
    pledge = firm_budget(today)
    later = today.at + DAY
    actions.reschedule(
        pledge, parts=years(today, 300, 600), reason="Later.", actor=today.director, at=later
    )
    assert parts_of(pledge) == [Part(2026, EURO(300)), Part(2027, EURO(600))]
    assert sums(enter(today.manager), year=2026)[""] == (900, 0, 0, 900, 0)


def test_the_ledger_costs_the_same_for_many(today: Cast, enter: Enter) -> None:
    mixed(today)
    client = enter(today.manager)
    before = cost_of(client, LIST).queries
    for number in range(8):
        firm_budget(today, 100 + number, parts=years(today, 50, 50 + number))
    assert cost_of(client, LIST).queries == before == LIST_QUERIES
