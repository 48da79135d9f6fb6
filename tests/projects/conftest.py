"""What the tests of projects share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from partners.models import Person
from tests.programme.conftest import english, today

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def readers(today: Cast, english: None) -> None:
    """Everybody reads English, so that a test can ask a page for the words of the source."""
    Person.objects.update(language="en")


__all__ = ["english", "readers", "today"]
