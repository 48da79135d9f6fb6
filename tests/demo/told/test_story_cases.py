"""The business case of "Vroeg erbij" in the story: two versions, and what everybody sees of it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from partners.models import Person
from projects.businesscase import evaluate_case
from projects.models import BusinessCase
from projects.reading import read_case
from projects.sealing import is_intact
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.demo.story.project_data import EARLY
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
CALENDAR = Calendar(TODAY)


def version(number: int) -> BusinessCase:
    found: BusinessCase = BusinessCase.objects.to_count().get(project__title=EARLY, version=number)
    return found


def thousands(amount: Fraction) -> int:
    return round(amount / 1000)


def test_the_raad_approved_the_second_version_with_the_pilot() -> None:
    first, case = version(1), version(2)
    assert (first.status, case.status, case.copied_from) == ("dropped", "approved", first)
    assert case.decision == case.project.phases.get(kind="pilot").ballot.decision
    assert case.approved_at == CALENDAR.deadline(-155)
    assert case.submitted_at < case.decision.ballot.opened_at
    assert is_intact(case)


def test_it_comes_to_what_the_story_says() -> None:
    case = version(2).as_case()
    result = evaluate_case(case)
    gains = {name: thousands(each.pv_benefits) for name, each in result.parties.items()}
    assert gains == {
        "Inwoners": 140,
        "Gemeente Den Haag": 110,
        "Zorgverzekeraar Duin": 85,
        "Corporatie Haagwijk": 60,
        "Bank Noordzee": 45,
        "Energie Zuiderlicht": 35,
        "Fonds Vlietland": 0,
    }
    assert round(result.parties["Bank Noordzee"].pv_benefits) == 45_000
    assert result.ratio is not None
    assert round(result.ratio, 1) == Fraction(16, 10)
    first_year = sum(line.effect.amounts()[0] for line in case.lines if line.kind == "cost")
    assert first_year == 180_000
    assert case.is_indicative


def test_the_bank_gains_and_pays_nothing_and_few_are_told() -> None:
    def flagged(name: str) -> list[str]:
        reader = Person.objects.get(name=name)
        reader.moment = CALENDAR.at(-30, "13:45")
        return [each.party.name for each in read_case(version(2), reader).rows if each.is_flagged]

    case = version(2)
    chair = case.project.stuurgroep.members.get(is_chair=True).person
    assert flagged(chair.name) == ["Bank Noordzee"]
