"""What a person said about a programme, and prepared for its director."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programme.models import Commitment, CommitmentDraft, PassageComment
from schuldenlab.web.ports import DataColumn, DataGroup


def said(person: Any) -> list[DataGroup]:
    """Comments and answers, and commitments that were prepared."""
    return [
        DataGroup(
            "passage_comments",
            _("What you said about a programme"),
            PassageComment.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "programme": DataColumn(_("programme"), "programme__title"),
                "kind": DataColumn(_("kind"), "kind", dict(PassageComment.Kind.choices)),
                "quote": DataColumn(_("about this passage"), "quote"),
                "text": DataColumn(_("text"), "text"),
            },
        ),
        DataGroup(
            "commitment_drafts",
            _("Commitments that you prepared"),
            CommitmentDraft.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "programme": DataColumn(_("programme"), "programme__title"),
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "answer": DataColumn(_("answer"), "answer", dict(Commitment.Answer.choices)),
                "reason": DataColumn(_("reason"), "reason"),
            },
        ),
    ]
