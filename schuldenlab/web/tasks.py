"""The clock of the clock: that it runs, for who has to know."""

from typing import Any

from celery import shared_task
from celery.signals import task_success
from django.conf import settings
from django.utils import timezone

from . import actions


@shared_task
def tick() -> None:
    """Beat calls, the queue carries and a worker answers."""
    actions.note_tick(settings.CLOCK, at=timezone.now())


@task_success.connect
def note_success(sender: Any, **_signal: Any) -> None:
    """Write down that a periodic task did its work, so that one that always fails is seen."""
    periodic = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    if sender.name in periodic - {settings.CLOCK}:
        actions.note_tick(sender.name, at=timezone.now())
