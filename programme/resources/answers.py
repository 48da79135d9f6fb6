"""What a person answered for its organisation."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programme.models import Commitment, RaadResponse
from schuldenlab.web.ports import DataColumn, DataGroup


def answers(person: Any) -> list[DataGroup]:
    """Commitments, and responses to a proposed raad."""
    return [
        DataGroup(
            "commitments",
            _("Commitments that you gave"),
            Commitment.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "programme": DataColumn(_("programme"), "programme__title"),
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "answer": DataColumn(_("answer"), "answer", dict(Commitment.Answer.choices)),
                "reason": DataColumn(_("reason"), "reason"),
            },
        ),
        DataGroup(
            "responses",
            _("Responses to a proposed programmaraad"),
            RaadResponse.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "year": DataColumn(_("year"), "raad__year"),
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "text": DataColumn(_("response"), "text"),
            },
        ),
    ]
