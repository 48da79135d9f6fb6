"""A whole year by all roles: what is due is done, and the Kompas remembers each day as it was.

Every chapter is a season. At the end of some days somebody writes down what the Kompas says; in
December the page of each of those days must still say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from events import actions as events
from events import tasks as calendar
from events.models import Meeting
from partners import actions as partners
from projects.models import Project
from tests.cast import ZONE, build_cast

from .conftest import BEGIN, Clock, Visitor
from .dossier import dossier, started, steered
from .spring import (
    call,
    commitments,
    explored,
    first_meeting,
    january,
    outside,
    selection,
)
from .steps import Figures, act, day, figures, fill, looks_well
from .story import YEAR, Story, held_by_staff, says_yes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# On 30 December, counted by hand from the story below.
COUNTED: Figures = {
    1: (
        "Niet gehaald",  # nobody signed in sixty days after it was asked
        {
            "Partners die tekenden": "0 van 7",
            "Partners die ambassadeur zijn": "0 van 7",
            "Partners die kozen hoe zij meedoen": "7 van 7",
        },
    ),
    2: ("Gehaald", {"Zetels in de programmaraad": "6 zetels", "Programma vastgesteld": "1 van 1"}),
    3: (
        "Let op",  # two partners never answered
        {
            "Partners die zich committeren aan het programma": "5 van 7",
            "Inspiratie-event": "1 van 1",
        },
    ),
    4: ("Gehaald", {"Netwerkbijeenkomsten": "2 van 2"}),
    5: (
        "Gehaald",  # the raad had no meeting, and two colleagues came in October
        {
            "Voortgang gemeld aan de programmaraad": "0 bijeenkomsten",
            "Plekken in het kernteam bezet": "4 van 4",
            "Cruciale koerswijzigingen vooraf besloten": "0 cruciale koerswijzigingen",
        },
    ),
    6: (
        "Op koers",  # the other two themes have until February
        {
            "Innovatiethema’s dit jaar": "3 van 3",
            "Uitgewerkt tot businesscase of prototype": "1 van 3",
            "Thema’s met een begeleider": "3 van 3",
        },
    ),
    7: (
        "Gehaald",  # a business case needs no complete stuurgroep yet
        {
            "Projecten met een complete stuurgroep": "0 projecten",
            "Overleg van projectleiders": "4 van 4",
        },
    ),
    8: (
        "Let op",
        {
            "Begroting gedekt per categorie": "0 van 1",
            "Bijdrage van de gemeente": "0 categorieën",
            "Gestart met cofinanciering rond": "1 van 1",
            "Innovaties aangeboden aan alle partners": "1 van 1",
            "Kennis en expertise ingebracht": "1 van 1",
        },
    ),
}
# To which pages the worklist sent the kernteam all the time, and besides on each day.
ALWAYS = {"framework-detail", "theme-list"}
EARLY = {*ALWAYS, "kernteam", "meeting-schedule"}
NEXT_YEAR = {"call-open", "programme-write", "raad-propose"}
SILENT = {"commitment-list", "decision-list", "call-list"}
WAITING = {
    "07-01-2036": {*EARLY, "call-open", "ballot-detail", "pledge-list"},
    "22-01-2036": {*EARLY, *SILENT, "pledge-list"},
    "19-02-2036": {*EARLY, *SILENT},
    "24-03-2036": {*EARLY, *SILENT},
    "15-05-2036": {*EARLY, *SILENT, "round-detail"},
    "08-07-2036": {*ALWAYS, *SILENT, "kernteam", "minutes-start"},
    "02-10-2036": {*ALWAYS, *SILENT, *NEXT_YEAR, "minutes-start", "progress-list"},
    "30-12-2036": {
        *(*ALWAYS, *SILENT, *NEXT_YEAR, "minutes-start", "minutes-approve", "progress-list"),
        *("meeting-schedule", "theme-detail", "organisation-list"),
    },
}


@pytest.fixture
def story(transactional_db: None, visit: Callable[..., Visitor], clock: Clock) -> Story:
    """A raad sits, the clock planned the meetings in the night, and there is a subject."""
    lab = build_cast(BEGIN)
    partners.add_theme(name="Wonen", actor=lab.manager, at=BEGIN - timedelta(hours=8))
    calendar.plan_cadence()
    return Story(lab, visit, clock)


def summer(story: Story, project: Project) -> None:
    """Directors come together; the leader reports over the quarter, and meets the others."""
    manager = story.window("manager")
    event = Meeting.objects.get(series__duty="inspiration", year=YEAR)
    story.goes_to(6, 2)
    says_yes(story.opens("director"), event)
    story.goes_to(6, 25)
    held_by_staff(story, event, "BN", "GD", "EZ")
    story.goes_to(7, 8)
    with story.takes("projects:progress-list"):
        leader = story.opens("leader")
        act(leader, "projects:report-write", project.pk)
        lights = dict.fromkeys(("time", "money", "result", "risk"), "track")
        fill(leader, **lights, reached="Er zijn 62 gezinnen geholpen.")
        leader.sees("Er zijn 62 gezinnen geholpen.")
        looks_well(leader)
    first, *others = Meeting.objects.filter(series__duty="leaders", year=YEAR).order_by("ordinal")
    with story.takes("events:meeting-schedule", first.pk):
        fill(manager, starts_on="30-09-2036", starts_time="10.00")
        fill(manager, nevertheless=True)  # its own months have passed
        manager.page.wait_for_url(f"**{first.get_absolute_url()}")
    for number, slot in enumerate(others):
        moment = datetime(YEAR, 10 + number, 10, 10, tzinfo=ZONE)
        events.schedule_meeting(slot, starts_at=moment, **story.now())
    story.notes()


def autumn(story: Story) -> None:
    """Two colleagues more, the second meeting of the network, and the leaders again and again."""
    lab, manager = story.lab, story.window("manager")
    story.goes_to(10, 2)
    with story.takes("partners:kernteam"):
        for name in ("Nora Wind", "Bas Berg"):
            manager.goto(reverse("partners:kernteam-appoint"))
            address = f"{name.split()[0].lower()}@stad.example"
            fill(manager, name=name, email=address, role="staff", from_on=day())
            manager.sees(name)
    second = Meeting.objects.get(series__duty="network", year=YEAR, ordinal=2)
    with story.takes("events:meeting-schedule", second.pk):
        fill(manager, starts_on="20-11-2036", starts_time="14.00")
        manager.page.wait_for_url(f"**{second.get_absolute_url()}")
    leaders = list(Meeting.objects.filter(series__duty="leaders", year=YEAR).order_by("starts_at"))
    held_by_staff(story, leaders[0], "FV")
    story.notes()
    story.goes_to(11, 21)
    held_by_staff(story, second, "GD", "CH", "VH", "FV")
    story.goes_to(12, 11)
    for slot in leaders[1:]:
        events.hold_meeting(slot, attendance=[lab["FV"]], **story.now())


def december(story: Story, project: Project) -> None:
    """The Kompas of the year is what was counted by hand, and every past day is what it was."""
    story.goes_to(12, 30)
    manager = story.window("manager")
    with story.takes("programme:theme-deliver", project.innovation_theme_id or 0):
        fill(manager, result="Het verdient zich terug.")
    manager.goto(reverse("admin:index"))
    manager.page.locator("main [name=q]").fill(project.title)
    manager.page.locator("main [name=q]").press("Enter")
    manager.page.locator(f"main a[href='{project.get_absolute_url()}']").first.wait_for()
    reader = story.opens("director", f"/kompas/{YEAR}/")
    assert figures(reader) == COUNTED
    looks_well(reader)
    assert story.notes() == COUNTED
    manager.is_accessible()
    for noted_on, said in story.noted.items():
        manager.goto(f"/kompas/{YEAR}/?stand={noted_on}")
        assert figures(manager) == said, noted_on


def test_a_whole_year(story: Story) -> None:
    outside(story)
    january(story)
    commitments(story)
    call(story)
    selection(story)
    theme = explored(story)
    first_meeting(story)
    phase = dossier(story, theme)
    started(story, phase)
    steered(story, phase.project)
    summer(story, phase.project)
    autumn(story)
    december(story, phase.project)
    assert not [each.page_errors for each in story.windows.values() if each.page_errors]
    assert story.waited == WAITING
