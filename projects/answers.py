"""The provider of what ballots ask about projects."""

from typing import Any

from partners.querysets import local_day
from programme.ports import InterestFact
from projects.businesscase import evaluate_case
from projects.models import BusinessCase, Project, Stake


def interests_of(ballot: Any) -> list[InterestFact]:
    """Who steers what a ballot is about, and who gains by its business case."""
    return [*interests_by_stake(ballot), *interests_by_benefit(ballot)]


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


def interests_by_benefit(ballot: Any) -> list[InterestFact]:
    """Who gains by the business case of what a ballot is about: what lies before it, or counts."""
    projects = Project.objects.concerned_by(ballot).values("pk")
    facts = []
    for case in BusinessCase.objects.before_raad().filter(project__in=projects).to_count():
        found = evaluate_case(case.as_case()).parties
        facts += [
            InterestFact(each.organisation_id, kind="benefit", text=case.project.title[:200])
            for each in case.parties.all()
            if each.organisation_id is not None
            and (found[each.name].pv_benefits > 0 or found[each.name].transfers > 0)
        ]
    return facts
