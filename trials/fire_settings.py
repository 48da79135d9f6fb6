"""Production with a clock that closes, mails and plans every second."""

from tests.queue.settings import *  # noqa: F403
from tests.queue.settings import CELERY_BEAT_SCHEDULE

CELERY_BEAT_SCHEDULE = {
    **CELERY_BEAT_SCHEDULE,
    "plan the year": {"task": "events.tasks.plan_cadence", "schedule": 2.0},
}
