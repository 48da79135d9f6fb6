"""How the projects go: reports after each quarter, what they reach, and how they hang together."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import partial

from events.workdays import add_working_days
from partners.models import Person
from partners.querysets import local_day
from projects import actions
from projects.actions.reports import Measured
from projects.models import LIGHTS, Indicator, Light, Project
from projects.quarters import Quarter

from .calendar import moment
from .progress_data import AIMS, CONNECTIONS, COUNTED, REPORTS, SILENT, Aim, Reported
from .stage import Stage

WORKING_DAYS_AFTER, TOLD_SINCE = 10, -322


def write(stage: Stage) -> None:
    """Aims soon after the dossiers; a report some days after each quarter; links as they arise."""
    calendar = stage.calendar
    for aim in AIMS:
        stage.on(calendar.at(TOLD_SINCE, "14:00"), partial(_aim, stage, aim))
    for title, reports in REPORTS.items():
        for quarter, told in _told(stage, title, reports):
            stage.on(_reported_at(quarter), partial(_report, stage, title, quarter, told))
    for asked_at in (calendar.at(-133, "09:30"), calendar.lately(1, "09:30")):
        stage.on(asked_at, _remind)
    for offset, title, kind, other, reason in CONNECTIONS:
        facts = {"kind": kind, "reason": reason}
        stage.on(calendar.at(offset, "13:15"), partial(_connect, stage, title, other, facts))


def _told(
    stage: Stage, title: str, reports: tuple[tuple[int, Reported], ...]
) -> Iterator[tuple[Quarter, Reported]]:
    """Over each quarter what holds by then, and nothing twice."""
    today, before = stage.calendar.today, None
    for quarter in _quarters(stage):
        offset = (local_day(_reported_at(quarter)) - today).days
        holds = [told for since, told in reports if since <= offset]
        if not holds or holds[-1] is before:
            continue
        before = holds[-1]
        if title not in SILENT or quarter != Quarter.asked_on(today):
            yield quarter, before


def _quarters(stage: Stage) -> list[Quarter]:
    """Those over which a report was there before today, the oldest first."""
    today, first = stage.calendar.today, stage.calendar.day(TOLD_SINCE)
    last = Quarter.asked_on(today)
    rows = [last.step(-back) for back in range(4, -1, -1)]
    return [each for each in rows if first < local_day(_reported_at(each)) < today]


def _reported_at(quarter: Quarter) -> datetime:
    return moment(add_working_days(quarter.last_on, WORKING_DAYS_AFTER), "11:30")


def _going(title: str) -> Project | None:
    """The project with this title, when it is there and neither stopped nor handed over."""
    found: Project | None = Project.objects.going().filter(title=title).first()
    return found


def _leader(stage: Stage, project: Project, at: datetime) -> Person:
    day = local_day(at)
    leads = project.leaderships.filter(role="leader", from_on__lte=day, until_on=None).first()
    return stage.manager if leads is None else leads.person


def _remind(at: datetime) -> None:
    """Soon the project leaders meet."""
    actions.remind_reports(at=at)


def _aim(stage: Stage, aim: Aim, at: datetime) -> None:
    project = Project.objects.get(title=aim.title)
    actions.add_indicator(
        project,
        goal=aim.goal,
        name=aim.name,
        unit=aim.unit,
        target=aim.target,
        target_on=stage.calendar.day(200),
        actor=_leader(stage, project, at),
        at=at,
    )


def _report(stage: Stage, title: str, quarter: Quarter, told: Reported, at: datetime) -> None:
    """The leader reports, when the project is active by then."""
    project = _going(title)
    if project is None or project.status != Project.Status.ACTIVE:
        return
    values = [
        Measured(
            Indicator.objects.get(project=project, name=name),
            Decimal(value),
            quarter.last_on,
            COUNTED,
        )
        for name, value in told.figures.items()
    ]
    actions.write_report(
        project,
        quarter=quarter,
        lights={name: told.texts.get(name, (Light.TRACK, ""))[0] for name in LIGHTS},
        texts={name: text for name, (_light, text) in told.texts.items()},
        reached=told.reached,
        others_should_know=told.others,
        values=values,
        new_risk=told.risk,
        actor=_leader(stage, project, at),
        at=at,
    )


def _connect(stage: Stage, title: str, other: str, facts: dict[str, str], at: datetime) -> None:
    """When both are there by then."""
    found, second = _going(title), _going(other)
    if found is not None and second is not None:
        actions.connect_projects(
            found,
            other=second,
            from_on=local_day(at),
            actor=_leader(stage, found, at),
            at=at,
            **facts,
        )
