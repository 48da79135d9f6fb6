"""Six projects that ran before the lab: their dossiers, who leads and who steers them."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from partners.actions import add_organisation
from partners.models import Organisation, Person, Sector, Theme
from partners.querysets import local_day
from projects import actions
from projects.models import Leadership, Participation, Phase, Project

from . import cast
from . import project_texts as texts
from .calendar import working_days_after
from .project_data import EARLY, LETTERS, PROJECTS, Told
from .stage import Stage

LEADING = tuple(each.leader for each in PROJECTS)
PARTNER, LEADS = Participation.Kind.PARTNER, Leadership.Role.LEADER


def write(stage: Stage) -> None:
    """Two days after the partners entered; what they learn later stands in their logs."""
    calendar = stage.calendar
    entered = calendar.at(-330, "16:00")
    stage.on(working_days_after(entered, 2, "10:00"), lambda at: _take_over(stage, at))
    stage.on(working_days_after(entered, 3, "10:00"), lambda at: _steer(stage, at))
    for title, offset, clock, who, kind, text in texts.NOTES:
        said = {"kind": kind, "text": text}
        stage.on(calendar.at(offset, clock), partial(_note, stage, title, who, said))


def project(title: str) -> Project:
    """The project with this title."""
    found: Project = Project.objects.select_related("innovation_theme").get(title=title)
    return found


def phase(title: str, kind: str) -> Phase:
    """Its phase of this kind."""
    found: Phase = Phase.objects.select_related("project").get(project__title=title, kind=kind)
    return found


def leaders(stage: Stage) -> Mapping[str, Person]:
    """Of each of these partners the contact who leads its project."""
    found = {letters: stage.contacts[letters][-1] for letters in LEADING}
    found["CH"] = Person.objects.get(email=cast.LEADER.email)
    return found


def lead(stage: Stage, title: str, letters: str, from_on: date, at: datetime) -> None:
    """The leader of this partner takes a project."""
    actions.name_leader(
        project(title),
        person=leaders(stage)[letters],
        role=LEADS,
        from_on=from_on,
        organisation=stage.organisations[letters],
        actor=stage.manager,
        at=at,
    )


def take_part(stage: Stage, title: str, letters: str, kind: str, at: datetime) -> None:
    """A partner takes part in a project from this day, or is interested in it."""
    actions.add_participation(
        project(title),
        organisation=stage.organisations[letters],
        kind=kind,
        from_on=local_day(at),
        actor=stage.manager,
        at=at,
    )


def _take_over(stage: Stage, at: datetime) -> None:
    for told in PROJECTS:
        known: dict[str, Any] = {"actor": stage.manager, "at": at}
        taken = actions.take_over_project(
            Theme.objects.get(name=told.subject),
            title=told.title,
            summary=told.summary,
            kind=told.kind,
            started_on=told.started_on,
            **told.facts,
            **known,
        )
        for letters in told.partners:
            actions.add_participation(
                taken,
                organisation=stage.organisations[letters],
                kind=PARTNER,
                from_on=told.started_on,
                **known,
            )
        lead(stage, told.title, told.leader, told.started_on, at)
    actions.name_leader(
        project(LETTERS),
        person=stage.contacts["SW"][0],
        role=Leadership.Role.SUBSTITUTE,
        from_on=local_day(at),
        organisation=stage.organisations["SW"],
        actor=stage.manager,
        at=at,
    )


def _steer(stage: Stage, at: datetime) -> None:
    """Each its stuurgroep; in one of them residents sit, who are no partner."""
    for told in PROJECTS:
        _set_up(stage, told, at)
    known: dict[str, Any] = {"actor": stage.manager, "at": at}
    organisation = add_organisation(
        name=cast.RESIDENT.organisation,
        sector=Sector.OTHER,
        description=texts.RESIDENTS_WORK,
        **known,
    )
    stake = _stake(stage, EARLY, organisation, texts.RESIDENTS_STAKE, at)
    figure = cast.RESIDENT
    actions.invite_member(
        stake,
        email=figure.email,
        name=figure.name,
        from_on=local_day(at),
        function=texts.RESIDENT,
        **known,
    )


def _set_up(stage: Stage, told: Told, at: datetime) -> None:
    known: dict[str, Any] = {"actor": stage.manager, "at": at}
    actions.set_up_stuurgroep(project(told.title), task=texts.TASK, per_year=0, **known)
    for number, (letters, text) in enumerate(told.stakes):
        stake = _stake(stage, told.title, stage.organisations[letters], text, at)
        actions.add_member(
            stake,
            person=stage.directors[letters],
            from_on=local_day(at),
            function=texts.DIRECTOR,
            term_ends_on=stage.calendar.day(400) if number else None,
            is_chair=number == 0,
            **known,
        )


def _stake(stage: Stage, title: str, organisation: Organisation, text: str, at: datetime) -> Any:
    return actions.add_stake(
        project(title).stuurgroep,
        organisation=organisation,
        text=text,
        from_on=local_day(at),
        actor=stage.manager,
        at=at,
    )


def _note(stage: Stage, title: str, who: str, said: Mapping[str, str], at: datetime) -> None:
    actions.write_project_note(project(title), **said, actor=leaders(stage)[who], at=at)
