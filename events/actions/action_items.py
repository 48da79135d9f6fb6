"""Who does what after a meeting: given, done, dropped, taken up again, and reminded of."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events import notifications
from events.models import ActionItem, AgendaItem, GuestLink, Meeting, Minutes
from events.workdays import add_working_days, is_working_day
from partners.models import Mandate, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .links import revoke_links, write_links

AHEAD = 3  # working days before the last day
LINK_LASTS = timedelta(days=60)  # after the last day
OPENS, CLOSES = 9, 17


@transaction.atomic
def add_action(
    meeting: Meeting,
    *,
    text: str,
    owner: Person,
    due_on: date,
    item: AgendaItem | None = None,
    actor: Person | None,
    at: datetime,
) -> ActionItem:
    """Somebody does something before a day; a letter with a link says so."""
    lock(meeting)
    _check(meeting, owner, item, at)
    if due_on < local_day(at):
        raise Refused(_("Choose a last day that still comes."))
    mandate = Mandate.objects.on(local_day(at)).filter(person=owner).order_by("pk").first()
    action = ActionItem.objects.create(
        meeting=meeting,
        item=item,
        text=text.strip(),
        owner=owner,
        organisation=mandate.organisation if mandate else None,
        due_on=due_on,
        recorded_at=at,
    )
    facts = {"meeting": meeting.pk, "owner": owner.pk, "due_on": due_on.isoformat()}
    record("add_action", action, actor=actor, at=at, facts=facts)
    notifications.action_given(action, _link(action, at), at=at)
    return action


@transaction.atomic
def finish_action(
    action: ActionItem, *, note: str = "", actor: Person | None, at: datetime
) -> ActionItem:
    """It is done; one may say in a few words what came of it."""
    return move(action, "finish_action", actor=actor, at=at, also={"note": note.strip()})


@transaction.atomic
def finish_by_link(token: str, *, note: str = "", at: datetime) -> ActionItem:
    """The same by the link of a letter: whoever holds it is the owner, of this action only."""
    link = GuestLink.objects.opened_by(token, at)
    if link is None or link.action_item is None:
        raise Refused(_("This link does not work any more."))
    return finish_action(link.action_item, note=note, actor=link.action_item.owner, at=at)


@transaction.atomic
def drop_action(
    action: ActionItem, *, reason: str, actor: Person | None, at: datetime
) -> ActionItem:
    """It is not needed any more; the owner is told why, and the links in the letters stop."""
    if not reason.strip():
        raise Refused(_("Say in a few words why it is not needed any more."))
    move(action, "drop_action", actor=actor, at=at, also={"note": reason.strip()})
    revoke_links(action, at=at)
    notifications.action_dropped(action, at=at)
    return action


@transaction.atomic
def reopen_action(
    action: ActionItem, *, due_on: date, actor: Person | None, at: datetime
) -> ActionItem:
    """It was not done after all: it is open again, with a new last day."""
    if due_on < local_day(at):
        raise Refused(_("Choose a last day that still comes."))
    also = {"due_on": due_on, "note": ""}
    facts = {"due_on": due_on.isoformat()}
    move(action, "reopen_action", actor=actor, at=at, also=also, facts=facts)
    notifications.action_reopened(action, _link(action, at), at=at)
    return action


@transaction.atomic
def remind_actions(at: datetime) -> int:
    """Remind owners three working days before the last day, and once after it."""
    if not _is_office_hour(at):
        return 0
    day = local_day(at)
    due = [
        action
        for action in ActionItem.objects.due_around(day).select_related("owner", "meeting__series")
        if add_working_days(action.due_on, -AHEAD) <= day
    ]
    reminded = 0
    for action in notifications.not_reminded(due, day):
        notifications.action_reminder(action, _link(action, at), is_late=action.due_on < day, at=at)
        reminded += 1
    return reminded


def _check(meeting: Meeting, owner: Person, item: AgendaItem | None, at: datetime) -> None:
    if meeting.starts_at is None or at < meeting.starts_at:
        raise Refused(_("This meeting has not begun yet."))
    if Minutes.objects.filter(meeting=meeting, status=Minutes.Status.APPROVED).exists():
        raise Refused(_("The minutes of this meeting are approved. Add it to the next meeting."))
    if not owner.is_active:
        raise Refused(_("This person has no account any more. Choose somebody else."))
    if item is not None and item.meeting_id != meeting.pk:
        raise Refused(_("This point is not on the agenda of this meeting."))


def _link(action: ActionItem, at: datetime) -> str:
    """A fresh path that finishes this action without login."""
    last = max(action.due_on, local_day(at)) + LINK_LASTS
    expires_at = timezone.make_aware(datetime.combine(last, datetime.min.time()))
    return write_links([action], expires_at=expires_at, at=at)[action.pk]


def _is_office_hour(moment: datetime) -> bool:
    local = timezone.localtime(moment)
    return is_working_day(local.date()) and OPENS <= local.hour < CLOSES
