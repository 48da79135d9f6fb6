"""The doors of the calendar: the meetings of a year, and one meeting."""

from datetime import datetime
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from events.duties import Duty, duties
from events.models import Meeting, MeetingSeries
from events.ports import meeting_parts
from partners.querysets import local_day
from schuldenlab.web.doors import DetailDoor

from .changing import may_cancel
from .sections import sections
from .series import panel_of
from .words import badge_of, has_passed, owed_words, span_words, title_of, window_words, year_crumbs
from .yearline import year_line

FIRST_YEAR, LAST_YEAR = 2000, 2199


class MeetingYear(DetailDoor):
    """All meetings that the framework owes in a year, by series."""

    permission = "events.view_meeting"
    is_kept = True
    template_name = "events/year.html"
    duties: dict[tuple[int, int], Duty]

    def facts(self) -> dict[str, Any]:
        """Every slot with its date or its window."""
        year = self.kwargs["year"]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Http404
        visible = Meeting.objects.visible_to(self.person).live()
        meetings = visible.filter(year=year).select_related("series__framework")
        slots = list(meetings.order_by("series", "window_opens_on", "ordinal"))
        series = {meeting.series_id: meeting.series for meeting in slots}
        self.duties = duties(series.values(), [year], self.at)
        others = set(visible.filter(year__in=[year - 1, year + 1]).values_list("year", flat=True))
        return {
            "year": year,
            "heading": _("Meetings %(year)s") % {"year": year},
            "lead": _("The framework asks for these meetings. Each one has an agreed period."),
            "crumbs": year_crumbs(year),
            "line": year_line(self.person, year, self.at),
            "groups": [self._group(list(rows)) for _key, rows in groupby(slots, _series_key)],
            "may_arrange": self.person.standing.is_kernteam,
            "previous_year": year - 1 if year - 1 in others else None,
            "next_year": year + 1 if year + 1 in others else None,
        }

    def _group(self, meetings: list[Meeting]) -> dict[str, Any]:
        may_schedule = self.person.standing.is_kernteam
        duty = self.duties[meetings[0].series_id, meetings[0].year]
        return {
            "series": meetings[0].series,
            "panel": panel_of(duty) if duty.forecast.terms.need else None,
            "held": sum(meeting.status == Meeting.Status.HELD for meeting in meetings),
            "rows": [
                {
                    "meeting": meeting,
                    "title": title_of(meeting),
                    "owed": owed_words(meeting, duty.forecast),
                    "badge": badge_of(meeting, self.at),
                    "may_schedule": may_schedule and meeting.status == Meeting.Status.PLANNED,
                }
                for meeting in meetings
            ],
        }


def _series_key(meeting: Meeting) -> int:
    return meeting.series_id


class MeetingsNow(DetailDoor):
    """The meetings of this year."""

    permission = "events.view_meeting"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go to this year."""
        del request, args, kwargs
        return HttpResponseRedirect(reverse("events:year", args=[local_day(self.at).year]))


class MeetingDetail(DetailDoor):
    """One meeting: when and where, which dates it had, and who was there."""

    queryset = Meeting.objects.select_related("series").with_taken_over()
    permission = "events.view_meeting"
    is_kept = True
    template_name = "events/meeting_detail.html"

    def facts(self) -> dict[str, Any]:
        """The meeting, its history, and what the kernteam can do now."""
        meeting, starts = self.object, self.object.starts_at
        is_open = meeting.status in {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}
        acts = self.person.standing.is_kernteam and is_open
        parts = sections(meeting, self.person, self.at)
        return {
            **parts,
            "parts": meeting_parts(meeting, self.person, self.at),
            "meeting": meeting,
            "heading": title_of(meeting),
            "label": _label(meeting),
            "lead": meeting.lead,
            "span": starts and span_words(starts, meeting.lasts_minutes),
            "may_keep": self.person.standing.is_kernteam,
            "raad_papers": meeting.series.duty == MeetingSeries.Duty.RAAD
            and self.person.has_perm("programme.view_raad_meeting", meeting),
            "crumbs": year_crumbs(meeting.year, (title_of(meeting), "")),
            "badge": badge_of(meeting, self.at),
            "window": window_words(meeting),
            "dates": list(meeting.dates.all()),
            "attendances": meeting.attendances.select_related("organisation").order_by(
                "organisation__name"
            ),
            "may_schedule": acts,
            "is_under_way": bool(parts["presence"]) and _is_under_way(meeting, self.at),
            "may_call_off": acts and meeting.starts_at is not None,
            "may_cancel": acts and may_cancel(meeting, self.at),
            "may_hold": acts and has_passed(meeting, self.at),
            "may_take_over": acts and meeting.is_before_live,
        }


def _is_under_way(meeting: Meeting, at: datetime) -> bool:
    """It has begun and not ended, and nobody recorded yet that it was held."""
    if meeting.status != Meeting.Status.SCHEDULED:
        return False
    return meeting.starts_at is not None and meeting.starts_at <= at < (meeting.ends_at or at)


def _label(meeting: Meeting) -> str:
    """Which one of its series it is; of how many, when the framework owes a number."""
    facts = {
        "series": meeting.series.heading,
        "number": meeting.ordinal,
        "total": meeting.series.per_year,
        "year": meeting.year,
    }
    if meeting.series.per_year == 0:
        return _("%(series)s, number %(number)s in %(year)s") % facts
    return _("%(series)s, %(number)s of %(total)s in %(year)s") % facts
