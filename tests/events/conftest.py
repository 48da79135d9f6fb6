"""Meetings are tested with the same people on the same day as the year."""

from tests.programme.conftest import english, today

__all__ = ["english", "today"]
