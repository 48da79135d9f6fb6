"""A change of course that concerns a project."""

from datetime import datetime
from typing import Any

from django.db import transaction

from partners.models import Person
from programme.actions import propose_change
from programme.models import CourseChange, Programmaraad
from projects.models import Project
from schuldenlab.lifecycle import lock

from .going import refuse_ended

SUBJECT_LENGTH = 120


@transaction.atomic
def propose_project_change(
    project: Project, *, raad: Programmaraad, actor: Person | None, at: datetime, **facts: Any
) -> CourseChange:
    """Somebody proposes to do a project otherwise than was agreed; the kernteam judges it."""
    lock(project)
    refuse_ended(project)
    change = propose_change(
        raad,
        about=CourseChange.About.PROJECT,
        subject=project.title[:SUBJECT_LENGTH],
        theme=project.theme,
        actor=actor,
        at=at,
        **facts,
    )
    project.course_changes.add(change)
    return change
