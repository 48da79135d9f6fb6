"""The programme of the year on the home page, with four figures."""

from typing import Any, Final

from django.db.models import IntegerField, Subquery
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.models import Organisation
from partners.querysets import local_day
from programme.models import InnovationTheme, Programme
from projects.models import Project

STATUS_BADGE: Final = {"preparing": "open", "submitted": "track", "adopted": "met"}


class Number(Subquery):
    """How many rows a query has, counted where they are."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def programme_of(person: Any) -> dict[str, Any]:
    """The newest programme that this person may read, and figures of this year; one query."""
    none: dict[str, Any] = {"programme": None, "figures": []}
    if not person.standing.is_insider:
        return none
    year = local_day(person.moment).year
    visible = Programme.objects.visible_to(person).filter(year__lte=year).order_by("-year")
    programme = _counted(visible, person, year).first()
    if programme is None:
        return none
    return {
        "programme": {
            "year": programme.year,
            "title": programme.title,
            "status": STATUS_BADGE.get(programme.status, "open"),
            "status_label": programme.get_status_display().capitalize(),
            "is_adopted": programme.status == Programme.Status.ADOPTED,
            "url": programme.get_absolute_url(),
        },
        "figures": [
            {"label": _("themes"), "value": programme.chosen},
            {"label": _("projects"), "value": programme.going},
            {"label": _("meetings"), "value": programme.held, "of": programme.planned},
            {"label": _("partners"), "value": programme.members},
        ],
    }


def _counted(programmes: Any, person: Any, year: int) -> Any:
    """With the figures of this year, in the same query."""
    chosen = InnovationTheme.objects.filter(call__year=year, selected_at__isnull=False)
    meetings = Meeting.objects.visible_to(person).live().filter(year=year)
    meetings = meetings.exclude(series__duty="steering")
    partners = Organisation.objects.partners(local_day(person.moment))
    return programmes.annotate(
        chosen=Number(chosen.order_by().values("pk")),
        going=Number(Project.objects.going().order_by().values("pk")),
        held=Number(meetings.filter(status="held").order_by().values("pk")),
        planned=Number(meetings.order_by().values("pk")),
        members=Number(partners.order_by().values("pk")),
    )
