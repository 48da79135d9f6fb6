"""Ways to themes, projects and their money, to meetings, and to what was decided."""

from django.urls import reverse
from django.utils.translation import gettext as _

from schuldenlab.web.ports import DeskAction


def project_ways(year: int) -> list[DeskAction]:
    """From theme to project."""
    return [
        DeskAction(
            _("Innovation themes %(year)s") % {"year": year},
            _("What was proposed, and what became of it."),
            reverse("programme:theme-now"),
            "bulb",
        ),
        DeskAction(
            _("All projects"),
            _("From the theme that is explored until what is handed over."),
            reverse("projects:project-list"),
            "briefcase",
        ),
        DeskAction(
            _("Progress of all projects"),
            _("Their reports of this quarter, side by side."),
            reverse("projects:progress-list"),
            "columns",
        ),
    ]


def money_ways() -> list[DeskAction]:
    """What is needed, given and still to come."""
    return [
        DeskAction(
            _("Budget"),
            _("What each year needs, and how far it is arranged."),
            reverse("funding:budget"),
            "euro",
        ),
        DeskAction(
            _("Pledges"),
            _("What partners offered and made firm, with and without money."),
            reverse("funding:pledge-list"),
            "list",
        ),
        DeskAction(
            _("Still to arrive"),
            _("Which parts of pledges are due, and when."),
            reverse("funding:due-list"),
            "hourglass",
        ),
        DeskAction(
            _("Who to call"),
            _("Where money misses, and whom you can call about it. By name, no ranking."),
            reverse("funding:call-list"),
            "people",
        ),
    ]


def meeting_ways(year: int) -> list[DeskAction]:
    """Dates, letters and what was agreed."""
    return [
        DeskAction(
            _("Meetings %(year)s") % {"year": year},
            _("All meetings that the framework asks for."),
            reverse("events:year", args=[year]),
            "calendar",
        ),
        DeskAction(
            _("Letters"),
            _("Write to directors, contacts or the whole network."),
            reverse("events:circular-list"),
            "mail",
        ),
        DeskAction(
            _("Actions of meetings"),
            _("Who does what, and what is still open."),
            reverse("events:action-list"),
            "check",
        ),
    ]


def decision_ways() -> list[DeskAction]:
    """The register, and changes of course."""
    return [
        DeskAction(
            _("Enter a decision"),
            _("For what the programmaraad decided without a ballot."),
            reverse("programme:decision-enter"),
            "pencil",
        ),
        DeskAction(
            _("Register of decisions"),
            _("What was decided, and what became of it."),
            reverse("programme:decision-list"),
            "scales",
        ),
        DeskAction(
            _("Propose a course change"),
            _("Something must go otherwise than was agreed."),
            reverse("programme:change-propose"),
            "fork",
        ),
        DeskAction(
            _("All course changes"),
            _("What changed, who decided it, and what became of it."),
            reverse("programme:change-list"),
            "history",
        ),
    ]
