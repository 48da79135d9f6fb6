"""The steps of a project as its page head draws them: what is done, what runs, what waits."""

from collections.abc import Sequence
from typing import Any

from django.template.defaultfilters import date as written
from django.utils.translation import gettext as _

from projects.models import Phase, Project

Step = dict[str, Any]


def steps_of(project: Project, phases: Sequence[Phase]) -> list[Step]:
    """At most six steps: theme, exploring, its first phase, pilot, project, handed over."""
    theme = project.innovation_theme
    steps = []
    if theme is not None:
        steps = [
            _step(_("Theme"), theme.selected_at, is_done=True),
            _step(_("Exploration"), theme.exploring_on, is_done=theme.exploring_on is not None),
        ]
    first = [each for each in phases if not each.is_steered and each.status != "dropped"]
    if first:
        steps.append(_phase_step(first[-1].get_kind_display().capitalize(), first))
    for kind in (Phase.Kind.PILOT, Phase.Kind.PROJECT):
        mine = [each for each in phases if each.kind == kind and each.status != "dropped"]
        steps.append(_phase_step(str(kind.label).capitalize(), mine))
    is_over = project.status == Project.Status.HANDED_OVER
    return [*steps, _step(_("Handed over"), project.handed_over_on, is_done=is_over)]


def _step(name: str, day: Any, *, is_done: bool, state: str = "") -> Step:
    state = state or ("done" if is_done else "")
    return {"name": name, "note": written(day, "F Y") if day else "", "state": state}


def _phase_step(name: str, phases: Sequence[Phase]) -> Step:
    if not phases:
        return _step(name, None, is_done=False)
    last = phases[-1]
    if last.status == Phase.Status.ENDED:
        return _step(name, last.ended_on, is_done=True)
    if last.status == Phase.Status.RUNNING:
        step = _step(name, last.started_on, is_done=False, state="runs")
        return {**step, "note": _("since %(day)s") % {"day": step["note"]}}
    return {**_step(name, None, is_done=False, state="blocked"), "note": _("in preparation")}
