"""Themes, and which partner is ambassador of each."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners.models import Ambassadorship, Organisation, Partnership, Person, Theme
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused


@transaction.atomic
def add_theme(*, name: str, description: str = "", actor: Person | None, at: datetime) -> Theme:
    """Put a lasting subject in the register."""
    theme = Theme(name=" ".join(name.split()), description=description, recorded_at=at)
    theme.full_clean()
    theme.save()
    record("add_theme", theme, actor=actor, at=at)
    return theme


@transaction.atomic
def become_ambassador(
    organisation: Organisation,
    *,
    theme: Theme,
    from_on: date,
    actor: Person | None,
    at: datetime,
) -> Ambassadorship:
    """From `from_on` the partner is ambassador of the theme."""
    if not Partnership.objects.on(from_on).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})
    still_holds = Q(until_on__isnull=True) | Q(until_on__gte=from_on)
    if organisation.ambassadorships.filter(still_holds, theme=theme).exists():
        raise Refused(
            _("%(name)s is ambassador of this theme already.") % {"name": organisation.name}
        )
    ambassadorship = Ambassadorship.objects.create(
        organisation=organisation, theme=theme, from_on=from_on, recorded_at=at
    )
    facts = {"organisation": organisation.pk, "theme": theme.pk}
    record("become_ambassador", ambassadorship, actor=actor, at=at, facts=facts)
    return ambassadorship


@transaction.atomic
def end_ambassadorship(
    ambassadorship: Ambassadorship, *, until_on: date, actor: Person | None, at: datetime
) -> Ambassadorship:
    """The last day of an ambassadorship. History stays."""
    if ambassadorship.until_on is not None:
        raise Refused(_("This ambassadorship has ended already."))
    if until_on < ambassadorship.from_on:
        raise Refused(_("The last day lies before the first day."))
    ambassadorship.until_on = until_on
    ambassadorship.ended_at = at
    ambassadorship.full_clean(exclude=["organisation", "theme"])
    ambassadorship.save(update_fields=["until_on", "ended_at"])
    facts = {"on": until_on.isoformat()}
    record("end_ambassadorship", ambassadorship, actor=actor, at=at, facts=facts)
    return ambassadorship
