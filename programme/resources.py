"""What this app keeps about a person, for that person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programme.models import Commitment, Delegate, RaadResponse, Vote
from schuldenlab.web.ports import DataColumn, DataGroup


def personal_data(person: Any) -> list[DataGroup]:
    """Seats, votes with their choice (they are one's own), commitments and responses."""
    return [*_as_delegate(person), *_answers(person)]


def _as_delegate(person: Any) -> list[DataGroup]:
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


def _answers(person: Any) -> list[DataGroup]:
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
