"""A partner with a seat that leaves opens a change of course, for our answer to it."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Partnership, Person
from programme import notifications
from programme.models import CourseChange, Programmaraad, Programme, Seat
from schuldenlab.audit.actions import record

Kind, Status = CourseChange.Kind, CourseChange.Status


@transaction.atomic
def open_change_after(
    partnership: Partnership, *, actor: Person | None, at: datetime
) -> CourseChange | None:
    """A proposal for the kernteam to complete; none without a seat, and never a second one."""
    left_on = partnership.left_on
    if left_on is None or partnership.struck_at is not None:
        return None
    raad = _raad_of(partnership, left_on)
    if raad is None:
        return None
    raad = Programmaraad.objects.select_for_update().get(pk=raad.pk)
    same = CourseChange.objects.filter(
        raad=raad, kind=Kind.PARTNER_LEFT, organisation=partnership.organisation_id
    )
    if same.exclude(status__in=[Status.REJECTED, Status.WITHDRAWN]).exists():
        return None
    if CourseChange.objects.filter(departure=partnership).exists():
        return None
    return _open(raad, partnership, left_on, actor, at)


def _raad_of(partnership: Partnership, left_on: date) -> Programmaraad | None:
    """The raad of the earliest year in which it had a seat on its last day."""
    last = left_on - timedelta(days=1)
    seats = Seat.objects.on(last).filter(
        organisation=partnership.organisation_id, raad__status=Programmaraad.Status.INSTALLED
    )
    seat = seats.select_related("raad").order_by("raad__year").first()
    return None if seat is None else seat.raad


def _open(
    raad: Programmaraad,
    partnership: Partnership,
    left_on: date,
    actor: Person | None,
    at: datetime,
) -> CourseChange:
    name = {"name": partnership.organisation.name, "day": left_on.strftime("%d-%m-%Y")}
    with translation.override(settings.LANGUAGE_CODE):  # what is stored is in one language
        title = _("%(name)s leaves, with a seat in the programmaraad") % name
        what = _("%(name)s is no longer a partner from %(day)s. Its seat is open.") % name
    change = CourseChange.objects.create(
        raad=raad,
        programme=Programme.objects.filter(year=raad.year, status="adopted").first(),
        about=CourseChange.About.PROGRAMME,
        kind=Kind.PARTNER_LEFT,
        organisation=partnership.organisation,
        departure=partnership,
        happened_on=left_on,
        title=title[:120],
        what=what,
        recorded_at=at,
    )
    record("propose_change", change, actor=actor, at=at, facts={"kind": str(Kind.PARTNER_LEFT)})
    notifications.change_proposed(change, at=at)
    return change


def open_due_changes(at: datetime) -> int:
    """Find partners that left with a seat and of which nobody opened the change."""
    without = Partnership.objects.filter(
        left_on__isnull=False,
        struck_at__isnull=True,
        course_change__isnull=True,
        organisation__seats__raad__status=Programmaraad.Status.INSTALLED,
    )
    opened = [
        open_change_after(partnership, actor=None, at=at) for partnership in without.distinct()
    ]
    return sum(change is not None for change in opened)
