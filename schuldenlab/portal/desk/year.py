"""Acts about the programmaraad and the programme of a year."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import Ballot, Programmaraad, Programme
from schuldenlab.web.ports import DeskAction


def raad_action(year: int, raad: Programmaraad | None) -> DeskAction:
    """The next act for the raad of a year."""
    facts = {"year": year}
    if raad is None:
        return DeskAction(
            _("Propose the programmaraad of %(year)s") % facts,
            _("Five to six partners; all partners can respond."),
            reverse("programme:raad-propose", args=[year]),
            "people",
        )
    if raad.status == Programmaraad.Status.COMPOSING:
        return DeskAction(
            _("Compose the programmaraad of %(year)s") % facts,
            _("Name who votes for each seat, then install it."),
            raad.get_absolute_url(),
            "people",
            raad.get_status_display(),
        )
    return DeskAction(
        _("Programmaraad %(year)s") % facts,
        _("Seats, and who votes for them."),
        raad.get_absolute_url(),
        "people",
        raad.get_status_display(),
    )


def programme_action(year: int, programme: Programme | None) -> DeskAction:
    """The next act for the programme of a year."""
    facts = {"year": year}
    if programme is None:
        return DeskAction(
            _("Write the programme of %(year)s") % facts,
            _("Ambition and text; nobody else sees it yet."),
            reverse("programme:programme-write", args=[year]),
            "pencil",
        )
    texts = {
        Programme.Status.PREPARING: _("Go on writing, or submit it to the programmaraad."),
        Programme.Status.SUBMITTED: _submitted_text(programme),
        Programme.Status.ADOPTED: _("See which partners commit to it."),
        Programme.Status.CLOSED: _("The year is over."),
    }
    return DeskAction(
        _("Programme %(year)s") % facts,
        texts[Programme.Status(programme.status)],
        programme.get_absolute_url(),
        "document",
        programme.get_status_display(),
    )


def closing_actions(day: date) -> list[DeskAction]:
    """Programmes of years that are over and that nobody closed."""
    past = Programme.objects.filter(status=Programme.Status.ADOPTED, year__lt=day.year)
    return [
        DeskAction(
            _("Close the programme of %(year)s") % {"year": year},
            _("The year is over."),
            reverse("programme:programme-close", args=[year]),
            "document",
            _("Has been"),
        )
        for year in past.order_by("year").values_list("year", flat=True)
    ]


def _submitted_text(programme: Programme) -> str:
    ballot = programme.ballot
    if ballot is None or ballot.status == Ballot.Status.CLOSED:
        return _("Prepare the ballot of the programmaraad.")
    if ballot.status == Ballot.Status.DRAFT:
        if ballot.round > 1:
            return _("Open the next round of the ballot.")
        if ballot.announced_at is None:
            return _("Show the ballot to the programmaraad.")
        return _("Open the ballot of the programmaraad.")
    return _("The programmaraad is voting on it.")
