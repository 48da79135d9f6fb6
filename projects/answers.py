"""The provider of what ballots ask about projects."""

from typing import Any

from partners.querysets import local_day
from programme.ports import InterestFact
from projects.models import Project, Stake


def interests_by_stake(ballot: Any) -> list[InterestFact]:
    """Who steers the project that a ballot is about, on the last day to vote. It votes as usual."""
    stakes = Stake.objects.on(local_day(ballot.closes_at)).filter(
        stuurgroep__project__in=Project.objects.concerned_by(ballot).values("pk")
    )
    rows = stakes.order_by("organisation", "stuurgroep__project").values_list(
        "organisation", "stuurgroep__project__title"
    )
    return [
        InterestFact(organisation_id=who, kind="stuurgroep", text=title[:200])
        for who, title in rows.distinct()
    ]
