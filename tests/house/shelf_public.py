"""Something of everything that everybody may see, for the table of addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from programme import actions as programme
from programme.models import Decision, InnovationTheme
from projects import actions as projects
from projects.models import Project

if TYPE_CHECKING:
    from tests.house.world import World


def public_shelf(world: World) -> None:
    """The programme with its decision, a theme that is explored, and a project."""
    acting = {"actor": world.cast.manager, "at": world.cast.at}
    theme = InnovationTheme.objects.filter(status="exploring").earliest("pk")
    for noun in (world.programme, world.decision, theme):
        programme.show_in_public(noun, **acting)
    projects.show_in_public(Project.objects.earliest("pk"), **acting)


def shown_code(_world: World) -> Any:
    """The code of the project."""
    return Project.objects.shown_to_all().get().code


def hidden_decision(_world: World) -> Any:
    """The number in its year of a decision that stays inside."""
    return Decision.objects.filter(is_public=False).earliest("pk").sequence
