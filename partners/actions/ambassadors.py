"""Themes, and which partner is ambassador of each."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import (
    Ambassadorship,
    Organisation,
    Partnership,
    Person,
    Theme,
    Way,
)
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
    way: str = Way.ONLINE,
) -> Ambassadorship:
    """From `from_on` the partner is ambassador of the theme.

    `way` is how the kernteam heard it; recorded by somebody else than its own people, the partner
    is asked whether it is right.
    """
    if not Partnership.objects.on(from_on).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})
    still_holds = Q(until_on__isnull=True) | Q(until_on__gte=from_on)
    if organisation.ambassadorships.filter(
        still_holds, theme=theme, struck_at__isnull=True
    ).exists():
        raise Refused(
            _("%(name)s is ambassador of this theme already.") % {"name": organisation.name}
        )
    ambassadorship = Ambassadorship.objects.create(
        organisation=organisation, theme=theme, from_on=from_on, recorded_at=at
    )
    facts = {"organisation": organisation.pk, "theme": theme.pk, "way": str(way)}
    record("become_ambassador", ambassadorship, actor=actor, at=at, facts=facts)
    _ask_others(ambassadorship, actor, at)
    return ambassadorship


@transaction.atomic
def end_ambassadorship(
    ambassadorship: Ambassadorship, *, until_on: date, actor: Person | None, at: datetime
) -> Ambassadorship:
    """The last day of an ambassadorship. History stays."""
    if ambassadorship.struck_at is not None:
        raise Refused(_("This was corrected already. Look at the newest row."))
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
    _ask_others(ambassadorship, actor, at)
    return ambassadorship


def _ask_others(ambassadorship: Ambassadorship, actor: Person | None, at: datetime) -> None:
    notifications.recorded_by_others(
        ambassadorship.organisation,
        "ambassador",
        key=f"ambassador:{ambassadorship.pk}:{ambassadorship.until_on}",
        actor=actor,
        at=at,
        theme=ambassadorship.theme,
        first=ambassadorship.from_on,
        last=ambassadorship.until_on,
    )
