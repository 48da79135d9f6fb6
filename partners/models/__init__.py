"""Who: people, organisations, what ties them together, and the framework that they signed."""

from .clauses import Clause, ClauseMeasure
from .framework import Framework
from .organisations import Organisation, Partnership, Sector
from .people import KernteamMember, Mandate, Person
from .signatures import Signature
from .standing import Standing
from .themes import Ambassadorship, Theme

__all__ = [
    "Ambassadorship",
    "Clause",
    "ClauseMeasure",
    "Framework",
    "KernteamMember",
    "Mandate",
    "Organisation",
    "Partnership",
    "Person",
    "Sector",
    "Signature",
    "Standing",
    "Theme",
]
