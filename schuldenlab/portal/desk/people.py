"""Ways to partners and people, and to the raad and the programme of each year."""

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import Programmaraad, Programme
from schuldenlab.web.ports import DeskAction


def partner_ways() -> list[DeskAction]:
    """The register, accounts and themes."""
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
    ]


def framework_ways() -> list[DeskAction]:
    """What was agreed, and what there was before this lab was kept here."""
    return [
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


def year_ways(years: list[int]) -> list[DeskAction]:
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
    found.append(
        DeskAction(
            _("Annual accounts"),
            _("Write how a year went, and publish it."),
            reverse("portal:account-list"),
            "document",
        )
    )
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
