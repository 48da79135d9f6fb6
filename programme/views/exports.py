"""What a ballot gives away as a file: its count for an outsider, its deadline for a calendar."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import View

from programme.calendars import CALENDAR_TYPE, deadline_entry, entry_name
from programme.models import Ballot
from programme.resources.ballots import export_ballot
from schuldenlab.web.doors import Door


def attachment(content: bytes, name: str, content_type: str) -> HttpResponse:
    """A file that a browser saves and nobody keeps in between."""
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


class ExportBallot(Door, View):
    """A closed ballot with which anybody can count again; see docs/recount.md."""

    http_method_names = ("get", "head", "options")
    queryset = Ballot.objects.filter(status=Ballot.Status.CLOSED).select_related("raad")
    permission = "programme.view_ballot"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """JSON, as people can read it too."""
        del request, args, kwargs
        text = json.dumps(export_ballot(self.object), ensure_ascii=False, indent=1)
        name = f"stemming-{self.object.pk}.json"
        return attachment(f"{text}\n".encode(), name, "application/json")


class BallotCalendar(Door, View):
    """The deadline of an open ballot, for one's own calendar."""

    http_method_names = ("get", "head", "options")
    queryset = Ballot.objects.filter(status=Ballot.Status.OPEN)
    permission = "programme.view_ballot"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One entry; getting it twice gives one in the calendar."""
        del request, args, kwargs
        content = deadline_entry(self.object)
        return attachment(content, entry_name(self.object), f"{CALENDAR_TYPE}; charset=utf-8")
