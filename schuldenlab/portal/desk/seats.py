"""Acts about seats of raden that sit now."""

from collections import Counter
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.querysets import local_day
from programme.models import Programmaraad, Seat
from schuldenlab.web.ports import DeskAction


def open_seat_actions(raden: list[Programmaraad], day: date) -> list[DeskAction]:
    """For each installed raad with fewer seats than it began with, and for one that is over."""
    sitting = [raad for raad in raden if raad.status == Programmaraad.Status.INSTALLED]
    seats = Seat.objects.filter(raad__in=sitting)
    active = Seat.objects.active(day).filter(pk=OuterRef("pk"))
    began, held = Counter[int](), Counter[int]()
    first = {raad.pk: local_day(raad.installed_at) for raad in sitting if raad.installed_at}
    rows = seats.annotate(is_held=Exists(active)).values_list("raad_id", "from_on", "is_held")
    for raad_id, from_on, is_held in rows:
        began[raad_id] += from_on <= first[raad_id]
        held[raad_id] += is_held
    return [
        _dissolve(raad) if day > raad.last_on else _fill(raad, began[raad.pk] - held[raad.pk])
        for raad in sitting
        if day > raad.last_on or held[raad.pk] < began[raad.pk]
    ]


def _dissolve(raad: Programmaraad) -> DeskAction:
    return DeskAction(
        _("Dissolve the programmaraad of %(year)s") % {"year": raad.year},
        _("Its year is over. Decisions and history stay."),
        raad.get_absolute_url(),
        "people",
    )


def _fill(raad: Programmaraad, number: int) -> DeskAction:
    return DeskAction(
        _("Fill the open seat of %(year)s") % {"year": raad.year},
        _("Ask a partner, or fill it directly."),
        raad.get_absolute_url(),
        "people",
        ngettext("%(count)s seat is open", "%(count)s seats are open", number) % {"count": number},
    )
