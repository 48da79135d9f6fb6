"""The world of the markers, for every test that looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .marking import Marked, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.house.world import World


@pytest.fixture
def marked(shelves_now: World) -> Iterator[Marked]:
    """Each text with a word of its own, on a day that stands still."""
    with mark(shelves_now) as found:
        yield found
