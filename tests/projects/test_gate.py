"""The gate holds in PostgreSQL too: raw SQL, a bulk update, as the owner of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from programme.models import InnovationTheme
from projects import actions
from projects.models import BusinessCase, Leadership, Phase, Pilot, Project, Stake, StuurgroepMember
from tests.projects import building
from tests.projects.building import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def refused(attack: Callable[[], Any], because: str) -> None:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        attack()


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def push(phase: Phase, cast: Cast) -> None:
    """Start it past every action."""
    run(
        "UPDATE projects_phase SET status = 'running', started_on = %s, started_at = %s"
        " WHERE id = %s",
        *(cast.at.date(), cast.at, phase.pk),
    )


def without_leader(cast: Cast, phase: Phase) -> None:
    day = (cast.at - DAY).date()
    Leadership.objects.update(until_on=day, ended_at=cast.at)


def without_stake(cast: Cast, phase: Phase) -> None:
    day = (cast.at - DAY).date()
    Stake.objects.filter(organisation=cast["EZ"]).update(until_on=day, ended_at=cast.at)


def without_chair(cast: Cast, phase: Phase) -> None:
    day = (cast.at - DAY).date()
    StuurgroepMember.objects.filter(is_chair=True).update(until_on=day, ended_at=cast.at)


def without_stuurgroep(cast: Cast, phase: Phase) -> None:
    day = (cast.at - DAY).date()
    Stake.objects.update(until_on=day, ended_at=cast.at)


def without_decision(cast: Cast, phase: Phase) -> None:
    Phase.objects.filter(pk=phase.pk).update(decision=None)


def without_case(cast: Cast, phase: Phase) -> None:
    """Approved by another decision than the phase, which is dropped now."""
    other = building.decision(cast)
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("ALTER TABLE projects_businesscase DISABLE TRIGGER projects_businesscase_guard")
    BusinessCase.objects.update(decision=other)
    run("ALTER TABLE projects_businesscase ENABLE ALWAYS TRIGGER projects_businesscase_guard")
    run("SET CONSTRAINTS ALL DEFERRED")
    type(other).objects.filter(pk=other.pk).update(status="dropped", dropped_at=cast.at)


def by_a_decision_about_more(cast: Cast, phase: Phase) -> None:
    """Its decision is named for another phase as well, past the action."""
    other = actions.plan_phase(phase.project, kind="project", **acting(cast))
    Phase.objects.filter(pk=other.pk).update(decision=phase.decision_id)


def without_description(cast: Cast, phase: Phase) -> None:
    Pilot.objects.all().delete()


def ending_before_it_began(cast: Cast, phase: Phase) -> None:
    Pilot.objects.update(ends_on=(cast.at - DAY).date())


def on_hold(cast: Cast, phase: Phase) -> None:
    Project.objects.update(status="on_hold", held_at=cast.at)


ATTACKS = {
    "no project leader": without_leader,
    "fewer than two organisations": without_stake,
    "no chair of its stuurgroep": without_chair,
    "fewer than two organisations with a stake in its stuurgroep; no chair": without_stuurgroep,
    "no decision of the programmaraad": without_decision,
    "no decision of the programmaraa[d]": by_a_decision_about_more,
    "no approved business case": without_case,
    "no size, end and criterion of the pilot": without_description,
    "no size, end and criterion of the pilo[t]": ending_before_it_began,
    "the project is on_hold": on_hold,
}


@pytest.mark.parametrize("because", list(ATTACKS))
def test_no_pilot_starts_without(cast: Cast, pilot_ready: Phase, because: str) -> None:
    phase = pilot_ready
    ATTACKS[because](cast, phase)
    refused(lambda: push(phase, cast), f"cannot start: .*{because}")
    facts = {"status": "running", "started_on": cast.at.date(), "started_at": cast.at}
    refused(lambda: Phase.objects.filter(pk=phase.pk).update(**facts), because)


def test_no_business_case_starts_without_leader_and_interest(cast: Cast) -> None:
    phase = building.opened(cast).phases.get()
    refused(lambda: push(phase, cast), "no project leader; no interested organisation")


def test_one_bad_phase_stops_a_bulk_update(cast: Cast, pilot_ready: Phase) -> None:
    phase = pilot_ready
    project = phase.project
    without_chair(cast, phase)
    other = actions.plan_phase(project, kind="prototype", **acting(cast))
    facts = {"status": "running", "started_on": cast.at.date(), "started_at": cast.at}
    refused(lambda: Phase.objects.filter(status="planned").update(**facts), "no chair")
    other.refresh_from_db()
    assert other.status == "planned"


def insert(project: Project, cast: Cast, **facts: Any) -> Phase:
    given = {
        "kind": "pilot",
        "ordinal": 9,
        "status": "running",
        "started_on": (cast.at - 400 * DAY).date(),
        "started_at": cast.at,
        **facts,
    }
    return Phase.objects.create(project=project, **given)


def test_a_phase_is_not_born_running(cast: Cast) -> None:
    project = building.opened(cast)
    because = "starts planned"
    refused(lambda: insert(project, cast), because)
    refused(lambda: insert(project, cast, is_taken_over=True), because)
    building.live(cast)
    refused(lambda: insert(project, cast, is_taken_over=True), because)
    planned = {"status": "planned", "started_on": None, "is_taken_over": True}
    refused(lambda: insert(project, cast, **planned), because)
    mine = building.taken_over(cast)
    late = {"is_taken_over": True, "started_on": cast.at.date()}
    refused(lambda: insert(mine, cast, **late), because)
    refused(lambda: insert(mine, cast), because)
    assert insert(mine, cast, is_taken_over=True).pk


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "project"},
        {"is_taken_over": True},
        {"ordinal": 7},
        {"decision": None},
        {"status": "planned", "started_on": None},
        {"status": "dropped", "started_on": None},
        {"started_on": "2026-01-01"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_started_stays_as_it_started(
    cast: Cast, pilot_ready: Phase, change: dict[str, Any]
) -> None:
    phase = pilot_ready
    push(phase, cast)
    refused(lambda: Phase.objects.filter(pk=phase.pk).update(**change), "stays|no way")


def test_a_phase_is_never_taken_over_later_nor_moved_nor_deleted(
    cast: Cast, pilot_ready: Phase
) -> None:
    phase = pilot_ready
    mine = Phase.objects.filter(pk=phase.pk)
    refused(lambda: mine.update(is_taken_over=True), "is_taken_over stays")
    building.live(cast)
    other = building.taken_over(cast)
    refused(lambda: mine.update(project=other), "project_id stays")
    refused(lambda: run("DELETE FROM projects_phase WHERE id = %s", phase.pk), "stays on record")


def test_a_theme_is_not_worked_out_before_a_phase_started(cast: Cast) -> None:
    project = building.opened(cast)
    facts = {
        "status": "working_out",
        "working_out_on": cast.at.date(),
        "working_out_at": cast.at,
        "result_kind": "business_case",
    }
    mine = InnovationTheme.objects.filter(pk=project.innovation_theme_id)
    refused(lambda: mine.update(**facts), "no phase of its project has started")


@pytest.mark.parametrize(
    "change",
    [{"sequence": 9}, {"year": 2020}, {"is_taken_over": True}, {"innovation_theme": None}],
    ids=lambda change: next(iter(change)),
)
def test_the_code_of_a_project_is_fixed(cast: Cast, change: dict[str, Any]) -> None:
    project = building.opened(cast)
    refused(lambda: Project.objects.filter(pk=project.pk).update(**change), "stays as it is")


def test_a_project_is_not_deleted_nor_started_over(cast: Cast) -> None:
    project = building.opened(cast)
    mine = Project.objects.filter(pk=project.pk)
    refused(lambda: run("DELETE FROM projects_project"), "so it stays")
    mine.update(status="stopped", stopped_at=cast.at, stop_reason="Nee.")
    refused(lambda: mine.update(status="active"), "no way from stopped")
    refused(
        lambda: Project.objects.create(
            year=2026, sequence=8, theme=project.theme, title="X", summary="X"
        ),
        "comes from an innovation theme",
    )


def test_rows_at_which_the_gate_looks_are_not_rewritten(cast: Cast, pilot_ready: Phase) -> None:
    phase = pilot_ready
    day = (cast.at - 30 * DAY).date()
    because = "only its end is written"
    refused(lambda: Leadership.objects.update(from_on=day), because)
    refused(lambda: Stake.objects.update(text="Anders"), because)
    refused(lambda: run("DELETE FROM projects_stuurgroepmember"), because)
    other = building.interest(cast, phase.project)
    refused(lambda: type(other).objects.update(organisation=cast["GD"]), because)


def test_a_member_speaks_for_a_stake_in_the_same_stuurgroep(cast: Cast, pilot_ready: Phase) -> None:
    phase = pilot_ready
    building.live(cast)
    other = building.steer(cast, building.taken_over(cast), "GD CH")
    stake = Stake.objects.filter(stuurgroep__project=phase.project).first()
    refused(
        lambda: StuurgroepMember.objects.create(
            stake=stake, stuurgroep=other, person=cast.contact, from_on=cast.at.date()
        ),
        "speaks for a stake in this stuurgroep",
    )


# -- every road there is -------------------------------------------------------------------------


def running(phase: Phase, cast: Cast) -> Phase:
    phase.status, phase.started_on, phase.started_at = "running", cast.at.date(), cast.at
    return phase


MERGED = """
    MERGE INTO projects_phase f USING (SELECT %s::bigint AS id) s ON f.id = s.id
    WHEN MATCHED THEN UPDATE SET status = 'running', started_on = %s, started_at = %s
"""
CONFLICTING = """
    INSERT INTO projects_phase SELECT (f).* FROM (
        SELECT f FROM projects_phase f WHERE f.id = %s) s
    ON CONFLICT (id) DO UPDATE SET status = 'running', started_on = %s, started_at = %s
"""
WITH = """
    WITH mine AS (UPDATE projects_phase SET status = 'running', started_on = %s, started_at = %s
                   WHERE id = %s RETURNING id) SELECT * FROM mine
"""
ROADS: dict[str, Callable[[Phase, Cast], Any]] = {
    "save": lambda phase, cast: running(phase, cast).save(),
    "update": lambda phase, cast: Phase.objects.filter(pk=phase.pk).update(
        status="running", started_on=cast.at.date(), started_at=cast.at
    ),
    "bulk update": lambda phase, cast: Phase.objects.bulk_update(
        [running(phase, cast)], ["status", "started_on", "started_at"]
    ),
    "born by upsert": lambda phase, cast: Phase.objects.bulk_create(
        [running(phase, cast)],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["status", "started_on", "started_at"],
    ),
    "sql": push,
    "merge": lambda phase, cast: run(MERGED, phase.pk, cast.at.date(), cast.at),
    "conflict": lambda phase, cast: run(CONFLICTING, phase.pk, cast.at.date(), cast.at),
    "with": lambda phase, cast: run(WITH, cast.at.date(), cast.at, phase.pk),
    "born": lambda phase, cast: insert(phase.project, cast, kind=phase.kind),
    "born among others": lambda phase, cast: Phase.objects.bulk_create(
        [running(Phase(project=phase.project, kind=phase.kind, ordinal=9), cast)]
    ),
    "born and over": lambda phase, cast: insert(
        phase.project, cast, status="ended", ended_on=cast.at.date(), ended_at=cast.at
    ),
    "born long ago": lambda phase, cast: insert(phase.project, cast, is_taken_over=True),
}


@pytest.mark.parametrize("road", list(ROADS))
@pytest.mark.parametrize("because", list(ATTACKS))
def test_no_road_leads_around_the_gate(
    cast: Cast, pilot_ready: Phase, because: str, road: str
) -> None:
    phase = pilot_ready
    building.live(cast)
    ATTACKS[because](cast, phase)
    phase.refresh_from_db()
    refused(lambda: ROADS[road](phase, cast), f"{because}|starts planned")
    assert not Phase.objects.filter(kind="pilot").exclude(status="planned").exists()


@pytest.mark.parametrize("road", [each for each in ROADS if not each.startswith("born")])
def test_each_road_is_open_when_all_is_there(cast: Cast, pilot_ready: Phase, road: str) -> None:
    """So it is the gate that refuses, and not a mistake in the attack."""
    phase = pilot_ready
    ROADS[road](phase, cast)
    phase.refresh_from_db()
    assert phase.status == "running"


def test_the_stuurgroep_of_another_project_does_not_count(cast: Cast, pilot_ready: Phase) -> None:
    phase = pilot_ready
    without_stuurgroep(cast, phase)
    building.live(cast)
    other = building.steer(cast, building.taken_over(cast))
    because = "steers one project for ever"
    refused(lambda: type(other).objects.filter(pk=other.pk).update(project=phase.project), because)
    refused(lambda: run("DELETE FROM projects_stuurgroep WHERE id = %s", other.pk), because)
    stakes = Stake.objects.filter(stuurgroep=other)
    mine = phase.project.stuurgroep
    refused(lambda: stakes.update(stuurgroep=mine), "only its end")


def test_the_day_from_which_this_lab_is_kept_here_is_not_moved(cast: Cast) -> None:
    """Otherwise what starts today would be from before."""
    building.live(cast)
    project = building.taken_over(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        run("UPDATE partners_golive SET live_on = %s", (cast.at + 9 * DAY).date())
    with pytest.raises(DatabaseError), transaction.atomic():
        run("DELETE FROM partners_golive")
    today = {"is_taken_over": True, "started_on": cast.at.date()}
    refused(lambda: insert(project, cast, **today), "starts planned")


@pytest.mark.parametrize(
    "name",
    [
        *("project", "phase", "leadership", "participation", "stuurgroep", "stake"),
        *("stuurgroepmember", "projectnote"),
    ],
)
def test_no_table_of_a_project_is_emptied(cast: Cast, name: str) -> None:
    building.ready_pilot(cast)
    run("SET CONSTRAINTS ALL IMMEDIATE")  # nothing waits, so only the guard is in the way
    refused(lambda: run(f"TRUNCATE projects_{name} CASCADE"), "append-only")


def test_no_guard_is_one_that_replication_skips(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'A'"
            " AND tgrelid::regclass::text ~ '^(projects|funding)_'"
        )
        assert cursor.fetchall() == []
