"""The money of a phase, for tests that are about something else."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from funding import actions

if TYPE_CHECKING:
    from datetime import datetime

    from funding.models import FundingPlan
    from projects.models import Phase
    from tests.cast import Cast

PAPER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF"


def arrange(cast: Cast, phase: Phase, at: datetime, letters: str = "GD ZD") -> FundingPlan:
    """A plan that these organisations cover together, on paper."""
    acting = {"actor": cast.manager, "at": at}
    share, givers = Decimal(50_000), letters.split()
    plan = actions.make_plan(
        phase, total=share * len(givers), cash_minimum=share, deadline_on=at.date(), **acting
    )
    for each in givers:
        facts = {"organisation": cast[each], "form": "cash", "amount": share}
        pledge = actions.offer_pledge(plan, **facts, **acting)
        paper = ContentFile(PAPER, name="beschikking.pdf")
        actions.make_pledge_firm(pledge, paper=paper, **acting)
    return plan
