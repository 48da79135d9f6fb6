"""The provider of what ballots and changes of course ask about projects."""

from typing import Any

from partners.querysets import local_day
from programme.models import Ballot
from programme.ports import InterestFact, Subject
from projects.models import Phase, Project, Stake


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


def subjects_of(record: Any, person: Any) -> list[Subject]:
    """The dossiers that a ballot or a change of course is about, of those that this person sees."""
    visible = Project.objects.visible_to(person)
    if not isinstance(record, Ballot):
        return [Subject(each.title, each.get_absolute_url()) for each in visible.changed_by(record)]
    phases = Phase.objects.put_before_ever(record).select_related("project")
    found = [
        Subject(f"{each.project.title}: {each.get_kind_display()}", each.get_absolute_url())
        for each in phases.filter(project__in=visible.values("pk")).order_by("pk")
    ]
    change = getattr(record, "course_change", None)
    return found if change is None else [*found, *subjects_of(change, person)]
