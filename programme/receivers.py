"""What this app does when something happened below it."""

from typing import Any

from django.dispatch import receiver

from partners.signals import partner_left, person_left
from programme import actions


@receiver(person_left)
def end_seats_of(person: Any, actor: Any, at: Any, **_signal: Any) -> None:
    """Who left votes for no seat any more; nobody had to be told, as no mandate holds either."""
    actions.end_delegations(person, actor=actor, at=at)


@receiver(person_left)
def end_guiding_of(person: Any, actor: Any, at: Any, **_signal: Any) -> None:
    """Who left guides no theme any more; the kernteam sees which one needs somebody else."""
    actions.end_facilitations(person, actor=actor, at=at)


@receiver(partner_left)
def open_change(partnership: Any, actor: Any, at: Any, **_signal: Any) -> None:
    """A partner with a seat or a firm pledge left: what do we do? The clock finds lost seats."""
    actions.open_change_after(partnership, actor=actor, at=at)
