"""The house is measured with the same people on the same day as the year."""

from tests.programme.conftest import today

__all__ = ["today"]
