"""Indicators of a project and what was measured. Figures stay; a correction is a new row."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from projects.models import Indicator, IndicatorValue, Project
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .going import refuse_ended


@transaction.atomic
def add_indicator(
    project: Project,
    *,
    goal: str,
    name: str,
    unit: str,
    target: Decimal,
    target_on: date,
    actor: Person,
    at: datetime,
) -> Indicator:
    """What the project wants to change, in figures: for which goal, how much, and by when."""
    lock(project)
    refuse_ended(project)
    indicator = Indicator(
        project=project,
        goal=goal,
        name=" ".join(name.split()),
        unit=" ".join(unit.split()),
        target=target,
        target_on=target_on,
        recorded_at=at,
    )
    if project.indicators.standing().filter(name=indicator.name).exists():
        raise Refused(_("There is an indicator of that name already."))
    indicator.full_clean(exclude=["recorded_at"])
    indicator.save()
    facts = {"indicator": indicator.pk, "goal": goal, "target": str(target)}
    record("add_indicator", project, actor=actor, at=at, facts=facts)
    return indicator


@transaction.atomic
def drop_indicator(indicator: Indicator, *, because: str, actor: Person, at: datetime) -> Indicator:
    """It is measured no longer; what was measured stays on record."""
    lock(indicator.project)
    lock(indicator)
    _refuse_dropped(indicator)
    if not because.strip():
        raise Refused(_("Say in a few words why."))
    indicator.dropped_at, indicator.dropped_because = at, because.strip()
    indicator.save(update_fields=["dropped_at", "dropped_because"])
    facts = {"indicator": indicator.pk}
    record("drop_indicator", indicator.project, actor=actor, at=at, facts=facts)
    return indicator


@transaction.atomic
def add_value(
    indicator: Indicator,
    *,
    value: Decimal,
    measured_on: date,
    source: str,
    actor: Person,
    at: datetime,
) -> IndicatorValue:
    """What was measured on a day, and where the figure comes from."""
    lock(indicator.project)
    figure: dict[str, Any] = {
        "measured_on": measured_on,
        "source": source,
        "actor": actor,
        "at": at,
    }
    return put_value(indicator, value=value, **figure)


@transaction.atomic
def correct_value(
    wrong: IndicatorValue,
    *,
    value: Decimal,
    measured_on: date,
    source: str,
    actor: Person,
    at: datetime,
) -> IndicatorValue:
    """A new row takes the place of a figure that is not right; both can be read."""
    lock(wrong.indicator.project)
    if IndicatorValue.objects.filter(corrects=wrong).exists():
        raise Refused(_("This was corrected already. Look at the newest row."))
    figure: dict[str, Any] = {
        "measured_on": measured_on,
        "source": source,
        "actor": actor,
        "at": at,
    }
    return put_value(wrong.indicator, value=value, corrects=wrong, **figure)


def put_value(
    indicator: Indicator,
    *,
    value: Decimal,
    measured_on: date,
    source: str,
    actor: Person,
    at: datetime,
    corrects: IndicatorValue | None = None,
) -> IndicatorValue:
    """One row. Part of adding and correcting a figure, and of a report."""
    lock(indicator)
    _refuse_dropped(indicator)
    if measured_on > local_day(at):
        raise Refused(_("This day still has to come."))
    row = IndicatorValue(
        indicator=indicator,
        value=value,
        measured_on=measured_on,
        source=source.strip(),
        corrects=corrects,
        recorded_at=at,
    )
    if not row.source:
        raise Refused(_("Say where the figure comes from."))
    row.full_clean(exclude=["recorded_at"])
    row.save()
    facts = {"indicator": indicator.pk, "value": str(value), "corrects": corrects and corrects.pk}
    verb = "correct_value" if corrects is not None else "add_value"
    record(verb, indicator.project, actor=actor, at=at, facts=facts)
    return row


def _refuse_dropped(indicator: Indicator) -> None:
    if indicator.is_dropped:
        raise Refused(_("This indicator is measured no longer."))
