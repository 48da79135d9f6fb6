"""Questions over letters that did not arrive."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Min, Q
from django.db.models.functions import Coalesce

from .models import Letter

# The other side refuses it for ever: nothing arrives there until somebody changes something.
FOR_EVER = Q(status="bounced", bounce_code__startswith="5.") | Q(
    status="failed", error="SMTPRecipientsRefused"
)


def silent_since(people: Iterable[int]) -> dict[int, datetime]:
    """By a person's id: since when mail to the address of today does not arrive."""
    lost = Letter.objects.in_trouble().filter(FOR_EVER, person__in=people)
    here = lost.filter(address__iexact=F("person__email")).order_by("person")
    since = Coalesce("bounced_at", "claimed_at", "at")
    return dict(here.values_list("person").annotate(since=Min(since)))
