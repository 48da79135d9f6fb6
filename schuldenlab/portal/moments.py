"""Past moments: which moment a day stands for."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def end_of(day: date, now: datetime) -> datetime:
    """The last moment of a day in the city; now when the day is today."""
    if day == timezone.localdate(now):
        return now
    midnight = datetime.combine(day + timedelta(days=1), time(), timezone.get_default_timezone())
    return midnight - timedelta(microseconds=1)
