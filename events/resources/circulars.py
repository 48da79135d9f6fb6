"""Letters of the kernteam that somebody got."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from events.models import CircularRecipient
from schuldenlab.web.ports import DataColumn, DataGroup


def circulars_got(person: Any) -> list[DataGroup]:
    """Which letters, when, and for which organisation."""
    return [
        DataGroup(
            "circulars",
            _("Letters of the kernteam that you got"),
            CircularRecipient.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "recorded_at"),
                "subject": DataColumn(_("subject"), "circular__subject"),
                "organisation": DataColumn(_("organisation"), "organisation__name"),
            },
        ),
    ]
