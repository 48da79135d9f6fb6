"""People who are invited to each meeting of a series, beside those of its rule."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from events.models import MeetingSeries, StandingGuest
from partners.models import Person
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def add_standing_guest(
    series: MeetingSeries,
    *,
    person: Person,
    reason: str = "",
    actor: Person | None,
    at: datetime,
) -> StandingGuest:
    """From now on this person belongs to the series; what was sent out before stays as it was."""
    lock(series)
    if series.guests.filter(person=person, ended_at__isnull=True).exists():
        raise Refused(_("%(name)s is invited to these meetings already.") % {"name": person.name})
    guest = StandingGuest.objects.create(
        series=series, person=person, reason=reason.strip(), recorded_at=at
    )
    record("add_standing_guest", guest, actor=actor, at=at, facts={"person": person.pk})
    return guest


@transaction.atomic
def end_standing_guest(
    guest: StandingGuest, *, actor: Person | None, at: datetime
) -> StandingGuest:
    """From now on this person is not invited any more; it stays on record that it was."""
    lock(guest)
    if guest.ended_at is not None:
        raise Refused(_("This person is not invited to these meetings any more."))
    guest.ended_at = at
    guest.save(update_fields=["ended_at"])
    record("end_standing_guest", guest, actor=actor, at=at, facts={"person": guest.person_id})
    return guest
