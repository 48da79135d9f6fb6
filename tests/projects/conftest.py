"""What the tests of projects share."""

from __future__ import annotations

from tests.programme.conftest import english, today

__all__ = ["english", "today"]
