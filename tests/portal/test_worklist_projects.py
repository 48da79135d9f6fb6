"""What waits for the kernteam about projects: starts, money, people, pledges."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from funding import actions as funding
from funding.models import FundingTerms, Pledge
from projects import actions
from projects.gate import is_ready, own_conditions
from projects.models import Phase, Pilot
from tests.funding.money import arrange
from tests.funding.records import firm, make_plan, offer
from tests.programme.pages import cost_of
from tests.projects import building

from .piloting import acting, opened, ready, running
from .waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from schuldenlab.portal.worklist import Due
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
KINDS = (
    *("phase-start", "phase-money", "voice", "leader", "theme-ends", "prototype-decide"),
    *("stuurgroep-stake", "stuurgroep-chair", "pilot-evaluate"),
)


def acts(cast: Cast, days: int = 0) -> list[Due]:
    return waiting(cast.at + days * DAY, *KINDS)


def keys(cast: Cast, days: int = 0) -> list[str]:
    return [due.key.partition(":")[0] for due in acts(cast, days)]


def heard(cast: Cast, phase: Phase) -> Phase:
    """Its residents have a say."""
    facts = {"residents_voice": "Vijf bewoners denken mee."}
    actions.change_project(phase.project, facts=facts, **acting(cast, cast.at))
    return phase


def describe(cast: Cast, phase: Phase, days: int) -> None:
    ends_on = (cast.at + days * DAY).date()
    facts = {"size": "50 gezinnen", "criterion": "Minder schulden.", "ends_on": ends_on}
    actions.describe_pilot(phase, **facts, **acting(cast, cast.at))


def test_without_projects_nothing_waits(cast: Cast) -> None:
    assert acts(cast) == []


def test_a_phase_with_everything_may_start(cast: Cast) -> None:
    phase = heard(cast, ready(cast))
    [act] = acts(cast)
    assert (act.title, act.due_on) == ("Start the pilot of “Vroeg erbij”", None)
    assert act.url == reverse("projects:phase-start", args=[phase.pk])
    actions.start_phase(phase, started_on=cast.at.date(), **acting(cast, cast.at))
    assert acts(cast) == []


def test_without_its_money_it_waits_until_the_deadline_has_passed(cast: Cast) -> None:
    phase = heard(cast, ready(cast, has_money=False))
    assert acts(cast) == []
    asks = {"total": 180_000, "cash_minimum": 90_000, "deadline_on": cast.at.date()}
    funding.make_plan(phase, **asks, **acting(cast, cast.at))
    [today], [act] = acts(cast), acts(cast, 1)
    assert (act.key, act.title) == (today.key, "Arrange the money of the pilot of “Vroeg erbij”")
    assert act.due_on == cast.at.date()
    assert "by Wednesday 23\N{NO-BREAK SPACE}September 2026" in act.text
    assert act.measure == "started_with_money"


def test_a_deadline_that_comes_near_is_named_with_what_misses(cast: Cast) -> None:
    phase = heard(cast, ready(cast, has_money=False))
    arrange(cast, phase, cast.at)
    pledge = Pledge.objects.filter(plan__phase=phase, status="firm").first()
    assert pledge is not None
    facts = {"reason": "Toch niet.", "actor": cast.manager, "at": cast.at}
    funding.withdraw_pledge(pledge, **facts)
    deadline = FundingTerms.objects.get(plan__phase=phase).deadline_on
    days = (deadline - cast.at.date()).days
    assert waiting(cast.at + (days - 31) * DAY, "phase-money") == []
    [due] = waiting(cast.at + (days - 30) * DAY, "phase-money")
    assert "€" in due.text
    assert due.due_on == deadline


def test_a_theme_does_not_outlive_its_project_unseen(cast: Cast) -> None:
    project = opened(cast)
    theme = project.innovation_theme
    assert theme is not None
    before = waiting(cast.at, "theme-ends")
    actions.stop_project(project, reason="Te duur.", **acting(cast, cast.at))
    [act] = waiting(cast.at, "theme-ends")
    assert before == []
    assert theme.title in act.title
    assert act.url == theme.get_absolute_url()


def test_the_voice_of_residents_is_a_suggestion_of_its_own(cast: Cast) -> None:
    phase = ready(cast, has_money=False)
    assert keys(cast) == ["voice"]
    heard(cast, phase)
    assert keys(cast) == []


def test_a_stuurgroep_below_two_and_one_without_a_chair(cast: Cast) -> None:
    phase = heard(cast, running(cast))
    chair = phase.project.stuurgroep.members.get(is_chair=True)
    actions.end_member(chair, until_on=cast.at.date(), **acting(cast, cast.at))
    assert keys(cast) == []
    [due] = acts(cast, 1)
    assert due.key == f"stuurgroep-chair:{phase.project_id}"
    assert due.due_on == cast.at.date() + 60 * DAY
    assert due.measure == "stuurgroepen"
    [stake, *_other] = phase.project.stuurgroep.stakes.all()
    facts = {"until_on": cast.at.date(), "reason": "Weg."}
    actions.end_stake(stake, **facts, **acting(cast, cast.at))
    [due] = acts(cast, 1)
    assert due.text == "Fewer than 2 organisations steer it now. Ask another one."


def test_everything_that_a_project_waits_for_stands_there(cast: Cast) -> None:
    """Nobody leads it since yesterday, and its pilot went on past its end."""
    phase = heard(cast, running(cast))
    describe(cast, phase, 3)
    [leads] = phase.project.leaderships.all()
    actions.end_leadership(leads, until_on=cast.at.date(), **acting(cast, cast.at))
    evaluate, lead = acts(cast, 4)
    assert evaluate.title == "Evaluate the pilot of “Vroeg erbij”"
    assert evaluate.days_left(cast.at.date() + 4 * DAY) == -1
    assert "Saturday 26\N{NO-BREAK SPACE}September" in evaluate.text
    assert lead.url == reverse("projects:leader-name", args=[phase.project_id])


def test_a_prototype_that_taught_something_waits_for_a_choice(cast: Cast) -> None:
    phase = opened(cast).phases.get()
    assert keys(cast) == []
    facts = {"tried": "Een app.", "with_whom": "Tien.", "learned": "Het werkt."}
    actions.describe_prototype(phase, **facts, **acting(cast, cast.at))
    [act] = acts(cast)
    assert act.url == reverse("projects:prototype-decide", args=[phase.pk])
    actions.decide_prototype(phase, goes_on=True, because="Ja.", **acting(cast, cast.at))
    assert acts(cast) == []


def test_pledges_that_stay_open(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    heard(cast, plan.phase)
    offer(cast, plan, "FV", 10_000, cast.at)
    firm(cast, plan, "BN", 10_000, cast.at, condition="Anderen doen mee")
    kinds = "pledges-offered", "pledges-conditions"
    waits = "See whether the condition of 1 pledge is met"
    assert [due.title for due in waiting(cast.at, *kinds)] == [waits]
    assert [due.title for due in waiting(cast.at + 31 * DAY, *kinds)] == [
        "Ask whether 1 offer becomes firm",
        waits,
    ]
    urls = {due.title: due.url for due in waiting(cast.at + 31 * DAY, *kinds)}
    assert urls[waits].endswith("?state=waits")
    assert urls["Ask whether 1 offer becomes firm"].endswith("?state=offered")


def without_leader(cast: Cast, phase: Phase) -> None:
    phase.project.leaderships.update(until_on=cast.at.date() - DAY, ended_at=cast.at)


def without_interest(cast: Cast, phase: Phase) -> None:
    phase.project.participations.update(until_on=cast.at.date() - DAY, ended_at=cast.at)


def without_chair(cast: Cast, phase: Phase) -> None:
    chairs = phase.project.stuurgroep.members.filter(is_chair=True)
    chairs.update(until_on=cast.at.date() - DAY, ended_at=cast.at)


def with_one_stake(cast: Cast, phase: Phase) -> None:
    day = cast.at.date() - DAY
    stakes = phase.project.stuurgroep.stakes.filter(organisation=cast["EZ"])
    stakes.update(until_on=day, ended_at=cast.at)


def undecided(cast: Cast, phase: Phase) -> None:
    Phase.objects.filter(pk=phase.pk).update(decision=None)


def dropped(cast: Cast, phase: Phase) -> None:
    type(phase.decision).objects.filter(pk=phase.decision_id).update(
        status="dropped", dropped_at=cast.at
    )


def named_elsewhere(cast: Cast, phase: Phase) -> None:
    other = actions.plan_phase(phase.project, kind="project", **acting(cast, cast.at))
    Phase.objects.filter(pk=other.pk).update(decision=phase.decision_id)


def undescribed(cast: Cast, phase: Phase) -> None:
    Pilot.objects.filter(phase=phase).delete()


def on_hold(cast: Cast, phase: Phase) -> None:
    actions.hold_project(phase.project, reason="Wacht.", **acting(cast, cast.at))


def nothing(cast: Cast, phase: Phase) -> None:
    pass


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        *[("business_case", each) for each in (nothing, without_leader, without_interest, on_hold)],
        *[("prototype", each) for each in (nothing, without_leader, on_hold)],
        *[
            ("pilot", each)
            for each in (
                *(nothing, without_leader, without_chair, with_one_stake, undecided, dropped),
                *(named_elsewhere, undescribed),
            )
        ],
    ],
)
def test_the_desk_and_the_gate_agree(
    cast: Cast, kind: str, change: Callable[[Any, Any], None]
) -> None:
    """In bulk the same answer as the gate gives for one phase in words."""
    phase = make_plan(cast, cast.at, kind=kind).phase
    change(cast, phase)
    [row] = Phase.objects.filter(pk=phase.pk).with_gate(cast.at.date())
    said = all(each.is_met for each in own_conditions(row, cast.at.date()))
    assert is_ready(row) is said is (change is nothing or (kind, change) == PROTOTYPE_ALONE)


PROTOTYPE_ALONE = ("prototype", without_leader)


def test_the_desk_costs_the_same_with_more_projects(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    phase = ready(today)
    building.live(today)
    building.taken_over(today, title="Eerder")
    one = cost_of(client, "/beheer/").queries
    for number in range(3):
        title = f"Deel {number}"
        facts = {"kind": "pilot", "title": title}
        other = actions.plan_phase(phase.project, **facts, **acting(today, today.at))
        arrange(today, other, today.at)
    for number in range(4):
        building.taken_over(today, title=f"Eerder {number}")
    assert cost_of(client, "/beheer/").queries == one
