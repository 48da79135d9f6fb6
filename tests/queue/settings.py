"""Production, with a clock that ticks every second and without the files of the manifest."""

from schuldenlab.settings.production import *  # noqa: F403
from schuldenlab.settings.production import CELERY_BEAT_SCHEDULE, DATABASES, STORAGES

OFTEN = ("tick", "send due letters", "close due ballots")
CELERY_BEAT_MAX_LOOP_INTERVAL = 0.5
CELERY_BEAT_SCHEDULE = {name: {**CELERY_BEAT_SCHEDULE[name], "schedule": 1.0} for name in OFTEN}
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
QUIET_HOURS = None  # the suite also runs at night
# A task that gives up waiting for a lock is done with its message, and without a scheduler nothing
# sends another one: on a busy machine that must not happen before a test has let go of the lock.
DATABASES["default"]["OPTIONS"]["options"] = "-c lock_timeout=120s -c statement_timeout=120s"
