"""Who may do what with meetings. Every predicate also answers without an object ("anywhere?")."""

from typing import Any

import rules

from partners.rules import is_insider, is_kernteam

from .models import Circular, Meeting, MeetingSeries


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
def sees_circular(person: Any, circular: Circular | None = None) -> bool:
    """Membership of `visible_to`; anywhere: who takes part, or once got one."""
    visible = Circular.objects.visible_to(person)
    if circular is None:
        return bool(is_insider(person)) or visible.exists()
    return visible.filter(pk=circular.pk).exists()


rules.add_perm("events.view_circular", sees_circular)
rules.add_perm("events.view_circularrecipient", is_kernteam)
for verb in ("draft", "rewrite", "test", "send", "discard"):
    rules.add_perm(f"events.{verb}_circular", is_kernteam)
