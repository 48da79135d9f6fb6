"""The steps of a project as its page head draws them: what is done, what runs, what waits."""

from collections.abc import Collection, Sequence
from typing import Any

from django.template.defaultfilters import date as written
from django.utils.translation import gettext as _

from projects.models import Phase, Project

Step = dict[str, Any]


def steps_of(project: Project, phases: Sequence[Phase], blocked: Collection[int]) -> list[Step]:
    """At most six steps: theme, exploring, its first phase, pilot, project, handed over.

    `blocked` are the phases in preparation of which something misses.
    """
    theme = project.innovation_theme
    steps = []
    if theme is not None:
        steps = [
            _step(_("Theme"), theme.selected_at, is_done=True),
            _step(_("Exploration"), theme.exploring_on, is_done=theme.exploring_on is not None),
        ]
    first = [each for each in phases if not each.is_steered and each.status != "dropped"]
    if first:
        name = first[-1].get_kind_display().capitalize()
        steps.append(_phase_step(name, first, blocked, project))
    pilots, rest = (
        [each for each in phases if each.kind == kind and each.status != "dropped"]
        for kind in (Phase.Kind.PILOT, Phase.Kind.PROJECT)
    )
    if pilots or not any(each.started_on for each in rest):  # what began without a pilot has none
        steps.append(_phase_step(_("Pilot"), pilots, blocked, project))
    steps.append(_phase_step(_("Project"), rest, blocked, project))
    return _with_current([*steps, _last(project)])


def _last(project: Project) -> Step:
    if project.status == Project.Status.STOPPED:
        return _step(_("Stopped"), project.stopped_at, is_done=False, state="stopped")
    is_over = project.status == Project.Status.HANDED_OVER
    return _step(_("Handed over"), project.handed_over_on, is_done=is_over)


def _with_current(steps: list[Step]) -> list[Step]:
    """What runs is the step of now; without that what is prepared, or where it stopped."""
    for state in ("runs", "blocked", "waits", "stopped"):
        for step in steps:
            if step["state"] == state:
                step["is_current"] = True
                return steps
    return steps


def _step(name: str, day: Any, *, is_done: bool, state: str = "") -> Step:
    state = state or ("done" if is_done else "")
    return {"name": name, "note": written(day, "F Y") if day else "", "state": state}


def _phase_step(
    name: str, phases: Sequence[Phase], blocked: Collection[int], project: Project
) -> Step:
    if not phases:
        return _step(name, None, is_done=False)
    running = [each for each in phases if each.status == Phase.Status.RUNNING]
    last = [*phases, *running][-1]
    if last.status == Phase.Status.ENDED:
        return _step(name, last.ended_on, is_done=True)
    if last.status == Phase.Status.RUNNING:
        step = _step(name, last.started_on, is_done=False, state="runs")
        return {**step, "note": _("since %(day)s") % {"day": step["note"]}}
    if project.status != Project.Status.ACTIVE:
        return {**_step(name, None, is_done=False, state="waits"), "note": _("in preparation")}
    if last.pk in blocked:
        return {**_step(name, None, is_done=False, state="blocked"), "note": _("start blocked")}
    return {**_step(name, None, is_done=False, state="waits"), "note": _("ready to start")}
