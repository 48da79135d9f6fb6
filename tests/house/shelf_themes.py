"""Innovation themes for the table of addresses: one in each state, and a call that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from programme import actions
from programme.models import ExplorationNote, Facilitator, InnovationTheme, ThemeCall
from tests.programme import innovating
from tests.programme.innovating import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.house.world import World

MORE = 25
OPEN_PROPOSAL = "Voor volgend jaar"


def theme_shelf(world: World) -> None:
    """A theme that is explored, one worked out, one that waits; and proposals for next year."""
    cast = world.cast
    explored = innovating.exploring(cast)
    other, _third = InnovationTheme.objects.filter(status="selected").order_by("pk")
    at = cast.at - DAY
    actions.explore_theme(other, exploring_on=at.date(), **acting(cast, at))
    innovating.work_out(cast, other, at=at)
    innovating.guide(cast, explored)
    actions.write_note(explored, kind="step", text="Gedaan.", actor=cast.manager, at=cast.at)
    call = innovating.call_of(cast, at=at, year=cast.at.year + 1)
    innovating.propose(cast, call, OPEN_PROPOSAL, at=cast.at)


def theme_in(status: str) -> Callable[[World], Any]:
    """The theme in this state."""
    return lambda _world: InnovationTheme.objects.filter(status=status).earliest("pk").pk


def open_proposal(_world: World) -> Any:
    return InnovationTheme.objects.get(title=OPEN_PROPOSAL).pk


def facilitator(_world: World) -> Any:
    return Facilitator.objects.earliest("pk").pk


def note(_world: World) -> Any:
    return ExplorationNote.objects.earliest("pk").pk


def grow_themes(world: World) -> None:
    """Many more proposals, facilitators and entries of a log."""
    cast, at = world.cast, world.cast.at
    call = ThemeCall.objects.get(year=at.year + 1)
    theme = InnovationTheme.objects.filter(status="exploring").earliest("pk")
    same = {"theme": theme.theme, "person": cast.manager, "proposed_at": at, **innovating.WORDS}
    InnovationTheme.objects.bulk_create(
        InnovationTheme(call=call, title=f"Idee {number}", **same) for number in range(MORE)
    )
    partners = [cast["GD"], cast["ZD"], cast["EZ"]]
    Facilitator.objects.bulk_create(
        Facilitator(theme=theme, organisation=each, from_on=at.date()) for each in partners
    )
    ExplorationNote.objects.bulk_create(
        ExplorationNote(theme=theme, kind="step", text="X", person=cast.manager, at=at)
        for _number in range(MORE)
    )
