"""Acts about ballots: preparing one, and what waits before it can open."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import Ballot, InterestQuestion, Programmaraad
from schuldenlab.web.ports import DeskAction

MOST_DRAFTS = 4
MOST_OBJECTIONS = 4


def ballot_actions(raden: Iterable[Programmaraad]) -> list[DeskAction]:
    """What waits for an answer, drafts of the sitting raden, and two ways to prepare another."""
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
        *_objections(),
        *(_draft_action(draft) for draft in drafts.order_by("pk")[:MOST_DRAFTS]),
        *(
            DeskAction(
                title % {"year": raad.year}, text, reverse(f"programme:{name}", args=[raad.year]), i
            )
            for raad in sitting
            for name, title, text, i in ways
        ),
    ]


def _objections() -> list[DeskAction]:
    waiting = InterestQuestion.objects.waiting().select_related("ballot", "organisation")
    return [
        DeskAction(
            question.ballot.title,
            _("%(name)s says that an interest is not right. Answer it.")
            % {"name": question.organisation.name},
            reverse("programme:interest-answer", args=[question.pk]),
            "scales",
            _("Not answered"),
        )
        for question in waiting[:MOST_OBJECTIONS]
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
