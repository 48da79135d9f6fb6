"""What the tests of the year share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.utils import translation
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast

# How long one example takes says something about the machine, nothing about the rules.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def english() -> Iterator[None]:
    """Refusals in the language of the source, so that a test can ask for the right one."""
    with translation.override("en"):
        yield


@pytest.fixture
def today(cast: Cast) -> Iterator[Cast]:
    """The cast, with a clock on the wall that stands still at its moment."""
    with time_machine.travel(cast.at, tick=False):
        yield cast
