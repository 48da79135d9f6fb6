"""Projects that run and are reported on, made by the product's own actions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from events.actions import schedule_meeting
from events.models import Meeting
from projects import actions
from projects.models import LIGHTS, Leadership
from projects.quarters import Quarter
from tests.events.records import network
from tests.projects import building
from tests.projects.building import DAY

if TYPE_CHECKING:
    from datetime import datetime

    from projects.models import Indicator, IndicatorValue, ProgressReport, Project
    from tests.cast import Cast

SECOND, THIRD = Quarter(2026, 2), Quarter(2026, 3)
ON_TRACK = dict.fromkeys(LIGHTS, "track")


def runs(cast: Cast, title: str = "Loopt", *, leader: str = "contact") -> Project:
    """A project that was taken over and runs since 400 days; somebody leads it since 300."""
    project = building.taken_over(cast, title=title)
    if leader:
        Leadership.objects.create(
            project=project,
            person=cast.people[leader],
            organisation=cast["FV"],
            role="leader",
            from_on=(cast.at - 300 * DAY).date(),
        )
    return project


def report(cast: Cast, project: Project, **facts: Any) -> ProgressReport:
    """Its leader reports on the second quarter, now, with everything on track."""
    given: dict[str, Any] = {
        "quarter": SECOND,
        "lights": ON_TRACK,
        "reached": "Er zijn 40 gezinnen geholpen.",
        "actor": cast.contact,
        "at": cast.at,
        **facts,
    }
    return actions.write_report(project, **given)


def indicator(cast: Cast, project: Project, **facts: Any) -> Indicator:
    """Households that got help, with a target of 80 at the end of the year."""
    given: dict[str, Any] = {
        "goal": "debts",
        "name": "huishoudens op tijd geholpen",
        "unit": "huishoudens",
        "target": Decimal(80),
        "target_on": cast.at.date().replace(month=12, day=31),
        "actor": cast.contact,
        "at": cast.at,
        **facts,
    }
    return actions.add_indicator(project, **given)


def measured(cast: Cast, row: Indicator, value: str, **facts: Any) -> IndicatorValue:
    """A figure of yesterday."""
    given: dict[str, Any] = {
        "value": Decimal(value),
        "measured_on": (cast.at - DAY).date(),
        "source": "Eigen telling",
        "actor": cast.contact,
        "at": cast.at,
        **facts,
    }
    return actions.add_value(row, **given)


def linked(cast: Cast, project: Project, other: Project, **facts: Any) -> Any:
    """One delivers to the other, since yesterday."""
    given: dict[str, Any] = {
        "other": other,
        "kind": "delivers",
        "reason": "Signalen over nieuwe achterstanden",
        "from_on": (cast.at - DAY).date(),
        "actor": cast.contact,
        "at": cast.at,
        **facts,
    }
    return actions.connect_projects(project, **given)


def leaders_meeting(cast: Cast, starts_at: datetime, on: datetime) -> Meeting:
    """A project leaders' meeting with a date."""
    words = {"title": "Overleg projectleiders", "title_en": "Project leaders’ meeting"}
    series = network(cast, duty="leaders", audience="leaders", **words)
    day = starts_at.date()
    slot = Meeting.objects.create(
        series=series, year=day.year, ordinal=1, window_opens_on=day, window_closes_on=day
    )
    schedule_meeting(slot, starts_at=starts_at, actor=cast.manager, at=on)
    return slot
