"""Clauses 7 and 8 of the Kompas: who steers what runs, who leads, and money before a start."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import actions as events
from funding import actions as funding
from projects import actions
from projects.models import Phase, Project
from schuldenlab.lifecycle import Refused
from schuldenlab.portal.kompas import later_known, read_kompas
from schuldenlab.portal.measures import MEASURES, Asked, Reading
from schuldenlab.portal.measures.leaders import Absence, in_short
from schuldenlab.portal.traces import TRACES, Looking
from tests.events.records import at, schedule, slots
from tests.funding.money import arrange
from tests.funding.records import begin
from tests.programme import innovating
from tests.programme.pages import cost_of, text_of
from tests.projects import building

from .piloting import acting, ready, running, stake

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.test import Client

    from events.models import Meeting
    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)


def question(cast: Cast, moment: datetime | None = None, year: int = 2026) -> Asked:
    return Asked(cast.framework, year, moment or cast.at, date(year, 12, 31))


def read(cast: Cast, code: str, moment: datetime | None = None, year: int = 2026) -> Reading:
    return MEASURES[code](question(cast, moment, year))


def figures(reading: Reading) -> tuple[Any, ...]:
    return str(reading.state), reading.have, reading.need, reading.forecast


# -- who steers ----------------------------------------------------------------------------------


def steering(cast: Cast, moment: datetime | None = None) -> tuple[Any, ...]:
    return figures(read(cast, "stuurgroepen", moment))


def end_stake(cast: Cast, phase: Phase, letters: str, on: date, recorded: datetime) -> None:
    row = phase.project.stuurgroep.stakes.get(organisation=cast[letters], until_on=None)
    facts = {"until_on": on, "reason": "Andere koers."}
    actions.end_stake(row, **facts, **acting(cast, recorded))


def test_nothing_runs_so_nothing_is_due(cast: Cast) -> None:
    assert steering(cast) == ("not_yet", 0, 0, 0)
    phase = ready(cast)
    assert steering(cast) == ("not_yet", 0, 0, 0), "it waits for its start"
    assert phase.status == "planned"
    assert read(cast, "stuurgroepen").evidence[0].url == reverse("projects:project-list")


def test_a_pilot_that_runs_is_steered(cast: Cast) -> None:
    running(cast)
    assert steering(cast) == ("met", 1, 1, 1)
    assert steering(cast, cast.at - DAY) == ("not_yet", 0, 0, 0), "a past day answers as it did"
    assert figures(read(cast, "stuurgroepen", year=2027))[0] == "not_yet"


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, "met"), (1, "attention"), (61, "attention"), (62, "missed"), (90, "missed")],
)
def test_below_two_is_attention_for_sixty_days(cast: Cast, days: int, state: str) -> None:
    """Its last day is today; it is short from tomorrow."""
    phase = running(cast)
    end_stake(cast, phase, "EZ", cast.at.date(), cast.at)
    have = int(state == "met")
    assert steering(cast, cast.at + days * DAY) == (state, have, 1, have)


def test_mended_is_met_again_and_the_days_before_stay(cast: Cast) -> None:
    phase = running(cast)
    end_stake(cast, phase, "EZ", cast.at.date(), cast.at)
    mended = cast.at + 70 * DAY
    stake(cast, phase.project, "CH", mended)
    assert steering(cast, mended) == ("met", 1, 1, 1)
    assert steering(cast, mended - DAY) == ("missed", 0, 1, 0)
    reading = read(cast, "stuurgroepen", mended - DAY)
    assert reading.evidence[0].url == phase.project.get_absolute_url()
    assert "2" in reading.note


def test_without_a_chair_it_is_not_complete(cast: Cast) -> None:
    phase = running(cast)
    chair = phase.project.stuurgroep.members.get(is_chair=True)
    actions.end_member(chair, until_on=cast.at.date(), **acting(cast, cast.at))
    assert steering(cast, cast.at + DAY) == ("attention", 0, 1, 0)
    other = phase.project.stuurgroep.members.get(until_on=None)
    later = cast.at + 2 * DAY
    actions.name_chair(other, from_on=later.date(), **acting(cast, later))
    assert steering(cast, later) == ("met", 1, 1, 1)


def test_the_chair_leaves_with_its_stake(cast: Cast) -> None:
    """Three stakes, two left, and no chair among them."""
    phase = running(cast)
    stake(cast, phase.project, "CH", cast.at)
    end_stake(cast, phase, "ZD", cast.at.date(), cast.at)
    assert steering(cast, cast.at + DAY) == ("attention", 0, 1, 0)


def test_it_counts_until_the_phase_is_over_and_on_hold_too(cast: Cast) -> None:
    phase = running(cast)
    end_stake(cast, phase, "EZ", cast.at.date(), cast.at)
    actions.hold_project(phase.project, reason="Wacht.", **acting(cast, cast.at))
    assert steering(cast, cast.at + DAY) == ("attention", 0, 1, 0)
    facts = {"reason": "Gaat niet."}
    actions.stop_project(phase.project, **facts, **acting(cast, cast.at + 2 * DAY))
    assert steering(cast, cast.at + 2 * DAY)[0] == "attention", "its last day"
    assert steering(cast, cast.at + 3 * DAY) == ("not_yet", 0, 0, 0)
    assert steering(cast, cast.at + DAY)[0] == "attention", "as it was"


def test_what_was_taken_over_is_outside(cast: Cast) -> None:
    building.live(cast)
    building.taken_over(cast)
    assert steering(cast) == ("not_yet", 0, 0, 0)
    assert figures(read(cast, "started_with_money")) == ("not_yet", 0, 0, 0)


def test_what_was_taken_over_is_said_and_listed(cast: Cast, english: None) -> None:
    building.live(cast)
    project = building.taken_over(cast, title="Overgenomen")
    said = {code: read(cast, code).note for code in ("stuurgroepen", "started_with_money")}
    assert said == {
        "stuurgroepen": "No pilot or project that began here runs. "
        "What was taken over does not count: 1 pilot or project.",
        "started_with_money": "No phase that asks for money began here this year. "
        "What was taken over does not count: 1 phase.",
    }
    for code in said:
        trace = TRACES[code](Looking(question(cast), cast.manager))
        assert (trace.counted.count(), trace.missing.count()) == (0, 0)
        [row] = list(trace.left_out)
        assert "Overgenomen" in row.title
        assert row.url.startswith(project.get_absolute_url())
        assert "2025" in row.text
    running(cast)
    assert read(cast, "stuurgroepen").note.startswith("What was taken over")


# -- money before a start ------------------------------------------------------------------------


def money(cast: Cast, moment: datetime | None = None, year: int = 2026) -> tuple[Any, ...]:
    return figures(read(cast, "started_with_money", moment, year))


def test_nothing_began_so_there_is_nothing_to_judge(cast: Cast) -> None:
    ready(cast)
    assert money(cast) == ("not_yet", 0, 0, 0), "a prototype asks for no money"
    assert read(cast, "started_with_money").evidence[0].url == reverse("projects:project-list")


def test_a_start_with_its_money(cast: Cast) -> None:
    phase = running(cast)
    assert money(cast) == ("met", 1, 1, 1)
    assert money(cast, cast.at - timedelta(minutes=1)) == ("not_yet", 0, 0, 0)
    [each] = read(cast, "started_with_money").evidence
    assert each.url == f"{phase.project.get_absolute_url()}#money-{phase.pk}"
    assert "Vroeg erbij" in each.label


def test_money_that_goes_later_changes_nothing_about_the_start(cast: Cast) -> None:
    phase = running(cast)
    for pledge in phase.funding_plan.pledges.all():
        funding.withdraw_pledge(pledge, reason="Weg.", **acting(cast, cast.at + DAY))
    assert money(cast, cast.at + 2 * DAY) == ("met", 1, 1, 1)


def test_a_start_on_a_day_before_the_money_came_is_refused(cast: Cast) -> None:
    """Recorded today, with the money there; but it would have begun yesterday."""
    phase = ready(cast)
    start = (cast.at - DAY).date()
    with pytest.raises(Refused):
        actions.start_phase(phase, started_on=start, **acting(cast, cast.at))
    with pytest.raises(IntegrityError, match="not arranged"), transaction.atomic():
        Phase.objects.filter(pk=phase.pk).update(
            status="running", started_on=start, started_at=cast.at
        )
    assert money(cast) == ("not_yet", 0, 0, 0)


def test_money_of_the_same_day_is_in_time(cast: Cast) -> None:
    """Arranged this morning, and recorded tomorrow that it began today."""
    phase = ready(cast)
    actions.start_phase(phase, started_on=cast.at.date(), **acting(cast, cast.at + DAY))
    assert money(cast, cast.at + DAY) == ("met", 1, 1, 1)


def test_a_start_belongs_to_the_year_in_which_it_began(cast: Cast) -> None:
    running(cast)
    january = at(2027, 1, 10)
    assert money(cast, january) == ("met", 1, 1, 1)
    assert money(cast, january, 2027) == ("not_yet", 0, 0, 0)


# -- who leads -----------------------------------------------------------------------------------


def meet(cast: Cast, *letters: str) -> Meeting:
    """The leaders met today; who was there is recorded at once."""
    every = slots(cast, duty="leaders", audience="leaders", title_en="Leaders")
    meeting = next(each for each in every if each.series.duty == "leaders")
    schedule(meeting, cast.at, at(2026, 1, 3))
    there = [cast[each] for each in letters]
    return events.hold_meeting(meeting, attendance=there, **acting(cast, cast.at))


def told(cast: Cast, moment: datetime | None = None) -> str:
    return read(cast, "leaders_meetings", moment).note


def test_a_project_of_which_nobody_was_there_is_named(cast: Cast, english: None) -> None:
    project = running(cast).project
    meet(cast, "GD")
    assert "On 23 September without a project leader or substitute: “Vroeg erbij”." in told(
        cast
    ).replace("\N{NO-BREAK SPACE}", " ")
    assert read(cast, "leaders_meetings").evidence[-1].url == project.get_absolute_url()
    assert "Vroeg erbij" not in told(cast, cast.at - DAY)


def test_a_leader_who_was_there_is_not_named(cast: Cast) -> None:
    running(cast)
    meet(cast, "GD", "FV")
    assert "Vroeg erbij" not in told(cast)
    assert len(read(cast, "leaders_meetings").evidence) == 1


def test_a_substitute_is_enough(cast: Cast) -> None:
    project = running(cast).project
    facts = {"person": cast.director, "organisation": cast["BN"], "role": "substitute"}
    since = cast.at - DAY
    actions.name_leader(project, from_on=since.date(), **facts, **acting(cast, since))
    meet(cast, "BN")
    assert "Vroeg erbij" not in told(cast)


@pytest.mark.parametrize(("answer", "is_named"), [("no", True), ("yes", False)])
def test_a_colleague_in_the_place_of_who_said_no(cast: Cast, answer: str, is_named: bool) -> None:
    """The organisation was there, but this leader had said no."""
    running(cast)
    meeting = meet(cast, "FV")
    invitee = meeting.invitees.create(person=cast.contact, organisation=cast["FV"])
    invitee.replies.create(ordinal=1, answer=answer)
    assert ("Vroeg erbij" in told(cast)) is is_named


@pytest.mark.parametrize(("answer", "is_named"), [("no", True), ("yes", False), ("", True)])
def test_a_leader_of_no_organisation_was_there_after_a_yes(
    cast: Cast, answer: str, is_named: bool
) -> None:
    project = running(cast).project
    since = cast.at - DAY
    facts = {"person": cast.outsider, "role": "leader", "from_on": since.date()}
    actions.name_leader(project, **facts, **acting(cast, since))
    invitee = meet(cast, "GD").invitees.create(person=cast.outsider)
    if answer:
        invitee.replies.create(ordinal=1, answer=answer)
    assert ("Vroeg erbij" in told(cast)) is is_named


@pytest.mark.parametrize(("meetings", "projects"), [(1, 1), (3, 2), (2, 5)])
def test_several_meetings_are_one_sentence(english: None, meetings: int, projects: int) -> None:
    named = tuple(Project(pk=number, title=f"P{number}") for number in range(projects))
    missed = [Absence(date(2026, 1, number + 1), named) for number in range(meetings)]
    expected = {
        1: "On 1\N{NO-BREAK SPACE}January without a project leader or substitute: “P0”.",
        2: "At 2 meetings projects had no project leader or substitute.",
        3: "At 3 meetings without a project leader or substitute: “P0”, “P1”.",
    }
    assert in_short(missed) == [expected[meetings]]


def test_what_was_taken_over_has_a_leader_to_come_as_well(cast: Cast, english: None) -> None:
    building.live(cast)
    building.taken_over(cast, title="Overgenomen")
    meet(cast, "GD")
    assert "without a project leader or substitute: “Overgenomen”." in told(cast)


def test_a_meeting_stays_as_it_was_when_a_project_is_taken_over_later(cast: Cast) -> None:
    building.live(cast)
    meet(cast, "GD")
    later = cast.at + 60 * DAY
    facts = {"title": "Later", "summary": "Loopt al.", "kind": "project"}
    began = (cast.at - 400 * DAY).date()
    subject = innovating.subject(cast)
    actions.take_over_project(subject, started_on=began, **facts, **acting(cast, later))
    assert "Later" not in told(cast, later + DAY)


def test_what_had_ended_is_not_asked(cast: Cast) -> None:
    project = running(cast).project
    actions.stop_project(project, reason="Klaar.", **acting(cast, cast.at))
    meet(cast, "GD")
    assert told(cast).count("“") == 0


# -- known later ---------------------------------------------------------------------------------


def test_what_was_recorded_later_is_listed_and_changes_no_figure(cast: Cast) -> None:
    phase = running(cast)
    recorded, then = cast.at + 9 * DAY, cast.at + 3 * DAY
    before = steering(cast, then)
    end_stake(cast, phase, "EZ", (cast.at + DAY).date(), recorded)
    stake(cast, phase.project, "CH", recorded)
    facts = {"ended_on": (cast.at + 2 * DAY).date(), "ended_with": "Werkt."}
    actions.end_phase(phase, **facts, **acting(cast, recorded))
    [leads] = phase.project.leaderships.filter(until_on=None)
    actions.end_leadership(leads, until_on=(cast.at + DAY).date(), **acting(cast, recorded))
    assert steering(cast, then) == before == ("met", 1, 1, 1)
    late = later_known(read_kompas(cast.framework, 2026, then))
    assert [(fact.happened_on, fact.recorded_at) for fact in late] == [
        ((cast.at + DAY).date(), recorded),
        ((cast.at + DAY).date(), recorded),
        ((cast.at + 2 * DAY).date(), recorded),
    ]
    assert {fact.url for fact in late} == {phase.project.get_absolute_url()}
    assert later_known(read_kompas(cast.framework, 2026, recorded)) == []


def test_a_start_that_was_recorded_later(cast: Cast) -> None:
    phase = ready(cast)
    recorded = cast.at + 5 * DAY
    actions.start_phase(phase, started_on=cast.at.date(), **acting(cast, recorded))
    then = cast.at + DAY
    assert steering(cast, then) == ("not_yet", 0, 0, 0)
    [fact] = later_known(read_kompas(cast.framework, 2026, then))
    assert (fact.happened_on, fact.recorded_at) == (cast.at.date(), recorded)


# -- the page ------------------------------------------------------------------------------------


def test_the_page_asks_as_much_of_three_as_of_one(today: Cast, enter: Enter) -> None:
    client, url = enter(today.contact), reverse("portal:kompas")
    phase = running(today)
    meet(today, "GD")
    one = cost_of(client, url).queries
    html = text_of(client.get(url))
    assert phase.project.get_absolute_url() in html
    for number in range(2):
        other = actions.plan_phase(
            phase.project, kind="project", title=f"Deel {number}", **acting(today, today.at)
        )
        actions.approve_phase(
            other, decision=building.decision(today, at=today.at), **acting(today, today.at)
        )
        arrange(today, other, today.at)
        begin(other, today.at)
    assert cost_of(client, url).queries == one
