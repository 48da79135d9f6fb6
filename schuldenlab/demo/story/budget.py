"""Chapter 22: what is pledged to the budget, what arrived, and what goes to the next year."""

from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.files.base import ContentFile

from funding import actions
from funding.models import Pledge
from funding.spreading import Part, total_of
from funding.yearly import contributions, lines_at
from partners.pdf import compile_pdf
from partners.querysets import local_day
from programme.models import BudgetCategory, Programme

from . import budget_texts as texts
from .budget_texts import Gives
from .stage import Stage

FIRST_DAY, HALF = 1, 2


def write(stage: Stage) -> None:
    """The decision of the municipality first, then partners, and money over the year."""
    calendar, year = stage.calendar, stage.calendar.year
    stage.on(calendar.at(-325, "10:30"), lambda at: _contribution(stage, at))
    stage.on(calendar.at(-310, "11:30"), lambda at: _earlier_years(stage, at))
    for offset in (-200, -75):
        stage.on(calendar.at(offset, "11:45"), lambda at: _half_a_year(stage, year, at))
    for gives in texts.PLEDGES:
        stage.on(calendar.at(gives.offset, "11:10"), partial(_pledge, stage, gives))
        for offset, after, amount in gives.arrives:
            moment = calendar.at(offset, "15:20")
            stage.on(moment, partial(_arrives, stage, gives, year + after, amount))
    stage.on(calendar.at(-30, "11:20"), lambda at: _carry_over(stage, at))


def _contribution(stage: Stage, at: datetime) -> None:
    framework = stage.framework
    first, last = framework.contribution_from or 0, framework.contribution_until or 0
    years = range(first, last + 1)
    director = stage.directors["GD"]
    sheet = {
        "title": texts.DECISION_TITLE,
        "text": texts.DECISION_TEXT,
        "signatory": director.name,
        "function": "Directeur",
        "organisation": framework.host.name,
        "on": f"{local_day(at):%d-%m-%Y}",
    }
    actions.pledge_contribution(
        framework,
        amounts={
            category: dict.fromkeys(years, amount)
            for category, amount in texts.CONTRIBUTION.items()
        },
        paper=ContentFile(compile_pdf("demo/pdf/scan.typ", sheet, at=at), name=texts.DECISION),
        actor=stage.manager,
        at=at,
    )


def _earlier_years(stage: Stage, at: datetime) -> None:
    """What the municipality had paid for the years before the story's."""
    first = stage.framework.contribution_from or 0
    for year in range(first, stage.calendar.year):
        for each in contributions(stage.framework.host_id):
            _received(stage, each, year, texts.CONTRIBUTION[BudgetCategory(each.category)], at)


def _half_a_year(stage: Stage, year: int, at: datetime) -> None:
    """The municipality pays in two halves."""
    for each in contributions(stage.framework.host_id):
        half = texts.CONTRIBUTION[BudgetCategory(each.category)] / HALF
        _received(stage, each, year, half, at)


def _pledge(stage: Stage, gives: Gives, at: datetime) -> None:
    """A director offers and signs in one go; what waits for a signature a contact offered."""
    parts = _parts(stage, gives)
    who = stage.directors if gives.is_firm else {}
    actor = who.get(gives.letters) or stage.contacts[gives.letters][0]
    pledge = actions.offer_to_budget(
        gives.category,
        organisation=stage.organisations[gives.letters],
        amount=total_of(parts),
        parts=parts,
        **gives.facts,
        actor=actor,
        at=at,
    )
    if gives.is_firm:
        actions.make_pledge_firm(pledge, actor=actor, at=at)


def _parts(stage: Stage, gives: Gives) -> list[Part]:
    year = stage.calendar.year
    return [
        Part(year + after, Decimal(amount), date(year + after, month, FIRST_DAY) if month else None)
        for after, month, amount in gives.parts
    ]


def _arrives(stage: Stage, gives: Gives, year: int, amount: int, at: datetime) -> None:
    pledge = Pledge.objects.get(
        organisation=stage.organisations[gives.letters],
        category=gives.category,
        plan=None,
        amount=total_of(_parts(stage, gives)),
    )
    _received(stage, pledge, year, Decimal(amount), at)


def _received(stage: Stage, pledge: Pledge, year: int, amount: Decimal, at: datetime) -> None:
    on = local_day(at)
    acting: dict[str, Any] = {"actor": stage.manager, "at": at}
    actions.record_delivery(pledge, amount=amount, arrived_on=on, year=year, **acting)


def _carry_over(stage: Stage, at: datetime) -> None:
    """The meetings of the year cost less than there is."""
    programme = Programme.objects.get(year=stage.calendar.year)
    left = lines_at([programme.year], at)[programme.year, texts.EVENTS].surplus
    if left:
        actions.carry_over(
            programme,
            category=texts.EVENTS,
            amount=left,
            reason=texts.CARRIED,
            actor=stage.manager,
            at=at,
        )
