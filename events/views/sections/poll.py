"""The part of a meeting's page that shows the date poll of a meeting."""

from datetime import datetime
from typing import Any

from events.models import DatePoll, Meeting, PollInvitee


def section(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """The open poll with how many answered, and whether it asks this person; else empty.

    The kernteam can start one for a meeting without a date.
    """
    if meeting.status not in {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}:
        return {}
    is_kernteam = person.standing.is_kernteam
    polls = DatePoll.objects.filter(meeting=meeting, status=DatePoll.Status.OPEN)
    poll = polls.visible_to(person).with_figures().first()
    if poll is None:
        may_open = is_kernteam and meeting.status == Meeting.Status.PLANNED
        return {"may_open": True} if may_open else {}
    poll.meeting = meeting
    mine = PollInvitee.objects.filter(poll=poll, person=person).first()
    return {
        "poll": poll,
        "answered": poll.asked - poll.silent,
        "mine": mine,
        "is_over": not poll.accepts_answers(at),
        "may_read": is_kernteam,
    }
