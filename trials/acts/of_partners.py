"""Facts of partners that turned out wrong, and the framework that comes after the next one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from partners.actions import bring_into_force
from partners.models import Ambassadorship, Framework
from trials.acts import Press, attack, request

if TYPE_CHECKING:
    from tests.house.world import World

DAY = timedelta(days=1)


@attack("partnership.corrects")
def correct_a_partnership(world: World) -> Press:
    """A partner joined a day later than was written down."""
    partnership = world.cast["FV"].partnerships.get()
    joined_on = partnership.joined_on + DAY
    return _correct(world, "partnership", partnership.pk, joined_on=joined_on)


@attack("mandate.corrects")
def correct_a_mandate(world: World) -> Press:
    """A contact began a day later than was written down."""
    mandate = world.cast.contact.mandates.get()
    return _correct(world, "mandate", mandate.pk, role=mandate.role, from_on=mandate.from_on + DAY)


@attack("ambassadorship.corrects")
def correct_an_ambassador(world: World) -> Press:
    """An ambassador began a day earlier than was written down."""
    held = Ambassadorship.objects.get()
    from_on = held.from_on - DAY
    return _correct(world, "ambassadorship", held.pk, theme=held.theme_id, from_on=from_on)


@attack("kernteammember.corrects")
def correct_a_term_in_the_kernteam(world: World) -> Press:
    """Somebody of the kernteam began a day later than was written down."""
    term = world.cast.staff.kernteam_terms.get()
    return _correct(world, "kernteam", term.pk, role=term.role, from_on=term.from_on + DAY)


def _correct(world: World, kind: str, pk: int, **facts: Any) -> Press:
    """The manager sends the page on which a fact is put right."""
    url = reverse(f"partners:{kind}-correct", args=[pk])
    return request(world.cast.manager, url, reason="Verkeerd overgenomen.", **facts)


@attack("framework.predecessor")
def draft_the_framework_after_the_next(world: World) -> Press:
    """The successor holds, and gets a successor of its own."""
    cast = world.cast
    following = Framework.objects.get(predecessor=cast.framework)
    bring_into_force(following, actor=cast.manager, at=cast.at)
    return request(
        cast.manager,
        reverse("partners:framework-succeed", args=[following.pk]),
        title="Daarna",
        starts_on=following.ends_on + DAY,
        ends_on=following.ends_on + 365 * DAY,
    )
