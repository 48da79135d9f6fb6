"""allauth's questions, answered for a lab where people come by invitation only."""

from .account import InvitedOnlyAdapter, log_in_by_link, pretend_code
from .factors import (
    FactorAdapter,
    FactorStage,
    count_as_second_factor,
    forget_second_factor,
    has_second_factor,
    proved_lately,
)
from .organisation import KnownOnlyAdapter

__all__ = [
    "FactorAdapter",
    "FactorStage",
    "InvitedOnlyAdapter",
    "KnownOnlyAdapter",
    "count_as_second_factor",
    "forget_second_factor",
    "has_second_factor",
    "log_in_by_link",
    "pretend_code",
    "proved_lately",
]
