"""The other verbs: the dossier, its people, its stuurgroep, turns of a project, and pilots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from events.audience import audience_on
from events.models import MeetingSeries
from projects import actions
from projects.audience import people_of_projects
from projects.models import Leadership, Phase, Pilot, Project, ProjectNote, StuurgroepMember
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.projects import building
from tests.projects.building import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def refused(because: str) -> Any:
    return pytest.raises(Refused, match=because)


def told(name: str) -> set[str]:
    rows = Letter.objects.filter(template=f"projects/mail/{name}.txt")
    return set(rows.values_list("person__name", flat=True))


# -- the dossier -----------------------------------------------------------------------------------


def test_the_dossier_is_written_otherwise(cast: Cast) -> None:
    project = building.opened(cast)
    facts = {"title": "Vroeg eropaf", "debt_phase": "prevention"}
    actions.change_project(project, facts=facts, **acting(cast))
    project.refresh_from_db()
    assert (project.title, project.debt_phase) == ("Vroeg eropaf", "prevention")
    assert Entry.objects.get(verb="change_project").facts == {
        "changed": ["debt_phase", "title"],
        "was": {"debt_phase": ""},
        "now": {"debt_phase": "prevention"},
    }
    actions.change_project(project, facts=facts, **acting(cast))
    assert Entry.objects.filter(verb="change_project").count() == 1
    with pytest.raises(ValueError, match="status"):
        actions.change_project(project, facts={"status": "stopped"}, **acting(cast))


# -- holding, stopping, handing over ---------------------------------------------------------------


def hold(project: Project, cast: Cast) -> Any:
    return actions.hold_project(project, reason="Wacht op geld.", **acting(cast))


def resume(project: Project, cast: Cast) -> Any:
    return actions.resume_project(project, reason="Er is geld.", **acting(cast))


def stop(project: Project, cast: Cast) -> Any:
    return actions.stop_project(project, reason="Geen baat.", **acting(cast))


def hand_over(project: Project, cast: Cast) -> Any:
    facts = {"to": "Gemeente", "handed_over_on": cast.at.date()}
    return actions.hand_over_project(project, **facts, **acting(cast))


REACH: dict[str, Callable[[Project, Cast], Any]] = {
    "active": lambda project, _cast: project,
    "on_hold": hold,
    "stopped": stop,
    "handed_over": hand_over,
}
ALLOWED = {
    hold: {"active"},
    resume: {"on_hold"},
    stop: {"active", "on_hold"},
    hand_over: {"active"},
}


@pytest.mark.parametrize("state", list(Project.Status))
def test_every_act_in_every_state(cast: Cast, state: str) -> None:
    project = building.prototyped(cast)
    REACH[state](project, cast)
    assert project.status == state
    for act, states in ALLOWED.items():
        if state in states:
            with transaction.atomic():
                act(project, cast)
                transaction.set_rollback(True)
            project.refresh_from_db()
        else:
            with refused("no longer possible"):
                act(project, cast)


def test_every_turn_is_told_in_the_log(cast: Cast) -> None:
    project = building.prototyped(cast)
    planned = actions.plan_phase(project, kind="pilot", **acting(cast))
    hold(project, cast)
    resume(project, cast)
    stop(project, cast)
    assert list(project.notes.order_by("pk").values_list("kind", flat=True)) == [
        *("held", "resumed", "stopped")
    ]
    planned.refresh_from_db()
    assert planned.status == "dropped"
    assert Phase.objects.get(kind="prototype").status == "ended"
    with refused("no longer possible"):
        actions.plan_phase(project, kind="pilot", **acting(cast))


def test_a_turn_has_a_reason_and_a_day(cast: Cast) -> None:
    project = building.opened(cast)
    with refused("why"):
        actions.hold_project(project, reason=" ", **acting(cast))
    with refused("Only what has started"):
        hand_over(project, cast)
    with refused("to whom"):
        facts = {"to": " ", "handed_over_on": cast.at.date()}
        actions.hand_over_project(project, **facts, **acting(cast))
    assert not ProjectNote.objects.exists()


# -- the log ---------------------------------------------------------------------------------------


def test_a_note_is_corrected_by_another_one(cast: Cast) -> None:
    project = building.opened(cast)
    given = {"actor": cast.manager, "at": cast.at}
    note = actions.write_project_note(project, kind="step", text="Gebeld.", **given)
    newer = actions.correct_project_note(note, text="Gemaild.", **given)
    assert (newer.corrects, note.text) == (note, "Gebeld.")
    with refused("corrected already"):
        actions.correct_project_note(note, text="X", **given)
    with refused("by the act itself"):
        actions.write_project_note(project, kind="stopped", text="X", **given)
    with refused("Write down what happened"):
        actions.write_project_note(project, kind="step", text=" ", **given)


# -- people ----------------------------------------------------------------------------------------


def name(cast: Cast, project: Project, role: str = "leader", **facts: Any) -> Leadership:
    given = {"person": cast.contact, "organisation": cast["FV"], "from_on": cast.at.date(), **facts}
    return actions.name_leader(project, role=role, **given, **acting(cast))


def test_a_leader_is_named_and_replaced(cast: Cast) -> None:
    project = building.opened(cast)
    first = name(cast, project, from_on=(cast.at - 3 * DAY).date())
    with refused("has this task already"):
        name(cast, project)
    name(cast, project, person=cast.seat, organisation=cast["BN"])
    first.refresh_from_db()
    assert first.until_on == (cast.at - DAY).date()
    assert told("leader_named") == {cast.contact.name, cast.seat.name}
    with refused("step before it was taken"):
        name(cast, project, from_on=(cast.at - 9 * DAY).date())


def test_a_substitute_who_takes_the_lead_stands_in_no_more(cast: Cast) -> None:
    project = building.opened(cast)
    stands_in = name(cast, project, role="substitute", from_on=(cast.at - DAY).date())
    name(cast, project)
    stands_in.refresh_from_db()
    assert stands_in.until_on is not None


def test_a_leadership_ends_once(cast: Cast) -> None:
    leadership = name(cast, building.opened(cast))
    with refused("before the first day"):
        actions.end_leadership(leadership, until_on=(cast.at - DAY).date(), **acting(cast))
    actions.end_leadership(leadership, until_on=cast.at.date(), **acting(cast))
    with refused("ended already"):
        actions.end_leadership(leadership, until_on=cast.at.date(), **acting(cast))


def test_interest_becomes_taking_part(cast: Cast) -> None:
    project = building.opened(cast)
    given = {"organisation": cast["EZ"], "from_on": cast.at.date(), **acting(cast)}
    first = actions.add_participation(project, kind="interested", **given)
    with refused("recorded here already"):
        actions.add_participation(project, kind="interested", **given)
    second = actions.add_participation(project, kind="partner", text="Data", **given)
    first.refresh_from_db()
    assert first.until_on is not None
    actions.end_participation(second, until_on=cast.at.date(), **acting(cast))
    with refused("ended already"):
        actions.end_participation(second, until_on=cast.at.date(), **acting(cast))


# -- the stuurgroep --------------------------------------------------------------------------------


def set_up(cast: Cast, project: Project) -> Any:
    return actions.set_up_stuurgroep(project, task="Stuurt.", **acting(cast))


def stake(cast: Cast, group: Any, letters: str) -> Any:
    facts = {"organisation": cast[letters], "text": "Minder schulden", "from_on": cast.at.date()}
    return actions.add_stake(group, **facts, **acting(cast))


def test_a_stuurgroep_meets_in_a_series_of_its_own(cast: Cast) -> None:
    project = building.opened(cast)
    group = set_up(cast, project)
    assert group.series.duty == "steering"
    assert group.series.framework == cast.framework
    with refused("has a stuurgroep already"):
        set_up(cast, project)


def test_stakes_and_members_end_together(cast: Cast) -> None:
    group = set_up(cast, building.opened(cast))
    mine = stake(cast, group, "ZD")
    with refused("recorded here already"):
        stake(cast, group, "ZD")
    with refused("at stake"):
        facts = {"organisation": cast["EZ"], "text": " ", "from_on": cast.at.date()}
        actions.add_stake(group, **facts, **acting(cast))
    member = actions.add_member(
        mine, person=cast.seat_ZD, from_on=cast.at.date(), is_chair=True, **acting(cast)
    )
    assert told("member_named") == {cast.seat_ZD.name}
    with refused("member already"):
        actions.add_member(mine, person=cast.seat_ZD, from_on=cast.at.date(), **acting(cast))
    with refused("why"):
        actions.end_stake(mine, until_on=cast.at.date(), reason=" ", **acting(cast))
    actions.end_stake(mine, until_on=cast.at.date(), reason="Weg.", **acting(cast))
    member.refresh_from_db()
    assert member.until_on == cast.at.date()
    with refused("no stake on that day"):
        actions.add_member(mine, person=cast.seat_EZ, from_on=cast.at.date(), **acting(cast))


def test_the_chair_is_passed_on(cast: Cast) -> None:
    group = set_up(cast, building.opened(cast))
    day = cast.at.date()
    first, second = stake(cast, group, "ZD"), stake(cast, group, "EZ")
    actions.add_member(first, person=cast.seat_ZD, from_on=day, is_chair=True, **acting(cast))
    other = actions.add_member(second, person=cast.seat_EZ, from_on=day, **acting(cast))
    actions.name_chair(other, from_on=day + DAY, **acting(cast))
    now = StuurgroepMember.objects.filter(until_on__isnull=True)
    assert dict(now.values_list("person", "is_chair")) == {
        cast.seat_ZD.pk: False,
        cast.seat_EZ.pk: True,
    }
    with refused("ended already"):
        actions.name_chair(other, from_on=day, **acting(cast))
    chair = now.get(is_chair=True)
    with refused("has this task already"):
        actions.name_chair(chair, from_on=day + DAY, **acting(cast))
    actions.end_member(chair, until_on=day + 2 * DAY, **acting(cast))
    with refused("ended already"):
        actions.end_member(chair, until_on=day + 2 * DAY, **acting(cast))


def test_who_is_invited(cast: Cast) -> None:
    project = building.opened(cast)
    name(cast, project)
    name(cast, project, role="substitute", person=cast.director, organisation=cast["BN"])
    group = set_up(cast, project)
    mine = stake(cast, group, "ZD")
    facts = {"person": cast.outsider, "from_on": cast.at.date(), "is_chair": True}
    actions.add_member(mine, **facts, **acting(cast))
    day = cast.at.date()
    assert [each.person_id for each in people_of_projects("leaders", None, day)] == [
        cast.contact.pk
    ]
    steering = audience_on("steering", day, group.series)
    assert [(each.person_id, each.reason) for each in steering] == [
        (cast.outsider.pk, "chair"),
        (cast.contact.pk, "leader"),
        (cast.director.pk, "substitute"),
    ]
    assert people_of_projects("steering", None, day) == []
    other = MeetingSeries.objects.create(
        framework=cast.framework, duty="steering", title="S", audience="steering", per_year=0
    )
    assert people_of_projects("steering", other, day) == []
    assert cast.outsider.pk in {each.person_id for each in audience_on("network", day)}
    stop(project, cast)
    assert people_of_projects("leaders", None, day) == []


# -- prototype and pilot ---------------------------------------------------------------------------


def test_a_prototype_is_described_and_decided(cast: Cast) -> None:
    phase = building.prototyped(cast).phases.get()
    with refused("First write down what was learned"):
        actions.decide_prototype(phase, goes_on=True, because="Ja", **acting(cast))
    words = {"tried": "Een brief", "with_whom": "20 gezinnen", "learned": "Bellen werkt."}
    actions.describe_prototype(phase, **words, **acting(cast))
    with refused("why"):
        actions.decide_prototype(phase, goes_on=True, because=" ", **acting(cast))
    actions.decide_prototype(phase, goes_on=True, because="Het werkt.", **acting(cast))
    for act in (
        lambda: actions.describe_prototype(phase, **words, **acting(cast)),
        lambda: actions.decide_prototype(phase, goes_on=False, because="X", **acting(cast)),
    ):
        with refused("choice was made already"):
            act()
    with refused("another kind"):
        actions.evaluate_pilot(phase, evaluation="X", has_succeeded=True, **acting(cast))


def pilot_of(cast: Cast, days: int = 20) -> Phase:
    phase = building.ready_pilot(cast)
    facts = {"size": "100 gezinnen", "criterion": "80 gezinnen zonder achterstand"}
    ends_on = (cast.at + days * DAY).date()
    actions.describe_pilot(phase, ends_on=ends_on, **facts, **acting(cast))
    return actions.start_phase(phase, started_on=cast.at.date(), **acting(cast))


def test_a_pilot_does_not_silently_run_on(cast: Cast) -> None:
    phase = pilot_of(cast, days=40)
    assert actions.remind_pilots(at=cast.at) == {"asked": 0, "reminded": 0}
    soon = cast.at + 10 * DAY
    assert actions.remind_pilots(at=soon) == {"asked": 0, "reminded": 1}
    assert actions.remind_pilots(at=soon) == {"asked": 0, "reminded": 0}
    assert told("pilot_ends") == {cast.contact.name, cast.manager.name, cast.staff.name}
    after = cast.at + 41 * DAY
    assert actions.remind_pilots(at=after) == {"asked": 1, "reminded": 0}
    assert actions.remind_pilots(at=after) == {"asked": 0, "reminded": 0}
    assert told("evaluation_asked") == told("pilot_ends")
    words = {"evaluation": "85 gezinnen.", "has_succeeded": True}
    with refused("what the result is"):
        actions.evaluate_pilot(phase, evaluation=" ", has_succeeded=True, **acting(cast))
    actions.evaluate_pilot(phase, **words, **acting(cast))
    assert told("pilot_evaluated") == told("pilot_ends")
    with refused("evaluated already"):
        actions.evaluate_pilot(phase, **words, **acting(cast))


def test_another_last_day_asks_again(cast: Cast) -> None:
    phase = pilot_of(cast)
    actions.remind_pilots(at=cast.at)
    facts = {"size": "100 gezinnen", "criterion": "80 gezinnen"}
    later = (cast.at + 25 * DAY).date()
    actions.describe_pilot(phase, ends_on=later, **facts, **acting(cast))
    assert Pilot.objects.get().reminded_at is None
    assert actions.remind_pilots(at=cast.at)["reminded"] == 1
    with refused("how big the pilot is"):
        actions.describe_pilot(phase, size=" ", criterion="X", ends_on=later, **acting(cast))
