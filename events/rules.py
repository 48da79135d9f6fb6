"""Who may do what with meetings. Every predicate also answers without an object ("anywhere?")."""

from typing import Any

import rules

from partners.rules import is_insider, is_kernteam

from .models import ActionItem, Meeting, MeetingSeries, Minutes


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
def sees_minutes(person: Any, minutes: Minutes | None = None) -> bool:
    """Membership of `visible_to`."""
    if minutes is None:
        return bool(is_insider(person))
    return Minutes.objects.visible_to(person).filter(pk=minutes.pk).exists()


@rules.predicate
def sees_action(person: Any, action: ActionItem | None = None) -> bool:
    """Membership of `visible_to`."""
    if action is None:
        return bool(is_insider(person))
    return ActionItem.objects.visible_to(person).filter(pk=action.pk).exists()


@rules.predicate
def owns_action(person: Any, action: ActionItem | None = None) -> bool:
    """Whoever has to do it, as long as it takes part."""
    if action is None:
        return bool(is_insider(person))
    return bool(is_insider(person)) and action.owner_id == person.pk


rules.add_perm("events.view_minutes", sees_minutes)
rules.add_perm("events.view_actionitem", sees_action)
rules.add_perm("events.finish_action", is_kernteam | owns_action)
for verb in ("keep_agenda", "note_presence", "write_minutes", "send_minutes", "approve_minutes"):
    rules.add_perm(f"events.{verb}", is_kernteam)
for verb in ("add_action", "drop_action", "reopen_action", "list_actions"):
    rules.add_perm(f"events.{verb}", is_kernteam)
