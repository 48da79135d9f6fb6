"""Whether the organisation of a row is a partner, for seats and entitlements alike."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from partners.models import Partnership
from partners.querysets import unstruck


def has_stayed(day: date, since: str, known_at: datetime | None = None) -> Exists:
    """The row's organisation is a partner on `day`, without a break since the field `since`.

    With `known_at` a leaving or a correction that was recorded later does not count: so a past
    count stays.
    """
    has_left, is_right = Q(left_on__lte=day), Q(struck_at__isnull=True)
    if known_at is not None:
        has_left &= Q(left_recorded_at__lte=known_at)
        is_right = unstruck(known_at)
    held = Partnership.objects.filter(
        is_right,
        organisation=OuterRef("organisation_id"),
        joined_on__lte=OuterRef(since),
    )
    return Exists(held.filter(joined_on__lte=day).exclude(has_left))
