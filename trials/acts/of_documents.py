"""What is kept beside the acts themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from schuldenlab.audit.actions import seal_rows
from trials.acts import Press, attack, by_the_clock

if TYPE_CHECKING:
    from tests.house.world import World


@attack("seal.hash")
def seal_the_trail(_world: World) -> Press:
    """Two workers seal the same rows."""
    return by_the_clock(lambda: seal_rows(timezone.now()))
