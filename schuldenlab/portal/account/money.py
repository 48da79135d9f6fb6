"""Figures about money: what the year asked, what is certain and what arrived, and in kind.

An amount of one partner is in no row. Where a sum would tell one, the rows come together in one
sum; and where that would tell one too, the figure is not shown.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from funding.models import Pledge, StepInOffer
from funding.yearly import carried_at, needs_at
from programme.models import AnnualAccount, BudgetCategory

from .figure import NOTHING, ONE, OTHERS, Figure, Question, Row, counted, hidden, ratio, total
from .ledger import Ledger, Part
from .registry import figure
from .sums import Sum, may_be_said

Taken = Callable[[Part], Decimal]
CATEGORIES = tuple(map(str, BudgetCategory.values))


@figure("money_needed")
def money_needed(question: Question) -> Figure:
    """What the adopted programme asks, with the changes of course that moved it."""
    rows = (_category(name, amount) for name, amount in question.once(needs_of).items())
    return counted("money_needed", "euro", rows)


def needs_of(question: Question) -> dict[str, Decimal]:
    """What each category asks, once a programme is adopted; ask it by `once`."""
    needs = needs_at([question.year], question.moment)
    return {
        each: needs[question.year, each].amount
        for each in CATEGORIES
        if (question.year, each) in needs
    }


def _category(name: str, amount: Decimal) -> Row:
    return Row(f"category:{name}", amount=amount, note=f"category_{name}")


def ledger_of(question: Question) -> Ledger:
    """All pledges; ask it by `once`."""
    asked = question.asked
    return Ledger(asked.framework.host_id if asked else None)


def parts_of(question: Question) -> list[Part]:
    """What was certain for the year; ask it by `once`."""
    return list(question.once(ledger_of).at(question.moment, question.year))


@figure("money_firm")
def money_firm(question: Question) -> Figure:
    """What is certain for the year, in cash and in kind, by category."""
    return _by_category("money_firm", question, lambda part: part.amount)


@figure("money_delivered")
def money_delivered(question: Question) -> Figure:
    """What of it has arrived, by category."""
    return _by_category("money_delivered", question, lambda part: part.delivered)


def _by_category(code: str, question: Question, take: Taken) -> Figure:
    parts = question.once(parts_of)
    groups = [
        (each, [part for part in parts if part.category == each and take(part)])
        for each in CATEGORIES
    ]
    rows = [_category(name, _sum(mine, take)) for name, mine in groups]
    if _say(question, [mine for _name, mine in groups], take):
        return counted(code, "euro", rows)
    if _say(question, [[part for _name, mine in groups for part in mine]], take):
        row = Row(f"{OTHERS}:categories", amount=total(rows), note="categories", count=len(rows))
        return counted(code, "euro", [row])
    return hidden(code, "euro")


@figure("money_arranged")
def money_arranged(question: Question) -> Figure:
    """How many categories have what they need, as the budget reads it; no amount is in it.

    What one category has too much fills no other, and what was carried over counts.
    """
    needs = question.once(needs_of)
    carried = carried_at([question.year], question.moment)
    rows = []
    for name, needed in needs.items():
        mine = (part for part in question.once(parts_of) if part.category == name)
        into, out = carried.get((question.year, name), (NOTHING, NOTHING))
        is_full = _sum(mine, _amount) + into - out >= needed
        rows.append(_category(name, ONE if is_full else NOTHING))
    return counted("money_arranged", "category", rows, len(rows))


@figure("in_kind")
def in_kind(question: Question) -> Figure:
    """What partners give in kind for the year, at its agreed value."""
    kinds = [part for part in question.once(parts_of) if part.form != Pledge.Form.CASH]
    return _by_form("in_kind", "euro", question, kinds, lambda part: part.amount)


@figure("in_kind_hours")
def in_kind_hours(question: Question) -> Figure:
    """The hours in it."""
    kinds = [part for part in question.once(parts_of) if part.hours]
    return _by_form("in_kind_hours", "hours", question, kinds, lambda part: part.hours)


def _by_form(
    code: str, unit: str, question: Question, parts: Sequence[Part], take: Taken
) -> Figure:
    forms = [(each, [part for part in parts if part.form == each]) for each in Pledge.Form.values]
    groups = [(each, mine) for each, mine in forms if mine]
    rows = [
        Row(f"form:{each}", amount=_sum(mine, take), note=f"form_{each}") for each, mine in groups
    ]
    if _say(question, [mine for _form, mine in groups], take):
        return counted(code, unit, rows)
    if _say(question, [parts], take):
        row = Row(f"{OTHERS}:forms", amount=total(rows), note="forms", count=len(rows))
        return counted(code, unit, [row])
    return hidden(code, unit)


@figure("leverage")
def leverage(question: Question) -> Figure:
    """What partners give for each euro of the municipality."""
    host = question.once(ledger_of).host
    parts = question.once(parts_of)
    theirs = [part for part in parts if part.organisation != host]
    own = [part for part in parts if part.organisation == host]
    rows = (
        Row("givers:partners", amount=_sum(theirs, _amount), note="given_by_partners"),
        Row("givers:host", amount=_sum(own, _amount), note="given_by_host"),
    )
    if not rows[1].amount or not _say(question, [theirs], _amount):
        return hidden("leverage", "euro")
    return Figure("leverage", "euro", rows, ratio(rows), is_ratio=True)


@figure("stepin")
def stepin(question: Question) -> Figure:
    """What partners answered to offers to step in that were opened in the year."""
    opened = StepInOffer.objects.filter(
        round__opened_at__year=question.year, offered_at__lte=question.moment
    )
    found = opened.with_answer(question.moment).values_list("answer", flat=True)
    answers = [each or "none" for each in found]
    rows = (
        Row(f"answer:{each}", amount=Decimal(answers.count(each)), note=f"stepin_{each}")
        for each in ("yes", "later", "no", "none")
        if each in answers
    )
    return counted("stepin", "answer", rows)


def _amount(part: Part) -> Decimal:
    return part.amount


def _sum(parts: Iterable[Part], take: Taken) -> Decimal:
    return sum((take(part) for part in parts), NOTHING)


def _say(question: Question, groups: Sequence[Sequence[Part]], take: Taken) -> bool:
    """Whether these sums may be said; from then on they count as said in this account."""
    if question.knows_all:
        return True
    said: list[Sum] = question.once(said_before)
    asked = [_hidden(each, take) for each in groups]
    givers = [{part.organisation for part in each} for each in groups]
    if not may_be_said(asked, givers, said):
        return False
    said += [each for each in asked if each]
    return True


def _hidden(parts: Iterable[Part], take: Taken) -> Sum:
    """The unknown amounts of a sum: another amount of the same pledge is another unknown."""
    return {
        (part.pledge, part.year, take(part)): part.organisation
        for part in parts
        if not part.is_open and take(part)
    }


def said_before(question: Question) -> list[Sum]:
    """The sums of earlier accounts, and those of the phases that run; ask it by `once`."""
    ledger = question.once(ledger_of)
    found: list[Sum] = []
    editions: Any = AnnualAccount.objects.known_at(question.moment).order_by("published_at")
    for year, at in editions.values_list("year", "published_at"):
        parts = list(ledger.at(at, year))
        found += [_hidden(each, take) for each in _groups(parts) for take in (_amount, _got)]
    plans = sorted({part.plan for part in ledger.at(question.moment) if part.plan is not None})
    by_plan: dict[int, list[Part]] = {plan: [] for plan in plans}
    for part in ledger.at(question.moment):
        if part.plan is not None:
            by_plan[part.plan].append(part)
    return [*found, *(_hidden(each, _amount) for each in by_plan.values())]


def _groups(parts: Sequence[Part]) -> list[list[Part]]:
    """Every sum that an account may have said: by category, all together, and in kind."""
    kinds = [part for part in parts if part.form != Pledge.Form.CASH]
    by_category = [[part for part in parts if part.category == each] for each in CATEGORIES]
    return [*by_category, list(parts), kinds]


def _got(part: Part) -> Decimal:
    return part.delivered
