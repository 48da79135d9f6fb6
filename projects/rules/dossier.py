"""Who may see a project, bring it on, lead it and steer it."""

from typing import Any

import rules

from partners.querysets import local_day
from partners.rules import is_insider, is_kernteam
from projects.models import (
    Connection,
    Indicator,
    IndicatorValue,
    Leadership,
    Participation,
    Phase,
    ProgressReport,
    Project,
    ProjectDocument,
    ProjectLink,
    ProjectNote,
    Risk,
    StuurgroepMember,
)
from projects.querysets import on_day

Part = Phase | Participation | ProjectDocument | ProjectLink | Risk | Indicator | IndicatorValue


@rules.predicate
def sees_project(person: Any, project: Project | None = None) -> bool:
    """Membership of `visible_to`; anywhere: whoever takes part, leads or steers."""
    if not person.is_authenticated:
        return False
    if project is None:
        return bool(is_insider(person)) or Project.objects.visible_to(person).exists()
    return Project.objects.visible_to(person).filter(pk=project.pk).exists()


@rules.predicate
def sees_phase(person: Any, phase: Phase | None = None) -> bool:
    """A phase is seen with its project."""
    return bool(sees_project(person, phase.project if phase is not None else None))


def _leads(person: Any, project: Project | None) -> bool:
    rows = on_day(Leadership.objects.filter(person=person), local_day(person.moment))
    rows = rows if project is None else rows.filter(project=project)
    return bool(rows.exists())


def _chairs(person: Any, project: Project | None) -> bool:
    return bool(seats_in(person, project).filter(is_chair=True).exists())


def seats_in(person: Any, project: Project | None) -> Any:
    """Where this person sits in the stuurgroep now; without a project in any."""
    rows = StuurgroepMember.objects.on(local_day(person.moment)).filter(person=person)
    return rows if project is None else rows.filter(stuurgroep__project=project)


@rules.predicate
def keeps_dossier(person: Any, project: Project | None = None) -> bool:
    """The kernteam, and who leads the project or stands in."""
    if not person.is_authenticated:
        return False
    return bool(person.standing.is_kernteam) or _leads(person, project)


@rules.predicate
def keeps_part(person: Any, part: Part | None = None) -> bool:
    """The same, asked of a part of the dossier."""
    return bool(keeps_dossier(person, part.project if part is not None else None))


@rules.predicate
def keeps_link(person: Any, link: Connection | None = None) -> bool:
    """The kernteam, and who leads either of the two projects."""
    if link is None:
        return bool(keeps_dossier(person))
    return bool(keeps_dossier(person, link.project)) or bool(keeps_dossier(person, link.other))


@rules.predicate
def sees_part(
    person: Any, part: ProgressReport | Risk | Indicator | IndicatorValue | None = None
) -> bool:
    """What is reported and measured is seen with its project."""
    return bool(sees_project(person, part.project if part is not None else None))


@rules.predicate
def sees_link(person: Any, link: Connection | None = None) -> bool:
    """Membership of `visible_to`: who sees both projects."""
    if link is None:
        return bool(sees_project(person))
    return Connection.objects.visible_to(person).filter(pk=link.pk).exists()


@rules.predicate
def adds_papers(person: Any, project: Project | None = None) -> bool:
    """The kernteam, who leads it, and everybody in its stuurgroep."""
    if not person.is_authenticated:
        return False
    return bool(keeps_dossier(person, project)) or bool(seats_in(person, project).exists())


@rules.predicate
def reads_document(person: Any, paper: ProjectDocument | None = None) -> bool:
    """Membership of `visible_to`."""
    if paper is None:
        return bool(sees_project(person))
    return bool(ProjectDocument.objects.visible_to(person).filter(pk=paper.pk).exists())


@rules.predicate
def may_write_note(person: Any, project: Project | None = None) -> bool:
    """The kernteam, who leads it, and the chair of its stuurgroep."""
    if not person.is_authenticated:
        return False
    return bool(keeps_dossier(person, project)) or _chairs(person, project)


@rules.predicate
def may_correct_note(person: Any, note: ProjectNote | None = None) -> bool:
    """Who wrote it, as long as that person may write in this log; and the kernteam."""
    if not person.is_authenticated:
        return False
    if note is None or person.standing.is_kernteam:
        return bool(may_write_note(person))
    return note.person_id == person.pk and bool(may_write_note(person, note.project))


rules.add_perm("projects", is_kernteam)
rules.add_perm("projects.view_project", sees_project)
rules.add_perm("projects.view_phase", sees_phase)
for model in ("leadership", "participation", "stake", "stuurgroepmember"):
    rules.add_perm(f"projects.view_{model}", is_kernteam)
for verb in (
    *("change_project", "add_participation"),
    *("write_report", "raise_risk", "connect_projects", "add_indicator"),
):
    rules.add_perm(f"projects.{verb}", keeps_dossier)
for verb in (
    *("describe_prototype", "describe_pilot", "evaluate_pilot", "end_participation"),
    *("take_project_document_off", "take_project_link_off"),
    *("close_risk", "drop_indicator", "add_value", "correct_value"),
):
    rules.add_perm(f"projects.{verb}", keeps_part)
for verb in ("add_project_document", "add_project_link"):
    rules.add_perm(f"projects.{verb}", adds_papers)
rules.add_perm("projects.end_connection", keeps_link)
rules.add_perm("projects.view_connection", sees_link)
for noun in ("progressreport", "risk", "indicator"):
    rules.add_perm(f"projects.view_{noun}", sees_part)
rules.add_perm("projects.view_projectdocument", reads_document)
for verb in (
    *("open_project", "take_over_project", "name_leader", "end_leadership"),
    *("hold_project", "resume_project", "stop_project", "hand_over_project"),
    *(
        "plan_phase",
        "approve_phase",
        "put_phase_before_raad",
        "start_phase",
        "end_phase",
        "drop_phase",
    ),
    *("decide_prototype", "set_up_stuurgroep", "add_stake", "end_stake"),
    *("add_member", "end_member", "name_chair", "show_in_public"),
):
    rules.add_perm(f"projects.{verb}", is_kernteam)
rules.add_perm("projects.write_project_note", may_write_note)
rules.add_perm("projects.correct_project_note", may_correct_note)
