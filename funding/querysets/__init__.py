"""Questions about funding."""

from .pledges import PledgeQuerySet

__all__ = ["PledgeQuerySet"]
