"""Chapters 3, 18 and 24: six themes are proposed; the chosen ones are explored and guided."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from partners.models import Organisation, Person, Theme
from partners.querysets import local_day
from programme import actions
from programme.models import ExplorationNote, InnovationTheme, ThemeCall

from . import cast, theme_texts
from .calendar import working_days_after
from .stage import Stage
from .theme_texts import BUFFER, BUSINESS, LESSONS, TOGETHER, Proposal

# Working days before the call closes, and the time of each proposal.
PROPOSED = ((13, "10:05"), (10, "15:40"), (8, "09:25"), (6, "11:50"), (3, "14:15"), (1, "16:20"))
NEXT_PROPOSED = ((12, "11:05"), (9, "10:40"), (6, "14:30"), (3, "09:50"), (2, "13:10"))
CALL_DAYS = 14
STOPPED = (-48, "11:30")
BEGUN = ((BUFFER, -240), (TOGETHER, -238), (LESSONS, -233), (BUSINESS, -230))


def write(stage: Stage) -> None:
    """From the call to the results."""
    calendar = stage.calendar
    call(stage, calendar.year, first_close(stage), theme_texts.PROPOSALS, PROPOSED)
    for proposal, offset in BEGUN:
        begin(stage, proposal, calendar.at(offset, "09:30"))
    guide(stage, BUFFER, calendar.at(-241, "14:00"), letters="FV")
    guide(stage, TOGETHER, calendar.at(-239, "14:00"), letters="EZ")
    guide(stage, TOGETHER, calendar.at(-101, "10:30"), letters="CH")
    guide(stage, LESSONS, calendar.at(-234, "11:15"), letters="")
    guide(stage, BUSINESS, calendar.at(-231, "15:45"), letters="FB")
    stage.on(calendar.at(-99, "16:00"), lambda at: _stop_guiding(stage, at))
    for proposal, offset, clock, who, kind, text in theme_texts.NOTES:
        note(stage, proposal, calendar.at(offset, clock), who=who, kind=kind, text=text)
    stage.on(calendar.at(-57, "09:10"), _correct)
    stage.on(calendar.at(*STOPPED), lambda at: _stop(stage, at))
    stage.on(calendar.at(-20, "10:00"), lambda at: _deliver(stage, at))


def first_close(stage: Stage) -> datetime:
    """When the call of the story's year closes: six working days before its ballot does."""
    return working_days_after(stage.calendar.deadline(-255), -6, "17:00")


def call(
    stage: Stage,
    year: int,
    closes_at: datetime,
    proposals: Iterable[Proposal],
    days: Iterable[tuple[int, str]],
) -> None:
    """Open the call, let partners propose, and close it at its deadline."""

    def open_call(at: datetime) -> None:
        actions.open_call(
            year,
            framework=stage.framework,
            introduction=theme_texts.LOOK_FOR,
            closes_at=closes_at,
            actor=stage.manager,
            at=at,
        )

    stage.on(working_days_after(closes_at, -CALL_DAYS, "09:30"), open_call)
    for proposal, (before, clock) in zip(proposals, days, strict=True):
        _propose(stage, year, proposal, working_days_after(closes_at, -before, clock))
    stage.on(working_days_after(closes_at, -3, "09:45"), _remind)
    stage.on(closes_at, lambda at: _close(year, at))


def _propose(stage: Stage, year: int, proposal: Proposal, when: datetime) -> None:
    def act(at: datetime) -> None:
        letters = proposal.letters
        actions.propose_theme(
            ThemeCall.objects.get(year=year),
            theme=Theme.objects.get(name=proposal.subject),
            title=proposal.title,
            question=proposal.question,
            why=proposal.why,
            who_gains=proposal.who_gains,
            proposed_facilitator=stage.organisations.get(proposal.guide),
            proposed_external=proposal.outside,
            organisation=stage.organisations.get(letters),
            actor=stage.contacts[letters][0] if letters else stage.manager,
            at=at,
        )

    stage.on(when, act)


def _remind(at: datetime) -> None:
    actions.remind_proposers(at)


def _close(year: int, at: datetime) -> None:
    actions.close_call(ThemeCall.objects.get(year=year), at=at)


def of(proposal: Proposal) -> InnovationTheme:
    """The theme that came of a proposal."""
    return InnovationTheme.objects.select_related("call").get(title=proposal.title)


def begin(stage: Stage, proposal: Proposal, when: datetime) -> None:
    """Exploring begins."""

    def act(at: datetime) -> None:
        actions.explore_theme(of(proposal), exploring_on=local_day(at), actor=stage.manager, at=at)

    stage.on(when, act)


def guide(stage: Stage, proposal: Proposal, when: datetime, *, letters: str) -> None:
    """A partner guides it; without letters it is the facilitator from outside."""

    def act(at: datetime) -> None:
        facts: dict[str, Any] = {"from_on": local_day(at), "actor": stage.manager, "at": at}
        theme = of(proposal)
        if letters:
            organisation = stage.organisations[letters]
            actions.add_facilitator(theme, organisation=organisation, **facts)
            return
        actions.invite_facilitator(
            theme,
            email=cast.FACILITATOR.email,
            name=cast.FACILITATOR.name,
            organisation=Organisation.objects.get(name=cast.BUREAU),
            **facts,
        )

    stage.on(when, act)


def _stop_guiding(stage: Stage, at: datetime) -> None:
    """The housing corporation took over from the energy company."""
    facilitator = of(TOGETHER).facilitators.get(organisation=stage.organisations["EZ"])
    actions.end_facilitator(facilitator, until_on=local_day(at), actor=stage.manager, at=at)


def note(
    stage: Stage, proposal: Proposal, when: datetime, *, who: str, kind: str, text: str
) -> None:
    """Whoever guides it writes in the log."""

    def act(at: datetime) -> None:
        person = _facilitator() if who == "IZ" else stage.contacts[who][0]
        actions.write_note(of(proposal), kind=kind, text=text, actor=person, at=at)

    stage.on(when, act)


def _facilitator() -> Person:
    found: Person = Person.objects.get_queryset().get(email=cast.FACILITATOR.email)
    return found


def _correct(at: datetime) -> None:
    """Two figures had changed places."""
    wrong = ExplorationNote.objects.select_related("theme").get(text__contains="48 studenten")
    actions.correct_note(
        wrong, kind=wrong.kind, text=theme_texts.CORRECTED, actor=_facilitator(), at=at
    )


def _stop(stage: Stage, at: datetime) -> None:
    """The raad agreed the working day before (see `course`)."""
    actions.stop_theme(
        of(BUSINESS),
        reason=theme_texts.STOPPED,
        stopped_on=local_day(at),
        actor=stage.manager,
        at=at,
    )


def _deliver(stage: Stage, at: datetime) -> None:
    actions.deliver_theme(
        of(BUFFER),
        result=theme_texts.RESULT,
        delivered_on=local_day(at),
        actor=stage.manager,
        at=at,
    )
