"""Opening a dossier, and taking over a project that ran before the lab was kept here."""

from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from partners.models import GoLive, Person, Theme
from partners.querysets import local_day
from programme.models import InnovationTheme
from projects.gate import FIRST
from projects.models import Phase, Project
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .phases import plan_phase

PROJECT_LOCK = 70_070_007


@transaction.atomic
def open_project(
    theme: InnovationTheme,
    *,
    kind: str,
    title: str,
    summary: str,
    actor: Person | None,
    at: datetime,
    **facts: Any,
) -> Project:
    """Working out a theme is prepared: its dossier opens, with its first phase planned.

    The theme stays explored until that phase starts through the gate.
    """
    lock(theme)
    if theme.status != InnovationTheme.Status.EXPLORING:
        raise Refused(_("Only a theme that is being explored can be worked out."))
    if Project.objects.filter(innovation_theme=theme).exists():
        raise Refused(_("This theme has a project already."))
    if kind not in FIRST:
        raise Refused(_("A project begins with a business case or a prototype."))
    given = {"innovation_theme": theme, "theme_id": theme.theme_id, **facts}
    project = _open(title, summary, given, at)
    opened = {"theme": theme.pk, "code": project.code}
    record("open_project", project, actor=actor, at=at, facts=opened)
    plan_phase(project, kind=kind, actor=actor, at=at)
    return project


def _open(title: str, summary: str, facts: dict[str, Any], at: datetime) -> Project:
    """Under the next code of the year; nobody else takes one until this is done."""
    year = local_day(at).year
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PROJECT_LOCK])
    top = Project.objects.filter(year=year).aggregate(top=Max("sequence"))["top"] or 0
    project = Project(
        year=year,
        sequence=top + 1,
        title=" ".join(title.split()),
        summary=summary.strip(),
        recorded_at=at,
        **facts,
    )
    project.full_clean(exclude=["innovation_theme"])
    project.save()
    return project


@transaction.atomic
def take_over_project(
    theme: Theme,
    *,
    title: str,
    summary: str,
    kind: str,
    started_on: date,
    actor: Person | None,
    at: datetime,
    ended_on: date | None = None,
    ended_with: str = "",
    **facts: Any,
) -> Project:
    """A project that ran before the lab was kept here enters with the phase that it is in.

    No gate and no measure: its start lies before the first day of this lab. It is marked for ever.
    """
    _refuse_late(started_on, ended_on, at)
    given = {"theme": theme, "is_taken_over": True, **facts}
    project = _open(title, summary, given, at)
    ended = {"ended_on": ended_on, "ended_with": ended_with, "ended_at": at} if ended_on else {}
    phase = Phase(
        project=project,
        kind=kind,
        ordinal=1,
        status=Phase.Status.ENDED if ended_on else Phase.Status.RUNNING,
        is_taken_over=True,
        started_on=started_on,
        started_at=at,
        recorded_at=at,
        **ended,
    )
    phase.full_clean()
    phase.save()
    taken = {"code": project.code, "on": started_on.isoformat(), "kind": kind}
    record("take_over_project", project, actor=actor, at=at, facts=taken)
    return project


def _refuse_late(started_on: date, ended_on: date | None, at: datetime) -> None:
    """Only what began before the first day of this lab is taken over."""
    live_on = GoLive.objects.values_list("live_on", flat=True).first()
    if live_on is None:
        raise Refused(_("First set the day from which this lab is kept here."))
    if started_on >= live_on:
        raise Refused(
            _("Only what began before %(day)s is taken over. What begins later passes the gate.")
            % {"day": live_on.strftime("%d-%m-%Y")}
        )
    if ended_on is not None and not started_on <= ended_on <= local_day(at):
        raise Refused(_("The last day lies before the first day, or has not come yet."))
