"""Whether the clock runs, and every task of it."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from schuldenlab.web.health import is_late
from schuldenlab.web.models import Tick

from .fault import Fault


def ages(at: datetime) -> dict[str, int | None]:
    """Seconds since each periodic task last came to its end; None: it never did."""
    last = dict(Tick.objects.values_list("name", "last_at"))
    return {
        task: int((at - last[task]).total_seconds()) if task in last else None
        for task in sorted(intervals())
    }


def clock_faults(ticks: dict[str, int | None]) -> Iterator[Fault]:
    """Every task that did not run for longer than its interval and the patience of the site."""
    every = intervals()
    for task, age in ticks.items():
        if not is_late(age, interval=every[task]):
            continue
        if age is None:
            yield Fault("clock", task, _("This task of the clock has never run."))
        else:
            message = _("This task of the clock last ran %(seconds)s seconds ago.")
            yield Fault("clock", task, message % {"seconds": age})


def intervals() -> dict[str, int]:
    """Seconds between two turns of each periodic task."""
    return {
        entry["task"]: int(entry["schedule"]) for entry in settings.CELERY_BEAT_SCHEDULE.values()
    }
