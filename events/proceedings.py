"""What the minutes of a meeting hold besides their text: who was there, points, outcomes, actions.

Organisations are named, people are not: what is frozen outlives somebody's time in the lab.
"""

import hashlib
import json
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import ActionItem, AgendaItem, Meeting, Minutes
from events.ports import outcomes_of
from events.querysets import of_same_row
from partners.querysets import local_day
from schuldenlab.web.templatetags.prose import parts_of

OWN: Final = ("text", "version", "sent_at", "earlier")  # facts of the sending, not of the meeting
LONGEST_HEADING: Final = 78
STATES: Final = {
    "done": ("met", gettext_lazy("done")),
    "open": ("track", gettext_lazy("busy")),
    "late": ("warn", gettext_lazy("late")),
    "dropped": ("open", gettext_lazy("not needed any more")),
}


def proceedings_of(meeting: Meeting, at: datetime) -> dict[str, Any]:
    """As it stands at this moment, in plain values."""
    return {
        "presence": [
            {
                "organisation": row.organisation_id,
                "name": row.organisation.name,
                "people": row.people,
            }
            for row in meeting.attendances.select_related("organisation").order_by(
                "organisation__name"
            )
        ],
        "points": [
            {"item": item.pk, "number": number, "title": item.title, "kind": item.kind}
            for number, item in enumerate(meeting.points.standing(), start=1)
        ],
        "decisions": [
            {"number": each.number, "text": each.text, "url": each.url, "item": each.item_id}
            for each in outcomes_of(meeting)
        ],
        "actions": [_action(each, meeting, at) for each in actions_of(meeting)],
    }


def actions_of(meeting: Meeting) -> list[ActionItem]:
    """Actions that earlier meetings left open, then those of this meeting."""
    earlier = ActionItem.objects.returning_to(meeting)
    own = ActionItem.objects.filter(meeting=meeting).order_by("due_on", "pk")
    return [
        *earlier.select_related("organisation"),
        *own.exclude(status="dropped").select_related("organisation"),
    ]


def _action(action: ActionItem, meeting: Meeting, at: datetime) -> dict[str, Any]:
    return {
        "action": action.pk,
        "text": action.text,
        "who": action.organisation.name if action.organisation else "",
        "due_on": action.due_on.isoformat(),
        "status": state_of(action, at),
        "is_new": action.meeting_id == meeting.pk,
    }


def state_of(action: ActionItem, at: datetime) -> str:
    """Its status, and `late` when it is open after its last day."""
    if action.status == ActionItem.Status.OPEN and action.due_on < local_day(at):
        return "late"
    return str(action.status)


def first_text(meeting: Meeting) -> str:
    """A heading for each point, with what was decided there: the draft of the minutes."""
    decided: dict[int | None, list[str]] = {}
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        for each in outcomes_of(meeting):
            words = _("Decision %(number)s: %(text)s") % {"number": each.number, "text": each.text}
            decided.setdefault(each.item_id, []).append(words)
        blocks = []
        points = list(meeting.points.standing())
        for number, item in enumerate(points, start=1):
            blocks += [_heading(number, item), *decided.get(item.pk, []), _("To be written.")]
        if not points:
            blocks = [_("What was discussed"), _("To be written.")]
    return "\n\n".join(blocks)


def _heading(number: int, item: AgendaItem) -> str:
    """A short line without a full stop, which the page sets as a heading."""
    return f"{number}. {item.title}"[:LONGEST_HEADING].rstrip(".:;, ")


def unwritten(text: str) -> list[str]:
    """Under which headings the draft still says that something is to be written."""
    with translation.override(settings.LANGUAGE_CODE):
        words = _("To be written.")
    found, heading = [], ""
    for kind, lines in parts_of(text):
        if kind == "heading":
            heading = lines[0]
        elif words in lines:
            found.append(heading)
    return list(dict.fromkeys(found))


def unwritten_words(minutes: Minutes) -> str:
    """What is still to be written, in a sentence; empty when nothing is."""
    gaps = unwritten(minutes.text)
    if not gaps:
        return ""
    words = _("Still to be written: %(points)s. Write it, or take out that line.")
    return words % {"points": "; ".join(f"“{each}”" for each in gaps if each) or _("the text")}


def text_mark(text: str) -> str:
    """By which a writer says which text was on the screen."""
    return hashlib.sha256(text.encode()).hexdigest()


def seal_of(minutes: Minutes) -> str:
    """SHA-256 over the text and the facts as they were sent."""
    sealed = {"meeting": minutes.meeting_id, "text": minutes.text, "facts": minutes.facts}
    canonical = json.dumps(sealed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_as_sent(minutes: Minutes) -> bool:
    """Nothing was written after it was sent."""
    return bool(minutes.facts) and minutes.text == minutes.facts["text"]


def differs_from_sent(minutes: Minutes, at: datetime) -> bool:
    """Its text, or what stands beside it, is not what was sent: there is something to send."""
    now = proceedings_of(minutes.meeting, at)
    return not is_as_sent(minutes) or any(minutes.facts[name] != now[name] for name in now)


def meetings_after(minutes: Minutes, at: datetime) -> Any:
    """The meetings of the same kind that have begun since, the last first: one can approve it."""
    own = minutes.meeting
    same = Meeting.objects.filter(of_same_row(own)).live().select_related("series")
    later = same.filter(starts_at__gt=own.starts_at, starts_at__lte=at)
    return later.order_by("-starts_at")


def broken_seals() -> list[Minutes]:
    """Approved minutes whose text or facts are not what was approved."""
    approved = Minutes.objects.filter(status=Minutes.Status.APPROVED)
    return [each for each in approved.order_by("pk") if seal_of(each) != each.sha256]


def state_words(state: str) -> Any:
    """How a state of an action reads."""
    return STATES[state][1]


def state_badge(state: str) -> dict[str, Any]:
    """A state of an action as a badge."""
    kind, words = STATES[state]
    return {"status": kind, "text": capfirst(str(words))}
