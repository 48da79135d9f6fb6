"""The provider of people whom meetings invite: who leads a project, and who steers it."""

from datetime import date
from typing import Any

from events.models import MeetingSeries
from events.ports import AudienceMember
from projects.models import Leadership, Project, Stake, StuurgroepMember
from projects.querysets import on_day

MEMBER, CHAIR = "stuurgroep", "chair"


def people_of_projects(audience: str, series: Any, day: date) -> list[AudienceMember]:
    """Who belongs to this audience by leading or steering a project, on this day."""
    if audience == MeetingSeries.Audience.LEADERS:
        return _leaders(day)
    if audience == MeetingSeries.Audience.STEERING and series is not None:
        return _members(series, day)
    if audience == MeetingSeries.Audience.NETWORK:
        return _everybody(day)
    return []


def _leaders(day: date) -> list[AudienceMember]:
    """The leader of each project that goes; who stands in comes when the leader cannot."""
    rows = on_day(Leadership.objects.filter(role="leader"), day)
    going = rows.filter(project__in=Project.objects.going()).order_by("pk")
    return [AudienceMember(row.person_id, row.organisation_id, row.role) for row in going]


def _members(series: Any, day: date) -> list[AudienceMember]:
    """Members of the stuurgroep that meets in this series, and who leads its project."""
    project = Project.objects.going().filter(stuurgroep__series=series)
    members = (
        StuurgroepMember.objects.on(day)
        .filter(stuurgroep__project__in=project, stake__in=Stake.objects.on(day))
        .select_related("stake")
        .order_by("-is_chair", "pk")
    )
    found = [
        AudienceMember(row.person_id, row.stake.organisation_id, CHAIR if row.is_chair else MEMBER)
        for row in members
    ]
    leads = on_day(Leadership.objects.filter(project__in=project), day).order_by("role", "pk")
    return found + [AudienceMember(row.person_id, row.organisation_id, row.role) for row in leads]


def _everybody(day: date) -> list[AudienceMember]:
    """The whole network knows who leads and steers: also whoever works for no partner."""
    project = Project.objects.going()
    leads = on_day(Leadership.objects.filter(project__in=project), day).order_by("pk")
    members = (
        StuurgroepMember.objects.on(day)
        .filter(stuurgroep__project__in=project)
        .select_related("stake")
        .order_by("pk")
    )
    return [
        *(AudienceMember(row.person_id, row.organisation_id, row.role) for row in leads),
        *(AudienceMember(row.person_id, row.stake.organisation_id, MEMBER) for row in members),
    ]
