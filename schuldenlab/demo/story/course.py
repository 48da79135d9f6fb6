"""Chapters 12, 14, 15 and 18: changes of course, in time and too late."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from programme import actions
from programme.models import Ballot, CourseChange, Programmaraad, Vote

from . import course_texts as texts
from .calendar import working_days_after
from .money import leave_clean
from .project_data import LETTERS
from .projects import project
from .raad_meetings import held
from .stage import Act, Stage
from .theme_texts import BUSINESS
from .themes import of

DROPS = -60  # the meeting that lets a theme stop
FOR, AGAINST = Vote.Choice.FOR, Vote.Choice.AGAINST
FIRST_ROUND = (("GD", FOR), ("ZD", FOR), ("BN", AGAINST), ("CH", AGAINST))
SECOND_ROUND = (("GD", FOR), ("ZD", FOR), ("BN", AGAINST), ("CH", FOR))


def write(stage: Stage) -> None:
    """From five months ago until yesterday."""
    _letters(stage)
    _departure(stage)
    _entrepreneurs(stage)
    _dropped_theme(stage)
    _small_ones(stage)


def _raad(stage: Stage) -> Programmaraad:
    return Programmaraad.objects.select_related("framework").get(year=stage.calendar.year)


def _of(title: str) -> CourseChange:
    changes = CourseChange.objects.select_related("raad__framework", "ballot", "decision")
    return changes.get(title=title)


def _propose(stage: Stage, facts: dict[str, Any], at: datetime, **more: Any) -> CourseChange:
    who = {"proposed_for": None, "actor": stage.manager, **more}
    return actions.propose_change(_raad(stage), **{**facts, **who}, at=at)


def _judge(stage: Stage, change: CourseChange, reason: str, at: datetime, *, yes: bool) -> None:
    actions.judge_change(change, is_crucial=yes, reason=reason, actor=stage.manager, at=at)


def _decide(
    stage: Stage, change: CourseChange, facts: dict[str, Any], at: datetime, *, meeting: int = 0
) -> None:
    """The raad gave its advice that day, or decided in its meeting of so many days from today."""
    taken_in = held(stage, meeting) if meeting else None
    decision = actions.enter_decision(
        change.raad,
        **facts,
        origin="meeting" if taken_in else "advice",
        meeting=taken_in,
        taken_at=stage.calendar.at(meeting, "11:05") if taken_in else at - timedelta(hours=2),
        actor=stage.manager,
        at=at,
    )
    actions.decide_change(change, decision=decision, is_agreed=True, actor=stage.manager, at=at)


def _letters(stage: Stage) -> None:
    """The letters were stopped at once; the raad heard of it twelve days later."""
    calendar = stage.calendar

    def tell(at: datetime) -> None:
        change = _propose(stage, texts.POST, at)
        project(LETTERS).course_changes.add(change)
        _judge(stage, change, texts.POST_CRUCIAL, at, yes=True)
        actions.carry_out_first(
            change,
            reason=texts.POST_URGENT,
            done_on=calendar.day(-142),
            actor=stage.manager,
            at=at,
        )

    def uphold(at: datetime) -> None:
        _decide(stage, _of(texts.POST["title"]), texts.POST_ADVICE, at)

    stage.on(calendar.at(-130, "16:10"), tell)
    stage.on(calendar.at(-120, "15:30"), uphold)


def _departure(stage: Stage) -> None:
    """The system opens this one by itself; the kernteam completes and judges it."""
    calendar = stage.calendar

    def change() -> CourseChange:
        changes = CourseChange.objects.select_related("raad__framework", "ballot", "decision")
        return changes.get(kind=CourseChange.Kind.PARTNER_LEFT)

    def complete(at: datetime) -> None:
        opened = actions.write_change(change(), **texts.LEFT, actor=stage.manager, at=at)
        _judge(stage, opened, "", at, yes=True)

    def decide(at: datetime) -> None:
        _decide(stage, change(), texts.LEFT_DECISION, at)

    def done(at: datetime) -> None:
        _carry_out(stage, change(), texts.LEFT_RESULT, at)

    left, filled = calendar.at(-100, "11:00"), calendar.at(-65, "10:00")
    stage.on(working_days_after(left, 2, "10:20"), complete)
    stage.on(working_days_after(left, 5, "15:45"), decide)
    stage.on(working_days_after(filled, 1, "09:30"), done)


def _carry_out(stage: Stage, change: CourseChange, result: str, at: datetime) -> None:
    actions.carry_out_change(change, result=result, done_on=at.date(), actor=stage.manager, at=at)


def _entrepreneurs(stage: Stage) -> None:
    """What was pledged is withdrawn, and so a change opens.

    One seat is paid and steps aside; two against two, and in the second round three to one.
    """
    calendar, title = stage.calendar, texts.ZZP["title"]

    def propose(at: datetime) -> None:
        change = leave_clean(stage, at)
        actions.write_change(change, **texts.ZZP, actor=stage.manager, at=at)
        _judge(stage, change, "", at, yes=True)

    def prepare(at: datetime) -> None:
        ballot = actions.prepare_change_ballot(
            _of(title),
            closes_at=calendar.deadline(-90),
            rules={"tie_rule": Ballot.TieRule.SECOND_ROUND},
            actor=stage.manager,
            at=at,
        )
        actions.disclose_interest(
            ballot,
            organisation=stage.organisations["EZ"],
            kind="paid",
            text=texts.ZZP_PAID,
            actor=stage.manager,
            at=at,
        )
        actions.announce_ballot(ballot, actor=stage.manager, at=at)

    left, first, second = calendar.at(-100, "11:00"), calendar.deadline(-90), calendar.deadline(-83)
    stage.on(working_days_after(left, 1, "11:00"), propose)
    stage.on(working_days_after(left, 3, "11:30"), prepare)
    _round(stage, working_days_after(left, 4, "09:45"), first, FIRST_ROUND)
    _round(stage, working_days_after(first, 1, "09:45"), second, SECOND_ROUND)
    stage.on(
        calendar.at(-75, "10:00"),
        lambda at: _carry_out(stage, _of(title), texts.ZZP_RESULT, at),
    )


def _round(
    stage: Stage, opens: datetime, closes: datetime, votes: tuple[tuple[str, str], ...]
) -> None:
    """Opened in the morning, voted on that day, closed at its deadline."""

    def ballot() -> Ballot:
        found = _of(texts.ZZP["title"]).ballot
        assert found is not None, "the ballot is prepared"
        return found

    def begin(at: datetime) -> None:
        actions.open_ballot(ballot(), closes_at=closes, actor=stage.manager, at=at)

    def vote(letters: str, choice: str) -> Act:
        def act(at: datetime) -> None:
            actions.cast_vote(
                ballot(),
                organisation=stage.organisations[letters],
                choice=choice,
                reason=texts.ZZP_AGAINST if letters == "BN" else "",
                actor=stage.directors[letters],
                at=at,
            )

        return act

    def close(at: datetime) -> None:
        actions.close_ballot(ballot(), at=at)

    stage.on(opens, begin)
    for hours, (letters, choice) in enumerate(votes, start=1):
        stage.on(opens + timedelta(hours=hours), vote(letters, choice))
    stage.on(closes, close)


def _dropped_theme(stage: Stage) -> None:
    """The raad agrees in its meeting that a theme stops, before it does (see `themes`)."""
    meets = stage.calendar.at(DROPS, "10:00")

    def propose(at: datetime) -> None:
        change = _propose(stage, {**texts.DROPPED, "innovation_theme": of(BUSINESS)}, at)
        _judge(stage, change, "", at, yes=True)

    def decide(at: datetime) -> None:
        change = _of(texts.DROPPED["title"])
        _decide(stage, change, texts.DROPPED_DECISION, at, meeting=DROPS)

    stage.on(working_days_after(meets, -5, "10:15"), propose)
    stage.on(working_days_after(meets, 1, "15:45"), decide)


def _small_ones(stage: Stage) -> None:
    """Not crucial: one that is done, one that a seat calls crucial, and one that is just in."""
    calendar = stage.calendar
    amounts = {"budget_before": Decimal(30_000), "budget_after": Decimal(26_000)}

    def speakers(at: datetime) -> None:
        change = _propose(stage, {**texts.SPEAKERS, **amounts}, at)
        _judge(stage, change, texts.SPEAKERS_MINOR, at, yes=False)

    def desk(at: datetime) -> None:
        _judge(stage, _propose(stage, texts.DESK, at), texts.DESK_MINOR, at, yes=False)

    def call(at: datetime) -> None:
        change = _of(texts.DESK["title"])
        actions.call_crucial(
            change,
            seat=change.raad.seats.get(organisation=stage.organisations["ZD"]),
            reason=texts.DESK_CALL,
            actor=stage.directors["ZD"],
            at=at,
        )

    def school(at: datetime) -> None:
        partner = stage.organisations["HZ"]
        _propose(stage, texts.SCHOOL, at, proposed_for=partner, actor=stage.contacts["HZ"][0])

    stage.on(calendar.at(-70, "14:15"), speakers)
    stage.on(
        calendar.at(-58, "11:15"),
        lambda at: _carry_out(stage, _of(texts.SPEAKERS["title"]), texts.SPEAKERS_RESULT, at),
    )
    stage.on(calendar.lately(7, "13:30"), desk)
    stage.on(calendar.lately(3, "16:45"), call)
    stage.on(calendar.lately(2, "09:50"), school)
