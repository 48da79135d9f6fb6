"""Projects at every point of their life, made by the product's own actions."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
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
    from projects.models import BusinessCase, CaseLine, Project
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


LINE = {"kind": "benefit", "text": "Minder incasso", "category": "collection"}


def line(case: BusinessCase, name: str = "", **facts: Any) -> CaseLine:
    """A benefit of ten euro a year, unless the facts say otherwise; without a name of residents."""
    given = {**LINE, "certainty": "expert", "quantities": [Decimal(10)] * 3, **facts}
    given["party"] = case.parties.get(name=name) if name else case.parties.get(is_residents=True)
    if isinstance(given.get("receiver"), str):
        given["receiver"] = case.parties.get(name=given["receiver"])
    return actions.add_line(case, facts=given, actor=case.author, at=case.recorded_at)


def drafted_case(
    cast: Cast, project: Project, at: datetime | None = None, letters: str = "ZD"
) -> BusinessCase:
    """A version with a cost and a benefit for each of these organisations."""
    at = at or cast.at - 3 * DAY
    case = actions.draft_case(project, **acting(cast, at))
    for each in letters.split():
        if not case.parties.filter(organisation=cast[each]).exists():
            actions.add_party(case, organisation=cast[each], **acting(cast, at))
        line(case, cast[each].name)
        line(case, cast[each].name, kind="cost", text="Bellen", quantities=[Decimal(20)])
    return case


def submitted_case(cast: Cast, project: Project, at: datetime | None = None) -> BusinessCase:
    """The same, before the raad since three days."""
    at = at or cast.at - 3 * DAY
    return actions.submit_case(drafted_case(cast, project, at), **acting(cast, at))


def approved_case(cast: Cast, project: Project, at: datetime | None = None) -> BusinessCase:
    """The same, approved in the meeting of two days ago."""
    at = at or cast.at - 2 * DAY
    case = submitted_case(cast, project, at - DAY)
    agreed = decision(cast, at=at)
    return actions.approve_case(case, decision=agreed, **acting(cast, at))


def planned_pilot(cast: Cast) -> Phase:
    """A pilot in preparation, after a prototype."""
    return actions.plan_phase(prototyped(cast), kind="pilot", **acting(cast))


def ready_pilot(cast: Cast) -> Phase:
    """A pilot that can start: our own conditions hold, and its money is arranged."""
    phase = planned_pilot(cast)
    arrange(cast, phase, cast.at)
    lead(cast, phase.project)
    steer(cast, phase.project)
    submitted_case(cast, phase.project)
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
