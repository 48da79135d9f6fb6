"""Seats for which a person votes, and the votes that it cast."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programme.models import Delegate, InterestQuestion, Recusal, SeatInvitation, Vote
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


def about_interests(person: Any) -> list[DataGroup]:
    """Seats that it let step aside, and what it said about interests."""
    return [
        DataGroup(
            "recusals",
            _("Times that you let a seat step aside"),
            Recusal.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "ballot": DataColumn(_("ballot"), "ballot__title"),
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "reason": DataColumn(_("reason"), "reason"),
            },
        ),
        DataGroup(
            "interest_questions",
            _("What you said about interests in a ballot"),
            InterestQuestion.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "ballot": DataColumn(_("ballot"), "ballot__title"),
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "text": DataColumn(_("what is not right"), "text"),
                "answer": DataColumn(_("answer"), "answer"),
            },
        ),
    ]


def seat_answers(person: Any) -> list[DataGroup]:
    """Questions for a seat that a person answered, or for which it was named."""
    return [
        DataGroup(
            "seat_answers",
            _("Seats that were asked, which you answered or were named for"),
            SeatInvitation.objects.filter(
                Q(answered_by=person) | Q(representative=person) | Q(substitute=person)
            ).order_by("-pk"),
            {
                "sent": DataColumn(_("when"), "sent_at"),
                "year": DataColumn(_("year"), "raad__year"),
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "answer": DataColumn(_("answer"), "status", dict(SeatInvitation.Status.choices)),
                "reason": DataColumn(_("reason"), "reason"),
            },
        ),
    ]
