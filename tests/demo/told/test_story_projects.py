"""The projects of the demo year at 23 September 2026."""

from __future__ import annotations

import pytest

from events.models import Invitee, Meeting, StandingGuest
from partners.models import Person
from projects.gate import conditions
from projects.models import Leadership, Participation, Phase, Pilot, Project, ProjectNote
from schuldenlab.demo.story import cast
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.demo.story.project_data import CLEAN, EARLY, LETTERS, START, TERMS, WAGES
from schuldenlab.outbox.models import Letter
from tests.demo.told.conftest import TODAY
from tests.demo.told.test_story import votes

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
CALENDAR = Calendar(TODAY)
NOW = CALENDAR.at(0, "10:00")


def project(title: str) -> Project:
    return Project.objects.get(title=title)


def pilot(title: str = EARLY) -> Phase:
    return Phase.objects.get(project__title=title, kind="pilot")


def test_six_are_taken_over_and_two_began_here() -> None:
    stand = dict(Project.objects.filter(is_taken_over=True).values_list("title", "status"))
    assert stand == {
        LETTERS: "active",
        CLEAN: "active",
        EARLY: "active",
        TERMS: "stopped",
        WAGES: "on_hold",
        START: "handed_over",
    }
    begun = Project.objects.filter(is_taken_over=False).order_by("pk")
    assert [(each.title, each.status) for each in begun] == [
        ("Energie en huur samen", "active"),
        ("Noodbuffer", "active"),
    ]


def test_why_one_waits_one_stopped_and_who_has_the_third() -> None:
    notes = ProjectNote.objects.exclude(kind__in=["step", "learned"]).order_by("at")
    assert list(notes.values_list("kind", "project__title")) == [
        ("held", LETTERS),
        ("handed_over", START),
        ("resumed", LETTERS),
        ("stopped", TERMS),
        ("held", WAGES),
    ]
    assert "Energie en huur samen" in project(TERMS).stop_reason
    assert project(START).handed_over_to == "Jongerenpunt van de gemeente, vaste dienst"


@pytest.mark.parametrize(("offset", "held"), [(-225, True), (-127, True), (13, False)])
def test_six_leaders_are_invited_and_five_came(offset: int, held: bool) -> None:
    meeting = Meeting.objects.get(series__duty="leaders", starts_at=CALENDAR.at(offset, "10:00"))
    invited = Invitee.objects.holding().filter(meeting=meeting)
    assert set(invited.values_list("reason", flat=True)) == {"leader"}
    assert invited.count() == 6
    assert not StandingGuest.objects.exists()
    if held:
        there = meeting.attendances.values("organisation")
        absent = invited.exclude(organisation__in=there)
        assert [each.person.name for each in absent] == ["Lotte Zijlstra"]


def test_everybody_who_leads_now() -> None:
    rows = Leadership.objects.filter(role="leader", until_on__isnull=True)
    found = rows.values_list("project__title", "organisation__short_name")
    assert dict(found) == {
        LETTERS: "ZD",
        CLEAN: "GD",
        EARLY: "CH",
        WAGES: "BN",
        "Energie en huur samen": "EZ",
        "Noodbuffer": "FV",
    }


def test_the_raad_approves_the_pilot_and_one_seat_discloses_its_stake() -> None:
    ballot = pilot().ballot
    assert (ballot.outcome, ballot.closes_at) == ("adopted", CALENDAR.deadline(-155))
    counts = ballot.counts
    assert (counts["votes_for"], counts["votes_against"], counts["votes_abstain"]) == (5, 0, 1)
    assert dict(votes(ballot)) == {
        **dict.fromkeys(["GD", "ZD", "CH", "EZ", "BN"], "for"),
        "VH": "abstain",
    }
    ours = ballot.interests.holding().filter(organisation__short_name="CH")
    assert set(ours.values_list("kind", "text")) == {("stuurgroep", EARLY), ("benefit", EARLY)}
    assert not ballot.recusals.exists()


def test_the_result_prints_that_stake(client) -> None:
    client.post("/demo/", {"persona": "director"})
    page = client.get(pilot().ballot.get_absolute_url()).content.decode()
    line = "<strong>Corporatie Haagwijk</strong>: een plek in de stuurgroep. Vroeg erbij"
    assert line in " ".join(page.split())


def test_only_the_money_misses() -> None:
    found = conditions(pilot(), day=TODAY, at=NOW)
    assert [each.key for each in found if not each.is_met] == ["money"]
    assert pilot().status == "planned"


def test_the_day_on_which_it_could_not_start() -> None:
    note = ProjectNote.objects.get(text__startswith="Wij wilden de pilot vandaag beginnen.")
    assert (note.project.title, note.at) == (EARLY, CALENDAR.at(-30, "13:45"))
    assert note.person.email == cast.LEADER.email
    _said, why = note.text.split("\n\n")
    assert why == (
        "Deze fase kan nog niet starten. Cofinanciering rond: Nog niet rond: "
        "€\u00a0120.000 van €\u00a0180.000. Ten minste €\u00a0110.000 in geld, van ten minste "
        "2 organisaties."
    )


def test_a_pilot_near_its_end_and_without_residents() -> None:
    going = Pilot.objects.get(phase=pilot(LETTERS))
    assert going.ends_on == CALENDAR.day(24)
    assert going.reminded_at is not None
    assert going.asked_at is None
    letters = Letter.objects.filter(template="projects/mail/pilot_ends.txt")
    assert letters.count() == 5, "leader, substitute, and three of the kernteam"
    without = Project.objects.going().filter(residents_voice="")
    assert [each.title for each in without] == [LETTERS]


def test_the_prototype_was_accepted_and_its_pilot_waits() -> None:
    phases = Phase.objects.filter(project__title="Noodbuffer").order_by("ordinal")
    assert [(each.kind, each.status) for each in phases] == [
        ("prototype", "ended"),
        ("pilot", "planned"),
    ]
    assert phases[0].started_on == CALENDAR.day(-50)
    assert phases[0].ended_on == CALENDAR.day(-20)
    assert phases[0].prototype.goes_on
    missing = [each.key for each in conditions(phases[1], day=TODAY, at=NOW) if not each.is_met]
    assert missing == ["decision", "stuurgroep", "chair", "pilot", "money"]


def test_the_case_stands_with_the_dossier() -> None:
    dossier = Project.objects.get(title=EARLY)
    [paper], [link] = dossier.documents.all(), dossier.links.all()
    assert (paper.document.name, paper.is_closed) == ("businesscase-vroeg-erbij.pdf", False)
    assert link.url.startswith("https://vroegerbij.example/")


def test_residents_steer_and_see_that_project_only() -> None:
    resident = Person.objects.get(email=cast.RESIDENT.email)
    resident.moment = NOW
    assert [each.title for each in Project.objects.visible_to(resident)] == [EARLY]


def test_who_left_takes_part_no_more() -> None:
    left = Participation.objects.get(organisation__short_name="VH")
    assert (left.project.title, left.until_on) == (CLEAN, CALENDAR.day(-100))


def test_the_course_of_a_project_stands_with_it() -> None:
    changed = Project.objects.filter(course_changes__isnull=False)
    found = changed.values_list("title", "course_changes__title")
    assert dict(found) == {
        LETTERS: "Post zonder stress: brieven stoppen",
        CLEAN: "Schone lei zzp: verder met minder geld",
    }
