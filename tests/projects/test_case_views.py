"""The pages of a business case: who reads how much of it, what they cost, and every act."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from projects import actions
from projects.models import BusinessCase, CaseLine, CaseParty, DiscountRate, Project
from tests.funding.money import arrange
from tests.programme.pages import cost_of, text_of
from tests.projects import building
from tests.projects.building import acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db


def address(name: str, *values: Any) -> str:
    return reverse(f"projects:{name}", args=values)


def benefit(case: BusinessCase, name: str, amount: int, **facts: Any) -> CaseLine:
    """A benefit of the first year, so that its present value is the amount itself."""
    return building.line(case, name, quantities=[Decimal(amount)], **facts)


def secret(cast: Cast, letters: str = "GD ZD EZ BN") -> BusinessCase:
    """An approved case in which every amount can be told from every other one."""
    project = building.opened(cast)
    building.lead(cast, project)
    building.steer(cast, project, "CH", has_chair=True)
    case = actions.draft_case(project, **acting(cast, cast.at - 3 * building.DAY))
    for number, each in enumerate(letters.split()):
        actions.add_party(case, organisation=cast[each], **acting(cast))
        benefit(case, cast[each].name, 70_001 + 1_010 * number, text=f"Baat van {each}")
    building.line(
        case, case.parties.get(is_residents=True).name, quantities=[Decimal(64_321)], text="Rust"
    )
    actions.submit_case(case, **acting(cast, cast.at - 3 * building.DAY))
    agreed = building.decision(cast)
    return actions.approve_case(case, decision=agreed, **acting(cast))


def amounts(client: Client, page_of: BusinessCase | Project) -> set[str]:
    """Which of the secret amounts the page says."""
    page = text_of(client.get(page_of.get_absolute_url())).replace("\N{NO-BREAK SPACE}", " ")
    found = {"70.001", "71.011", "72.021", "73.031", "64.321", "70,001", "71,011", "72,021"}
    found |= {"73,031", "64,321"}
    return {each.replace(",", ".") for each in found if each in page}


EVERY = {"70.001", "71.011", "72.021", "73.031", "64.321"}


def test_an_organisation_reads_its_own_row_and_the_groups(today: Cast, enter: Enter) -> None:
    case = secret(today)
    for role in ("manager", "contact", "seat_CH", "seat_GD", "substitute"):
        assert amounts(enter(today.people[role]), case) == EVERY, role
    assert amounts(enter(today.director), case) == {"73.031", "64.321"}  # of BN, without a vote
    assert amounts(enter(today.other_director), case) == {"64.321"}  # of FV, which is no party
    for role in ("manager", "director", "other_director"):  # the dossier says as much
        client = enter(today.people[role])
        assert amounts(client, case.project) == amounts(client, case), role


def test_an_earlier_version_is_for_who_reads_it_wholly(today: Cast, enter: Enter) -> None:
    """Two totals beside each other would tell what one organisation changed."""
    case = secret(today)
    facts = {"base_year": 2026, "price_year": 2026, "rate": case.discount_rate}
    newer = actions.copy_case(case, **facts, **acting(today))
    benefit(newer, today["GD"].name, 1)
    actions.submit_case(newer, **acting(today))
    actions.approve_case(newer, decision=building.decision(today), **acting(today))
    for role, codes in (("director", (404, 200)), ("substitute", (200, 200))):
        client = enter(today.people[role])
        found = [client.get(each.get_absolute_url()).status_code for each in (case, newer)]
        assert tuple(found) == codes, role


def test_groups_are_hidden_where_somebody_could_subtract(today: Cast, enter: Enter) -> None:
    case = secret(today, "GD ZD BN")
    assert amounts(enter(today.director), case) == {"72.021"}
    assert amounts(enter(today.other_director), case) == {"64.321"}  # three besides its own


def test_a_transfer_tells_nothing_about_an_organisation(today: Cast, enter: Enter) -> None:
    project = building.opened(today)
    case = actions.draft_case(project, **acting(today, today.at - 3 * building.DAY))
    residents = case.parties.get(is_residents=True).name
    for each in ("GD", "ZD", "EZ"):
        actions.add_party(case, organisation=today[each], **acting(today))
        benefit(case, today[each].name, 70_001)
    facts = {"kind": "transfer", "receiver": residents, "quantities": [Decimal(64_321)]}
    building.line(case, today["GD"].name, text="Bijdrage", **facts)
    actions.submit_case(case, **acting(today, today.at - 3 * building.DAY))
    actions.approve_case(case, decision=building.decision(today), **acting(today))
    assert amounts(enter(today.other_director), case) == set()
    assert amounts(enter(today.manager), case) == {"70.001", "64.321"}


def test_who_opens_which_version(today: Cast, enter: Enter) -> None:
    project = building.opened(today)
    building.lead(today, project)
    case = building.drafted_case(today, project)

    def answers() -> dict[str, int]:
        roles = ("manager", "contact", "substitute", "other_director", "outsider")
        url = case.get_absolute_url()
        return {role: enter(today.people[role]).get(url).status_code for role in roles}

    assert list(answers().values()) == [200, 200, 404, 404, 404]
    actions.submit_case(case, **acting(today, today.at - 3 * building.DAY))
    assert list(answers().values()) == [200, 200, 200, 404, 404]
    actions.approve_case(case, decision=building.decision(today), **acting(today))
    assert list(answers().values()) == [200, 200, 200, 200, 404]


def test_who_gains_and_does_not_pay_is_told_to_few(
    today: Cast, readers: None, enter: Enter
) -> None:
    case = secret(today)
    words = "pays nothing yet"
    for role, count in (("manager", 4), ("seat_CH", 4), ("director", 1), ("contact", 0)):
        client = enter(today.people[role])
        assert text_of(client.get(case.get_absolute_url())).count(words) == count, role
    arrange(today, actions.plan_phase(case.project, kind="pilot", **acting(today)), today.at)
    page = text_of(enter(today.manager).get(case.get_absolute_url()))
    assert page.count(words) == 2  # GD and ZD pledged something that is firm
    assert text_of(enter(today.director).get(case.get_absolute_url())).count(words) == 1


def test_the_answers_come_first(today: Cast, readers: None, enter: Enter) -> None:
    case = actions.draft_case(building.opened(today), **acting(today))
    residents = case.parties.get(is_residents=True).name
    benefit(case, residents, 160, certainty="measured")
    building.line(case, residents, kind="cost", quantities=[Decimal(100)], certainty="measured")
    client = enter(today.manager)
    page = text_of(client.get(case.get_absolute_url()))
    assert "Every euro is expected to bring €1.60" in page
    assert "indicative" not in page
    effect = {"is_effect": True, "unit": "huizen", "quantities": [Decimal(10)] * 5}
    facts = {**effect, "effect": Decimal("0.125"), "price": Decimal(480)}
    building.line(case, residents, deadweight=Decimal("0.2"), **facts)
    page = text_of(client.get(case.get_absolute_url()))
    assert "10 huizen × 12.5% × €480 × (1 − 20%)" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "indicative" in page


def test_a_line_is_typed_in_dutch_and_shown_again_as_it_was(today: Cast, enter: Enter) -> None:
    today.manager.language = "nl"
    today.manager.save()
    case = actions.draft_case(building.opened(today), **acting(today))
    party = case.parties.get(is_residents=True)
    client = enter(today.manager)
    typed = {
        "kind": "benefit",
        "party": party.pk,
        "text": "Minder stress",
        "category": "care",
        "way": "effect",
        "unit": "gezinnen",
        "every_year": "1.250",
        "effect": "12,5 %",
        "price": "480,50",
        "deadweight": "20",
        "certainty": "literature",
        "source": "Nibud",
        "low": "80",
        "high": "120",
    }
    wrong = client.post(address("case-line-add", case.pk), {**typed, "effect": "", "party": ""})
    assert wrong.status_code == 422
    assert 'value="1.250"' in text_of(wrong)
    assert set(wrong.context["form"].errors) == {"effect", "party"}
    assert client.post(address("case-line-add", case.pk), typed).status_code == 302
    line = case.lines.get()
    assert (line.effect, line.price, line.deadweight) == (
        *(Decimal("0.125"), Decimal("480.5"), Decimal("0.2")),
    )
    assert line.quantities == [Decimal(1250)] * 5
    form = text_of(client.get(address("case-line-change", line.pk)))
    for each in ("1250", "12,5", "480,5", "80", "120"):
        assert f'value="{each}"' in form or f'value="1.{each[1:]}"' in form, each
    years = {**typed, "every_year": "", "t0": "100", "t4": "300"}
    assert client.post(address("case-line-change", line.pk), years).status_code == 302
    line.refresh_from_db()
    assert [int(each) for each in line.quantities] == [100, 0, 0, 0, 300]
    pm = {**typed, "certainty": "pm", "every_year": "", "effect": ""}
    assert client.post(address("case-line-change", line.pk), pm).status_code == 302
    line.refresh_from_db()
    assert line.quantities == []
    assert client.post(address("case-line-remove", line.pk)).status_code == 302
    assert case.lines.count() == 0


def test_from_draft_to_approved_through_the_pages(today: Cast, enter: Enter) -> None:
    project = building.opened(today)
    building.lead(today, project)
    leader = enter(today.contact)
    years = {"base_year": "2026", "price_year": "2026", "horizon": "5"}
    assert "businesscase" in text_of(leader.get(project.get_absolute_url()))
    assert (
        leader.post(address("case-draft", project.pk), {**years, "horizon": "0"}).status_code == 422
    )
    answer = leader.post(address("case-draft", project.pk), years)
    case = BusinessCase.objects.get()
    assert answer.headers["Location"] == case.get_absolute_url()
    assert leader.post(address("case-party-add", case.pk), {"name": "Rijk"}).status_code == 302
    group = CaseParty.objects.get(name="Rijk")
    assert leader.post(address("case-party-remove", group.pk)).status_code == 302
    party = case.parties.get(is_residents=True)
    assert leader.post(address("case-party-remove", party.pk)).status_code == 422
    assert leader.post(address("case-submit", case.pk)).status_code == 422  # nothing is counted
    line = {"kind": "benefit", "party": party.pk, "text": "Rust", "category": "debts"}
    line |= {"way": "amounts", "every_year": "10", "certainty": "expert"}
    assert leader.post(address("case-line-add", case.pk), line).status_code == 302
    words = {**years, "null_alternative": "Niets verandert."}
    assert leader.post(address("case-change", case.pk), words).status_code == 302
    assert leader.post(address("case-submit", case.pk)).status_code == 302
    assert leader.get(address("case-line-add", case.pk)).status_code == 302  # it stands still
    assert leader.post(address("case-take-back", case.pk)).status_code == 302
    assert leader.post(address("case-submit", case.pk)).status_code == 302
    decision = building.decision(today, at=today.at)
    assert leader.get(address("case-approve", case.pk)).status_code == 403
    manager = enter(today.manager)
    answer = manager.post(address("case-approve", case.pk), {"decision": decision.pk})
    assert answer.status_code == 302
    leader = enter(today.contact)
    case.refresh_from_db()
    assert (case.status, case.decision) == ("approved", decision)
    actions.add_rate(
        percent=Decimal(3),
        valid_from=today.at.date(),
        source="Kabinet",
        **acting(today),
    )
    form = leader.get(address("case-copy", case.pk)).context["form"]
    assert form.initial["rate"] == DiscountRate.objects.latest("valid_from").pk
    facts = {"base_year": "2027", "price_year": "2026", "rate": case.discount_rate_id}
    assert leader.post(address("case-copy", case.pk), facts).status_code == 302
    copy = BusinessCase.objects.get(version=2)
    assert (copy.base_year, copy.discount_rate, copy.lines.count()) == (
        *(2027, case.discount_rate, 1),
    )
    assert leader.post(address("case-drop", copy.pk)).status_code == 302


def test_a_rate_is_added_by_the_kernteam(today: Cast, enter: Enter) -> None:
    url = address("rate-add")
    facts = {"percent": "1,75", "valid_from": "01-01-2026", "source": "Kabinet"}
    assert enter(today.contact).get(url).status_code == 403
    client = enter(today.manager)
    assert client.post(url, {**facts, "percent": "x"}).status_code == 422
    assert client.post(url, facts).status_code == 302
    assert client.post(url, facts).status_code == 422  # that day has one already
    assert DiscountRate.objects.get().percent == Decimal("1.75")
    assert "1,75" in text_of(client.get(reverse("admin:projects_discountrate_changelist")))


@pytest.mark.parametrize("count", [5, 40])
def test_the_page_costs_the_same_for_more_lines(today: Cast, enter: Enter, count: int) -> None:
    case = secret(today)
    copy = actions.copy_case(
        case, base_year=2026, price_year=2026, rate=case.discount_rate, **acting(today)
    )
    filled(copy, count)
    cost = cost_of(enter(today.contact), copy.get_absolute_url())
    assert cost.queries == CASE_QUERIES
    assert cost.rows <= CASE_ROWS + count


def test_four_hundred_lines_cost_no_more(today: Cast, enter: Enter) -> None:
    case = actions.draft_case(building.opened(today), **acting(today))
    filled(case, 400)
    assert cost_of(enter(today.manager), case.get_absolute_url()).queries == KERNTEAM_QUERIES


def filled(case: BusinessCase, count: int) -> None:
    party = case.parties.get(is_residents=True)
    CaseLine.objects.bulk_create(
        CaseLine(
            case=case,
            party=party,
            position=100 + number,
            kind="benefit",
            text=f"Regel {number}",
            category="debts",
            certainty="expert",
            quantities=[Decimal(number)] * 5,
        )
        for number in range(count)
    )


CASE_QUERIES, CASE_ROWS, KERNTEAM_QUERIES = 16, 21, 9
