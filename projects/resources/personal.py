"""What is kept about a person who leads, steers or writes."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from projects.models import BusinessCase, Leadership, ProjectNote
from schuldenlab.web.ports import DataColumn, DataGroup


def personal_data(person: Any) -> list[DataGroup]:
    """What somebody leads, steers, and wrote in the log of a project."""
    project = DataColumn(_("project"), "project__title")
    dated = {
        "from": DataColumn(_("from"), "from_on"),
        "until": DataColumn(_("until and including"), "until_on"),
    }
    return [
        DataGroup(
            "leaderships",
            _("Projects that you lead"),
            person.leaderships.order_by("from_on", "pk"),
            {
                "project": project,
                "role": DataColumn(_("role"), "role", dict(Leadership.Role.choices)),
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                **dated,
            },
        ),
        DataGroup(
            "stuurgroepen",
            _("Stuurgroepen that you are in"),
            person.stuurgroep_memberships.order_by("from_on", "pk"),
            {
                "project": DataColumn(_("project"), "stuurgroep__project__title"),
                "organisation": DataColumn(_("organisation"), "stake__organisation__name"),
                "function": DataColumn(_("function"), "function"),
                "is_chair": DataColumn(_("chair"), "is_chair"),
                **dated,
            },
        ),
        _written(person, project),
        _counted(person, project),
    ]


def _written(person: Any, project: DataColumn) -> DataGroup:
    return DataGroup(
        "project_notes",
        _("What you wrote in the log of a project"),
        ProjectNote.objects.filter(person=person).order_by("-pk"),
        {
            "at": DataColumn(_("when"), "at"),
            "project": project,
            "kind": DataColumn(_("kind"), "kind", dict(ProjectNote.Kind.choices)),
            "text": DataColumn(_("text"), "text"),
        },
    )


def _counted(person: Any, project: DataColumn) -> DataGroup:
    return DataGroup(
        "business_cases",
        _("Versions of a business case that you began"),
        BusinessCase.objects.filter(author=person).order_by("-pk"),
        {
            "at": DataColumn(_("when"), "recorded_at"),
            "project": project,
            "version": DataColumn(_("version"), "version"),
            "status": DataColumn(_("status"), "status", dict(BusinessCase.Status.choices)),
        },
    )
