"""Phases with money, made by the product's own actions where it has them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from funding import actions
from funding.models import FundingPlan, Pledge
from partners.models import GoLive, Theme
from projects import actions as projects
from projects.models import Leadership, Participation, Phase, Project
from tests.projects import building

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

DAY = timedelta(days=1)
EURO = Decimal
SIGNERS = {"BN": "director", "FV": "other_director"}


def signer(cast: Cast, letters: str) -> Any:
    """Who may sign for a partner."""
    return getattr(cast, SIGNERS.get(letters, f"seat_{letters}"))


def plan_phase(cast: Cast, at: datetime, kind: str = "business_case") -> Phase:
    """A phase in preparation of which only the money is missing."""
    day = (at - 4 * DAY).date()
    GoLive.objects.get_or_create(defaults={"live_on": day - 100 * DAY, "set_by": cast.manager})
    theme, _new = Theme.objects.get_or_create(name="Wonen")
    number = Project.objects.filter(year=at.year).count() + 1
    project = Project.objects.create(
        year=at.year,
        sequence=number,
        theme=theme,
        title=f"Vroeg erbij {number}",
        summary="Snel hulp.",
        is_taken_over=True,
        recorded_at=at,
    )
    facts = {"project": project, "organisation": cast["EZ"], "from_on": day}
    Leadership.objects.create(role="leader", person=cast.contact, **facts)
    Participation.objects.create(kind="interested", **facts)
    phase = projects.plan_phase(project, kind=kind, actor=cast.manager, at=at)
    if phase.is_steered:
        building.steer(cast, project)
        building.submitted_case(cast, project, at - 3 * DAY)
        decision = building.decision(cast, at=at - 2 * DAY)
        projects.approve_phase(phase, decision=decision, actor=cast.manager, at=at)
    return phase


def make_plan(
    cast: Cast, at: datetime, total: int = 180_000, cash: int = 90_000, **facts: Any
) -> FundingPlan:
    """What a new phase asks; `kind` says which phase."""
    return actions.make_plan(
        plan_phase(cast, at, **facts),
        total=EURO(total),
        cash_minimum=EURO(cash),
        deadline_on=at.date() + 60 * DAY,
        actor=cast.manager,
        at=at,
    )


def offer(
    cast: Cast, plan: FundingPlan, letters: str, amount: int | None, at: datetime, **facts: Any
) -> Pledge:
    """An offer by a partner itself, in cash unless `form` says otherwise."""
    given: dict[str, Any] = {
        "form": "cash",
        "text": "" if facts.get("form", "cash") == "cash" else "Uren",
    }
    given |= {"amount": None if amount is None else EURO(amount), **facts}
    actor = given.pop("actor", None) or signer(cast, letters)
    return actions.offer_pledge(plan, organisation=cast[letters], actor=actor, at=at, **given)


def firm(
    cast: Cast, plan: FundingPlan, letters: str, amount: int | None, at: datetime, **facts: Any
) -> Pledge:
    """The same, signed at once."""
    pledge = offer(cast, plan, letters, amount, at, **facts)
    return actions.make_pledge_firm(pledge, actor=signer(cast, letters), at=at)


def begin(phase: Phase, at: datetime, on: date | None = None) -> None:
    """Start it past the action: only what the database holds is in the way."""
    Phase.objects.filter(pk=phase.pk).update(
        status="running", started_on=on or at.date(), started_at=at
    )
    phase.refresh_from_db()
