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
from funding.models import FundingPlan
from partners import actions as partners
from partners.models import Person
from programme.models import InnovationTheme
from projects.models import Phase, Project, Stake
from tests.cast import ZONE, build_cast

from .conftest import BEGIN, Clock, Visitor
from .spring import (
    call,
    commitments,
    explored,
    first_meeting,
    january,
    outside,
    selection,
)
from .steps import Figures, act, day, figures, fill, looks_well, pledge
from .story import YEAR, Story, held_by_staff, says_yes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COUNTED: Figures = {}
WAITING: dict[str, set[str]] = {}
LEA = "lea@vlietland.example"


@pytest.fixture
def story(transactional_db: None, visit: Callable[..., Visitor], clock: Clock) -> Story:
    """A raad sits, the clock planned the meetings in the night, and there is a subject."""
    lab = build_cast(BEGIN)
    partners.add_theme(name="Wonen", actor=lab.manager, at=BEGIN - timedelta(hours=8))
    calendar.plan_cadence()
    return Story(lab, visit, clock)


def dossier(story: Story, theme: InnovationTheme) -> Phase:
    """The theme becomes a project with a leader, who sees what the gate still misses."""
    lab, manager = story.lab, story.opens("manager", theme.get_absolute_url())
    act(manager, "projects:open", theme.pk)
    fill(manager, kind="business_case", title="Vroeg erbij", summary="Snelle hulp.")
    manager.page.wait_for_url("**/projecten/*/")
    project = Project.objects.get()
    with story.takes("projects:leader-name", project.pk):
        someone = {"name": "Lea Post", "email": LEA, "organisation": str(lab["FV"].pk)}
        fill(manager, **someone, role="leader", from_on=day())
        manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    lab.people["leader"] = Person.objects.get(email=LEA)
    manager.goto(project.get_absolute_url())
    act(manager, "projects:participation-add", project.pk)
    fill(manager, organisation=str(lab["FV"].pk), kind="interested", from_on=day())
    manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    phase = project.phases.get()
    act(manager, "funding:plan-make", phase.pk)
    fill(manager, total="40.000", cash_minimum="20.000", deadline_on=day(30))
    manager.page.wait_for_url("**/projecten/*/#*")
    return phase


def started(story: Story, phase: Phase) -> None:
    """The gate stays shut until two partners pledged; then it opens from the worklist."""
    lab, manager, project = story.lab, story.window("manager"), phase.project
    leader = story.opens("leader", width=390)
    leader.page.locator(f"main a[href='{project.get_absolute_url()}']").first.click()
    leader.sees("€ 40.000".replace(" ", "\xa0"))
    looks_well(leader)
    assert leader.page.locator(f"main a[href$='/fasen/{phase.pk}/start/']").count() == 0
    manager.goto(project.get_absolute_url())
    act(manager, "projects:phase-start", phase.pk)
    fill(manager, on=day())
    assert "/start/" in manager.page.url
    plan = FundingPlan.objects.get()
    with story.takes("funding:round-open", plan.pk):
        fill(manager, closes_on=day(21), key="equal")
        manager.page.wait_for_url("**/instaprondes/*/")
    for role in ("director", "seat_GD"):
        pledge(story.opens(role), plan, lab.people[role], "20.000", looked=False)
    with story.takes("projects:phase-start", phase.pk):
        fill(manager, on=day())
        manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    phase.refresh_from_db()
    assert phase.status == "running"


def steered(story: Story, project: Project) -> None:
    """A partner with a stake speaks in the stuurgroep, and finds the project at home."""
    lab, manager = story.lab, story.opens("manager", project.get_absolute_url())
    act(manager, "projects:stake-add", project.pk)
    fill(manager, organisation=str(lab["ZD"].pk), text="Minder schulden", from_on=day())
    manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    act(manager, "projects:member-add", Stake.objects.get().pk)
    someone = {"name": lab.seat_ZD.name, "email": lab.seat_ZD.email}
    fill(manager, **someone, is_chair=True, from_on=day())
    manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    member = story.opens("seat_ZD", width=320)
    member.fits(320)
    member.page.locator(f"main a[href='{project.get_absolute_url()}']").first.click()
    member.sees("Minder schulden")
    member.fits(320)
    story.notes()


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
    assert story.waited == WAITING
    assert not [each.page_errors for each in story.windows.values() if each.page_errors]
