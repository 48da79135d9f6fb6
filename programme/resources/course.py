"""Changes of course that a person proposed or judged, and calls of its seat."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programme.models import CourseChange, CrucialCall
from schuldenlab.web.ports import DataColumn, DataGroup


def changes(person: Any) -> list[DataGroup]:
    """What was proposed, judged, and called crucial."""
    facts = {
        "at": DataColumn(_("when"), "recorded_at"),
        "title": DataColumn(_("title"), "title"),
        "status": DataColumn(_("status"), "status", dict(CourseChange.Status.choices)),
    }
    return [
        DataGroup(
            "changes",
            _("Course changes that you proposed"),
            CourseChange.objects.filter(proposed_by=person).order_by("-pk"),
            facts,
        ),
        DataGroup(
            "judgements",
            _("Course changes that you judged"),
            CourseChange.objects.filter(judged_by=person).order_by("-pk"),
            {**facts, "reason": DataColumn(_("reason"), "judgement")},
        ),
        DataGroup(
            "calls",
            _("Course changes that you called crucial"),
            CrucialCall.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "title": DataColumn(_("title"), "change__title"),
                "organisation": DataColumn(_("organisation"), "seat__organisation__name"),
                "reason": DataColumn(_("reason"), "reason"),
            },
        ),
    ]
