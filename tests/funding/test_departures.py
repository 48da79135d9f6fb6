"""A partner leaves with a firm pledge to a phase that runs: a change of course, and the pledge."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from funding import actions
from partners import actions as partners
from partners.ports import follows_from_leaving
from programme.models import CourseChange
from tests.funding.records import DAY, EURO, begin, firm, make_plan, offer, signer

if TYPE_CHECKING:
    from funding.models import FundingPlan
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def leave(cast: Cast, letters: str, days: int = 0) -> Any:
    """Its first day as no partner."""
    partnership = cast[letters].partnerships.get()
    left_on = cast.at.date() + days * DAY
    return partners.end_partnership(partnership, left_on=left_on, actor=cast.manager, at=cast.at)


def plan(cast: Cast, *letters: str, runs: bool = True) -> FundingPlan:
    """A plan that is covered since yesterday by these and two others."""
    at = cast.at - DAY
    found = make_plan(cast, at)
    for each in dict.fromkeys([*letters, "GD", "ZD"]):
        firm(cast, found, each, 90_000, at)
    if runs:
        begin(found.phase, at)
    return found


def reasons() -> list[str]:
    return [str(each) for each in CourseChange.objects.get().proposed_reasons()]


def test_without_a_seat_the_pledge_opens_a_change_about_the_project(cast: Cast) -> None:
    found = plan(cast, "FV")
    partnership = leave(cast, "FV")
    change = CourseChange.objects.get()
    project = found.phase.project
    assert (change.about, change.subject, change.departure) == (
        "project",
        project.title,
        partnership,
    )
    assert change.raad == cast.raad
    assert project.title in change.title
    assert "90" not in f"{change.title} {change.what}", "no amounts"
    assert reasons() == ["funder_left"]
    assert list(project.course_changes.all()) == [change]


def test_with_a_seat_both_reasons_count(cast: Cast) -> None:
    found = plan(cast, "VH")
    leave(cast, "VH")
    change = CourseChange.objects.get()
    assert (change.about, change.subject) == ("programme", "")
    assert found.phase.project.title in change.what
    assert reasons() == ["seat_left", "funder_left"]
    assert list(found.phase.project.course_changes.all()) == [change]


def test_the_pledge_stays_firm_until_it_is_withdrawn(cast: Cast) -> None:
    found = plan(cast, "FV")
    leave(cast, "FV")
    pledge = found.pledges.get(organisation=cast["FV"])
    assert pledge.status == "firm"
    facts = {"reason": "Gestopt.", "actor": cast.manager}
    actions.withdraw_pledge(pledge, **facts, at=cast.at + DAY)
    assert CourseChange.objects.filter(kind="pledge_withdrawn").count() == 1
    assert reasons_of("partner_left") == ["funder_left"], "as it was on the day of leaving"


def reasons_of(kind: str) -> list[str]:
    return [str(each) for each in CourseChange.objects.get(kind=kind).proposed_reasons()]


def test_a_phase_that_waits_an_offer_or_what_arrived_opens_nothing(cast: Cast) -> None:
    at = cast.at - DAY
    plan(cast, "FV", runs=False)
    running = plan(cast, "BN")
    offer(cast, running, "FV", 10_000, at)
    arrived = firm(cast, running, "FV", 5_000, at)
    facts = {"amount": EURO(5_000), "arrived_on": at.date(), "actor": signer(cast, "FV")}
    actions.record_delivery(arrived, **facts, at=cast.at)
    leave(cast, "FV")
    assert not CourseChange.objects.exists()


@pytest.mark.parametrize("amount", [4_999, None])
def test_what_arrived_in_part_is_still_pledged(cast: Cast, amount: int | None) -> None:
    at = cast.at - DAY
    running = plan(cast, "BN")
    pledge = firm(cast, running, "FV", 5_000, at)
    if amount:
        facts = {"amount": EURO(amount), "arrived_on": at.date(), "actor": signer(cast, "FV")}
        actions.record_delivery(pledge, **facts, at=cast.at)
    leave(cast, "FV")
    assert reasons() == ["funder_left"]


def test_more_projects_are_named_in_one_change(cast: Cast) -> None:
    first, second = plan(cast, "FV"), plan(cast, "FV")
    leave(cast, "FV")
    change = CourseChange.objects.get()
    assert change.about == "programme"
    for found in (first, second):
        assert found.phase.project.title in change.what
        assert list(found.phase.project.course_changes.all()) == [change]


def test_what_stays_is_said_before_the_button(cast: Cast) -> None:
    found = plan(cast, "FV")
    sentences = follows_from_leaving(cast["FV"], cast.at)
    assert any(found.phase.project.title in each for each in sentences)
    before = follows_from_leaving(cast["FV"], cast.at - timedelta(days=9))
    assert before == (), "nothing was pledged then"
