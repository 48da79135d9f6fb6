"""Who is told what about meetings: recipients, template, unique key."""

from .duties import meeting_presses

__all__ = ["meeting_presses"]
