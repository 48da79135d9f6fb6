"""Step-in rounds on the home page, on the staff desk and in the Kompas."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from funding import actions
from funding.models import StepInRound
from schuldenlab.portal.asks import asks_of
from schuldenlab.portal.measures import MEASURES, Asked, Reading
from tests.funding.money import arrange
from tests.funding.records import begin, make_plan, plan_phase

from .waiting import waiting

if TYPE_CHECKING:
    from datetime import datetime

    from funding.models import FundingPlan
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)


def offered(cast: Cast, plan: FundingPlan, at: datetime) -> StepInRound:
    day = (at + 20 * DAY).date()
    facts = {"key": StepInRound.Key.EQUAL, "text": "Doe mee.", "closes_on": day}
    return actions.open_round(plan, **facts, actor=cast.manager, at=at)


def asked(cast: Cast, role: str, at: datetime) -> list[Any]:
    person = getattr(cast, role)
    person.moment, person._standing = at, None
    return [each for each in asks_of(person) if "/instapaanbod/" in each.url]


def answer(cast: Cast, found: StepInRound, letters: str, said: str, at: datetime) -> None:
    offer = found.offers.get(organisation=cast[letters])
    actions.answer_round(offer, answer=said, actor=cast.director, at=at)


# -- home ----------------------------------------------------------------------------------------


def test_everybody_of_a_partner_is_asked_until_it_answers(cast: Cast) -> None:
    found = offered(cast, make_plan(cast, cast.at), cast.at)
    [ask] = asked(cast, "director", cast.at + DAY)
    offer = found.offers.get(organisation=cast["BN"])
    assert ask.url == reverse("funding:stepin-answer", args=[offer.pk])
    assert ask.due == found.closes_at
    assert "€" in ask.text
    answer(cast, found, "BN", "no", cast.at + DAY)
    assert asked(cast, "director", cast.at + 2 * DAY) == []


def test_later_is_asked_again_in_the_last_week(cast: Cast) -> None:
    found = offered(cast, make_plan(cast, cast.at), cast.at)
    answer(cast, found, "BN", "later", cast.at + DAY)
    assert asked(cast, "director", found.closes_at - 8 * DAY) == []
    [ask] = asked(cast, "director", found.closes_at - 7 * DAY)
    assert "later" in ask.text
    assert asked(cast, "director", found.closes_at) == []


def test_the_kernteam_is_not_asked(cast: Cast) -> None:
    offered(cast, make_plan(cast, cast.at), cast.at)
    assert asked(cast, "manager", cast.at) == []


# -- desk ----------------------------------------------------------------------------------------


def acts(at: datetime) -> list[tuple[str, str]]:
    return [(due.url, due.title) for due in waiting(at, "round-open", "phase-offer")]


def test_the_desk_says_what_to_offer_and_who_is_silent(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    offer_it = reverse("funding:round-open", args=[plan.pk])
    [(url, title)] = acts(cast.at)
    assert (url, title.partition(" “")[0]) == (offer_it, "Offer the business case of")
    found, name = offered(cast, plan, cast.at), plan.phase.project.title
    count = found.offers.count()
    assert acts(cast.at) == [(found.get_absolute_url(), f"Call {count} partners about “{name}”")]
    answer(cast, found, "BN", "no", cast.at + DAY)
    assert acts(cast.at + DAY) == [
        (found.get_absolute_url(), f"Call {count - 1} partners about “{name}”")
    ]
    after = found.closes_at + DAY
    [(url, title)] = acts(after)
    assert url == offer_it
    assert title.endswith("once more")


def test_the_desk_leads_to_who_to_call(cast: Cast) -> None:
    found = offered(cast, make_plan(cast, cast.at), cast.at)

    def labels(at: datetime) -> list[str]:
        dues = waiting(at, "stepin-later")
        assert all(due.url == reverse("funding:call-list") for due in dues)
        return [due.title for due in dues]

    assert labels(cast.at) == []
    answer(cast, found, "BN", "later", cast.at + DAY)
    assert labels(cast.at + DAY) == ["Ask 1 partner once more that answered “later”"]
    answer(cast, found, "ZD", "later", cast.at + DAY)
    assert labels(cast.at + DAY) == ["Ask 2 partners once more that answered “later”"]


def test_arranged_money_asks_for_no_second_round(cast: Cast) -> None:
    plan = arrange(cast, plan_phase(cast, cast.at), cast.at)
    found = offered(cast, plan, cast.at)
    assert acts(found.closes_at + DAY) == []


# -- Kompas --------------------------------------------------------------------------------------


def reading(cast: Cast, at: datetime, year: int = 2026) -> Reading:
    return MEASURES["offered_to_all"](Asked(cast.framework, year, at, date(year, 12, 31)))


def state(cast: Cast, at: datetime, year: int = 2026) -> tuple[str, int, int]:
    found = reading(cast, at, year)
    return str(found.state), found.have, found.need


def test_nothing_that_asks_for_money_is_not_due(cast: Cast) -> None:
    assert state(cast, cast.at) == ("not_yet", 0, 0)


def test_what_waits_for_money_is_attention_until_it_is_offered(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    assert state(cast, cast.at) == ("attention", 0, 1)
    offered(cast, plan, cast.at + DAY)
    assert state(cast, cast.at) == ("attention", 0, 1)
    assert state(cast, cast.at + DAY) == ("met", 1, 1)


def test_what_began_before_it_was_offered_is_missed_for_good(cast: Cast) -> None:
    phase = plan_phase(cast, cast.at)
    plan = arrange(cast, phase, cast.at)
    begin(phase, cast.at + DAY)
    assert state(cast, cast.at) == ("attention", 0, 1)
    assert state(cast, cast.at + DAY) == ("missed", 0, 1)
    offered(cast, plan, cast.at + 2 * DAY)
    assert state(cast, cast.at + 2 * DAY) == ("missed", 0, 1)
    [evidence] = reading(cast, cast.at + 2 * DAY).evidence
    assert evidence.url.endswith(f"#money-{phase.pk}")


def test_the_day_on_which_it_began_counts_and_not_when_that_was_recorded(cast: Cast) -> None:
    phase = plan_phase(cast, cast.at)
    plan = arrange(cast, phase, cast.at)
    offered(cast, plan, cast.at + 2 * DAY)
    begin(phase, cast.at + 3 * DAY, on=(cast.at + DAY).date())
    assert state(cast, cast.at + 3 * DAY) == ("missed", 0, 1)


def test_what_was_offered_and_then_began_stays_met(cast: Cast) -> None:
    phase = plan_phase(cast, cast.at)
    offered(cast, arrange(cast, phase, cast.at), cast.at)
    begin(phase, cast.at + DAY)
    assert state(cast, cast.at + DAY) == ("met", 1, 1)
    assert state(cast, cast.at + 120 * DAY, 2027) == ("not_yet", 0, 0)
