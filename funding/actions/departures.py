"""What follows for projects when an organisation with firm pledges leaves."""

from datetime import datetime

from django.db import transaction

from partners.models import Person
from programme.models import CourseChange
from programme.ports import pledges_left
from projects.models import Project
from schuldenlab.audit.actions import record


@transaction.atomic
def link_departure(change: CourseChange, *, actor: Person | None, at: datetime) -> CourseChange:
    """The change of course about its leaving goes with the projects that run on its pledges.

    Its pledges stay firm: what was signed binds, until it is withdrawn with a reason.
    """
    left = pledges_left(change.organisation_id, change.happened_on)
    for project in Project.objects.filter(pk__in=[each.project_id for each in left]):
        project.course_changes.add(change)
        record("link_departure", project, actor=actor, at=at, facts={"change": change.pk})
    return change
