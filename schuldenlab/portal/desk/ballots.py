"""Acts about ballots: preparing one, and what waits before it can open."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import Ballot, Programmaraad
from schuldenlab.web.ports import DeskAction

MOST_DRAFTS = 4


def ballot_actions(raden: Iterable[Programmaraad]) -> list[DeskAction]:
    """Drafts of the sitting raden, and the two ways to prepare another ballot."""
    sitting = [raad for raad in raden if raad.status == Programmaraad.Status.INSTALLED]
    drafts = Ballot.objects.filter(status=Ballot.Status.DRAFT, raad__in=sitting)
    ways = [
        (
            "ballot-prepare-motion",
            _("Prepare a motion for the programmaraad of %(year)s"),
            _("A text for or against."),
            "scales",
        ),
        (
            "ballot-prepare-selection",
            _("Prepare a choice for the programmaraad of %(year)s"),
            _("Options from which the raad chooses, for example themes."),
            "list",
        ),
    ]
    return [
        *(_draft_action(draft) for draft in drafts.order_by("pk")[:MOST_DRAFTS]),
        *(
            DeskAction(
                title % {"year": raad.year}, text, reverse(f"programme:{name}", args=[raad.year]), i
            )
            for raad in sitting
            for name, title, text, i in ways
        ),
    ]


def _draft_action(draft: Ballot) -> DeskAction:
    is_seen = draft.announced_at is not None
    return DeskAction(
        draft.title,
        _("The programmaraad sees it. Open the ballot.")
        if is_seen
        else _("Disclose interests, and show it to the programmaraad."),
        draft.get_absolute_url(),
        "ballot",
        _("Not yet open") if is_seen else draft.get_status_display(),
    )
