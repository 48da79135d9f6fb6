"""Letters about meetings that must get a date."""

from datetime import date, datetime

from events.duties import Duty
from events.models import Meeting
from partners.models import KernteamMember
from partners.querysets import local_day
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter


def meeting_presses(meeting: Meeting, duty: Duty, last_on: date, *, at: datetime) -> bool:
    """The kernteam hears once of each last day of a meeting. Returns whether it had not heard."""
    key = f"meeting-presses:{meeting.pk}:{last_on.isoformat()}"
    if Letter.objects.filter(key__startswith=f"{key}:").exists():
        return False
    terms = KernteamMember.objects.on(local_day(at)).select_related("person")
    context = {
        "meeting": meeting,
        "series": duty.series,
        "days": duty.forecast.terms.lead_days,
        "last_on": last_on,
        "is_in_window": last_on == duty.last_day_of(meeting),
        "is_to_meet": last_on == duty.forecast.held_by,
        "poll_on": duty.last_day_to_poll(last_on),
    }
    post(
        "events/mail/meeting_presses.txt",
        [term.person.as_recipient() for term in terms if term.person.is_active],
        key,
        at,
        context=context,
    )
    return True
