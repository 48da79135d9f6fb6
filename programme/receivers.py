"""What this app does when something happened below it."""

from typing import Any

from django.dispatch import receiver

from partners.signals import person_left
from programme import actions


@receiver(person_left)
def end_seats_of(person: Any, actor: Any, at: Any, **_signal: Any) -> None:
    """Who left votes for no seat any more; nobody had to be told, as no mandate holds either."""
    actions.end_delegations(person, actor=actor, at=at)
