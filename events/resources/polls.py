"""Which dates a person was asked about, and what the person answered."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from events.models import PollAnswer, PollInvitee
from schuldenlab.web.ports import DataColumn, DataGroup


def about_polls(person: Any) -> list[DataGroup]:
    """Date polls that asked somebody, and the answers to them."""
    meeting = DataColumn(_("meeting"), "poll__meeting__series__title")
    return [
        DataGroup(
            "date_polls",
            _("Date polls that asked you"),
            PollInvitee.objects.filter(person=person).order_by("-pk"),
            {
                "meeting": meeting,
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "asked": DataColumn(_("when"), "recorded_at"),
                "answered": DataColumn(_("answered at"), "answered_at"),
            },
        ),
        DataGroup(
            "date_answers",
            _("Your answers to date polls"),
            PollAnswer.objects.filter(invitee__person=person).order_by("-pk"),
            {
                "meeting": DataColumn(_("meeting"), "option__poll__meeting__series__title"),
                "moment": DataColumn(_("moment"), "option__starts_at"),
                "answer": DataColumn(_("answer"), "answer", dict(PollAnswer.Answer.choices)),
                "at": DataColumn(_("when"), "recorded_at"),
            },
        ),
    ]
