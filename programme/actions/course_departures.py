"""A partner with a seat or a firm pledge that leaves opens a change of course, for our answer."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Partnership, Person
from programme import notifications
from programme.models import CourseChange, Programmaraad, Programme, Seat
from programme.ports import pledges_left
from programme.signals import departure_opened
from schuldenlab.audit.actions import record

Kind, Status = CourseChange.Kind, CourseChange.Status
TITLE_LENGTH = 120


@transaction.atomic
def open_change_after(
    partnership: Partnership, *, actor: Person | None, at: datetime
) -> CourseChange | None:
    """A proposal for the kernteam to complete; never a second one.

    None is opened for a partner that leaves neither a seat nor a firm pledge to a phase that runs.
    Such a pledge stays firm: it was signed, and only its withdrawal takes it away.
    """
    left_on = partnership.left_on
    if left_on is None or partnership.struck_at is not None:
        return None
    projects = sorted({each.title for each in pledges_left(partnership.organisation_id, left_on)})
    seat = _seat_of(partnership, left_on)
    raad = seat.raad if seat is not None else _sitting(left_on) if projects else None
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
    words = _words(partnership, left_on, projects, has_seat=seat is not None)
    return _open(raad, partnership, words, actor, at)


def _seat_of(partnership: Partnership, left_on: date) -> Seat | None:
    """Its seat on its last day, in the raad of the earliest year."""
    last = left_on - timedelta(days=1)
    seats = Seat.objects.on(last).filter(
        organisation=partnership.organisation_id, raad__status=Programmaraad.Status.INSTALLED
    )
    found: Seat | None = seats.select_related("raad").order_by("raad__year").first()
    return found


def _sitting(left_on: date) -> Programmaraad | None:
    """The raad of that year, else the newest one that sits."""
    sitting = Programmaraad.objects.sitting()
    of_year: Programmaraad | None = sitting.filter(year=left_on.year).first()
    return of_year or sitting.order_by("-year").first()


def _words(
    partnership: Partnership, left_on: date, projects: list[str], *, has_seat: bool
) -> dict[str, Any]:
    """What the proposal says; it is about a project when that is all there is. No amounts."""
    is_of_project = len(projects) == 1 and not has_seat
    facts = {
        "name": partnership.organisation.name,
        "day": left_on.strftime("%d-%m-%Y"),
        "projects": ", ".join(f"“{each}”" for each in projects),
    }
    with translation.override(settings.LANGUAGE_CODE):  # what is stored is in one language
        title = (
            _("%(name)s leaves, with a seat in the programmaraad")
            if has_seat
            else _("%(name)s leaves, with a firm pledge to %(projects)s")
        )
        what = [_("%(name)s is no longer a partner from %(day)s.") % facts]
        if has_seat:
            what.append(_("Its seat is open."))
        if projects:
            what.append(_("It has a firm pledge to %(projects)s.") % facts)
            what.append(_("That stays firm until it is withdrawn."))
    about = CourseChange.About
    return {
        "about": about.PROJECT if is_of_project else about.PROGRAMME,
        "subject": projects[0][:TITLE_LENGTH] if is_of_project else "",
        "title": (title % facts)[:TITLE_LENGTH],
        "what": " ".join(what),
    }


def _open(
    raad: Programmaraad,
    partnership: Partnership,
    words: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> CourseChange:
    change = CourseChange.objects.create(
        raad=raad,
        programme=Programme.objects.filter(year=raad.year, status="adopted").first(),
        kind=Kind.PARTNER_LEFT,
        organisation=partnership.organisation,
        departure=partnership,
        happened_on=partnership.left_on,
        recorded_at=at,
        **words,
    )
    record("propose_change", change, actor=actor, at=at, facts={"kind": str(Kind.PARTNER_LEFT)})
    notifications.change_proposed(change, at=at)
    departure_opened.send(CourseChange, change=change, actor=actor, at=at)
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
