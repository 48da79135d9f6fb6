"""What follows for projects when an organisation with firm pledges leaves."""

from datetime import datetime

from django.db import transaction

from funding.models import Pledge
from partners.models import Partnership, Person
from programme.models import CourseChange
from projects.models import Project
from schuldenlab.audit.actions import record


@transaction.atomic
def link_departure(
    partnership: Partnership, *, actor: Person | None, at: datetime
) -> CourseChange | None:
    """The change of course about its leaving goes with the projects that run on its pledges.

    Its pledges stay firm: what was signed binds, until it is withdrawn with a reason.
    """
    change: CourseChange | None = CourseChange.objects.filter(departure=partnership).first()
    if change is None or partnership.left_on is None:
        return None
    pledges = Pledge.objects.left_by(partnership.organisation_id, partnership.left_on)
    for project in Project.objects.filter(phases__funding_plan__pledges__in=pledges).distinct():
        project.course_changes.add(change)
        record("link_departure", project, actor=actor, at=at, facts={"change": change.pk})
    return change
