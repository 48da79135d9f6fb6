"""Where an act comes from: set once at the door, read when the audit row is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """The door (web, desk, command, clock, story) and the request that passed through it."""

    door: str
    request_id: str = ""


COMMAND = Origin("command")
current: ContextVar[Origin] = ContextVar("origin", default=COMMAND)


@contextmanager
def acting_from(door: str, request_id: str = "") -> Iterator[None]:
    """Everything recorded inside comes from this door."""
    token = current.set(Origin(door, request_id))
    try:
        yield
    finally:
        current.reset(token)
