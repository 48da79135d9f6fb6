"""The life of a phase, and everything that misses before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from projects import actions
from projects.gate import conditions
from projects.models import Phase, Project
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.projects import building
from tests.projects.building import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
Status = Phase.Status


def refused(because: str) -> Any:
    return pytest.raises(Refused, match=because)


def start(phase: Phase, cast: Cast) -> Phase:
    return actions.start_phase(phase, started_on=cast.at.date(), **acting(cast))


def missing(phase: Phase, cast: Cast) -> set[str]:
    found = conditions(phase, day=cast.at.date(), at=cast.at)
    return {each.key for each in found if not each.is_met} - {"money"}


# -- opening ---------------------------------------------------------------------------------------


def test_a_project_opens_with_a_code_of_its_own(cast: Cast) -> None:
    project = building.opened(cast)
    assert (project.code, project.status) == ("P2026-01", "active")
    assert [(each.kind, each.status) for each in project.phases.all()] == [
        ("business_case", "planned")
    ]
    project.innovation_theme.refresh_from_db()
    assert project.innovation_theme.status == "exploring"
    entry = Entry.objects.get(verb="open_project")
    assert entry.facts == {"theme": project.innovation_theme_id, "code": "P2026-01"}


def test_one_project_for_one_theme_that_is_explored(cast: Cast) -> None:
    project = building.opened(cast)
    given = {"title": "X", "summary": "X", **acting(cast)}
    with refused("has a project already"):
        actions.open_project(project.innovation_theme, kind="prototype", **given)
    other = type(project.innovation_theme).objects.filter(status="selected").first()
    with refused("Only a theme that is being explored"):
        actions.open_project(other, kind="prototype", **given)


def test_a_project_does_not_begin_with_a_pilot(cast: Cast) -> None:
    with refused("begins with a business case or a prototype"):
        building.opened(cast, "pilot")


def test_codes_count_on_within_a_year(cast: Cast) -> None:
    building.live(cast)
    first, second = building.taken_over(cast), building.taken_over(cast, title="Sociaal Hospitaal")
    assert [first.code, second.code] == ["P2026-01", "P2026-02"]
    assert building.opened(cast).code == "P2026-03"


# -- taking over -----------------------------------------------------------------------------------


def test_what_began_earlier_is_taken_over_without_a_gate(cast: Cast) -> None:
    building.live(cast)
    project = building.taken_over(cast)
    phase = project.phases.get()
    assert (phase.status, phase.is_taken_over, project.is_taken_over) == ("running", True, True)
    ended = building.taken_over(cast, title="Klaar", ended_on=cast.at.date(), ended_with="Af.")
    assert ended.phases.get().status == "ended"


def test_only_what_began_earlier_is_taken_over(cast: Cast) -> None:
    with refused("First set the day"):
        building.taken_over(cast)
    live = building.live(cast)
    with refused("Only what began before"):
        building.taken_over(cast, started_on=live.live_on)
    with refused("The last day lies before"):
        building.taken_over(cast, ended_on=(cast.at - 500 * DAY).date())
    assert not Project.objects.exists()


# -- the gate --------------------------------------------------------------------------------------


def test_a_prototype_asks_for_nothing_and_takes_the_theme_along(cast: Cast) -> None:
    project = building.opened(cast, "prototype")
    phase = start(project.phases.get(), cast)
    assert (phase.status, phase.started_on) == ("running", cast.at.date())
    theme = project.innovation_theme
    theme.refresh_from_db()
    assert (theme.status, theme.result_kind) == ("working_out", "prototype")
    assert theme.working_out_on == cast.at.date()


def test_everything_that_misses_is_said_at_once(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    actions.hold_project(phase.project, reason="Wacht.", **acting(cast))
    with pytest.raises(Refused) as caught:
        start(phase, cast)
    for words in (
        "Only an active project",
        "Nobody leads the project",
        "has not agreed to this phase",
        "At least 2 organisations",
        "has no chair",
    ):
        assert words in str(caught.value)
    phase.refresh_from_db()
    assert phase.status == "planned"


def test_a_business_case_asks_for_a_leader_and_an_interested_organisation(cast: Cast) -> None:
    phase = building.opened(cast).phases.get()
    assert missing(phase, cast) == {"leader", "interested"}
    building.lead(cast, phase.project)
    assert missing(phase, cast) == {"interested"}
    building.interest(cast, phase.project)
    assert missing(phase, cast) == set()


def test_a_pilot_asks_for_leader_decision_stuurgroep_and_chair(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    people = {"leader", "stuurgroep", "chair"}
    assert missing(phase, cast) == {"case", "decision", "pilot", *people}
    building.described(cast, phase)
    assert missing(phase, cast) == {"case", "decision", *people}
    building.lead(cast, phase.project)
    building.steer(cast, phase.project, "ZD")
    actions.approve_phase(phase, decision=building.decision(cast), **acting(cast))
    assert missing(phase, cast) == {"case", "stuurgroep"}
    building.approved_case(cast, phase.project)
    assert missing(phase, cast) == {"stuurgroep"}


@pytest.mark.parametrize("kind", ["pilot", "project"])
def test_what_must_hold_holds_on_the_day_of_the_start(cast: Cast, kind: str) -> None:
    phase = building.ready_pilot(cast)
    Phase.objects.filter(pk=phase.pk).update(kind=kind)
    phase.refresh_from_db()
    early = (cast.at - 5 * DAY).date()
    found = conditions(phase, day=early, at=cast.at)
    assert {each.key for each in found if not each.is_met} - {"money"} == {
        *("case", "leader", "decision", "stuurgroep", "chair")
    }
    assert missing(phase, cast) == set()


def test_a_dropped_decision_does_not_count(cast: Cast) -> None:
    phase = building.ready_pilot(cast)
    type(phase.decision).objects.update(status="dropped", dropped_at=cast.at)
    assert missing(phase, cast) == {"case", "decision"}


def test_a_prototype_that_goes_on_takes_the_place_of_a_case(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    prototype = phase.project.phases.get(kind="prototype")
    words = {"tried": "Bellen", "with_whom": "Twintig", "learned": "Het werkt."}
    actions.describe_prototype(prototype, **words, **acting(cast))
    assert "case" in missing(phase, cast)
    actions.decide_prototype(prototype, goes_on=True, because="Ja.", **acting(cast))
    assert "case" not in missing(phase, cast)
    yesterday = conditions(phase, day=(cast.at - DAY).date(), at=cast.at)
    assert "case" in {each.key for each in yesterday if not each.is_met}


def test_a_stopped_theme_is_not_worked_out(cast: Cast) -> None:
    phase = building.opened(cast, "prototype").phases.get()
    theme = phase.project.innovation_theme
    from programme.actions import stop_theme  # noqa: PLC0415

    stop_theme(theme, reason="Nee.", stopped_on=cast.at.date(), **acting(cast))
    with refused("Only a theme that is being explored"):
        start(phase, cast)


def test_a_phase_does_not_start_tomorrow(cast: Cast) -> None:
    phase = building.opened(cast, "prototype").phases.get()
    with refused("has not come yet"):
        actions.start_phase(phase, started_on=(cast.at + DAY).date(), **acting(cast))


# -- every act in every state ----------------------------------------------------------------------


def end(phase: Phase, cast: Cast) -> Phase:
    return actions.end_phase(
        phase, ended_on=cast.at.date(), ended_with="Het werkt.", **acting(cast)
    )


def drop(phase: Phase, cast: Cast) -> Phase:
    return actions.drop_phase(phase, **acting(cast))


def approve(phase: Phase, cast: Cast) -> Phase:
    return actions.approve_phase(phase, decision=building.decision(cast), **acting(cast))


MADE: dict[str, Callable[[Phase, Cast], Phase]] = {
    "planned": lambda phase, _cast: phase,
    "running": start,
    "ended": lambda phase, cast: end(start(phase, cast), cast),
    "dropped": drop,
}
ALLOWED = {
    start: {"planned"},
    end: {"running"},
    drop: {"planned"},
    approve: {"planned"},
}


@pytest.mark.parametrize("state", list(Status))
def test_every_act_in_every_state(cast: Cast, state: str) -> None:
    phase = MADE[state](building.opened(cast, "prototype").phases.get(), cast)
    assert phase.status == state
    for act, states in ALLOWED.items():
        if state in states:
            with transaction.atomic():
                act(phase, cast)
                transaction.set_rollback(True)
            phase.refresh_from_db()
        else:
            with refused("no longer possible"):
                act(phase, cast)


def test_words_that_are_needed(cast: Cast) -> None:
    phase = start(building.opened(cast, "prototype").phases.get(), cast)
    with refused("what the result is"):
        actions.end_phase(phase, ended_on=cast.at.date(), ended_with=" ", **acting(cast))
    with refused("before the first day"):
        yesterday = (cast.at - DAY).date()
        actions.end_phase(phase, ended_on=yesterday, ended_with="X", **acting(cast))


def test_one_form_sent_twice_plans_one_phase(cast: Cast) -> None:
    project = building.prototyped(cast)
    actions.plan_phase(project, kind="pilot", title=" Zuid ", **acting(cast))
    with refused("in preparation already"):
        actions.plan_phase(project, kind="pilot", title="zuid", **acting(cast))
    actions.plan_phase(project, kind="pilot", title="Noord", **acting(cast))
    assert project.phases.filter(kind="pilot").count() == 2
