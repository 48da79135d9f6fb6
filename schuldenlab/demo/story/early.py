"""Chapters 10 and 20: the raad approves the pilot "Vroeg erbij", and its start is refused."""

from datetime import datetime

from events import actions as events
from events.models import AgendaItem, Meeting
from partners.pdf import compile_pdf
from partners.querysets import local_day
from programme import actions
from programme.models import Ballot, BallotInterest, Decision, Programmaraad, Vote
from projects import actions as projects
from projects.models import Phase
from schuldenlab.lifecycle import Refused

from . import decisions, texts
from . import project_texts as said
from .calendar import working_days_after
from .project_data import EARLY
from .projects import leaders, phase, project
from .stage import Act, Stage

FOR, ABSTAIN = Vote.Choice.FOR, Vote.Choice.ABSTAIN
# Working days before the ballot closes, time, seat, what it says.
VOTES = (
    (4, "11:20", "GD", FOR),
    (4, "16:05", "ZD", FOR),
    (3, "10:40", "CH", FOR),
    (3, "14:25", "EZ", FOR),
    (2, "09:55", "BN", FOR),
    (1, "15:35", "VH", ABSTAIN),
)
DECIDED = -155
PLACE = said.STEERING["place"]


def write(stage: Stage) -> None:
    """From the case that is ready, by the ballot, to the day on which the pilot could not start."""
    calendar = stage.calendar
    closes = calendar.deadline(DECIDED)
    stage.on(working_days_after(closes, -12, "10:35"), lambda at: _end_case(stage, at))
    stage.on(working_days_after(closes, -12, "11:20"), lambda at: _keep_papers(stage, at))
    stage.on(working_days_after(closes, -11, "11:10"), lambda at: _plan_pilot(stage, at))
    stage.on(working_days_after(closes, -9, "14:00"), lambda at: _prepare(stage, closes, at))
    stage.on(working_days_after(closes, -7, "11:30"), lambda at: _announce(stage, at))
    stage.on(working_days_after(closes, -6, "09:50"), lambda at: _disclose(stage, at))
    stage.on(working_days_after(closes, -5, "09:45"), lambda at: _open(stage, closes, at))
    for days, clock, letters, choice in VOTES:
        stage.on(working_days_after(closes, -days, clock), _vote(stage, letters, choice))
    stage.on(closes, _close)
    stage.on(working_days_after(closes, 1, "10:30"), lambda at: _say(stage, at))
    decisions.assign(stage, _decision, "CH", -152, due=30, follow_up=said.FINANCE_TASK)
    stage.on(calendar.at(-30, "13:45"), lambda at: _try_to_start(stage, at))
    _meet(stage)


def pilot() -> Phase:
    """The phase that the money is for."""
    return phase(EARLY, Phase.Kind.PILOT)


def _end_case(stage: Stage, at: datetime) -> None:
    projects.end_phase(
        phase(EARLY, Phase.Kind.BUSINESS_CASE),
        ended_on=local_day(at),
        ended_with=said.CASE_RESULT,
        actor=stage.manager,
        at=at,
    )


def _keep_papers(stage: Stage, at: datetime) -> None:
    """The leader keeps the case with the dossier, and where to read more."""
    leader = leaders(stage)["CH"]
    sheet = {
        "title": said.CASE_TITLE,
        "text": said.CASE_RESULT,
        "signatory": leader.name,
        "function": "Projectleider",
        "organisation": stage.organisations["CH"].name,
        "on": f"{local_day(at):%d-%m-%Y}",
    }
    projects.add_project_document(
        project(EARLY),
        title=said.CASE_TITLE,
        upload=compile_pdf("demo/pdf/scan.typ", sheet, at=at),
        name=said.CASE_FILE,
        actor=leader,
        at=at,
    )
    projects.add_project_link(project(EARLY), **said.CASE_LINK, actor=leader, at=at)


def _plan_pilot(stage: Stage, at: datetime) -> None:
    planned = projects.plan_phase(project(EARLY), kind=Phase.Kind.PILOT, actor=stage.manager, at=at)
    projects.describe_pilot(
        planned, **said.PILOT, ends_on=stage.calendar.day(330), actor=stage.manager, at=at
    )


def _ballot() -> Ballot:
    found: Ballot = Ballot.objects.select_related("raad").get(title=said.MOTION["title"])
    return found


def _decision() -> Decision:
    return _ballot().decision


def _prepare(stage: Stage, closes: datetime, at: datetime) -> None:
    """The question, which phase it is about, and a point for the meeting of that day."""
    raad = Programmaraad.objects.get(year=stage.calendar.year)
    ballot = actions.prepare_motion(
        raad, **said.MOTION, closes_at=closes, rules={}, actor=stage.manager, at=at
    )
    projects.put_phase_before_raad(pilot(), ballot=ballot, actor=stage.manager, at=at)
    actions.put_on_next_agenda(
        raad,
        title=texts.POINT_PILOT,
        text=texts.POINT_PILOT_TEXT,
        kind=AgendaItem.Kind.DECIDE,
        ballot=ballot,
        actor=stage.manager,
        at=at,
    )


def _announce(stage: Stage, at: datetime) -> None:
    actions.announce_ballot(_ballot(), actor=stage.manager, at=at)


def _disclose(stage: Stage, at: datetime) -> None:
    """The corporation steers this project; unless the ballot found that by itself, it says so."""
    ballot, steers = _ballot(), BallotInterest.Kind.STUURGROEP
    ours = stage.organisations["CH"]
    if not ballot.interests.holding().filter(organisation=ours, kind=steers).exists():
        actions.disclose_interest(
            ballot, organisation=ours, kind=steers, text=EARLY, actor=stage.manager, at=at
        )


def _open(stage: Stage, closes: datetime, at: datetime) -> None:
    actions.open_ballot(_ballot(), closes_at=closes, actor=stage.manager, at=at)


def _vote(stage: Stage, letters: str, choice: str) -> Act:
    def act(at: datetime) -> None:
        actions.cast_vote(
            _ballot(),
            organisation=stage.organisations[letters],
            choice=choice,
            reason=said.ABSTAINED if choice == ABSTAIN else "",
            actor=stage.directors[letters],
            at=at,
        )

    return act


def _close(at: datetime) -> None:
    actions.close_ballot(_ballot(), at=at)


def _say(stage: Stage, at: datetime) -> None:
    facts = {"current_state": said.CASE_STATE}
    projects.change_project(project(EARLY), facts=facts, actor=leaders(stage)["CH"], at=at)


def _try_to_start(stage: Stage, at: datetime) -> None:
    """The money is not there, so nothing starts; why stands in the log."""
    day = local_day(at)
    try:
        projects.start_phase(pilot(), started_on=day, actor=stage.manager, at=at)
    except Refused as refusal:
        why = str(refusal)
    else:
        raise AssertionError("the gate stays closed without money")
    text = f"{said.REFUSED}\n\n{why}"
    projects.write_project_note(
        project(EARLY), kind="step", text=text, actor=leaders(stage)["CH"], at=at
    )


def _meet(stage: Stage) -> None:
    """Its stuurgroep met two months ago, and meets again in two weeks."""
    calendar = stage.calendar
    first, second = calendar.at(-57, "15:00"), calendar.at(15, "15:00")
    stage.on(calendar.at(-85, "11:20"), lambda at: _plan(stage, first, said.STEERING["first"], at))
    stage.on(
        calendar.at(-25, "11:20"), lambda at: _plan(stage, second, said.STEERING["second"], at)
    )
    stage.on(working_days_after(first, 1, "10:05"), lambda at: _hold(stage, first, at))


def _plan(stage: Stage, starts_at: datetime, subject: str, at: datetime) -> None:
    day = local_day(starts_at)
    series = project(EARLY).stuurgroep.series
    assert series is not None, "it meets in a series of its own"
    meeting = events.add_meeting(
        series,
        year=day.year,
        window=(day, day),
        actor=stage.manager,
        at=at,
    )
    events.schedule_meeting(
        meeting, starts_at=starts_at, subject=subject, place=PLACE, actor=stage.manager, at=at
    )


def _hold(stage: Stage, starts_at: datetime, at: datetime) -> None:
    meeting = Meeting.objects.get(series=project(EARLY).stuurgroep.series, starts_at=starts_at)
    there = {stage.organisations[letters]: 1 for letters in ("CH", "WW", "SW")}
    events.hold_meeting(meeting, attendance=there, actor=stage.manager, at=at)
