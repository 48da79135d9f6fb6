"""What a partner that leaves leaves behind, in sentences, for before the button."""

from datetime import datetime

from django.utils.translation import gettext as _

from partners.models import Organisation
from partners.querysets import local_day
from programme.models import Entitlement, Facilitator, Seat
from programme.ports import pledges_left


def follows_from_leaving(organisation: Organisation, at: datetime) -> tuple[str, ...]:
    """Open seats, votes that are not counted, themes without a guide, and pledges that stay."""
    day = local_day(at)
    seats = Seat.objects.active(day).filter(organisation=organisation)
    rights = Entitlement.objects.filter(
        organisation=organisation, ballot__status="open"
    ).select_related("ballot")
    open_seats = [
        _("Its seat in the programmaraad of %(year)s falls open, and can be filled again.")
        % {"year": seat.raad.year}
        for seat in seats.select_related("raad").order_by("raad__year")
    ]
    votes = [
        _("Its vote in “%(ballot)s” is not counted, if it leaves before that closes.")
        % {"ballot": right.ballot.title}
        for right in rights.order_by("ballot_id")
    ]
    guided = Facilitator.objects.lasting(day).filter(
        organisation=organisation, theme__status__in=["selected", "exploring", "working_out"]
    )
    themes = [
        _("It guides the innovation theme “%(theme)s”. Find somebody else for that.")
        % {"theme": title}
        for title in guided.order_by("pk").values_list("theme__title", flat=True)
    ]
    pledges = [
        _("It has a firm pledge to “%(project)s”. That stays firm until it is withdrawn.")
        % {"project": title}
        for title in sorted({each.title for each in pledges_left(organisation.pk, day)})
    ]
    return (*open_seats, *votes, *themes, *pledges)
