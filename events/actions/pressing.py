"""What the clock does for meetings without a date: warn of the last day, and ask who can when."""

from collections.abc import Iterator
from datetime import date, datetime

from events import notifications
from events.duties import Duty, duties_ahead, slots_to_poll
from events.models import Meeting
from events.openings import openings
from events.workdays import add_working_days
from partners.querysets import local_day
from schuldenlab.lifecycle import Refused

from .polls import open_poll

WARNING_DAYS = 15  # working days before a last day


def warn_of_last_days(at: datetime) -> int:
    """Tell the kernteam once of each last day of a meeting that comes near. Returns how many."""
    today = local_day(at)
    until = add_working_days(today, WARNING_DAYS)
    return sum(
        notifications.meeting_presses(meeting, duty, last, at=at)
        for duty in duties_ahead(at)
        if duty.forecast.missing
        for meeting, last in _pressing(duty, today)
        if last <= until
    )


def open_due_polls(at: datetime) -> int:
    """Open the date polls of series that do so themselves. Returns how many.

    Each poll is a transaction; one that cannot be opened (nobody to ask yet) is tried again.
    """
    opened = 0
    for meeting, closes_on in slots_to_poll(at):
        found = openings(meeting, asked_until=closes_on, at=at)
        try:
            open_poll(meeting, options=found.proposals, closes_on=closes_on, actor=None, at=at)
        except Refused:
            continue
        opened += 1
    return opened


def _pressing(duty: Duty, today: date) -> Iterator[tuple[Meeting, date]]:
    """Each meeting without a date with its last day: of its window, else of the year, else at all.

    Of those whose window cannot be reached only as many as the duty still misses.
    """
    late = []
    for meeting in duty.without_date():
        last = duty.last_day_of(meeting)
        if last >= today:
            yield meeting, last
        else:
            late.append(meeting)
    days = (duty.forecast.last_on, duty.forecast.held_by)
    still = next((day for day in days if day is not None and day >= today), None)
    if still is not None:
        yield from ((meeting, still) for meeting in late[: duty.forecast.missing])
