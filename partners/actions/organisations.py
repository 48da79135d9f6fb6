"""Organisations and their partnerships."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import Organisation, Partnership, Person
from partners.querysets import local_day
from partners.signals import partner_left
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused


@transaction.atomic
def add_organisation(
    *, name: str, sector: str, actor: Person | None, at: datetime, **facts: Any
) -> Organisation:
    """Put an organisation in the register. It is not yet a partner."""
    organisation = Organisation(name=" ".join(name.split()), sector=sector, recorded_at=at, **facts)
    organisation.full_clean()
    organisation.save()
    record("add_organisation", organisation, actor=actor, at=at, facts={"sector": sector})
    return organisation


@transaction.atomic
def start_partnership(
    organisation: Organisation, *, joined_on: date, actor: Person | None, at: datetime
) -> Partnership:
    """From `joined_on` the organisation is a partner; that day may lie in the past."""
    if joined_on > local_day(at):
        raise Refused(_("The day of joining lies in the future."))
    still_holds = Q(left_on__isnull=True) | Q(left_on__gt=joined_on)
    if organisation.partnerships.filter(still_holds, struck_at__isnull=True).exists():
        raise Refused(
            _("%(name)s is a partner on that day or later already.") % {"name": organisation.name}
        )
    partnership = Partnership.objects.create(
        organisation=organisation, joined_on=joined_on, recorded_at=at
    )
    record(
        "start_partnership", partnership, actor=actor, at=at, facts={"on": joined_on.isoformat()}
    )
    notifications.recorded_in_name(
        organisation, "joined", key=f"joined:{partnership.pk}", at=at, first=joined_on
    )
    return partnership


@transaction.atomic
def end_partnership(
    partnership: Partnership, *, left_on: date, actor: Person | None, at: datetime
) -> Partnership:
    """From `left_on` the organisation is no longer a partner.

    Its seat and votes follow by that fact alone: they are read through the partnership.
    """
    partnership.refresh_from_db(
        from_queryset=Partnership.objects.select_for_update()  # one answer when two try
    )
    if partnership.struck_at is not None:
        raise Refused(_("This was corrected already. Look at the newest row."))
    if partnership.left_on is not None:
        raise Refused(_("This partnership has ended already."))
    if left_on <= partnership.joined_on:
        raise Refused(_("The day of leaving lies before the day of joining."))
    partnership.left_on = left_on
    partnership.left_recorded_at = at
    partnership.save(update_fields=["left_on", "left_recorded_at"])
    record("end_partnership", partnership, actor=actor, at=at, facts={"on": left_on.isoformat()})
    notifications.recorded_in_name(
        partnership.organisation,
        "left",
        key=f"left:{partnership.pk}",
        at=at,
        last=left_on - timedelta(days=1),
    )
    partner_left.send(Partnership, partnership=partnership, actor=actor, at=at)
    return partnership
