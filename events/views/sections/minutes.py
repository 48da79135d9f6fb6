"""The part of a meeting's page on its decisions, actions and minutes."""

from datetime import datetime
from typing import Any

from events.models import ActionItem, Meeting, Minutes
from events.ports import outcomes_of
from events.proceedings import state_badge, state_of
from events.querysets import of_same_row


def section(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """Of this meeting once it began; before it, of the last one of the same kind."""
    has_begun = meeting.starts_at is not None and meeting.starts_at <= at
    source = meeting if has_begun else _last_before(meeting)
    if source is None:
        return {}
    actions = ActionItem.objects.visible_to(person).filter(meeting=source).exclude(status="dropped")
    rows = list(actions.select_related("organisation").order_by("due_on", "pk"))
    minutes = Minutes.objects.visible_to(person).filter(meeting=source).first()
    is_approved = minutes is not None and minutes.status == Minutes.Status.APPROVED
    found = {
        "source": source if source.pk != meeting.pk else None,
        "outcomes": outcomes_of(source),
        "actions": [action_row(each, person, at) for each in rows],
        "minutes": minutes,
        "is_closed": has_begun and is_approved,
        "may_start": has_begun and minutes is None and person.standing.is_kernteam,
        "may_add": has_begun and person.standing.is_kernteam and not is_approved,
    }
    return found if any(found[name] for name in found if name != "source") else {}


def action_row(action: ActionItem, person: Any, at: datetime) -> dict[str, Any]:
    """An action with its state in a word, and whether it is one's own."""
    is_mine = action.owner_id == person.pk
    return {
        "action": action,
        "badge": state_badge(state_of(action, at)),
        "is_mine": is_mine,
        "may_finish": action.status == "open" and (is_mine or person.standing.is_kernteam),
    }


def _last_before(meeting: Meeting) -> Meeting | None:
    held = Meeting.objects.filter(of_same_row(meeting), status=Meeting.Status.HELD)
    if meeting.starts_at is not None:
        held = held.filter(starts_at__lt=meeting.starts_at)
    found: Meeting | None = held.select_related("series").order_by("-starts_at").first()
    return found
