"""Projects at every point of their life, made by the product's own actions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from partners.models import GoLive
from programme.actions import enter_decision
from projects import actions
from projects.models import Leadership, Participation, Phase, Stake, Stuurgroep, StuurgroepMember
from tests.funding.money import arrange
from tests.programme import innovating

if TYPE_CHECKING:
    from datetime import datetime

    from programme.models import Decision
    from projects.models import Project
    from tests.cast import Cast

DAY = timedelta(days=1)
SUMMARY = "Wie één rekening mist, krijgt binnen twee weken hulp."


def acting(cast: Cast, at: datetime | None = None) -> dict[str, Any]:
    """The kernteam, now."""
    return {"actor": cast.manager, "at": at or cast.at}


def opened(cast: Cast, kind: str = "business_case") -> Project:
    """The dossier of a theme that is explored, opened five days ago."""
    theme = innovating.exploring(cast)
    at = cast.at - 5 * DAY
    return actions.open_project(
        theme, kind=kind, title="Vroeg erbij", summary=SUMMARY, **acting(cast, at)
    )


def prototyped(cast: Cast) -> Project:
    """The same, with a prototype that runs since three days."""
    project = opened(cast, "prototype")
    at = cast.at - 3 * DAY
    actions.start_phase(project.phases.get(), started_on=at.date(), **acting(cast, at))
    project.refresh_from_db()
    return project


def lead(cast: Cast, project: Project, *, days: int = 4) -> Leadership:
    """The contact of FV leads it."""
    return Leadership.objects.create(
        project=project,
        person=cast.contact,
        organisation=cast["FV"],
        role="leader",
        from_on=(cast.at - days * DAY).date(),
    )


def interest(cast: Cast, project: Project, letters: str = "EZ") -> Participation:
    """An organisation is interested."""
    day = (cast.at - 4 * DAY).date()
    return Participation.objects.create(
        project=project, organisation=cast[letters], kind="interested", from_on=day
    )


def steer(
    cast: Cast, project: Project, letters: str = "ZD EZ", *, has_chair: bool = True
) -> Stuurgroep:
    """A stuurgroep of these organisations, each with a stake; the first gives the chair."""
    day = (cast.at - 4 * DAY).date()
    group, _new = Stuurgroep.objects.get_or_create(project=project)
    for number, each in enumerate(letters.split()):
        stake = Stake.objects.create(
            stuurgroep=group, organisation=cast[each], text="Minder schulden", from_on=day
        )
        StuurgroepMember.objects.create(
            stake=stake,
            stuurgroep=group,
            person=cast.people[f"seat_{each}"],
            is_chair=has_chair and number == 0,
            from_on=day,
        )
    return group


def decision(cast: Cast, *, at: datetime | None = None) -> Decision:
    """The raad agreed in a meeting, two days ago."""
    at = at or cast.at - 2 * DAY
    return enter_decision(
        cast.raad,
        title="Pilot Vroeg erbij",
        text="De pilot mag beginnen.",
        origin="meeting",
        taken_at=at,
        **acting(cast, at),
    )


def planned_pilot(cast: Cast) -> Phase:
    """A pilot in preparation, after a prototype."""
    return actions.plan_phase(prototyped(cast), kind="pilot", **acting(cast))


def ready_pilot(cast: Cast) -> Phase:
    """A pilot that can start: our own conditions hold, and its money is arranged."""
    phase = planned_pilot(cast)
    arrange(cast, phase, cast.at)
    lead(cast, phase.project)
    steer(cast, phase.project)
    return actions.approve_phase(phase, decision=decision(cast), **acting(cast))


def live(cast: Cast, *, days: int = 100) -> GoLive:
    """This lab is kept here since so many days."""
    return GoLive.objects.create(live_on=(cast.at - days * DAY).date(), set_by=cast.manager)


def taken_over(cast: Cast, **facts: Any) -> Project:
    """A project that ran before the lab was kept here."""
    given = {
        "title": "Jongeren Perspectief Fonds",
        "summary": "Een fonds voor jongeren.",
        "kind": "project",
        "started_on": (cast.at - 400 * DAY).date(),
        **facts,
    }
    return actions.take_over_project(innovating.subject(cast), **given, **acting(cast))
