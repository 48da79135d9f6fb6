"""Reporting on a project, and its risks. What was reported stays; a correction is a new version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from projects.models import LIGHTS, Indicator, Light, ProgressReport, Project, Risk
from projects.quarters import Quarter
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .going import refuse_ended
from .measuring import put_value


@dataclass(frozen=True)
class NewRisk:
    """A risk as somebody names it: what may go wrong, what is done about it, and by whom."""

    text: str
    measure: str
    owner: str
    light: str = Light.WARN


@dataclass(frozen=True)
class Measured:
    """A figure as it comes with a report."""

    indicator: Indicator
    value: Decimal
    measured_on: date
    source: str


@transaction.atomic
def write_report(
    project: Project,
    *,
    quarter: Quarter,
    lights: Mapping[str, str],
    reached: str,
    actor: Person,
    at: datetime,
    texts: Mapping[str, str] | None = None,
    others_should_know: str = "",
    values: Iterable[Measured] = (),
    new_risk: NewRisk | None = None,
    closes: Mapping[Risk, str] | None = None,
) -> ProgressReport:
    """How the project goes over a quarter; with figures, a risk, and risks that are over.

    `lights` has a light for each of `LIGHTS`, `texts` says why for what is not on track; `closes`
    has for each risk that is over the reason.
    """
    lock(project)
    refuse_ended(project)
    said = {f"{name}_text": (texts or {}).get(name, "").strip() for name in LIGHTS}
    _refuse_silence(lights, said, reached)
    if quarter.first_on > local_day(at):
        raise Refused(_("This quarter has not begun yet."))
    words = {**{name: lights[name] for name in LIGHTS}, **said, "reached": reached.strip()}
    words["others_should_know"] = others_should_know.strip()
    report = _put_report(project, quarter, words, actor, at)
    for each in values:
        figure = {"measured_on": each.measured_on, "source": each.source}
        put_value(each.indicator, value=each.value, **figure, actor=actor, at=at)  # type: ignore[arg-type]
    if new_risk is not None:
        put_risk(project, new_risk, raised_on=local_day(at), actor=actor, at=at)
    for risk, because in (closes or {}).items():
        end_risk(risk, closed_on=local_day(at), because=because, actor=actor, at=at)
    return report


def _put_report(
    project: Project, quarter: Quarter, words: Mapping[str, str], actor: Person, at: datetime
) -> ProgressReport:
    """The next version over this quarter."""
    report = ProgressReport.objects.create(
        project=project,
        year=quarter.year,
        quarter=quarter.number,
        ordinal=project.reports.over(quarter).count() + 1,
        **words,
        person=actor,
        reported_at=at,
        recorded_at=at,
    )
    facts = {"year": quarter.year, "quarter": quarter.number, "version": report.ordinal}
    record("write_report", project, actor=actor, at=at, facts=facts)
    return report


def _refuse_silence(lights: Mapping[str, str], said: Mapping[str, str], reached: str) -> None:
    if not reached.strip():
        raise Refused(_("Write down what was reached."))
    for name in LIGHTS:
        if lights[name] != Light.TRACK and not said[f"{name}_text"]:
            raise Refused(_("Say in a few words why it is not on track."))


@transaction.atomic
def raise_risk(
    project: Project,
    *,
    text: str,
    measure: str,
    owner: str,
    raised_on: date,
    actor: Person,
    at: datetime,
    light: str = Light.WARN,
) -> Risk:
    """Name what may go wrong, what is done about it, and who looks after it."""
    lock(project)
    refuse_ended(project)
    new = NewRisk(text=text, measure=measure, owner=owner, light=light)
    return put_risk(project, new, raised_on=raised_on, actor=actor, at=at)


@transaction.atomic
def close_risk(risk: Risk, *, closed_on: date, because: str, actor: Person, at: datetime) -> Risk:
    """It is over, and why."""
    lock(risk.project)
    return end_risk(risk, closed_on=closed_on, because=because, actor=actor, at=at)


def put_risk(
    project: Project, new: NewRisk, *, raised_on: date, actor: Person, at: datetime
) -> Risk:
    """One risk more. Part of raising it, and of a report."""
    words = {"text": new.text.strip(), "measure": new.measure.strip(), "owner": new.owner.strip()}
    if not all(words.values()):
        raise Refused(_("Say what may go wrong, what you do about it, and who looks after it."))
    if raised_on > local_day(at):
        raise Refused(_("This day still has to come."))
    risk = Risk.objects.create(
        project=project, **words, light=new.light, raised_on=raised_on, recorded_at=at
    )
    facts = {"risk": risk.pk, "light": str(new.light)}
    record("raise_risk", project, actor=actor, at=at, facts=facts)
    return risk


def end_risk(risk: Risk, *, closed_on: date, because: str, actor: Person, at: datetime) -> Risk:
    """It is over. Part of closing it, and of a report."""
    lock(risk)
    if risk.closed_on is not None:
        raise Refused(_("This risk was closed already."))
    if not because.strip():
        raise Refused(_("Say in a few words why it is over."))
    if closed_on < risk.raised_on or closed_on > local_day(at):
        raise Refused(_("The last day lies before the first day, or still has to come."))
    risk.closed_on, risk.closed_because, risk.closed_at = closed_on, because.strip(), at
    risk.save(update_fields=["closed_on", "closed_because", "closed_at"])
    record("close_risk", risk.project, actor=actor, at=at, facts={"risk": risk.pk})
    return risk
