"""The step-in round of the demo year, at 23 September 2026."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from funding.models import StepInOffer, StepInRound
from partners.models import Person
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.demo.story.project_data import EARLY
from schuldenlab.portal.asks import asks_of
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
NOW = Calendar(TODAY).at(0, "10:00")


def the_round() -> StepInRound:
    return StepInRound.objects.get(plan__phase__project__title=EARLY)


def test_one_round_offers_it_to_all_partners() -> None:
    found = the_round()
    assert found.offers.count() == 24  # VH had left
    assert found.is_open_at(NOW)
    shares = [each.share or Decimal(0) for each in found.offers.all()]
    assert sum(shares) + found.unshared == found.terms.total == 180_000


def test_five_yes_six_no_four_later_and_nine_silent() -> None:
    said = Counter(the_round().offers.with_answer(NOW).values_list("answer", flat=True))
    assert said == {"yes": 5, "no": 6, "later": 4, None: 9}


def test_the_bank_has_not_answered_and_is_asked() -> None:
    silent = StepInOffer.objects.waiting_for([], NOW)
    assert not silent.exists()
    director = Person.objects.get(name="Willemijn Haverkamp")
    director.moment = NOW
    first = asks_of(director)[:3]
    [ask] = [each for each in first if "/instapaanbod/" in each.url]
    assert EARLY in ask.title
    assert ask.days_left == 5


def test_no_share_is_more_than_what_a_partner_gains() -> None:
    for each in the_round().offers.all():
        assert each.benefit is not None
        assert (each.share or 0) <= each.benefit
