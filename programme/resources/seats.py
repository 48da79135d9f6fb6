"""Seats for which a person votes, and the votes that it cast."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programme.models import Delegate, Vote
from schuldenlab.web.ports import DataColumn, DataGroup


def as_delegate(person: Any) -> list[DataGroup]:
    """Seats, and votes with their choice: they are one's own."""
    return [
        DataGroup(
            "delegations",
            _("Seats for which you vote"),
            person.delegations.order_by("from_on", "pk"),
            {
                "year": DataColumn(_("year"), "seat__raad__year"),
                "organisation": DataColumn(_("organisation"), "seat__organisation__name"),
                "role": DataColumn(_("role"), "role", dict(Delegate.Role.choices)),
                "from": DataColumn(_("from"), "from_on"),
                "until": DataColumn(_("until and including"), "until_on"),
            },
        ),
        DataGroup(
            "votes",
            _("Votes that you cast"),
            Vote.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "ballot": DataColumn(_("ballot"), "ballot__title"),
                "organisation": DataColumn(_("organisation"), "entitlement__organisation__name"),
                "choice": DataColumn(_("choice"), "choice", dict(Vote.Choice.choices)),
                "reason": DataColumn(_("reason"), "reason"),
                "receipt": DataColumn(_("receipt code"), "receipt_code"),
            },
        ),
    ]
