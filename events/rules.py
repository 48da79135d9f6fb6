"""Who may do what with meetings. Every predicate also answers without an object ("anywhere?")."""

from typing import Any

import rules

from partners.rules import is_insider, is_kernteam

from .models import (
    ActionItem,
    BlockedPeriod,
    Circular,
    DatePoll,
    Invitee,
    Meeting,
    MeetingDocument,
    MeetingSeries,
    Minutes,
    ProgrammePart,
)


@rules.predicate
def sees_meeting(person: Any, meeting: Meeting | None = None) -> bool:
    """Membership of `visible_to`; anywhere: who takes part, and who meets in a stuurgroep."""
    if meeting is None:
        return bool(is_insider(person)) or Meeting.objects.visible_to(person).exists()
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


@rules.predicate
def sees_blocked(person: Any, period: BlockedPeriod | None = None) -> bool:
    """Membership of `visible_to`."""
    if period is None:
        return bool(is_insider(person))
    return BlockedPeriod.objects.visible_to(person).filter(pk=period.pk).exists()


rules.add_perm("events.view_blockedperiod", sees_blocked)
for model in ("standingguest", "formerterms"):
    rules.add_perm(f"events.view_{model}", is_kernteam)
for verb in ("change_series", "add_blocked_period", "withdraw_blocked_period"):
    rules.add_perm(f"events.{verb}", is_kernteam)


@rules.predicate
def keeps_calendar(person: Any, feed: Any = None) -> bool:
    """Who takes part, or is invited to something, has meetings to put in a calendar."""
    del feed
    if is_insider(person):
        return True
    invited = Invitee.objects.holding()
    return bool(person.is_authenticated) and invited.filter(person=person).exists()


rules.add_perm("events.keep_calendar", keeps_calendar)
rules.add_perm("events.view_calendarfeed", is_kernteam)
for verb in ("correct_meeting", "cancel_meeting"):
    rules.add_perm(f"events.{verb}", is_kernteam)


# -- invitations, answers, and the day ------------------------------------------------------------


@rules.predicate
def sees_invitee(person: Any, invitee: Invitee | None = None) -> bool:
    """Membership of `visible_to`."""
    if invitee is None:
        return bool(is_insider(person))
    return Invitee.objects.visible_to(person).filter(pk=invitee.pk).exists()


@rules.predicate
def is_invited(person: Any, invitee: Invitee | None = None) -> bool:
    """Everybody answers its own invitation."""
    if invitee is None:
        return bool(is_insider(person))
    return bool(person.is_authenticated and invitee.person_id == person.pk)


@rules.predicate
def sees_part(person: Any, part: ProgrammePart | None = None) -> bool:
    """Membership of `visible_to`."""
    if part is None:
        return bool(is_insider(person))
    return ProgrammePart.objects.visible_to(person).filter(pk=part.pk).exists()


@rules.predicate
def sees_paper(person: Any, paper: MeetingDocument | None = None) -> bool:
    """Membership of `visible_to`."""
    if paper is None:
        return bool(is_insider(person))
    return MeetingDocument.objects.visible_to(person).filter(pk=paper.pk).exists()


rules.add_perm("events.view_invitee", sees_invitee)
rules.add_perm("events.view_reply", is_kernteam)
rules.add_perm("events.view_programmepart", sees_part)
rules.add_perm("events.view_meetingdocument", sees_paper)
rules.add_perm("events.reply_to_invitation", is_invited)
for verb in ("see_invitees", "record_reply", "judge_replacement", "keep_programme"):
    rules.add_perm(f"events.{verb}", is_kernteam)
