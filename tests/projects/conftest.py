"""What the tests of projects share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from partners.models import Person
from tests.plugins.stage import STAGE, stands_on
from tests.programme.conftest import english, today
from tests.projects.building import ready_pilot

if TYPE_CHECKING:
    from projects.models import Phase
    from tests.cast import Cast


@dataclass
class Ready:
    """The cast, and a pilot of which nothing misses."""

    cast: Cast
    phase: Phase


@stands_on("pilot_ready", under="cast")
def _ready(cast: Cast) -> Ready:
    return Ready(cast, ready_pilot(cast))


@pytest.fixture
def pilot_ready(cast: Cast) -> Phase:
    """A pilot that may start; for tests that only need it to be there."""
    return STAGE.hand("pilot_ready").phase


@pytest.fixture
def readers(today: Cast, english: None) -> None:
    """Everybody reads English, so that a test can ask a page for the words of the source."""
    Person.objects.update(language="en")


__all__ = ["english", "readers", "today"]
