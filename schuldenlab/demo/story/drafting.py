"""Chapter 6, before the ballot: a first text, what partners say about it, and what changes."""

from collections.abc import Callable
from datetime import datetime

from programme import actions
from programme.models import Commitment, PassageComment, Programme
from programme.passages import passages

from . import programme_texts as said
from . import texts
from .calendar import working_days_after
from .commitments import LATE, SILENT
from .programme import submit, write_text
from .stage import Stage

AMENDED = 6  # working days after the first text


def write(stage: Stage) -> None:
    """The first text lies with the raad for a week; then the kernteam takes it back."""
    calendar, year = stage.calendar, stage.calendar.year
    begin = calendar.at(-276, "15:00")
    title = texts.TITLE % {"year": year}
    contents = (said.FIRST_THEMES, said.FIRST_BUDGET, said.NOTE_FIRST)
    write_text(stage, year, title, begin, contents)
    submit(stage, year, working_days_after(begin, 1, "10:00"))
    on = _days_after(begin)
    comment(stage, year, "PM", said.SCHOOL, text=said.SCHOOL_SAID, when=on(2, "09:50"))
    comment(stage, year, "CH", said.MONEY, text=said.MONEY_SAID, when=on(3, "14:10"))
    comment(stage, year, "VH", said.FOUR, text=said.FOUR_SAID, when=on(3, "16:35"))
    answer(stage, year, said.MONEY_SAID, said.MONEY_ANSWER, on(4, "11:00"))
    answer(stage, year, said.FOUR_SAID, said.FOUR_ANSWER, on(4, "11:20"))
    stage.on(on(5, "09:15"), lambda at: _take_back(stage, year, at))
    answer(stage, year, said.SCHOOL_SAID, said.SCHOOL_DONE, on(AMENDED, "15:30"), is_done=True)
    prepare(stage, year)
    if calendar.has_next_year:
        _next_year(stage, year + 1)


def _next_year(stage: Stage, year: int) -> None:
    """Next year's concept: one comment is answered, one waits."""
    lately = stage.calendar.lately
    comment(stage, year, "EZ", said.NEXT_CITY, text=said.NEXT_CITY_SAID, when=lately(4, "13:20"))
    answer(stage, year, said.NEXT_CITY_SAID, said.NEXT_CITY_ANSWER, lately(3, "10:05"))
    comment(
        stage, year, "PM", said.NEXT_LESSONS, text=said.NEXT_LESSONS_SAID, when=lately(2, "15:25")
    )


def prepare(stage: Stage, year: int) -> None:
    """A contact puts the answer ready: one that was sent later, one that still waits."""
    for letters, when in (
        (LATE[0], None),
        (SILENT[1], stage.calendar.lately(6, "11:30")),
    ):
        moment = when or working_days_after(stage.calendar.at(-245, "17:00"), 6, "10:20")
        stage.on(moment, _preparing(stage, year, letters))


def _preparing(stage: Stage, year: int, letters: str) -> Callable[[datetime], None]:
    def act(at: datetime) -> None:
        actions.prepare_commitment(
            Programme.objects.get(year=year),
            organisation=stage.organisations[letters],
            answer=Commitment.Answer.YES,
            reason="",
            actor=stage.contacts[letters][0],
            at=at,
        )

    return act


def comment(
    stage: Stage, year: int, letters: str, needle: str, *, text: str, when: datetime
) -> None:
    """A contact comments on the passage in which these words stand."""

    def act(at: datetime) -> None:
        programme = Programme.objects.get(year=year)
        version = programme.submissions.texts()[0]
        actions.comment_passage(
            programme,
            version=version,
            anchor=next(
                each.anchor
                for each in passages(version.wording)
                if needle in each.text and not each.is_heading
            ),
            organisation=stage.organisations[letters],
            text=text,
            actor=stage.contacts[letters][0],
            at=at,
        )

    stage.on(when, act)


def answer(
    stage: Stage, year: int, about: str, text: str, when: datetime, *, is_done: bool = False
) -> None:
    """The kernteam answers, or says that it is dealt with."""

    def act(at: datetime) -> None:
        said_then = PassageComment.objects.get(programme__year=year, text=about)
        verb = actions.handle_comment if is_done else actions.answer_comment
        verb(said_then, text=text, actor=stage.manager, at=at)

    stage.on(when, act)


def _take_back(stage: Stage, year: int, at: datetime) -> None:
    actions.take_back_programme(Programme.objects.get(year=year), actor=stage.manager, at=at)


def _days_after(begin: datetime) -> Callable[[int, str], datetime]:
    return lambda days, clock: working_days_after(begin, days, clock)
