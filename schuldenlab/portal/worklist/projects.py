"""What projects wait for: somebody who leads or steers, a start, an evaluation, a report."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.gate import is_ready
from projects.models import FEWEST_ORGANISATIONS, Phase, Project
from projects.reporting import reports_due
from schuldenlab.portal.measures.reading import PATIENCE
from schuldenlab.web.templatetags.look import day as day_words

from .due import Due
from .phases import Phases, short_since
from .today import SOON, Today

MOST_NAMES = 3


def project_dues(phases: Phases, today: Today) -> Iterator[Due]:
    """By project; then themes that outlive their project, and reports."""
    led: set[int] = set()
    for phase in phases.rows:
        if phase.status == Phase.Status.RUNNING:
            yield from _running(phase, today)
        else:
            yield from _planned(phase, phases)
        if not phase.leads and phase.project_id not in led:
            led.add(phase.project_id)
            yield _leader(phase)
    yield from _themes()
    yield from _reports(today)


def _named(phase: Any) -> dict[str, str]:
    return {"project": phase.project.title, "phase": phase.get_kind_display()}


def _running(phase: Any, today: Today) -> Iterator[Due]:
    pilot, prototype = getattr(phase, "pilot", None), getattr(phase, "prototype", None)
    if pilot is not None and pilot.evaluated_at is None and pilot.ends_on <= today.day + SOON:
        text = _("Its last day is %(day)s. What came out of it?")
        yield Due(
            f"pilot-evaluate:{phase.pk}",
            _("Evaluate the pilot of “%(project)s”") % _named(phase),
            text % {"day": day_words(pilot.ends_on)},
            reverse("projects:pilot-evaluate", args=[phase.pk]),
            _("Evaluate the pilot"),
            pilot.ends_on,
            "",
            "hourglass",
        )
    if phase.is_steered and not phase.is_taken_over:
        yield from _stuurgroep(phase)
    if prototype is not None and prototype.learned and prototype.decided_at is None:
        yield Due(
            f"prototype-decide:{phase.pk}",
            _("Say whether the prototype of “%(project)s” goes on") % _named(phase),
            _("It taught something. Does it go on?"),
            reverse("projects:prototype-decide", args=[phase.pk]),
            _("Say whether it goes on"),
            _result_due_on(phase.project),
            "theme_results",
            "fork",
        )


def _result_due_on(project: Project) -> date | None:
    return None if project.innovation_theme is None else project.innovation_theme.result_due_on


def _stuurgroep(phase: Any) -> Iterator[Due]:
    """Too few organisations, else nobody who chairs it."""
    if phase.stakes < FEWEST_ORGANISATIONS:
        since = short_since(phase, phase.stake_until)
        text = _("Fewer than %(count)s organisations steer it now. Ask another one.")
        text %= {"count": FEWEST_ORGANISATIONS}
        key, button = "stake", _("Add an organisation")
        url = reverse("projects:stake-add", args=[phase.project_id])
    elif not phase.chair:
        since = short_since(phase, phase.chair_until)
        text, key, button = _("It has no chair. Name one."), "chair", _("Name a chair")
        url = phase.project.get_absolute_url()
    else:
        return
    yield Due(
        f"stuurgroep-{key}:{phase.project_id}",
        _("Complete the stuurgroep of “%(project)s”") % _named(phase),
        text,
        url,
        button,
        since + PATIENCE,
        "stuurgroepen",
        "people",
    )


def _planned(phase: Any, phases: Phases) -> Iterator[Due]:
    if is_ready(phase) and (phases.is_arranged(phase) or phase.kind == Phase.Kind.PROTOTYPE):
        yield Due(
            f"phase-start:{phase.pk}",
            _("Start the %(phase)s of “%(project)s”") % _named(phase),
            _("Everything that the start asks is there."),
            reverse("projects:phase-start", args=[phase.pk]),
            _("Start it"),
            None,
            "started_with_money",
            "check",
        )
    if phase.kind != Phase.Kind.PROTOTYPE and not phase.project.residents_voice:
        yield Due(
            f"voice:{phase.project_id}:{phase.pk}",
            _("Say how residents have a say in “%(project)s”") % _named(phase),
            _("A suggestion, before it starts."),
            reverse("projects:change", args=[phase.project_id]),
            _("Write it down"),
            None,
            "",
            "megaphone",
        )


def _leader(phase: Any) -> Due:
    return Due(
        f"leader:{phase.project_id}",
        _("Name a project leader for “%(project)s”") % _named(phase),
        _("Nobody leads it, so nobody speaks for it at the project leaders’ meetings."),
        reverse("projects:leader-name", args=[phase.project_id]),
        _("Name a leader"),
        None,
        "leaders_meetings",
        "person",
    )


def _themes() -> Iterator[Due]:
    """Projects that are over while their theme still goes on: it was delivered, or it stops."""
    over = Project.objects.filter(
        status__in=["stopped", "handed_over"],
        innovation_theme__status__in=["exploring", "working_out"],
    )
    rows: Any = over.select_related("innovation_theme").order_by("pk")
    text = _("This project is over, and its theme still is “%(status)s”. Say how the theme ended.")
    for each in rows:
        theme = each.innovation_theme
        yield Due(
            f"theme-ends:{theme.pk}",
            _("Say how the theme “%(title)s” ended") % {"title": theme.title},
            text % {"status": theme.get_status_display()},
            theme.get_absolute_url(),
            _("See the theme"),
            theme.result_due_on,
            "theme_results",
            "bulb",
        )


def _reports(today: Today) -> Iterator[Due]:
    """One item when reports are late, or due within a month."""
    silent = [each for each in reports_due(today.day) if each.due_on <= today.day + SOON]
    if not silent:
        return
    quarter, count = silent[0].quarter, len(silent)
    title = ngettext(
        "Ask %(count)s project for its report", "Ask %(count)s projects for their report", count
    )
    names = ", ".join(f"“{each.project.title}”" for each in silent[:MOST_NAMES])
    if count > MOST_NAMES:
        names = _("%(names)s and %(count)s more") % {"names": names, "count": count - MOST_NAMES}
    yield Due(
        f"reports:{quarter.year}-{quarter.number}",
        title % {"count": count},
        _("Over quarter %(number)s of %(year)s: %(names)s.")
        % {"number": quarter.number, "year": quarter.year, "names": names},
        reverse("projects:progress-list"),
        _("See the reports"),
        silent[0].due_on,
        "progress_reported",
        "pencil",
    )
