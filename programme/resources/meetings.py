"""What a person said and did around meetings of a programmaraad."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programme.models import Dispute, HandOver
from schuldenlab.web.ports import DataColumn, DataGroup


def around_meetings(person: Any) -> list[DataGroup]:
    """Objections to an entered vote, and ballots that were handed over."""
    return [*_disputes(person), *_hand_overs(person)]


def _disputes(person: Any) -> list[DataGroup]:
    columns = {
        "at": DataColumn(_("when"), "at"),
        "ballot": DataColumn(_("ballot"), "entitlement__ballot__title"),
        "organisation": DataColumn(_("organisation"), "entitlement__organisation__name"),
    }
    return [
        DataGroup(
            "disputes",
            _("Votes that you said are not right"),
            Dispute.objects.filter(person=person).order_by("-pk"),
            {**columns, "text": DataColumn(_("what is not right"), "text")},
        ),
    ]


def _hand_overs(person: Any) -> list[DataGroup]:
    columns = {
        "at": DataColumn(_("when"), "at"),
        "ballot": DataColumn(_("ballot"), "entitlement__ballot__title"),
        "organisation": DataColumn(_("organisation"), "entitlement__organisation__name"),
        "withdrawn": DataColumn(_("taken back at"), "withdrawn_at"),
    }
    return [
        DataGroup(
            "handed_over",
            _("Ballots that you handed over"),
            HandOver.objects.filter(from_person=person).order_by("-pk"),
            columns,
        ),
        DataGroup(
            "received",
            _("Ballots that were handed over to you"),
            HandOver.objects.filter(to_person=person).order_by("-pk"),
            columns,
        ),
    ]
