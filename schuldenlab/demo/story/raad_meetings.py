"""Chapters 6 and 24: the programmaraad meets with an agenda, and a substitute has the ballot."""

from datetime import date, datetime, timedelta

from events import actions as events
from events.models import AgendaItem, Meeting
from events.workdays import add_working_days, next_working_day
from programme import actions
from programme.models import Ballot, Programmaraad

from . import cast, texts
from .calendar import moment, working_days_after
from .stage import Stage

KINDS = AgendaItem.Kind
ADOPTING = -245  # the meeting that votes on the programme
# Days from today: subject and points besides the progress. The seat that left is not there later.
MEETINGS = (
    (ADOPTING, texts.RAAD_FIRST, ()),
    (-155, texts.RAAD_SECOND, ()),  # with the ballot on the pilot; see `early`
    (-130, texts.RAAD_THIRD, ((KINDS.INFORM, texts.POINT_LETTERS, texts.POINT_LETTERS_TEXT),)),
    (-60, texts.RAAD_FOURTH, ((KINDS.DISCUSS, texts.POINT_SEAT, texts.POINT_SEAT_TEXT),)),
)
LEFT_ON = -100
PAPERS_AHEAD = timedelta(days=7)


def write(stage: Stage) -> None:
    """Four meetings this year, the next one with its papers, and a ballot handed over."""
    calendar = stage.calendar
    last = date(calendar.year, 12, 31)
    for offset, subject, points in MEETINGS:
        if calendar.day(offset) <= last:
            meet(stage, offset, subject, points)
    _prepare_next(stage)
    if calendar.has_next_year:
        stage.on(calendar.lately(1, "16:10"), lambda at: _hand_over(stage, at))


def meet(stage: Stage, offset: int, subject: str, points: tuple[tuple[str, str, str], ...]) -> None:
    """Planned after the one before, with papers a week ahead; the next morning who was there."""
    calendar, year = stage.calendar, stage.calendar.year
    starts_at = calendar.at(offset, "10:00")
    planned = working_days_after(starts_at, -12, "10:00")
    stage.on(planned, lambda at: plan(stage, year, starts_at, subject, at))
    stage.on(working_days_after(planned, 1, "11:00"), lambda at: fill(stage, year, points, at))
    stage.on(moment(calendar.day(offset - 7), "09:05"), _send)
    letters = [each for each in cast.SEATS if each != "VH" or offset < LEFT_ON]
    stage.on(
        working_days_after(starts_at, 1, "09:20"),
        lambda at: _hold(stage, starts_at, letters, at),
    )


def held(stage: Stage, offset: int) -> Meeting | None:
    """The meeting of the raad that was so many days from today, when there was one."""
    return (
        Meeting.objects.of_raad()
        .filter(starts_at=stage.calendar.at(offset, "10:00"), status=Meeting.Status.HELD)
        .first()
    )


def plan(stage: Stage, year: int, starts_at: datetime, subject: str, at: datetime) -> None:
    """The kernteam fixes a meeting of the raad of a year."""
    actions.plan_raad_meeting(
        Programmaraad.objects.get(year=year),
        starts_at=starts_at,
        subject=subject,
        place=texts.RAAD_PLACE,
        actor=stage.manager,
        at=at,
    )


def fill(stage: Stage, year: int, points: tuple[tuple[str, str, str], ...], at: datetime) -> None:
    """Progress first, then what else there is."""
    progress = (KINDS.INFORM, texts.POINT_PROGRESS, texts.POINT_PROGRESS_TEXT)
    for number, (kind, title, text) in enumerate((progress, *points)):
        actions.put_on_next_agenda(
            Programmaraad.objects.get(year=year),
            title=title,
            text=text,
            kind=kind,
            is_progress=number == 0,
            actor=stage.manager,
            at=at,
        )


def _send(at: datetime) -> None:
    actions.send_due_packs(at)


def _hold(stage: Stage, starts_at: datetime, letters: list[str], at: datetime) -> None:
    meeting = Meeting.objects.of_raad().get(starts_at=starts_at)
    there = dict.fromkeys((stage.organisations[each] for each in letters), 1)
    events.hold_meeting(meeting, attendance=there, actor=stage.manager, at=at)


def _prepare_next(stage: Stage) -> None:
    """The raad of this calendar year meets a week after its papers left: the last working day."""
    calendar = stage.calendar
    day = next_working_day(add_working_days(calendar.today, -1) + PAPERS_AHEAD)
    has_raad = day.year == calendar.year or (
        calendar.has_next_year and day.year == calendar.year + 1
    )
    if not has_raad:
        return
    starts_at = moment(day, "10:00")
    points = ((KINDS.DISCUSS, texts.POINT_NEXT, texts.POINT_NEXT_TEXT),)
    stage.on(
        calendar.lately(9, "10:20"),
        lambda at: plan(stage, day.year, starts_at, texts.RAAD_NEXT, at),
    )
    stage.on(calendar.lately(8, "10:40"), lambda at: fill(stage, day.year, points, at))

    def send(at: datetime) -> None:
        actions.send_pack(Meeting.objects.of_raad().get(starts_at=starts_at), actor=None, at=at)

    stage.on(calendar.lately(1, "09:05"), send)


def _hand_over(stage: Stage, at: datetime) -> None:
    """The director of the corporation lets its substitute choose next year's themes."""
    ballot = Ballot.objects.open_at(at).get(theme_call__year=stage.calendar.year + 1)
    actions.hand_over_ballot(ballot, actor=stage.directors["CH"], at=at)
