"""Who is told what about meetings: recipients, template, unique key."""

from .circulars import circular_facts, circular_sent, circular_tested

__all__ = ["circular_facts", "circular_sent", "circular_tested"]
