"""From a theme to a pilot: worked out, approved by ballot, paid for by pledges, and started.

The gate stands between: every time somebody tries before all is there, it says what misses.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from funding.models import FundingPlan
from programme import actions
from programme.models import Ballot, InnovationTheme
from programme.tasks import close_due_ballots
from projects.models import Phase, Project, Stake
from tests.cast import SEATS, build_cast
from tests.house.world import vote
from tests.programme import innovating
from tests.projects import building

from .conftest import BEGIN, Clock, Visitor, deliver
from .steps import act, at_home, day, fill, pledge

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def theme(lab: Cast) -> InnovationTheme:
    """A theme that is being explored."""
    return innovating.exploring(lab)


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January with a raad that sits."""
    return build_cast(BEGIN)


def misses(visitor: Visitor, phase: Phase, *words: str) -> None:
    """The gate says what misses, and pressing the button changes nothing."""
    act(visitor, "projects:phase-start", phase.pk)
    for each in words:
        visitor.sees(each)
    visitor.is_accessible()
    fill(visitor, on=day())
    assert "/start/" in visitor.page.url
    visitor.is_accessible()
    phase.refresh_from_db()
    assert phase.status == "planned"
    visitor.goto(phase.project.get_absolute_url())


def ask_money(manager: Visitor, phase: Phase, total: str, cash: str) -> FundingPlan:
    """The kernteam writes down what a phase needs; nonsense is said beside the field."""
    act(manager, "funding:plan-make", phase.pk)
    fill(manager, total=total, cash_minimum="999.999", deadline_on=day(30))
    wrong = manager.page.locator("main [aria-invalid=true]")
    assert [each.get_attribute("name") for each in wrong.all()] == ["cash_minimum"]
    assert manager.page.locator("main [name=total]").input_value() == total
    manager.is_accessible()
    fill(manager, cash_minimum=cash)
    manager.page.wait_for_url("**/projecten/**")
    manager.is_accessible()
    return FundingPlan.objects.get(phase=phase)


def worked_out(lab: Cast, manager: Visitor, theme: InnovationTheme) -> Project:
    """The dossier opens from the theme, and names who leads and who is interested."""
    manager.goto(theme.get_absolute_url())
    act(manager, "projects:open", theme.pk)
    manager.is_accessible()
    fill(manager, kind="business_case", title="Vroeg erbij", summary="Snelle hulp.")
    manager.page.wait_for_url("**/projecten/*/")
    project = Project.objects.get()
    manager.is_accessible()
    misses(manager, project.phases.get(), "Niemand trekt het project", "financieringsplan")
    act(manager, "projects:leader-name", project.pk)
    manager.is_accessible()
    facts = {"name": lab.contact.name, "email": lab.contact.email, "role": "leader"}
    fill(manager, **facts, organisation=str(lab["FV"].pk), from_on=day())
    manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    act(manager, "projects:participation-add", project.pk)
    manager.is_accessible()
    fill(manager, organisation=str(lab["FV"].pk), kind="interested", from_on=day())
    manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    return project


def steered(lab: Cast, manager: Visitor, project: Project) -> None:
    """Two organisations steer, each with a stake; one gives the chair."""
    for letters, is_chair in (("ZD", True), ("EZ", False)):
        act(manager, "projects:stake-add", project.pk)
        manager.is_accessible()
        fill(manager, organisation=str(lab[letters].pk), text="Minder schulden", from_on=day())
        manager.page.wait_for_url(f"**{project.get_absolute_url()}")
        stake = Stake.objects.get(organisation=lab[letters])
        act(manager, "projects:member-add", stake.pk)
        manager.is_accessible()
        someone = lab.people[f"seat_{letters}"]
        facts: dict[str, str | bool] = {"is_chair": True} if is_chair else {}
        fill(manager, name=someone.name, email=someone.email, from_on=day(), **facts)
        manager.page.wait_for_url(f"**{project.get_absolute_url()}")
        manager.sees(someone.name)


def approved(lab: Cast, manager: Visitor, clock: Clock, pilot: Phase) -> None:
    """The raad votes on the pilot, from its dossier; its decision counts by itself."""
    case = building.submitted_case(lab, pilot.project, timezone.now())
    manager.goto(pilot.project.get_absolute_url())
    act(manager, "projects:phase-ballot", pilot.pk)
    manager.is_accessible()
    fill(manager, closes_on=day(10))
    manager.page.wait_for_url("**/stemmingen/*/")
    ballot = Ballot.objects.latest("pk")
    now = timezone.now()
    actions.announce_ballot(ballot, actor=lab.manager, at=now)
    actions.open_ballot(ballot, closes_at=ballot.closes_at, actor=lab.manager, at=now)
    for letters in SEATS:
        vote(lab, ballot, letters, "for", now)
    clock.move_to(ballot.closes_at + timedelta(days=1, hours=-7))
    assert close_due_ballots() == 1
    ballot.refresh_from_db()
    case.refresh_from_db()
    assert case.decision == ballot.decision  # one decision approves case and phase
    at_home(manager, lab.manager, pilot.project.get_absolute_url())
    manager.sees(ballot.decision.number)
    manager.is_accessible()


def test_from_a_theme_to_a_pilot(
    lab: Cast, theme: InnovationTheme, visit: Callable[..., Visitor], clock: Clock
) -> None:
    manager, phone, other = visit(), visit(width=390), visit(width=390, script=False)
    manager.log_in(lab.manager.email)
    project = worked_out(lab, manager, theme)

    case = project.phases.get()
    plan = ask_money(manager, case, "40.000", "20.000")
    pledge(phone, plan, lab.seat_GD, "20.000")
    manager.goto(project.get_absolute_url())
    misses(manager, case, "40.000")
    pledge(other, plan, lab.seat_ZD, "20.000", looked=False)
    manager.goto(project.get_absolute_url())
    begin(manager, case)
    theme.refresh_from_db()
    assert theme.status == "working_out"
    act(manager, "projects:phase-end", case.pk)
    fill(manager, ended_with="Het verdient zich terug.", on=day())
    manager.page.wait_for_url(f"**{project.get_absolute_url()}")

    act(manager, "projects:phase-plan", project.pk)
    fill(manager, kind="pilot")
    manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    pilot = Phase.objects.get(kind="pilot")
    steered(lab, manager, project)
    act(manager, "projects:pilot-describe", pilot.pk)
    manager.is_accessible()
    words = {"size": "100 gezinnen", "criterion": "80 gezinnen houden geld over"}
    fill(manager, **words, ends_on=day(200))
    manager.page.wait_for_url(f"**{project.get_absolute_url()}")
    plan = ask_money(manager, pilot, "180.000", "90.000")
    approved(lab, manager, clock, pilot)
    pledge(phone, plan, lab.seat_GD, "90.000")
    manager.goto(project.get_absolute_url())
    misses(manager, pilot, "180.000")
    pledge(other, plan, lab.seat_ZD, "90.000", looked=False)
    manager.goto(project.get_absolute_url())
    manager.is_accessible()
    begin(manager, pilot)

    reader = visit(width=390)
    reader.log_in(lab.other_director.email)
    reader.goto(project.get_absolute_url())
    reader.fits(390)
    reader.is_accessible()
    reader.sees("100 gezinnen")
    assert deliver()
    for visitor in (manager, phone, other, reader):
        assert visitor.page_errors == []


def begin(manager: Visitor, phase: Phase) -> None:
    """The gate opens."""
    act(manager, "projects:phase-start", phase.pk)
    fill(manager, on=day())
    manager.page.wait_for_url(f"**{phase.project.get_absolute_url()}")
    phase.refresh_from_db()
    assert phase.status == "running"
    manager.is_accessible()
