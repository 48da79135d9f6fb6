"""Innovation themes in words and badges, as their pages show them."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from programme.models import InnovationTheme

Status = InnovationTheme.Status
CALL_BADGE = {"open": "track", "closed": "open", "ballot": "track", "decided": "met"}
BADGE = {
    Status.PROPOSED: "open",
    Status.WITHDRAWN: "open",
    Status.SELECTED: "track",
    Status.EXPLORING: "track",
    Status.WORKING_OUT: "track",
    Status.DELIVERED: "met",
    Status.STOPPED: "open",
}


def proposer(theme: InnovationTheme) -> str:
    """Which partner proposed it, or the kernteam."""
    return theme.proposed_by.name if theme.proposed_by else _("the kernteam")


def status_words(theme: InnovationTheme, *, is_decided: bool) -> str:
    """The status; a proposal that the raad passed over was not chosen."""
    if is_decided and theme.status == Status.PROPOSED:
        return _("Not chosen")
    return str(capfirst(theme.stand))


def theme_line(theme: InnovationTheme) -> dict[str, str]:
    """A theme that was chosen, as what became of the decision about it."""
    return {
        "title": theme.title,
        "url": theme.get_absolute_url(),
        "badge": BADGE[Status(theme.status)],
        "words": str(capfirst(theme.stand)),
    }


def as_row(theme: InnovationTheme, *, is_decided: bool) -> dict[str, Any]:
    """One line in a list of themes (components/rows.html)."""
    return {
        "title": theme.title,
        "url": theme.get_absolute_url(),
        "text": _("%(theme)s. Proposed by %(who)s.")
        % {"theme": theme.theme.name, "who": proposer(theme)},
        "icon": "bulb",
        "status": BADGE[Status(theme.status)],
        "status_text": status_words(theme, is_decided=is_decided),
    }
