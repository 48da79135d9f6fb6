"""What no form makes of a project, because the project of the table has it already."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from projects import actions
from projects.gate import agreed
from projects.models import BusinessCase, Phase, Project
from tests.projects.building import acting
from trials.acts import Press, attack, request

if TYPE_CHECKING:
    from datetime import date

    from tests.house.world import World


def other_project() -> Project:
    """The one beside it: taken over, and empty."""
    return Project.objects.latest("pk")


def planned(world: World, kind: str) -> Phase:
    """A phase of the other project that is in preparation, and nothing is known of it."""
    return actions.plan_phase(other_project(), kind=kind, **acting(world.cast))


def typed(day: date) -> str:
    """A day as somebody types it."""
    return f"{day:%d-%m-%Y}"


@attack("stuurgroep.project", "stuurgroep.series")
def set_up_a_stuurgroep(world: World) -> Press:
    """The first organisation that steers brings the stuurgroep along, and its series."""
    url = reverse("projects:stake-add", args=[other_project().pk])
    facts = {"text": "Minder schulden", "from_on": typed(world.cast.at.date())}
    return request(world.cast.manager, url, organisation=world.cast["GD"].pk, **facts)


@attack("stuurgroep_one_chair")
def take_the_chair(world: World) -> Press:
    """A member takes the chair that nobody has."""
    cast, day = world.cast, world.cast.at.date()
    given = acting(cast)
    stake = actions.steer_with(
        other_project(), organisation=cast["GD"], text="Minder schulden", from_on=day, **given
    )
    member = actions.add_member(stake, person=cast.people["seat_GD"], from_on=day, **given)
    url = reverse("projects:member-chair", args=[member.pk])
    return request(cast.manager, url, on=typed(day))


@attack("stuurgroep_one_chair")
def invite_a_chair(world: World) -> Press:
    """Somebody new becomes a member and takes the chair at once."""
    cast, day = world.cast, world.cast.at.date()
    stake = actions.steer_with(
        other_project(), organisation=cast["GD"], text="Minder", from_on=day, **acting(cast)
    )
    url = reverse("projects:member-add", args=[stake.pk])
    who = {"name": "Nora Nieuw", "email": "nora@people.example"}
    return request(cast.manager, url, is_chair="on", from_on=typed(day), **who)


@attack("case_residents_once", "case_version_once")
def begin_a_case(world: World) -> Press:
    """The first version of a business case, with the residents as a party."""
    year = world.cast.at.year
    url = reverse("projects:case-draft", args=[other_project().pk])
    return request(world.cast.manager, url, base_year=year, price_year=year, horizon=5)


@attack("case_residents_once", "case_version_once")
def copy_a_case(world: World) -> Press:
    """The next version, when nobody works on one."""
    case = BusinessCase.objects.get(status="draft")
    actions.drop_case(case, **acting(world.cast))
    years = {"base_year": case.base_year, "price_year": case.price_year}
    url = reverse("projects:case-copy", args=[case.pk])
    return request(world.cast.manager, url, rate=case.discount_rate_id, **years)


@attack("case_submitted_once")
def submit_a_case(world: World) -> Press:
    """The next version goes to the raad, after the one before it was approved."""
    before = BusinessCase.objects.get(status="submitted")
    actions.approve_case(before, decision=agreed().latest("pk"), **acting(world.cast))
    case = BusinessCase.objects.get(status="draft")
    return request(world.cast.manager, reverse("projects:case-submit", args=[case.pk]))


@attack("prototype.phase")
def describe_a_prototype(world: World) -> Press:
    """What is tried, written down for the first time."""
    url = reverse("projects:prototype-describe", args=[planned(world, "prototype").pk])
    words = {"tried": "Bellen", "with_whom": "20 gezinnen", "learned": "Het werkt."}
    return request(world.cast.manager, url, **words)


@attack("pilot.phase")
def describe_a_pilot(world: World) -> Press:
    """How big it is, written down for the first time."""
    url = reverse("projects:pilot-describe", args=[planned(world, "pilot").pk])
    ends_on = typed(world.cast.at.date() + timedelta(days=90))
    words = {"size": "100 gezinnen", "criterion": "80 gezinnen"}
    return request(world.cast.manager, url, ends_on=ends_on, **words)
