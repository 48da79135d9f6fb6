"""Writing down that the clock ran."""

from datetime import datetime

from .models import Tick


def note_tick(name: str, *, at: datetime) -> None:
    """The periodic task of that name came to its end at `at`; its row holds only the last time."""
    Tick.objects.bulk_create(
        [Tick(name=name, last_at=at)],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["last_at"],
    )
