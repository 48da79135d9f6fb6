"""The door of health: does the machinery run, for the kernteam."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schuldenlab.portal.health import Health, health_at
from schuldenlab.web.doors import DetailDoor

MINUTE, HOUR, DAY = 60, 3_600, 86_400


class SystemHealth(DetailDoor):
    """Last tick, oldest due item, oldest letter and failed share, each with a word."""

    permission = "partners.view_worklist"
    template_name = "portal/health.html"

    def facts(self) -> dict[str, Any]:
        """How it stands at this moment."""
        health = health_at(self.at)
        count = len(health.faults)
        wrong = ngettext(
            "%(count)s part needs attention.", "%(count)s parts need attention.", count
        )
        return {
            "heading": _("Does the system work?"),
            "lead": wrong % {"count": count} if count else _("Everything runs as it must."),
            "crumbs": [
                {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
                {"label": _("Worklist"), "url": reverse("portal:worklist")},
                {"label": _("Does the system work?"), "url": ""},
            ],
            "rows": [_clock(health), _due(health), _letter(health), _share(health)],
            "late_tasks": [
                {"name": name, "age": _("never") if age is None else ago(age)}
                for name, age in health.late_tasks.items()
            ],
            "faults": health.faults,
        }


def ago(seconds: int) -> str:
    """How long ago, in the largest unit that says enough."""
    return _("%(time)s ago") % {"time": lasting(seconds)}


def lasting(seconds: int) -> str:
    """So many seconds, minutes, hours or days."""
    if seconds < 2 * MINUTE:
        count, words = seconds, ngettext("%(count)s second", "%(count)s seconds", seconds)
    elif seconds < 2 * HOUR:
        count = seconds // MINUTE
        words = ngettext("%(count)s minute", "%(count)s minutes", count)
    elif seconds < 2 * DAY:
        count = seconds // HOUR
        words = ngettext("%(count)s hour", "%(count)s hours", count)
    else:
        count = seconds // DAY
        words = ngettext("%(count)s day", "%(count)s days", count)
    return words % {"count": count}


def _row(title: str, text: str, words: str, *, icon: str, is_wrong: bool, url: str = "") -> Any:
    status = "fail" if is_wrong else "met"
    facts = {"title": title, "text": text, "icon": icon, "url": url}
    return {**facts, "status": status, "status_text": words}


def _clock(health: Health) -> Any:
    words = _("never ran") if health.tick is None else _("ran %(ago)s") % {"ago": ago(health.tick)}
    return _row(
        _("The clock"),
        _("It closes ballots, sends letters and reminds people. It runs every half minute."),
        words,
        icon="clock",
        is_wrong=health.clock_is_late,
    )


def _due(health: Health) -> Any:
    words = _("nothing waits")
    if health.due is not None:
        words = _("the oldest waits %(time)s") % {"time": lasting(health.due)}
    return _row(
        _("What had to be closed"),
        _("A ballot or a call closes within a minute after its deadline."),
        words,
        icon="ballot",
        is_wrong=health.due_is_late,
    )


def _letter(health: Health) -> Any:
    words = _("nothing waits")
    if health.letter is not None:
        words = _("the oldest waits %(time)s") % {"time": lasting(health.letter)}
    if health.is_tried:
        words = _("the mail server does not take them; the oldest waits %(time)s") % {
            "time": lasting(health.letter or 0)
        }
    return _row(
        _("Letters that had to go"),
        _("A letter goes within a minute. At night only urgent letters go."),
        words,
        icon="mail",
        is_wrong=health.letter_is_late,
    )


def _share(health: Health) -> Any:
    counts = {"failed": health.failed, "count": health.letters}
    return _row(
        _("Letters that did not arrive"),
        _("The mail server refused them, they came back, or nobody knows."),
        _("%(failed)s of the last %(count)s letters") % counts,
        icon="warning",
        is_wrong=health.share_is_high,
        url=reverse("partners:letter-problems"),
    )
