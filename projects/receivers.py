"""What this app does when something happened below it."""

from typing import Any

from django.dispatch import receiver

from partners.signals import lab_set_up
from programme.signals import ballot_closed
from projects import actions


@receiver(ballot_closed)
def approve_cases(at: Any, **_signal: Any) -> None:
    """The decision about a phase approves its business case too."""
    actions.approve_decided_cases(at=at)


@receiver(lab_set_up)
def load_rates(at: Any, **_signal: Any) -> None:
    """A lab starts with the discount rates that everybody counts with."""
    actions.load_rates(at=at)
