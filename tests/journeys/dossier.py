"""The chapters in which a theme becomes a project: its dossier, its money, and who steers it."""

from __future__ import annotations

from funding.models import FundingPlan
from partners.models import Person
from programme.models import InnovationTheme
from projects.models import Phase, Project, Stake

from .steps import act, day, fill, looks_well, pledge
from .story import Story

LEA = "lea@vlietland.example"


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
