"""An annual account of this year: an edition that was published, and the next one as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from programme import actions
from tests.portal.accounts import frozen

if TYPE_CHECKING:
    from tests.house.world import World


def account_shelf(world: World) -> None:
    """Written by staff, published by the manager, and begun again."""
    cast = world.cast
    account = frozen(cast)
    actions.start_account(account.year, actor=cast.staff, at=cast.at)


def edition(_world: World) -> int:
    """The one that was published."""
    return 1


def draft_edition(_world: World) -> int:
    """The one that is being written."""
    return 2
