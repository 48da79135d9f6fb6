"""What this app does when something happened below it."""

from typing import Any

from django.dispatch import receiver

from funding import actions
from partners.signals import partner_left


@receiver(partner_left)
def link_change(partnership: Any, actor: Any, at: Any, **_signal: Any) -> None:
    """The change of course that opened is found again on the dossiers that it is about."""
    actions.link_departure(partnership, actor=actor, at=at)
