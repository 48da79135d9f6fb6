"""What became of the projects: held, gone on, handed over, stopped, and a pilot near its end."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from partners.querysets import local_day
from projects import actions
from projects.models import Leadership, Participation, Phase

from . import project_texts as texts
from .project_data import CLEAN, LETTERS, PROJECTS, START, TERMS, WAGES
from .projects import LEADS, leaders, phase, project
from .stage import Stage


def write(stage: Stage) -> None:
    """From last autumn until yesterday."""
    calendar = stage.calendar
    _letters(stage)
    _ends(stage)
    for days in range(-300, 0, 15):  # the clock looks every day; here twice a month is enough
        stage.on(calendar.at(days, "07:30"), _remind)
    stage.on(calendar.lately(1, "07:30"), _remind)


def _change(stage: Stage, title: str, offset: int, **facts: Any) -> None:
    """Its leader writes the dossier otherwise."""
    letters = next(each.leader for each in PROJECTS if each.title == title)

    def act(at: datetime) -> None:
        actor = leaders(stage)[letters]
        actions.change_project(project(title), facts=facts, actor=actor, at=at)

    stage.on(stage.calendar.at(offset, "16:20"), act)


def _pilot(stage: Stage, title: str, offset: int, ends: int, said: Mapping[str, str]) -> None:
    """How big a pilot is, until when, and when it has succeeded."""

    def act(at: datetime) -> None:
        actions.describe_pilot(
            phase(title, Phase.Kind.PILOT),
            ends_on=stage.calendar.day(ends),
            actor=stage.manager,
            at=at,
            **said,
        )

    stage.on(stage.calendar.at(offset, "11:40"), act)


def _letters(stage: Stage) -> None:
    """Stopped after a mistake for six weeks, and so its end moved; a reminder came this week."""
    _stand(stage, LETTERS, -142, "10:50", actions.hold_project, reason=texts.LETTERS_HELD)
    _stand(stage, LETTERS, -98, "11:10", actions.resume_project, reason=texts.LETTERS_RESUMED)
    _pilot(stage, LETTERS, -318, -18, texts.LETTERS_PILOT)
    _pilot(stage, LETTERS, -98, 24, texts.LETTERS_PILOT)
    _pilot(stage, WAGES, -318, 160, texts.WAGES_PILOT)
    _change(stage, LETTERS, -31, current_state=texts.LETTERS_STATE)
    _change(stage, CLEAN, -64, current_state=texts.CLEAN_STATE)


def _stand(
    stage: Stage, title: str, offset: int, clock: str, act: Callable[..., Any], **said: Any
) -> None:
    """A project is held, goes on, or stops: with the reason."""
    stage.on(
        stage.calendar.at(offset, clock),
        lambda at: act(project(title), actor=stage.manager, at=at, **said),
    )


def _ends(stage: Stage) -> None:
    """One is handed over, one stops, and one waits while a stake in it ends."""
    calendar = stage.calendar
    stage.on(calendar.at(-110, "10:15"), lambda at: _hand_over(stage, at))
    stage.on(calendar.at(-100, "11:30"), lambda at: _end_part(stage, CLEAN, "VH", at))
    _step_down(stage, TERMS, -62, "13:30")
    _stand(stage, TERMS, -62, "14:10", actions.stop_project, reason=texts.TERMS_STOPPED)
    stage.on(calendar.at(-44, "09:50"), lambda at: _lose_stake(stage, at))
    _stand(stage, WAGES, -44, "10:20", actions.hold_project, reason=texts.WAGES_HELD)


def _hand_over(stage: Stage, at: datetime) -> None:
    day = local_day(at)
    _end_leading(stage, START, at)
    actions.hand_over_project(
        project(START),
        to=texts.START_TO,
        handed_over_on=day,
        text=texts.START_HANDED_OVER,
        actor=stage.manager,
        at=at,
    )


def _step_down(stage: Stage, title: str, offset: int, clock: str) -> None:
    stage.on(stage.calendar.at(offset, clock), lambda at: _end_leading(stage, title, at))


def _end_leading(stage: Stage, title: str, at: datetime) -> None:
    leading = Leadership.objects.select_related("project").get(
        project__title=title, role=LEADS, until_on__isnull=True
    )
    actions.end_leadership(leading, until_on=local_day(at), actor=stage.manager, at=at)


def _end_part(stage: Stage, title: str, letters: str, at: datetime) -> None:
    row = Participation.objects.select_related("project").get(
        project__title=title, organisation=stage.organisations[letters]
    )
    actions.end_participation(row, until_on=local_day(at), actor=stage.manager, at=at)


def _lose_stake(stage: Stage, at: datetime) -> None:
    stake = project(WAGES).stuurgroep.stakes.get(organisation=stage.organisations["BM"])
    actions.end_stake(
        stake, until_on=local_day(at), reason=texts.WAGES_LEFT, actor=stage.manager, at=at
    )


def _remind(at: datetime) -> None:
    actions.remind_pilots(at=at)
