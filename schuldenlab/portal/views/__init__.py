"""The doors of the portal."""

from .behalf import OnBehalf
from .help import Counting, Glossary, HelpIndex, HelpRole
from .home import Home
from .kompas import KompasNow, KompasPdf, KompasYear
from .measure import KompasMeasure
from .pages import Page, Privacy, SecurityText
from .public import PublicFramework, PublicHome, PublicPartners
from .search import Search
from .takeover import Takeover
from .worklist import Worklist

__all__ = [
    "Counting",
    "Glossary",
    "HelpIndex",
    "HelpRole",
    "Home",
    "KompasMeasure",
    "KompasNow",
    "KompasPdf",
    "KompasYear",
    "OnBehalf",
    "Page",
    "Privacy",
    "PublicFramework",
    "PublicHome",
    "PublicPartners",
    "Search",
    "SecurityText",
    "Takeover",
    "Worklist",
]
