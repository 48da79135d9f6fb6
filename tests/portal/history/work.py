"""What may happen to themes, changes of course and projects."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from programme import actions as programme
from programme.models import CourseChange, Facilitator, InnovationTheme
from projects import actions as projects
from projects.models import Leadership, Phase, Project, Stake, StuurgroepMember
from tests.programme.changing import PROJECT, WORDS

from .lab import Lab, move

WHY = "Zo is het gegaan."


def _theme(lab: Lab, *statuses: str) -> Any:
    return lab.one(InnovationTheme.objects.filter(status__in=statuses).order_by("pk"))


@move
def explore(lab: Lab) -> Any:
    theme = _theme(lab, "selected")
    return programme.explore_theme(theme, exploring_on=lab.day(), **lab.acting)


@move
def work_out(lab: Lab) -> Any:
    facts = {"result_kind": "business_case", "working_out_on": lab.day()}
    return programme.work_out_theme(_theme(lab, "exploring"), **facts, **lab.acting)


@move
def deliver_a_theme(lab: Lab) -> Any:
    facts = {"result": "Een businesscase.", "delivered_on": lab.day()}
    return programme.deliver_theme(_theme(lab, "working_out"), **facts, **lab.acting)


@move
def stop_a_theme(lab: Lab) -> Any:
    theme = _theme(lab, "selected", "exploring", "working_out")
    return programme.stop_theme(theme, reason=WHY, stopped_on=lab.day(), **lab.acting)


@move
def guide_a_theme(lab: Lab) -> Any:
    theme = _theme(lab, "exploring", "working_out", "delivered")
    return programme.add_facilitator(
        theme, from_on=lab.day(), organisation=lab.partner, **lab.acting
    )


@move
def stop_guiding(lab: Lab) -> Any:
    found = lab.one(Facilitator.objects.filter(until_on=None))
    return programme.end_facilitator(found, until_on=lab.day(), **lab.acting)


def _change(lab: Lab, *statuses: str, **facts: Any) -> Any:
    return lab.one(CourseChange.objects.filter(status__in=statuses, **facts).order_by("pk"))


@move
def propose_a_change(lab: Lab) -> Any:
    return programme.propose_change(
        lab.cast.raad, **WORDS, **PROJECT, proposed_for=None, **lab.acting
    )


@move
def find_it_crucial(lab: Lab) -> Any:
    change = _change(lab, "proposed")
    return programme.judge_change(change, is_crucial=True, reason=WHY, **lab.acting)


@move
def find_it_small(lab: Lab) -> Any:
    change = _change(lab, "proposed")
    return programme.judge_change(change, is_crucial=False, reason=WHY, **lab.acting)


@move
def call_it_crucial(lab: Lab) -> Any:
    change = lab.one(CourseChange.objects.filter(minor_at__isnull=False, crucial_at=None))
    seats = lab.cast.raad.seats.exclude(organisation=lab.cast["BN"]).filter(until_on=None)
    for seat in seats.order_by("pk")[:2]:
        letters = next(k for k, v in lab.cast.organisations.items() if v.pk == seat.organisation_id)
        actor = lab.cast.people[f"seat_{letters}"]
        programme.call_crucial(change, seat=seat, reason=WHY, actor=actor, at=lab.at)
    return change


@move
def carry_it_out_first(lab: Lab) -> Any:
    change = lab.one(CourseChange.objects.filter(crucial_at__isnull=False, carried_out_at=None))
    return programme.carry_out_first(change, reason=WHY, done_on=lab.day(), **lab.acting)


@move
def carry_it_out(lab: Lab) -> Any:
    change = lab.one(CourseChange.objects.filter(carried_out_at=None))
    return programme.carry_out_change(change, result=WHY, done_on=lab.day(), **lab.acting)


@move
def decide_a_change(lab: Lab) -> Any:
    change = lab.one(CourseChange.objects.filter(adopted_at=None, rejected_at=None))
    taken_at = lab.at - lab.choose(3) * timedelta(days=1)
    facts = {"title": "Koers", "text": WHY, "origin": "meeting", "taken_at": taken_at}
    decision = programme.enter_decision(lab.cast.raad, **facts, **lab.acting)
    is_agreed = bool(lab.choose(2))
    return programme.decide_change(change, decision=decision, is_agreed=is_agreed, **lab.acting)


@move
def take_a_change_back(lab: Lab) -> Any:
    change = lab.one(CourseChange.objects.filter(withdrawn_at=None))
    return programme.withdraw_change(change, reason=WHY, **lab.acting)


@move
def lead(lab: Lab) -> Any:
    facts = {"role": lab.one(["leader", "substitute"]), "organisation": lab.cast["BN"]}
    return projects.name_leader(
        lab.one(Project.objects.all()),
        person=lab.cast.seat,
        from_on=lab.day(),
        **facts,
        **lab.acting,
    )


@move
def stop_leading(lab: Lab) -> Any:
    found = lab.one(Leadership.objects.filter(until_on=None))
    return projects.end_leadership(found, until_on=lab.day(), **lab.acting)


@move
def start_a_phase(lab: Lab) -> Any:
    phase = lab.one(Phase.objects.filter(status="planned"))
    return projects.start_phase(phase, started_on=lab.day(), **lab.acting)


@move
def end_a_phase(lab: Lab) -> Any:
    phase = lab.one(Phase.objects.filter(status="running"))
    return projects.end_phase(phase, ended_on=lab.day(), ended_with=WHY, **lab.acting)


@move
def hold(lab: Lab) -> Any:
    return projects.hold_project(lab.one(Project.objects.all()), reason=WHY, **lab.acting)


@move
def go_on(lab: Lab) -> Any:
    return projects.resume_project(lab.one(Project.objects.all()), reason=WHY, **lab.acting)


@move
def stop_a_project(lab: Lab) -> Any:
    return projects.stop_project(lab.one(Project.objects.all()), reason=WHY, **lab.acting)


@move
def hand_a_project_over(lab: Lab) -> Any:
    facts = {"to": "de gemeente", "handed_over_on": lab.day()}
    return projects.hand_over_project(lab.one(Project.objects.all()), **facts, **lab.acting)


@move
def steer(lab: Lab) -> Any:
    facts = {"organisation": lab.partner, "text": WHY, "from_on": lab.day()}
    return projects.steer_with(lab.one(Project.objects.all()), **facts, **lab.acting)


@move
def stop_steering(lab: Lab) -> Any:
    stake = lab.one(Stake.objects.filter(until_on=None))
    return projects.end_stake(stake, until_on=lab.day(), reason=WHY, **lab.acting)


@move
def another_chair(lab: Lab) -> Any:
    member = lab.one(StuurgroepMember.objects.filter(until_on=None, is_chair=False))
    return projects.name_chair(member, from_on=lab.day(), **lab.acting)


@move
def lose_a_member(lab: Lab) -> Any:
    member = lab.one(StuurgroepMember.objects.filter(until_on=None))
    return projects.end_member(member, until_on=lab.day(), **lab.acting)
