"""The contribution of the municipality: one act, its years, its decision, and the gap after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from funding import actions
from funding.answers import contribution_by_year
from funding.models import Instalment, Pledge
from funding.urls import urlpatterns
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import written_otherwise
from tests.funding.budgets import DAY, EURO, YEAR, line, paper
from tests.funding.test_budget_page import words
from tests.partners.test_actions_frameworks import copy_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from partners.models import Framework
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
FOUR = {YEAR: EURO(300), YEAR + 1: EURO(310)}


@pytest.fixture
def framework(cast: Cast) -> Framework:
    """It asks a contribution for four years."""
    type(cast.manager).objects.get_queryset().update(language="en")
    written_otherwise(cast.framework, contribution_from=YEAR - 1, contribution_until=YEAR + 2)
    return cast.framework


def give(cast: Cast, framework: Framework, **amounts: Any) -> list[Pledge]:
    acting = {"actor": cast.manager, "at": cast.at}
    return actions.pledge_contribution(framework, amounts=amounts, paper=paper(), **acting)


def test_one_firm_pledge_for_each_category_over_its_years(cast: Cast, framework: Framework) -> None:
    due = {YEAR: date(YEAR, 3, 1)}
    acting = {"actor": cast.manager, "at": cast.at}
    made = actions.pledge_contribution(
        framework,
        amounts={"infrastructure": FOUR, "innovation": {YEAR: EURO(60)}},
        due=due,
        paper=paper(),
        **acting,
    )
    found = {each.category: each for each in made}
    assert {each: int(row.amount or 0) for each, row in found.items()} == {
        "infrastructure": 610,
        "innovation": 60,
    }
    for each in made:
        assert (each.status, each.organisation, each.is_on_behalf) == ("firm", cast["GD"], True)
        assert each.paper is not None
        assert each.plan is None
    parts = Instalment.objects.of([found["infrastructure"].pk])
    assert list(parts.values_list("year", "amount", "due_on")) == [
        (YEAR, 300, date(YEAR, 3, 1)),
        (YEAR + 1, 310, None),
    ]
    assert line("infrastructure", cast.at, year=YEAR + 1).cash == 310
    assert contribution_by_year(cast["GD"].pk, cast.at) == {YEAR: 360, YEAR + 1: 310}
    assert contribution_by_year(cast["GD"].pk, cast.at - DAY) == {}
    entry = Entry.objects.filter(verb="pledge_contribution").get()
    assert entry.facts["pledges"] == [each.pk for each in made]
    assert Letter.objects.exists(), "the municipality is told"


@pytest.mark.parametrize(
    ("amounts", "why"),
    [
        ({}, "at least one year"),
        ({"innovation": {YEAR: EURO(0)}}, "at least one year"),
        ({"innovation": {YEAR + 3: EURO(5)}}, "not a year of the contribution"),
        ({"innovation": {YEAR - 2: EURO(5)}}, "not a year of the contribution"),
    ],
)
def test_only_years_of_the_framework(
    cast: Cast, framework: Framework, amounts: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        give(cast, framework, **amounts)
    assert not Pledge.objects.exists()


def test_once_for_each_category(cast: Cast, framework: Framework) -> None:
    give(cast, framework, innovation=FOUR)
    with pytest.raises(Refused, match="already"):
        give(cast, framework, infrastructure=FOUR, innovation=FOUR)
    assert Pledge.objects.count() == 1, "nothing of the second one stays"
    give(cast, framework, infrastructure=FOUR)


def fields(**typed: str) -> dict[str, Any]:
    return {**typed, "paper": paper()}


def test_the_kernteam_fills_in_one_page(cast: Cast, enter: Enter, framework: Framework) -> None:
    client, door = enter(cast.manager), f"/financiering/gemeentelijke-bijdrage/{framework.pk}/"
    said = words(client.get(door))
    assert f"{YEAR + 2}: for the kernteam, in euro" in said
    wrong = client.post(door, fields(infrastructure_2026="300", due_2026="01-01-2027"))
    assert wrong.status_code == 422
    assert "Choose a day in 2026." in words(wrong)
    assert 'value="300' in wrong.content.decode()
    assert client.post(door, fields()).status_code == 422
    typed = {"infrastructure_2025": "290", "infrastructure_2026": "300", "innovation_2026": "60"}
    answer = client.post(door, fields(due_2026="15-02-2026", **typed), follow=True)
    assert Pledge.objects.count() == 2
    said = words(answer)
    assert "Budget 2025" in said
    assert "€290" in said
    assert "nothing pledged" in said
    assert "not due yet" in said


def test_it_is_for_the_kernteam(cast: Cast, enter: Enter, framework: Framework) -> None:
    door = f"/financiering/gemeentelijke-bijdrage/{framework.pk}/"
    assert enter(cast.seat).get(door).status_code == 403
    written_otherwise(framework, contribution_from=None, contribution_until=None)
    assert enter(cast.manager).get(door).status_code == 302


def test_everybody_reads_the_contribution(cast: Cast, enter: Enter, framework: Framework) -> None:
    give(cast, framework, infrastructure=FOUR)
    said = words(enter(cast.contact).get(f"/financiering/{YEAR}/"))
    assert "€300" in said
    assert "nothing pledged" in said


def test_the_year_after_is_a_gap_on_the_renewal_desk(
    cast: Cast, enter: Enter, framework: Framework
) -> None:
    give(cast, framework, infrastructure={YEAR: EURO(300)})
    ends_on = cast.at.date() + timedelta(days=60)
    written_otherwise(framework, ends_on=ends_on, contribution_until=YEAR)
    said = words(enter(cast.manager).get("/samenwerkingskader/vernieuwing/"))
    assert "€300 pledged" in said
    assert f"{YEAR + 1} nothing agreed" in said
    assert f"Nothing pledged yet: {YEAR + 1}" in said


def door_to(framework: Framework) -> str:
    return f'href="/financiering/gemeentelijke-bijdrage/{framework.pk}/"'


def test_the_names_of_the_doors_are_their_own(framework: Framework, cast: Cast) -> None:
    found = reverse("funding:municipal-contribution", args=[framework.pk])
    assert found == f"/financiering/gemeentelijke-bijdrage/{framework.pk}/"
    own = reverse("funding:contribution", args=[cast["FV"].pk])
    assert own == f"/financiering/bijdrage/{cast['FV'].pk}/"
    names = [each.name for each in urlpatterns]
    assert len(names) == len(set(names))


def test_budget_and_renewal_desk_lead_to_the_contribution_of_both_frameworks(
    cast: Cast, enter: Enter, framework: Framework
) -> None:
    ends_on = cast.at.date() + timedelta(days=60)
    written_otherwise(framework, ends_on=ends_on, contribution_until=YEAR)
    following = copy_of(cast)
    written_otherwise(following, contribution_from=YEAR + 1, contribution_until=YEAR + 4)
    pages = (f"/financiering/{YEAR}/", f"/financiering/{YEAR + 1}/")
    for page in (*pages, "/samenwerkingskader/vernieuwing/"):
        said = enter(cast.manager).get(page)
        assert door_to(framework) in said.content.decode()
        assert door_to(following) in said.content.decode()
        assert f"Record the contribution for {YEAR + 1}–{YEAR + 4}" in words(said)
    said = words(enter(cast.manager).get(pages[1]))
    assert f"{YEAR + 4} For the kernteam: not due yet" in said
    assert "ends after" not in said, "the years are those of the next framework"
    for page in pages:
        assert "gemeentelijke-bijdrage" not in enter(cast.contact).get(page).content.decode()


def test_less_than_nothing_is_a_sentence(cast: Cast, enter: Enter, framework: Framework) -> None:
    door = f"/financiering/gemeentelijke-bijdrage/{framework.pk}/"
    for wrong in ("infrastructure_2025", "innovation_2026"):
        typed = {"infrastructure_2026": "300", "due_2026": "15-02-2026", wrong: "-5"}
        answer = enter(cast.manager).post(door, fields(**typed))
        assert answer.status_code == 422
        assert "Fill in more than zero, or leave this empty." in words(answer)
        for value in ("300", "-5", "15-02-2026"):
            assert f'value="{value}"' in answer.content.decode()
    assert not Pledge.objects.exists()


def test_its_words_are_stored_in_dutch(cast: Cast, framework: Framework) -> None:
    (pledge,) = give(cast, framework, innovation=FOUR)
    assert pledge.text == f"Gemeentelijke bijdrage {YEAR}-{YEAR + 1}"
