"""What the doors of composing a raad ask in the same words."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from partners.models import Framework, Organisation
from partners.querysets import local_day
from programme.models import Programmaraad, SeatInvitation

DIGITS = 9  # a number that no database key has, is no partner


def raad_to_compose(year: int, at: datetime) -> Programmaraad | None:
    """The raad of this year or the next, when there is one already; other years are not there."""
    this_year = local_day(at).year
    if year not in (this_year, this_year + 1):
        raise Http404
    found: Programmaraad | None = (
        Programmaraad.objects.select_related("framework").filter(year=year).first()
    )
    return found


def framework_now(at: datetime) -> Framework | None:
    """The framework that says how many seats there are."""
    found: Framework | None = Framework.objects.current(local_day(at))
    return found


def chosen_partners(request: HttpRequest) -> list[int]:
    """The partners that an address names: `?organisations=3&organisations=7`."""
    named = request.GET.getlist("organisations")
    return [int(each) for each in named if each.isascii() and each.isdigit() and len(each) < DIGITS]


@dataclass(frozen=True)
class LastRaad:
    """Last year's raad, for proposing it again: who stays, and who cannot."""

    year: int
    staying: list[Organisation]
    gone: list[Organisation]


def last_raad(year: int, at: datetime) -> LastRaad | None:
    """The raad of the year before, when it was installed."""
    last = Programmaraad.objects.filter(year=year - 1).exclude(installed_at=None).first()
    return LastRaad(last.year, *last.to_repeat(local_day(at))) if last else None


def seats_without_yes(raad: Programmaraad, at: datetime) -> str:
    """A sentence with the seats whose partner was asked and did not say yes; else nothing.

    It stops nobody: a partner may have said yes by phone.
    """
    seated = set(raad.seats.active(local_day(at)).values_list("organisation_id", flat=True))
    names = [
        each.organisation.name
        for each in raad.invitations.newest().select_related("organisation")
        if each.organisation_id in seated and each.status != SeatInvitation.Status.ACCEPTED
    ]
    if not names:
        return ""
    return _("Asked for a seat, and no yes here: %(names)s. You can still install.") % {
        "names": ", ".join(names)
    }
