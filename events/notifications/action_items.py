"""Letters about actions, each with a link that finishes it without login."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from events.models import ActionItem
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter


def action_given(action: ActionItem, path: str, *, at: datetime) -> None:
    """You took this action."""
    _to_owner("given", action, f"action-given:{action.pk}", at, path)


def action_reopened(action: ActionItem, path: str, *, at: datetime) -> None:
    """It is open again."""
    _to_owner("reopened", action, f"action-reopened:{action.pk}:{at.isoformat()}", at, path)


def action_dropped(action: ActionItem, *, at: datetime) -> None:
    """It is not needed any more."""
    _to_owner("dropped", action, f"action-dropped:{action.pk}:{at.isoformat()}", at)


def action_reminder(action: ActionItem, path: str, *, is_late: bool, at: datetime) -> None:
    """The last day comes near, or has passed: once for each last day."""
    _to_owner("late" if is_late else "reminder", action, _key(action, is_late=is_late), at, path)


def not_reminded(actions: Iterable[ActionItem], day: date) -> list[ActionItem]:
    """Those whose owner has not had the letter of this day yet, so that no link is made in vain."""
    keys = {f"{_key(each, is_late=each.due_on < day)}:{each.owner_id}": each for each in actions}
    posted = set(Letter.objects.filter(key__in=keys).values_list("key", flat=True))
    return [each for key, each in keys.items() if key not in posted]


def _key(action: ActionItem, *, is_late: bool) -> str:
    return f"action-{'late' if is_late else 'reminder'}:{action.pk}:{action.due_on}"


def _to_owner(kind: str, action: ActionItem, key: str, at: datetime, path: str = "") -> None:
    owner: Any = action.owner
    if not owner.is_active:
        return
    post(
        f"events/mail/action_{kind}.txt",
        [owner.as_recipient()],
        key,
        at,
        context={"action": action, "meeting": action.meeting},
        is_secret=bool(path),
        own_paths={owner.pk: path} if path else None,
    )
