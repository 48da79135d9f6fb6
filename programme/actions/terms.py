"""A raad from year to year: the same again, dissolved, and one from before this lab was here."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners.models import Framework, GoLive, Organisation, Person
from partners.querysets import local_day
from programme.deadlines import closing_moment
from programme.models import Ballot, Delegate, Programmaraad, Seat
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .raad import check_number, check_partners, propose_raad


@transaction.atomic
def repeat_raad(
    year: int, *, framework: Framework, actor: Person | None, at: datetime
) -> Programmaraad:
    """Propose the partners of last year's raad again, without those that are none any more."""
    last = Programmaraad.objects.filter(year=year - 1).exclude(installed_at=None).first()
    if last is None:
        raise Refused(_("There was no programmaraad last year. Choose the partners."))
    staying, gone = last.to_repeat(local_day(at))
    if len(staying) < framework.seats_min:
        raise Refused(
            _(
                "Of last year’s programmaraad %(count)s partners are left; at least %(low)s are "
                "needed. Not a partner or without its seat now: %(names)s. Choose the partners."
            )
            % {
                "count": len(staying),
                "low": framework.seats_min,
                "names": ", ".join(each.name for each in gone) or "–",
            }
        )
    return propose_raad(year, framework=framework, organisations=staying, actor=actor, at=at)


@transaction.atomic
def dissolve_raad(raad: Programmaraad, *, actor: Person | None, at: datetime) -> Programmaraad:
    """The year is over: from tomorrow nobody holds a seat in this raad. Its decisions stay."""
    lock(raad)
    day = local_day(at)
    if raad.status == Programmaraad.Status.INSTALLED and day < raad.last_on:
        raise Refused(
            _("The programmaraad of %(year)s sits until %(day)s.")
            % {"year": raad.year, "day": raad.last_on.strftime("%d-%m-%Y")}
        )
    if Ballot.objects.filter(raad=raad, status=Ballot.Status.OPEN).exists():
        raise Refused(_("A ballot of this programmaraad is still open. Dissolve it after that."))
    move(raad, "dissolve", actor=actor, at=at)
    still = Q(until_on__isnull=True) | Q(until_on__gt=day)
    # Each row by itself: the guard of seats looks at every one of them.
    for rows in (raad.seats, Delegate.objects.filter(seat__raad=raad)):
        rows.filter(still, from_on__lte=day).update(until_on=day)
    return raad


@transaction.atomic
def take_over_raad(
    year: int,
    *,
    framework: Framework,
    organisations: Sequence[Organisation],
    installed_on: date,
    actor: Person | None,
    at: datetime,
) -> Programmaraad:
    """A raad that was installed before the lab was kept here, with the day on which that was."""
    live_on = GoLive.objects.day()
    if live_on is None or installed_on >= live_on:
        raise Refused(_("Only what was before the first day of this lab is taken over."))
    if not date(year - 1, 9, 1) <= installed_on <= date(year, 12, 31):
        raise Refused(_("Fill in a day between 1 September of the year before and the end of it."))
    check_number(framework, len(organisations))
    check_partners(organisations, installed_on)
    raad, is_new = Programmaraad.objects.get_or_create(
        year=year, defaults={"framework": framework, "recorded_at": at}
    )
    if not is_new:
        raise Refused(_("There is a programmaraad of %(year)s already.") % {"year": year})
    Seat.objects.bulk_create(
        Seat(raad=raad, organisation=each, from_on=installed_on, recorded_at=at)
        for each in organisations
    )
    raad.status, raad.installed_at = Programmaraad.Status.INSTALLED, closing_moment(installed_on)
    raad.save(update_fields=["status", "installed_at"])
    facts = {
        "organisations": sorted(each.pk for each in organisations),
        "on": installed_on.isoformat(),
    }
    record("take_over_raad", raad, actor=actor, at=at, facts=facts)
    return raad
