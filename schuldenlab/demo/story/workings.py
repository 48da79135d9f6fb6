"""Chapter 18: two themes become projects, one as a prototype, one with a business case ahead."""

from datetime import datetime

from partners.querysets import local_day
from projects import actions
from projects.models import Participation, Phase

from . import project_texts as texts
from .calendar import working_days_after
from .projects import PARTNER, lead, leaders, phase, project, take_part
from .stage import Stage
from .theme_texts import BUFFER, TOGETHER
from .themes import of as theme_of


def write(stage: Stage) -> None:
    """From two months ago: a business case is prepared, a prototype is tried and accepted."""
    calendar = stage.calendar
    stage.on(calendar.at(-60, "10:30"), lambda at: _prepare_case(stage, at))
    stage.on(calendar.at(-50, "15:00"), lambda at: _work_out(stage, at))
    stage.on(calendar.at(-45, "11:15"), lambda at: _describe(stage, at))
    accepted = calendar.at(-20, "09:30")
    stage.on(working_days_after(accepted, -1, "14:30"), lambda at: _go_on(stage, at))
    stage.on(accepted, lambda at: _end_prototype(stage, at))
    stage.on(calendar.at(-18, "10:10"), lambda at: _plan_pilot(stage, at))


def _prepare_case(stage: Stage, at: datetime) -> None:
    theme = theme_of(TOGETHER)
    actions.open_project(
        theme,
        kind=Phase.Kind.BUSINESS_CASE,
        title=theme.title,
        summary=theme.question,
        **texts.TOGETHER_FACTS,
        actor=stage.manager,
        at=at,
    )
    lead(stage, theme.title, "EZ", local_day(at), at)
    for letters in ("EZ", "CH"):
        take_part(stage, theme.title, letters, Participation.Kind.INTERESTED, at)


def _work_out(stage: Stage, at: datetime) -> None:
    """The project opens with a prototype, which starts at once and takes the theme along."""
    theme = theme_of(BUFFER)
    actions.open_project(
        theme,
        kind=Phase.Kind.PROTOTYPE,
        title=theme.title,
        summary=theme.question,
        **texts.BUFFER_FACTS,
        actor=stage.manager,
        at=at,
    )
    lead(stage, theme.title, "FV", local_day(at), at)
    for letters in ("FV", "SW"):
        take_part(stage, theme.title, letters, PARTNER, at)
    prototype = phase(theme.title, Phase.Kind.PROTOTYPE)
    actions.start_phase(prototype, started_on=local_day(at), actor=stage.manager, at=at)


def _describe(stage: Stage, at: datetime) -> None:
    prototype = phase(BUFFER.title, Phase.Kind.PROTOTYPE)
    actor = leaders(stage)["FV"]
    actions.describe_prototype(prototype, **texts.PROTOTYPE, actor=actor, at=at)


def _go_on(stage: Stage, at: datetime) -> None:
    actions.decide_prototype(
        phase(BUFFER.title, Phase.Kind.PROTOTYPE),
        goes_on=True,
        because=texts.PROTOTYPE_GOES_ON,
        actor=stage.manager,
        at=at,
    )


def _end_prototype(stage: Stage, at: datetime) -> None:
    actions.end_phase(
        phase(BUFFER.title, Phase.Kind.PROTOTYPE),
        ended_on=local_day(at),
        ended_with=texts.PROTOTYPE_RESULT,
        actor=stage.manager,
        at=at,
    )


def _plan_pilot(stage: Stage, at: datetime) -> None:
    """Everything that it needs misses still."""
    actions.plan_phase(project(BUFFER.title), kind=Phase.Kind.PILOT, actor=stage.manager, at=at)
