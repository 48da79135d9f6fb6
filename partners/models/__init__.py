"""Who: people, organisations, what ties them together, and the framework that they signed."""

from .framework import Framework
from .organisations import Organisation, Partnership, Sector
from .people import KernteamMember, Mandate, Person
from .standing import Standing

__all__ = [
    "Framework",
    "KernteamMember",
    "Mandate",
    "Organisation",
    "Partnership",
    "Person",
    "Sector",
    "Standing",
]
