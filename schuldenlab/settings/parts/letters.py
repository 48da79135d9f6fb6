"""When mail goes out: not at night, small changes together, news once a day or a week if asked."""

from datetime import time, timedelta

from environs import Env

_env = Env()


def _hours(typed: str) -> tuple[time, time] | None:
    """ "20:00-07:00" as two clocks; nothing typed: mail goes at all hours."""
    begins, dash, ends = typed.partition("-")
    return (time.fromisoformat(begins), time.fromisoformat(ends)) if dash else None


# What is not urgent waits for the end of these hours, also on Saturdays, Sundays and holidays.
QUIET_HOURS = _hours(_env.str("QUIET_HOURS", "20:00-07:00"))
# A letter about something that may change again waits so long for a newer one.
BUNDLE_WAIT = timedelta(minutes=_env.int("BUNDLE_MINUTES", 10))
# The letter of the day goes at this clock.
DAILY_AT = time.fromisoformat(_env.str("DAILY_AT", "07:30"))
# The letter of the week goes at the same clock on this weekday (Monday is 0), or on the first
# working day after it.
WEEKLY_ON = _env.int("WEEKLY_ON", 0)
# The page on which people choose their language and how often they get news.
MAIL_PAGE = "partners:my-data-correct"
# From this clock the kernteam hears, on working days, what changed in its worklist. Before the
# letter of the day, so that it goes in that one for who chose so.
WORKLIST_AT = time.fromisoformat(_env.str("WORKLIST_AT", "07:00"))
