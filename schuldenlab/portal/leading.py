"""Projects that somebody leads or steers, for the home page."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from partners.querysets import local_day
from projects.models import Leadership, Project, StuurgroepMember
from projects.querysets import on_day


def led_by(person: Any) -> list[dict[str, Any]]:
    """What this person leads or steers today, with the way to each; what is over comes last."""
    rows = sorted(_rows(person), key=lambda row: (not row[0].is_going, row[0].title))
    return [
        {
            "label": _("Project “%(title)s”") % {"title": project.title},
            "title": project.title,
            "text": text,
            "note": "" if project.status == Project.Status.ACTIVE else _stands(project),
            "url": project.get_absolute_url(),
            "link": _("To the project"),
            "icon": "people",
        }
        for project, text in rows
    ]


def _rows(person: Any) -> Iterator[tuple[Project, str]]:
    day = local_day(person.moment)
    roles = {
        Leadership.Role.LEADER: _("Project leader"),
        Leadership.Role.SUBSTITUTE: _("Substitute of the project leader"),
    }
    led = on_day(Leadership.objects.filter(person=person), day).select_related("project")
    for lead in led:
        yield lead.project, roles[lead.role]
    mine = StuurgroepMember.objects.on(day).filter(person=person)
    for member in mine.select_related("stuurgroep__project"):
        text = _("Chair of the stuurgroep") if member.is_chair else _("Member of the stuurgroep")
        yield member.stuurgroep.project, text


def _stands(project: Project) -> str:
    return _("The project is “%(status)s”.") % {"status": project.get_status_display()}
