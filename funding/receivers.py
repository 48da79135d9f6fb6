"""What this app does when something happened below it."""

from typing import Any

from django.dispatch import receiver

from funding import actions
from programme.signals import departure_opened


@receiver(departure_opened)
def link_change(change: Any, actor: Any, at: Any, **_signal: Any) -> None:
    """The change of course about a leaving is found again on the dossiers that it touches."""
    actions.link_departure(change, actor=actor, at=at)
