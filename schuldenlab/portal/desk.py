"""The first page of the staff desk: how the network stands, what is due, and all ways to act."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Programmaraad, Programme
from schuldenlab.web.ports import DeskAction, DeskGroup, DueItem, Workplace

from .small import kompas_in_small
from .worklist import worklist_of
from .worklist.rows import clauses_at, rows_of

FIRST = 5
SEPTEMBER = 9


def workplace_of(person: Any) -> Workplace:
    """In as many queries, and about as many rows, for a large lab as for a small one."""
    moment = person.moment
    day, dues = local_day(moment), worklist_of(moment)
    rows = rows_of(dues[:FIRST], day, clauses_at(moment))
    years = [day.year, day.year + 1] if day.month >= SEPTEMBER else [day.year]
    return Workplace(
        kompas=kompas_in_small(moment),
        due=[
            DueItem(
                row.due.title,
                row.due.text,
                row.due.url,
                row.due.button,
                row.kind,
                row.icon,
                row.left,
            )
            for row in rows
        ],
        due_count=len(dues),
        due_url=reverse("portal:worklist"),
        groups=[
            DeskGroup(_("Partners and people"), _partners()),
            DeskGroup(_("Programmaraad and programme"), _year(years)),
            DeskGroup(_("Themes and projects"), _projects(day.year)),
            DeskGroup(_("Money"), _money()),
            DeskGroup(_("Meetings and letters"), _meetings(day.year)),
            DeskGroup(_("Decisions and course"), _decisions()),
        ],
    )


def _partners() -> list[DeskAction]:
    return [
        DeskAction(
            _("Import partners"),
            _("From a file, with a preview first."),
            reverse("partners:import"),
            "upload",
        ),
        DeskAction(
            _("Invite somebody"),
            _("A person gets an account and a mandate."),
            reverse("partners:person-invite"),
            "mail",
        ),
        DeskAction(
            _("People"),
            _("Who has an account, and for whom."),
            reverse("partners:person-list"),
            "people",
        ),
        DeskAction(
            _("Kernteam"),
            _("Who is in it, and which places are open."),
            reverse("partners:kernteam"),
            "person",
        ),
        DeskAction(
            _("Themes and ambassadors"),
            _("Which partner stands for which theme."),
            reverse("partners:theme-list"),
            "megaphone",
        ),
        DeskAction(
            _("All frameworks"),
            _("What the partners agreed, now and before."),
            reverse("partners:framework-list"),
            "document",
        ),
        DeskAction(
            _("Taking over"),
            _("Bring in what there was before this lab was kept here, step by step."),
            reverse("portal:takeover"),
            "enter",
        ),
    ]


def _year(years: list[int]) -> list[DeskAction]:
    """What there is of each year, and for a raad that sits its meetings and ballots."""
    raden = Programmaraad.objects.filter(year__in=years).order_by("year")
    programmes = Programme.objects.filter(year__in=years).order_by("year")
    found = [
        DeskAction(
            _("Programme %(year)s") % {"year": programme.year},
            programme.get_status_display().capitalize(),
            programme.get_absolute_url(),
            "document",
        )
        for programme in programmes
    ]
    for raad in raden:
        found.append(
            DeskAction(
                _("Programmaraad %(year)s") % {"year": raad.year},
                _("Seats, and who votes for them."),
                raad.get_absolute_url(),
                "people",
            )
        )
        if raad.status == Programmaraad.Status.INSTALLED:
            found += _of_raad(raad.year)
    return found


def _of_raad(year: int) -> list[DeskAction]:
    facts = {"year": year}
    return [
        DeskAction(
            _("Meetings of the programmaraad %(year)s") % facts,
            _("Plan a meeting, fill its agenda, send the papers and enter votes."),
            reverse("programme:raad-meetings", args=[year]),
            "calendar",
        ),
        DeskAction(
            _("Prepare a motion for the programmaraad of %(year)s") % facts,
            _("A text for or against."),
            reverse("programme:ballot-prepare-motion", args=[year]),
            "ballot",
        ),
        DeskAction(
            _("Prepare a choice for the programmaraad of %(year)s") % facts,
            _("Options from which the raad chooses, for example themes."),
            reverse("programme:ballot-prepare-selection", args=[year]),
            "list",
        ),
    ]


def _projects(year: int) -> list[DeskAction]:
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


def _money() -> list[DeskAction]:
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


def _meetings(year: int) -> list[DeskAction]:
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


def _decisions() -> list[DeskAction]:
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
