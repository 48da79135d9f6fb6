"""A project for the table of addresses: tried now, with people, and a pilot in preparation."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from projects import actions
from projects.models import (
    LIGHTS,
    Connection,
    Indicator,
    IndicatorValue,
    Leadership,
    Participation,
    Phase,
    ProgressReport,
    Project,
    ProjectDocument,
    ProjectLink,
    ProjectNote,
    Risk,
    Stake,
    StuurgroepMember,
)
from projects.quarters import Quarter
from schuldenlab.documents.actions import keep_document
from tests.programme.innovating import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.house.world import World

MORE = 25
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def project_shelf(world: World) -> None:
    """The project of the theme that is worked out: its prototype runs, its pilot is prepared."""
    cast, project = world.cast, the_row()
    day = (cast.at - DAY).date()
    given = acting(cast)
    actions.name_leader(
        project,
        person=cast.seat_ZD,
        organisation=cast["ZD"],
        role="leader",
        from_on=day,
        **given,
    )
    actions.add_participation(
        project, organisation=cast["CH"], kind="interested", from_on=day, **given
    )
    for letters, is_chair in (("ZD", True), ("EZ", False)):
        stake = actions.steer_with(
            project, organisation=cast[letters], text="Minder schulden", from_on=day, **given
        )
        person = cast.people[f"seat_{letters}"]
        actions.add_member(stake, person=person, from_on=day, is_chair=is_chair, **given)
    facts = {"kind": "step", "text": "Gedaan.", "actor": cast.manager, "at": cast.at}
    actions.write_project_note(project, **facts)
    pilot = actions.plan_phase(project, kind="pilot", **given)
    words = {"size": "100 gezinnen", "criterion": "80 gezinnen"}
    actions.describe_pilot(pilot, ends_on=(cast.at + 90 * DAY).date(), **words, **given)
    prototype = project.phases.get(kind="prototype")
    actions.describe_prototype(
        prototype, tried="Bellen", with_whom="20 gezinnen", learned="Het werkt.", **given
    )
    for title, is_closed in (("Case", False), ("Bedragen", True)):
        file = {"upload": PDF, "name": "stuk.pdf"}
        actions.add_project_document(project, title=title, is_closed=is_closed, **file, **given)
    actions.add_project_link(project, title="Elders", url="https://elders.example/", **given)
    _progress_shelf(world, project)


def _progress_shelf(world: World, project: Project) -> None:
    """A report with a risk and a figure, and a link with a project that was taken over."""
    cast, given = world.cast, acting(world.cast)
    day = cast.at.date()
    row = actions.add_indicator(
        project,
        goal="debts",
        name="gezinnen",
        unit="gezinnen",
        target=Decimal(80),
        target_on=day + 99 * DAY,
        **given,
    )
    actions.write_report(
        project,
        quarter=Quarter.of(day),
        lights=dict.fromkeys(LIGHTS, "track"),
        reached="Gedaan.",
        values=[actions.Measured(row, Decimal(62), day, "Telling")],
        new_risk=actions.NewRisk("Iets", "Werk", "Lena"),
        **given,
    )
    other = _other()
    actions.connect_projects(
        project, other=other, kind="waits", reason="De brief", from_on=day, **given
    )


def _other() -> Project:
    """A project beside the one of the table, from before this lab was kept here."""
    project = the_row()
    return Project.objects.create(
        year=project.year,
        sequence=project.sequence + 1,
        theme=project.theme,
        title="Post zonder stress",
        summary="Brieven.",
        is_taken_over=True,
    )


def the_row() -> Project:
    """The project of the table: the first one."""
    found: Project = Project.objects.earliest("pk")
    return found


def the_project(_world: World) -> Any:
    return the_row().pk


def phase_of(kind: str) -> Callable[[World], Any]:
    """Its phase of this kind."""
    return lambda _world: Phase.objects.get(kind=kind).pk


def leadership(_world: World) -> Any:
    return Leadership.objects.get().pk


def participation(_world: World) -> Any:
    return Participation.objects.earliest("pk").pk


def stake(_world: World) -> Any:
    return Stake.objects.earliest("pk").pk


def member(_world: World) -> Any:
    return StuurgroepMember.objects.get(is_chair=False).pk


def project_note(_world: World) -> Any:
    return ProjectNote.objects.earliest("pk").pk


def paper(title: str) -> Callable[[World], Any]:
    """The document of that title."""
    return lambda _world: ProjectDocument.objects.get(title=title).pk


def project_link(_world: World) -> Any:
    return ProjectLink.objects.earliest("pk").pk


def the_report(_world: World) -> Any:
    return ProgressReport.objects.earliest("pk").pk


def the_risk(_world: World) -> Any:
    return Risk.objects.earliest("pk").pk


def the_link(_world: World) -> Any:
    return Connection.objects.get().pk


def the_indicator(_world: World) -> Any:
    return Indicator.objects.earliest("pk").pk


def the_value(_world: World) -> Any:
    return IndicatorValue.objects.earliest("pk").pk


def _grow_progress(world: World, project: Project) -> None:
    """More risks, figures, and reports on earlier quarters."""
    day, quarter = world.cast.at.date(), Quarter.of(world.cast.at.date())
    words = {"text": "X", "measure": "X", "owner": "X", "light": "warn", "raised_on": day}
    row = Indicator.objects.earliest("pk")
    for number in range(MORE):
        before = quarter.step(-1 - number)
        Risk.objects.create(project=project, **words)
        figure = {"value": number, "source": "X", "measured_on": day - number * DAY}
        IndicatorValue.objects.create(indicator=row, **figure)
        ProgressReport.objects.create(
            project=project,
            year=before.year,
            quarter=before.number,
            ordinal=1,
            **dict.fromkeys(LIGHTS, "track"),
            reached="X",
            person=world.cast.manager,
            reported_at=world.cast.at,
        )
        facts = {"goal": "care", "unit": "X", "target": 1, "target_on": day}
        Indicator.objects.create(project=project, name=f"X {number}", **facts)


def grow_projects(world: World) -> None:
    """Many more entries in its log, and organisations that take part and steer."""
    _grow_progress(world, the_row())
    cast, project = world.cast, the_row()
    ProjectNote.objects.bulk_create(
        ProjectNote(project=project, kind="step", text="X", person=cast.manager, at=cast.at)
        for _number in range(MORE)
    )
    ProjectLink.objects.bulk_create(
        ProjectLink(project=project, title="X", url="https://x.example/") for _number in range(MORE)
    )
    for number in range(MORE):
        file = keep_document(PDF, name=f"{number}.pdf", actor=cast.manager, at=cast.at)
        ProjectDocument.objects.create(project=project, document=file, title=f"Stuk {number}")
    day = cast.at.date()
    for letters in ("GD", "BN", "VH"):
        facts = {"organisation": cast[letters], "from_on": day}
        Participation.objects.create(project=project, kind="partner", **facts)
        made = Stake.objects.create(stuurgroep=project.stuurgroep, text="X", **facts)
        StuurgroepMember.objects.create(
            stake=made,
            stuurgroep=project.stuurgroep,
            person=cast.people.get(f"seat_{letters}", cast.seat),
            from_on=day,
        )
