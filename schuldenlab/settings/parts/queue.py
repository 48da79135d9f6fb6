"""Celery: Redis when there is one, else a queue inside the same PostgreSQL.

The database is the record of what must be done; a message only says "look". So a lost message
costs one round of the clock, a doubled one nothing, and a broker that is away never costs a visitor
more than a moment.
"""

from __future__ import annotations

import os
from typing import Any

from environs import Env
from psycopg.conninfo import conninfo_to_dict, make_conninfo

# After so long the message of a worker that died goes to another one. Longer than any task takes:
# a task that takes longer is started a second time beside the first (which the claims survive).
_SECONDS_UNTIL_REDELIVERY = Env().int("QUEUE_REDELIVERY_SECONDS", 120)
_SECONDS_TO_CONNECT = 2

_redis_url = os.environ.get("REDIS_URL", "")
_database_url = os.environ.get("DATABASE_URL", "")


def _on_redis() -> dict[str, Any]:
    return {
        "max_retries": 0,  # of a sender; a worker keeps trying
        "visibility_timeout": _SECONDS_UNTIL_REDELIVERY,
        # Without these two redelivery takes ten times as long as the line above promises.
        "unacked_restore_interval": min(5, _SECONDS_UNTIL_REDELIVERY),
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": _SECONDS_TO_CONNECT,
        "socket_timeout": 30,
        "socket_keepalive": True,
    }


def _in_postgres() -> dict[str, Any]:
    parts: dict[str, Any] = {**conninfo_to_dict(_database_url)}
    return {
        "max_retries": 0,
        # Kombu's URL cannot name a socket; libpq's own words can.
        "conn_string": make_conninfo(**parts),
        "init_extension": False,  # schuldenlab.celery installs its tables without the extension
        "visibility_timeout": _SECONDS_UNTIL_REDELIVERY,
        "wait_time_seconds": 1,
        "polling_interval": 0.25,
        "poll_interval_ms": 250,
        "pool_size": 4,
        "pool_timeout": _SECONDS_TO_CONNECT,
    }


CELERY_BROKER_URL = _redis_url or "pgmq://"
CELERY_BROKER_TRANSPORT_OPTIONS = _on_redis() if _redis_url else _in_postgres()
CELERY_BROKER_CONNECTION_TIMEOUT = _SECONDS_TO_CONNECT
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker waits for its broker, however long
CELERY_TASK_DEFAULT_QUEUE = "schuldenlab"
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SERIALIZER = "json"
CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = "Europe/Amsterdam"
# No limit: a worker that holds its limit listens to nothing. When the broker goes away just then,
# no acknowledgement arrives, and the worker waits for ever for room that never comes.
CELERY_WORKER_PREFETCH_MULTIPLIER = 0
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False  # the queue in PostgreSQL has none
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_WORKER_TIMER_PRECISION = 0.25
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_REDIRECT_STDOUTS = False
CELERY_BEAT_MAX_LOOP_INTERVAL = 5


def _every(seconds: int, task: str) -> dict[str, Any]:
    """Every so many seconds; a call nobody took in that time is worth nothing any more."""
    return {"task": task, "schedule": float(seconds), "options": {"expires": seconds}}


# After so many seconds without a tick the clock counts as stopped. Only production promises one:
# on somebody's own machine it runs while the demo runs.
CLOCK_LATE_AFTER: int | None = None
CLOCK = "schuldenlab.web.tasks.tick"

CELERY_BEAT_SCHEDULE = {
    "tick": _every(30, CLOCK),
    "apply retention": _every(3_600, "partners.tasks.apply_retention"),
    "expire frameworks": _every(600, "partners.tasks.expire_frameworks"),
    "seal the records": _every(300, "schuldenlab.audit.tasks.seal_rows"),
    "mail the seal": _every(3_600, "partners.tasks.tell_seal"),
    "send due letters": _every(10, "schuldenlab.outbox.tasks.send_due_letters"),
    "close due ballots": _every(20, "programme.tasks.close_due_ballots"),
    "close due calls": _every(60, "programme.tasks.close_due_calls"),
    "open due changes": _every(3_600, "programme.tasks.open_due_changes"),
    "plan the year": _every(3_600, "events.tasks.plan_cadence"),
    "remind of actions": _every(600, "events.tasks.remind_actions"),
    "warn of last days": _every(3_600, "events.tasks.warn_of_last_days"),
    "open polls": _every(3_600, "events.tasks.open_due_polls"),
    "invite who joined": _every(3_600, "events.tasks.join_late"),
    "remind invitees": _every(600, "events.tasks.remind_invitees"),
    "free places": _every(3_600, "events.tasks.free_places"),
    "send papers": _every(600, "programme.tasks.send_due_packs"),
    "remind voters": _every(600, "programme.tasks.remind_voters"),
    "remind commitments": _every(600, "programme.tasks.remind_commitments"),
    "remind owners": _every(600, "programme.tasks.remind_owners"),
    "remind proposers": _every(600, "programme.tasks.remind_proposers"),
    "remind signers": _every(600, "programme.tasks.remind_signers"),
    "approve decided cases": _every(600, "projects.tasks.approve_decided_cases"),
    "remind pilots": _every(3_600, "projects.tasks.remind_pilots"),
    "remind reports": _every(600, "projects.tasks.remind_reports"),
    "remind polls": _every(600, "events.tasks.remind_polls"),
    "remind reviews": _every(3_600, "programme.tasks.remind_reviews"),
    "remind partners": _every(600, "funding.tasks.remind_partners"),
    "offer to who joined": _every(3_600, "funding.tasks.offer_to_joined"),
    "report open seats": _every(600, "programme.tasks.report_open_seats"),
    "tell the worklist": _every(600, "schuldenlab.portal.tasks.tell_worklist"),
    "work on imports": _every(10, "partners.tasks.work_on_imports"),
}
