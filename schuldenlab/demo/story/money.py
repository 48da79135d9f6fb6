"""Chapters 15 and 19: what projects cost, who pledged, and what arrived."""

from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

from funding import actions
from funding.actions.pledges import checked_offer
from funding.models import Pledge
from funding.spreading import Part
from partners.models import Person
from partners.querysets import local_day
from programme.models import CourseChange
from projects.models import Phase

from . import money_texts as texts
from . import stepin
from .calendar import working_days_after
from .early import pilot
from .money_texts import Costs, Given
from .project_data import CLEAN, TERMS
from .projects import phase, project
from .stage import Stage
from .theme_texts import TOGETHER


def write(stage: Stage) -> None:
    """What was pledged before the lab, and the money for the pilot "Vroeg erbij"."""
    calendar = stage.calendar
    taken_over = working_days_after(calendar.at(-330, "16:00"), 3, "15:00")
    stage.on(taken_over, lambda at: _take_over(stage, at))
    for costs in texts.TAKEN_OVER:
        for given in costs.given:
            for offset, amount in given.parts:
                stage.on(
                    calendar.at(offset, "16:35"),
                    partial(_arrives, stage, costs.title, given.letters, amount),
                )
    stage.on(calendar.at(-62, "14:30"), lambda at: withdraw(stage, TERMS, "EZ", texts.STOPPED, at))
    stage.on(calendar.at(-60, "14:45"), lambda at: _plan(stage, at))
    stepin.write(stage)
    stage.on(calendar.at(-55, "10:50"), lambda at: _plan_case(stage, at))
    for offset, letters, offer in texts.CASE_OFFERS:
        stage.on(calendar.at(offset, "13:10"), partial(_offer_case, stage, letters, offer))


def _take_over(stage: Stage, at: datetime) -> None:
    for costs in texts.TAKEN_OVER:
        plan = actions.make_plan(
            project(costs.title).phases.get(),
            total=Decimal(costs.total),
            cash_minimum=Decimal(costs.in_cash),
            deadline_on=costs.pledged_on,
            actor=stage.manager,
            at=at,
        )
        for given in costs.given:
            _take_over_pledge(stage, plan, costs, given, at)


def _take_over_pledge(stage: Stage, plan: Any, costs: Costs, given: Given, at: datetime) -> None:
    pledge = actions.take_over_pledge(
        plan,
        organisation=stage.organisations[given.letters],
        firm_on=costs.pledged_on,
        **given.offer,
        parts=_parts(stage, costs, given),
        actor=stage.manager,
        at=at,
    )
    if given.is_open:
        actions.open_amount(pledge, actor=stage.directors[given.letters], at=at)


def _parts(stage: Stage, costs: Costs, given: Given) -> list[Part]:
    """For the year in which it was pledged, and what was agreed for a day of the story."""
    if given.later is None:
        return []
    offset, amount = given.later
    due_on, worth = stage.calendar.day(offset), checked_offer(given.offer)["amount"]
    first = Part(costs.pledged_on.year, worth - amount)
    return [first, Part(due_on.year, Decimal(amount), due_on)]


def _pledge_of(stage: Stage, title: str, letters: str) -> Pledge:
    found: Pledge = Pledge.objects.select_related("plan__phase", "organisation").get(
        plan__phase__project__title=title, organisation=stage.organisations[letters]
    )
    return found


def _arrives(stage: Stage, title: str, letters: str, amount: int, at: datetime) -> None:
    actions.record_delivery(
        _pledge_of(stage, title, letters),
        amount=Decimal(amount),
        arrived_on=local_day(at),
        actor=stage.manager,
        at=at,
    )


def withdraw(stage: Stage, title: str, letters: str, reason: str, at: datetime) -> Any:
    """The kernteam writes down that a pledge does not come; returns the change of course, if any.

    Only what is pledged to a phase that runs opens one.
    """
    pledge = _pledge_of(stage, title, letters)
    return actions.withdraw_pledge(pledge, reason=reason, actor=stage.manager, at=at).course_change


def leave_clean(stage: Stage, at: datetime) -> CourseChange:
    """The partner that left withdraws what it pledged to "Schone lei zzp"."""
    change: CourseChange = withdraw(stage, CLEAN, "VH", texts.LEFT, at)
    return change


def _plan(stage: Stage, at: datetime) -> None:
    actions.make_plan(
        pilot(),
        total=texts.TOTAL,
        cash_minimum=texts.IN_CASH,
        deadline_on=stage.calendar.day(5),
        note=texts.PLAN_NOTE,
        actor=stage.manager,
        at=at,
    )


def _offer(
    stage: Stage, to: Phase, letters: str, offer: dict[str, Any], *, actor: Person, at: datetime
) -> Pledge:
    return actions.offer_pledge(
        to.funding_plan, organisation=stage.organisations[letters], **offer, actor=actor, at=at
    )


def _plan_case(stage: Stage, at: datetime) -> None:
    actions.make_plan(
        phase(TOGETHER.title, Phase.Kind.BUSINESS_CASE),
        total=texts.CASE_TOTAL,
        cash_minimum=texts.CASE_TOTAL / 2,
        deadline_on=stage.calendar.day(45),
        note=texts.CASE_NOTE,
        actor=stage.manager,
        at=at,
    )


def _offer_case(stage: Stage, letters: str, offer: dict[str, Any], at: datetime) -> None:
    """A contact offers; nobody has signed it yet."""
    to = phase(TOGETHER.title, Phase.Kind.BUSINESS_CASE)
    _offer(stage, to, letters, offer, actor=stage.contacts[letters][0], at=at)
