"""What is kept about a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from funding.models import Delivery, Pledge
from schuldenlab.web.ports import DataColumn, DataGroup


def personal_data(person: Any) -> list[DataGroup]:
    """Pledges that somebody offered or made firm, and what it wrote down as arrived."""
    facts = {
        "organisation": DataColumn(_("organisation"), "organisation__name"),
        "project": DataColumn(_("project"), "plan__phase__project__title"),
        "form": DataColumn(_("form"), "form", dict(Pledge.Form.choices)),
        "amount": DataColumn(_("value in euro"), "amount"),
        "text": DataColumn(_("what"), "text"),
        "status": DataColumn(_("status"), "status", dict(Pledge.Status.choices)),
    }
    return [
        DataGroup(
            "pledges",
            _("Pledges that you offered"),
            Pledge.objects.filter(offered_by=person).order_by("pk"),
            {"at": DataColumn(_("when"), "offered_at"), **facts},
        ),
        DataGroup(
            "firm_pledges",
            _("Pledges that you made firm"),
            Pledge.objects.filter(made_firm_by=person).order_by("pk"),
            {"at": DataColumn(_("when"), "firm_at"), **facts},
        ),
        DataGroup(
            "deliveries",
            _("What you wrote down as arrived"),
            Delivery.objects.filter(person=person).order_by("pk"),
            {
                "on": DataColumn(_("arrived on"), "arrived_on"),
                "organisation": DataColumn(_("organisation"), "pledge__organisation__name"),
                "amount": DataColumn(_("value in euro"), "amount"),
                "text": DataColumn(_("what"), "text"),
            },
        ),
    ]
