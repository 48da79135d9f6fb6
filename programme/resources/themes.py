"""What a person proposed, guides, and wrote in a log."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programme.models import ExplorationNote, InnovationTheme
from schuldenlab.web.ports import DataColumn, DataGroup


def about_themes(person: Any) -> list[DataGroup]:
    """Innovation themes that somebody proposed or guides, and entries of their logs."""
    return [_proposed(person), *_explored(person)]


def _proposed(person: Any) -> DataGroup:
    return DataGroup(
        "proposed_themes",
        _("Innovation themes that you proposed"),
        person.proposed_themes.order_by("-pk"),
        {
            "at": DataColumn(_("when"), "proposed_at"),
            "title": DataColumn(_("title"), "title"),
            "organisation": DataColumn(_("organisation"), "proposed_by__name"),
            "question": DataColumn(_("question"), "question"),
            "why": DataColumn(_("why"), "why"),
            "who_gains": DataColumn(_("who gains by it"), "who_gains"),
            "status": DataColumn(_("status"), "status", dict(InnovationTheme.Status.choices)),
        },
    )


def _explored(person: Any) -> list[DataGroup]:
    theme = DataColumn(_("innovation theme"), "theme__title")
    return [
        DataGroup(
            "facilitations",
            _("Innovation themes that you guide"),
            person.facilitations.order_by("from_on", "pk"),
            {
                "theme": theme,
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "from": DataColumn(_("from"), "from_on"),
                "until": DataColumn(_("until and including"), "until_on"),
            },
        ),
        DataGroup(
            "exploration_notes",
            _("What you wrote in the log of a theme"),
            person.exploration_notes.order_by("-pk"),
            {
                "at": DataColumn(_("when"), "at"),
                "theme": theme,
                "kind": DataColumn(_("kind"), "kind", dict(ExplorationNote.Kind.choices)),
                "text": DataColumn(_("text"), "text"),
            },
        ),
    ]
