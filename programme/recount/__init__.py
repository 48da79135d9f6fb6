"""Counting a ballot from its JSON alone: no database, no settings.

The format is described in `docs/recount.md`. What is not in it is ignored, so an export may carry
its chain beside the facts that are counted.
"""

from schuldenlab.command_files import Malformed

from .counting import recount
from .reading import read

__all__ = ["Malformed", "read", "recount"]
