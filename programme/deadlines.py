"""Deadlines: a moment, by default 17.00 on a working day. Pure functions."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from events.workdays import add_working_days, next_working_day

CITY_ZONE = ZoneInfo("Europe/Amsterdam")
END_OF_DAY = time(17, 0)
DISPUTE_DAYS, CORRECTION_DAYS = 3, 1  # working days


def closing_moment(day: date) -> datetime:
    """17.00 in the city on `day`, or on the first working day after it."""
    return datetime.combine(next_working_day(day), END_OF_DAY, tzinfo=CITY_ZONE)


def after_working_days(moment: datetime, count: int) -> datetime:
    """17.00 on the working day that lies `count` working days after this moment's day."""
    return closing_moment(add_working_days(moment.astimezone(CITY_ZONE).date(), count))


def meeting_deadlines(starts_at: datetime) -> tuple[datetime, datetime]:
    """Until when a seat objects to its vote in a meeting, and when that ballot closes."""
    dispute_by = after_working_days(starts_at, DISPUTE_DAYS)
    return dispute_by, after_working_days(dispute_by, CORRECTION_DAYS)


def commitment_deadline(adopted_at: datetime, year: int) -> datetime:
    """31 March of the year, and never less than four weeks of working days after adoption."""
    return max(closing_moment(date(year, 3, 31)), after_working_days(adopted_at, 20))


def is_office_hour(moment: datetime) -> bool:
    """Reminders leave between nine and five on working days."""
    local = moment.astimezone(CITY_ZONE)
    opens, closes = 9, 17
    return next_working_day(local.date()) == local.date() and opens <= local.hour < closes


def reminder_step(moment: datetime, deadline: datetime, steps: tuple[int, ...]) -> int | None:
    """The reminder that is due: the smallest number of working days left out of `steps`.

    With steps (3, 1): two working days before the deadline gives 3, the last one gives 1.
    """
    today, last = (value.astimezone(CITY_ZONE).date() for value in (moment, deadline))
    due = [step for step in steps if add_working_days(last, -step) <= today]
    return min(due) if due and moment < deadline else None


def last_days_step(today: date, last: date, steps: tuple[int, ...]) -> int | None:
    """The same in calendar days before a last day that still counts.

    With steps (14, 3): ten days before gives 14, the last day itself 3, the day after nothing.
    """
    left = (last - today).days
    due = [step for step in steps if left <= step]
    return min(due) if due and left >= 0 else None
