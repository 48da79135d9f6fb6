"""Calendars to subscribe to: a secret address for one person, which can be taken back."""

import secrets
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from events.models import CalendarFeed
from partners.models import Person
from partners.querysets import token_digest
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import lock

from .links import TOKEN_BYTES


@transaction.atomic
def start_feed(person: Person, *, actor: Person, at: datetime) -> str:
    """A fresh address for this person's calendar; the one before it stops working.

    Returns its path. Only a hash is kept, so it can never be shown again.
    """
    # Two at once: the second waits, and ends the first one's.
    Person.objects.get_queryset().select_for_update(no_key=True).get(pk=person.pk)
    for earlier in CalendarFeed.objects.holding().filter(person_id=person.pk):
        revoke_feed(earlier, actor=actor, at=at)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    feed = CalendarFeed.objects.create(
        person_id=person.pk, token_sha256=token_digest(token), recorded_at=at
    )
    record("start_feed", feed, actor=actor, at=at)
    return reverse("events:feed", args=[token])


@transaction.atomic
def revoke_feed(feed: CalendarFeed, *, actor: Person, at: datetime) -> CalendarFeed:
    """Nobody reads the calendar at this address any more; doing it twice changes nothing."""
    lock(feed)
    if feed.revoked_at is None:
        feed.revoked_at = at
        feed.save(update_fields=["revoked_at"])
        record("revoke_feed", feed, actor=actor, at=at)
    return feed
