"""The story's days: counted from today, and moved off weekends and holidays."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from events.workdays import add_working_days, next_working_day
from partners.resources.rows import parse_date
from programme.deadlines import CITY_ZONE, closing_moment

FIRST_TODAY, LAST_TODAY = date(2026, 1, 1), date(2100, 12, 31)


def moment(day: date, clock: str) -> datetime:
    """A time such as "10:15" in the city on `day`."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=CITY_ZONE)


def parse_today(typed: str) -> date:
    """The day that was typed, as 2026-09-23 or 23-09-2026; nothing typed is today in the city.

    Raises `ValueError` with a sentence about what was typed.
    """
    if not typed:
        return timezone.localdate(timezone=CITY_ZONE)
    day = parse_date(typed)
    if not FIRST_TODAY <= day <= LAST_TODAY:
        raise ValueError(
            _("Choose a day from %(first)s to %(last)s.")
            % {"first": FIRST_TODAY, "last": LAST_TODAY}
        )
    return day


@dataclass(frozen=True)
class Calendar:
    """The days of one telling. `today` may be any day, also a holiday."""

    today: date

    def day(self, offset: int) -> date:
        """The first working day on or after today plus so many days."""
        return next_working_day(self.today + timedelta(days=offset))

    def at(self, offset: int, clock: str) -> datetime:
        """A moment on that day."""
        return moment(self.day(offset), clock)

    def lately(self, working_days: int, clock: str) -> datetime:
        """A moment so many working days before today; 1 is always in the past."""
        return moment(add_working_days(self.today, -working_days), clock)

    def deadline(self, offset: int) -> datetime:
        """17.00 on that day."""
        return closing_moment(self.today + timedelta(days=offset))

    @property
    def year(self) -> int:
        """The story's year: its programmaraad was installed 285 days ago.

        That may not be before 1 September of the year before.
        """
        this = self.today.year
        return this if self.day(-285) >= date(this - 1, 9, 1) else this - 1

    @property
    def has_next_year(self) -> bool:
        """Whether the programmaraad of the year after could be installed three weeks ago."""
        return self.day(-21) >= date(self.year, 9, 1)


def working_days_after(start: datetime, count: int, clock: str) -> datetime:
    """A moment so many working days after the day of `start`."""
    return moment(add_working_days(start.astimezone(CITY_ZONE).date(), count), clock)
