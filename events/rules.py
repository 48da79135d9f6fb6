"""Who may do what with meetings. Every predicate also answers without an object ("anywhere?")."""

from typing import Any

import rules

from partners.rules import is_insider, is_kernteam

from .models import DatePoll, Meeting, MeetingSeries


@rules.predicate
def sees_meeting(person: Any, meeting: Meeting | None = None) -> bool:
    """Membership of `visible_to`."""
    if meeting is None:
        return bool(is_insider(person))
    return Meeting.objects.visible_to(person).filter(pk=meeting.pk).exists()


@rules.predicate
def sees_series(person: Any, series: MeetingSeries | None = None) -> bool:
    """Membership of `visible_to`."""
    if series is None:
        return bool(is_insider(person))
    return MeetingSeries.objects.visible_to(person).filter(pk=series.pk).exists()


rules.add_perm("events.view_meeting", sees_meeting)
rules.add_perm("events.view_meetingseries", sees_series)
for model in ("meetingdate", "attendance", "agendaitem", "agendadocument"):
    rules.add_perm(f"events.view_{model}", is_kernteam)
for verb in ("schedule_meeting", "call_off_meeting", "hold_meeting", "take_over_meeting"):
    rules.add_perm(f"events.{verb}", is_kernteam)
rules.add_perm("events", is_kernteam)


@rules.predicate
def sees_poll(person: Any, poll: DatePoll | None = None) -> bool:
    """Membership of `visible_to`."""
    if poll is None:
        return bool(is_insider(person))
    return DatePoll.objects.visible_to(person).filter(pk=poll.pk).exists()


@rules.predicate
def is_asked(person: Any, poll: DatePoll | None = None) -> bool:
    """The poll asks this very person."""
    if poll is None:
        return bool(is_insider(person))
    return bool(person.is_authenticated) and poll.invitees.filter(person=person).exists()


rules.add_perm("events.view_datepoll", sees_poll)
rules.add_perm("events.answer_poll", is_asked)
for model in ("pollinvitee", "pollanswer", "guestlink"):
    rules.add_perm(f"events.view_{model}", is_kernteam)
for verb in ("open_poll", "add_options", "choose_date", "withdraw_poll", "remind_poll"):
    rules.add_perm(f"events.{verb}", is_kernteam)
rules.add_perm("events.answer_poll_on_behalf", is_kernteam)
