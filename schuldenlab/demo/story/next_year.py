"""Chapter 23: next year's programme lies with its raad; three of six seats have voted."""

from programme.models import Vote

from . import texts
from .programme import open_ballot, submit, vote, write_text
from .stage import Stage


def write(stage: Stage) -> None:
    """Open since a week, closes in sixteen days. Before 1 September there is nothing yet."""
    calendar, year = stage.calendar, stage.calendar.year + 1
    if not calendar.has_next_year:
        return
    write_text(stage, year, texts.CONCEPT % {"year": year}, calendar.lately(12, "14:00"))
    submit(stage, year, calendar.lately(6, "16:30"))
    open_ballot(stage, year, calendar.lately(5, "09:30"), calendar.deadline(16))
    vote(stage, year, "GD", Vote.Choice.FOR, calendar.lately(4, "11:20"))
    vote(stage, year, "ZD", Vote.Choice.FOR, calendar.lately(3, "15:40"))
    vote(
        stage,
        year,
        "EZ",
        Vote.Choice.ABSTAIN,
        calendar.lately(1, "10:10"),
        reason=texts.REASON_EZ_NEXT,
    )
