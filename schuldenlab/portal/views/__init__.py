"""The doors of the portal."""

from .behalf import OnBehalf
from .home import Home
from .kompas import KompasNow, KompasYear
from .measure import KompasMeasure
from .pages import Page, Privacy, SecurityText
from .public import PublicFramework, PublicHome, PublicPartners
from .takeover import Takeover

__all__ = [
    "Home",
    "KompasMeasure",
    "KompasNow",
    "KompasYear",
    "OnBehalf",
    "Page",
    "Privacy",
    "PublicFramework",
    "PublicHome",
    "PublicPartners",
    "SecurityText",
    "Takeover",
]
