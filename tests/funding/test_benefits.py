"""Who pays and who gains on a dossier: what each reader sees of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from funding import actions as funding
from funding.models import FundingPlan
from projects import actions
from tests.cast import login
from tests.programme.pages import source_of
from tests.projects import building

from .money import arrange
from .records import signer

if TYPE_CHECKING:
    from projects.models import Phase
    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
GAINS = {"ZD": 8_511, "EZ": 3_533, "BN": 4_577, "CH": 6_023}


@pytest.fixture
def phase(today: Cast) -> Phase:
    """A pilot of which the money is arranged, with a case in which five parties gain."""
    cast = today
    found = building.planned_pilot(cast)
    project, at = found.project, cast.at - 3 * building.DAY
    arrange(cast, found, cast.at)
    building.lead(cast, project)
    building.steer(cast, project)
    case = actions.draft_case(project, **building.acting(cast, at))
    building.line(case, quantities=[Decimal(14_071)])
    for letters, amount in GAINS.items():
        if not case.parties.filter(organisation=cast[letters]).exists():
            actions.add_party(case, organisation=cast[letters], **building.acting(cast, at))
        building.line(case, cast[letters].name, quantities=[Decimal(amount)])
    actions.submit_case(case, **building.acting(cast, at))
    agreed = building.decision(cast, at=at)
    actions.approve_case(case, decision=agreed, **building.acting(cast, at))
    return found


def page(phase: Phase, person: Any) -> str:
    """The dossier as this person reads it, without what keeps an amount together."""
    person.language = "en"
    person.save(update_fields=["language"])
    client = login(Client(), person)
    answer = client.get(phase.project.get_absolute_url())
    assert answer.status_code == 200
    return source_of(answer).replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")


def seen(text: str) -> set[str]:
    """Whose gain stands somewhere on the page, in whatever notation."""
    digits = text.replace(",", "").replace(".", "")
    return {letters for letters, amount in GAINS.items() if str(amount) in digits}


def test_the_kernteam_and_the_raad_see_every_gain(today: Cast, phase: Phase) -> None:
    assert seen(page(phase, today.manager)) == set(GAINS)
    assert seen(page(phase, today.people["seat_VH"])) == set(GAINS)


def test_a_partner_sees_its_own_gain_and_the_groups(today: Cast, phase: Phase) -> None:
    text = page(phase, today.director)
    assert seen(text) == {"BN"}
    assert "14,071" in text
    stranger = page(phase, today.other_director)
    assert seen(stranger) == set()
    assert "14,071" in stranger


def test_who_gains_and_gives_nothing_is_told_to_few(today: Cast, phase: Phase) -> None:
    said = f"{today['BN'].name} gains €4,577 and does not contribute yet."
    assert said in page(phase, today.director)
    for person in (today.other_director, today.people["seat_VH"]):
        text = page(phase, person)
        assert "does not contribute yet" not in text
        assert "do not contribute yet" not in text
    for person in (today.manager, today.people["seat_ZD"]):
        text = page(phase, person)
        assert "They gain and do not contribute yet:" in text
        assert today["BN"].name in text.partition("They gain and do not contribute yet:")[2][:200]


def test_a_firm_pledge_stands_on_the_side_that_pays(today: Cast, phase: Phase) -> None:
    plan = FundingPlan.objects.get(phase=phase)
    facts = {"actor": today.director, "at": today.at}
    offered = funding.offer_pledge(
        plan, organisation=today["BN"], form="cash", amount=Decimal(1_000), **facts
    )
    funding.make_pledge_firm(offered, actor=signer(today, "BN"), at=today.at)
    text = page(phase, today.director)
    assert "does not contribute yet" not in text
    assert "+€3,577" in text


def test_without_an_approved_case_there_is_nothing_to_show(today: Cast) -> None:
    found = building.planned_pilot(today)
    assert 'id="benefits"' not in page(found, today.manager)
