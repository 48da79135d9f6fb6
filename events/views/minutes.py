"""The doors of minutes for whoever reads them: a page, the printer, and the PDF."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from events.models import Meeting, Minutes
from events.proceedings import (
    differs_from_sent,
    is_as_sent,
    meetings_after,
    proceedings_of,
    state_badge,
)
from schuldenlab.documents.models import Document
from schuldenlab.web.doors import DetailDoor
from schuldenlab.web.files import FileDoor

from .words import meeting_crumbs, title_of

ALL = Minutes.objects.select_related("meeting__series", "approved_in__series", "document")
BADGES = {"draft": "open", "sent": "track", "approved": "met"}
LOOKUP = {"pk": "meeting_id"}


class MinutesDetail(DetailDoor):
    """The minutes of a meeting: as they were sent, and for the kernteam as they are now."""

    queryset = ALL
    lookup = LOOKUP
    permission = "events.view_minutes"
    template_name = "events/minutes_detail.html"
    offers_acts = True

    def facts(self) -> dict[str, Any]:
        """Text and facts, the state, and what can be done now."""
        minutes, meeting = self.object, self.object.meeting
        is_draft = minutes.status == Minutes.Status.DRAFT
        is_kernteam = self.person.standing.is_kernteam
        facts = proceedings_of(meeting, self.at) if is_draft else minutes.facts
        is_open = self.offers_acts and is_kernteam and minutes.status != Minutes.Status.APPROVED
        title = title_of(meeting)
        return {
            "minutes": minutes,
            "meeting": meeting,
            "heading": _("Minutes of “%(title)s”") % {"title": title},
            "crumbs": meeting_crumbs(meeting, _("Minutes")),
            "badge": {"status": BADGES[minutes.status], "text": minutes.get_status_display()},
            "text": minutes.text if is_draft else facts["text"],
            "said": facts,
            "actions": [_action(row) for row in facts["actions"]],
            "is_changed": is_open and not is_draft and not is_as_sent(minutes),
            "may_write": is_open,
            "may_send": is_open
            and meeting.status == Meeting.Status.HELD
            and (is_draft or differs_from_sent(minutes, self.at)),
            "may_approve": is_open
            and is_as_sent(minutes)
            and meetings_after(minutes, self.at).exists(),
            "is_kernteam": is_kernteam,
            "day": self.at,
        }


def _action(row: dict[str, Any]) -> dict[str, Any]:
    """An action as it was kept, with its state as a badge and its last day as a day."""
    until = date.fromisoformat(row["due_on"])
    return {**row, "badge": state_badge(row["status"]), "until": until}


class MinutesPrint(MinutesDetail):
    """The same for the printer."""

    template_name = "events/minutes_print.html"
    offers_acts = False


class MinutesFile(FileDoor):
    """The PDF as it was sent, or approved."""

    queryset = ALL
    lookup = LOOKUP
    permission = "events.view_minutes"

    def document(self) -> Document | None:
        """Nothing as long as it is a draft."""
        found: Document | None = self.object.document
        return found
