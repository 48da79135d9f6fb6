"""The provider of what a project leaders' meeting talks about: the reports of all projects."""

from datetime import datetime
from typing import Any

from events.models import MeetingSeries
from events.ports import MeetingPart
from partners.querysets import local_day
from projects.models import Connection
from projects.reporting import reports_for


def reports_of_meeting(meeting: Any, person: Any, at: datetime) -> list[MeetingPart]:
    """The reports and who has not reported; nothing for other meetings."""
    if meeting.series.duty != MeetingSeries.Duty.LEADERS:
        return []
    found = reports_for(meeting, person, at)
    links = Connection.objects.visible_to(person).on(local_day(at))
    facts = {
        "reports": found.reports,
        "silent": found.silent,
        "quarter": found.quarter,
        "links": links.count(),
    }
    return [MeetingPart("projects/meeting/reports.html", facts)]
