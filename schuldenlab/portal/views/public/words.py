"""Public facts in the words and shapes of a page: rows, badges and the steps of a project."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.template.defaultfilters import date as written
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from programme.models import Decision, InnovationTheme
from projects.models import Phase, Project
from schuldenlab.portal.published import PublicDecision, PublicPhase, PublicProject, PublicTheme

Facts = dict[str, Any]
THEME_BADGES: Final = {
    "selected": "open",
    "exploring": "track",
    "working_out": "track",
    "delivered": "met",
    "stopped": "open",
}
DECISION_BADGES: Final = {"open": "track", "done": "met", "dropped": "open"}
OVER: Final = frozenset({Project.Status.STOPPED, Project.Status.HANDED_OVER})
STAGES: Final = (*Phase.Kind.values, Project.Status.HANDED_OVER, Project.Status.STOPPED)


def theme_row(theme: PublicTheme) -> Facts:
    """A theme as a row: its question, and how far it is."""
    return {
        "title": theme.title,
        "url": reverse("portal:public-theme", args=[theme.number]),
        "text": theme.question,
        "icon": "bulb",
        "status": THEME_BADGES.get(theme.status, "open"),
        "status_text": theme_stand(theme),
    }


def theme_stand(theme: PublicTheme) -> str:
    """The status in words, with what it is worked out to."""
    if theme.status == InnovationTheme.Status.WORKING_OUT:
        kind = InnovationTheme.Result(theme.result_kind).label
        return _("Being worked out: %(kind)s") % {"kind": kind}
    return capfirst(str(InnovationTheme.Status(theme.status).label))


def stage_of(project: PublicProject) -> str:
    """The column in which a project stands."""
    return project.status if project.status in OVER else project.phase


def stage_words(stage: str) -> str:
    """What a column is called."""
    labels = {**dict(Phase.Kind.choices), **dict(Project.Status.choices)}
    return capfirst(str(labels.get(stage, _("in preparation"))))


def project_badge(project: PublicProject) -> tuple[str, str]:
    """How it stands: a kind of badge, and its word."""
    if project.status == Project.Status.HANDED_OVER:
        return "met", _("Handed over")
    if project.status != Project.Status.ACTIVE:
        kind = "warn" if project.status == Project.Status.ON_HOLD else "open"
        return kind, capfirst(str(Project.Status(project.status).label))
    if project.phase_status == Phase.Status.RUNNING:
        return "track", _("Running")
    if project.phase_status == Phase.Status.ENDED:
        return "met", _("Done")
    return "open", _("In preparation")


def project_row(project: PublicProject) -> Facts:
    """A project as a row: what it does, and how it stands."""
    kind, words = project_badge(project)
    stage = "" if project.status in OVER else stage_words(project.phase)
    return {
        "title": project.title,
        "url": reverse("portal:public-project", args=[project.code]),
        "text": project.summary,
        "icon": "briefcase",
        "status": kind,
        "status_text": f"{stage}: {words.lower()}" if stage else words,
        "for_whom": project.target_group,
        "subject": project.subject,
        "organisations": project.organisations,
    }


def decision_facts(decision: PublicDecision) -> Facts:
    """A decision with its badge, and how it was taken."""
    year, _dash, sequence = decision.number.partition("-")
    return {
        "decision": decision,
        "url": reverse("portal:public-decision", args=[int(year), int(sequence)]),
        "badge": DECISION_BADGES[decision.status],
        "badge_text": capfirst(str(Decision.Status(decision.status).label)),
        "origin": capfirst(str(Decision.Origin(decision.origin).label)),
    }


def steps_of(project: PublicProject, theme: PublicTheme | None) -> list[Facts]:
    """The steps of a project as its page draws them; see `templates/projects/project/steps.html`.

    Why something has not started yet is not for everybody: here it is in preparation.
    """
    steps = []
    if theme is not None:
        steps = [_step(_("Theme"), str(theme.year), "done"), _explored(theme)]
    first = [each for each in project.phases if each.kind not in Phase.STEERED]
    if first:
        steps.append(_phase_step(stage_words(first[-1].kind), first))
    pilots, rest = (
        [each for each in project.phases if each.kind == kind]
        for kind in (Phase.Kind.PILOT, Phase.Kind.PROJECT)
    )
    if pilots or not any(each.started_on for each in rest):  # what began without a pilot has none
        steps.append(_phase_step(stage_words(Phase.Kind.PILOT), pilots))
    steps.append(_phase_step(stage_words(Phase.Kind.PROJECT), rest))
    if project.status == Project.Status.STOPPED:
        steps.append(_step(_("Stopped"), "", "stopped"))
    else:
        is_over = project.status == Project.Status.HANDED_OVER
        day = _month(project.handed_over_on)
        steps.append(_step(_("Handed over"), day, "done" if is_over else ""))
    return _with_current(steps)


def _explored(theme: PublicTheme) -> Facts:
    day = theme.exploring_on
    return _step(_("Exploration"), _month(day), "done" if day else "")


def _phase_step(name: str, phases: Sequence[PublicPhase]) -> Facts:
    """The phase of this kind that runs, else the last one."""
    if not phases:
        return _step(name, "", "")
    last = next((each for each in phases if each.status == Phase.Status.RUNNING), phases[-1])
    if last.status == Phase.Status.ENDED:
        return _step(name, _month(last.ended_on), "done")
    if last.status == Phase.Status.RUNNING:
        return _step(name, _("since %(day)s") % {"day": _month(last.started_on)}, "runs")
    return _step(name, _("in preparation"), "waits")


def _with_current(steps: list[Facts]) -> list[Facts]:
    for state in ("runs", "waits", "stopped"):
        for step in steps:
            if step["state"] == state:
                step["is_current"] = True
                return steps
    return steps


def _step(name: str, note: str, state: str) -> Facts:
    return {"name": name, "note": note, "state": state}


def _month(day: date | None) -> str:
    return written(day, "F Y") if day else ""
