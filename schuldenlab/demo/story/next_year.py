"""Chapter 23: the raad of next year chooses its themes; three of six seats have voted."""

from . import programme_texts as said
from . import texts, theme_texts
from .calendar import working_days_after
from .programme import submit, write_text
from .selection import approve, put, show_and_open
from .stage import Stage
from .theme_texts import NEXT_PROPOSALS
from .themes import NEXT_PROPOSED, call

LIVING, WAGES, DOCTOR, EIGHTEEN, METER = NEXT_PROPOSALS


def write(stage: Stage) -> None:
    """Open since a week, closes in sixteen days. Before 1 September there is nothing yet."""
    calendar, year = stage.calendar, stage.calendar.year + 1
    if not calendar.has_next_year:
        return
    contents = (said.NEXT_THEMES, said.NEXT_BUDGET, "")
    write_text(stage, year, texts.CONCEPT % {"year": year}, calendar.lately(12, "14:00"), contents)
    submit(stage, year, calendar.lately(6, "16:30"))
    opens, closes = calendar.lately(5, "09:30"), calendar.deadline(16)
    call_closes = working_days_after(opens, -3, "17:00")
    call(stage, year, call_closes, theme_texts.NEXT_PROPOSALS, NEXT_PROPOSED)
    put(stage, year, working_days_after(opens, -2, "15:00"), closes)
    show_and_open(stage, year, opens, closes)
    approve(stage, year, "GD", (LIVING, WAGES, EIGHTEEN), calendar.lately(4, "11:20"))
    approve(stage, year, "ZD", (DOCTOR, LIVING, EIGHTEEN, WAGES), calendar.lately(3, "15:40"))
    approve(stage, year, "EZ", (METER, EIGHTEEN, LIVING), calendar.lately(1, "10:10"))
