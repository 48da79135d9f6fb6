"""Who is invited to a meeting and what they answered, for the kernteam."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import View

from events.coming import Coming, coming_to
from events.models import Invitee, Meeting, Reply
from events.resources.replies import invitee_table
from partners.querysets import local_day
from partners.resources.tables import KINDS
from schuldenlab.web.doors import DetailDoor, Door

from .sections.reply import is_ahead, state_of
from .words import title_of, year_crumbs

BADGES = {
    "silent": "open",
    "no": "fail",
    "refused": "warn",
    "pending": "warn",
    "waiting": "warn",
    "part": "warn",
    "comes": "met",
}


class MeetingInvitees(DetailDoor):
    """Everybody who is invited, by organisation, with what was answered."""

    queryset = Meeting.objects.select_related("series")
    permission = "events.see_invitees"
    template_name = "events/meeting_invitees.html"

    def facts(self) -> dict[str, Any]:
        """Organisations by name, replacements that wait, and who waits for a place."""
        meeting = self.object
        coming = coming_to(meeting, local_day(self.at))
        rows = invitee_rows(meeting, coming)
        return {
            "meeting": meeting,
            "coming": coming,
            "heading": _("Who is invited to “%(title)s”?") % {"title": title_of(meeting)},
            "crumbs": year_crumbs(
                meeting.year, (title_of(meeting), meeting.get_absolute_url()), (_("Invited"), "")
            ),
            "groups": [
                {"organisation": name, "rows": list(found)}
                for name, found in groupby(rows, lambda row: row["organisation"])
            ],
            "pending": [row for row in rows if row["state"] == "pending"],
            "waiting": sorted(
                (row for row in rows if row["waiting"]), key=lambda row: row["waits_since"]
            ),
            "is_ahead": is_ahead(meeting, self.at),
            "kinds": list(KINDS),
        }


def invitee_rows(meeting: Meeting, coming: Coming) -> list[dict[str, Any]]:
    """One row for each invitation, by organisation and name; without organisation last."""
    guests = {guest.pk: guest for guest in coming.guests}
    last = {guest.pk: guest.last.pk for guest in coming.guests if guest.last}
    replies = Reply.objects.in_bulk(last.values())
    found = meeting.invitees.holding().select_related("person", "organisation")
    rows = []
    for invitee in found:
        guest = guests[invitee.pk]
        state = state_of(coming, guest)
        waiting = 0 if state in {"silent", "no", "refused"} else coming.waiting(guest)
        rows.append(
            {
                "invitee": invitee,
                "organisation": invitee.organisation.name if invitee.organisation else "",
                "reply": replies.get(last.get(invitee.pk, 0)),
                "state": state,
                "badge": {"status": BADGES[state], "text": words_of(state)},
                "places": coming.places[invitee.pk],
                "waiting": waiting,
                "waits_since": guest.requests[-1] if waiting else None,
            }
        )
    return sorted(rows, key=_by_name)


def _by_name(row: dict[str, Any]) -> tuple[bool, str, str]:
    invitee: Invitee = row["invitee"]
    return not row["organisation"], row["organisation"].lower(), invitee.person.name.lower()


def words_of(state: str) -> str:
    """What somebody answered, and what came of it."""
    return {
        "silent": _("No answer yet"),
        "no": _("Does not come"),
        "refused": _("Asked for somebody else"),
        "pending": _("Replacement to judge"),
        "waiting": _("On the waiting list"),
        "part": _("Comes with fewer people"),
        "comes": _("Comes"),
    }[state]


class ExportInvitees(Door, View):
    """The same as a file."""

    http_method_names = ("get", "head", "options")
    queryset = Meeting.objects.select_related("series")
    permission = "events.see_invitees"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """CSV, XLSX or ODS."""
        del request, args, kwargs
        kind = self.kwargs["kind"]
        if kind not in KINDS:
            raise Http404
        write, content_type = KINDS[kind]
        coming = coming_to(self.object, local_day(self.at))
        answer = HttpResponse(write(invitee_table(self.object, coming)), content_type=content_type)
        name = _("invited-%(number)s") % {"number": self.object.pk}
        answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
        answer["Cache-Control"] = "private, no-store"
        answer["X-Content-Type-Options"] = "nosniff"
        return answer
