"""The doors of the portal."""

from .api import ApiDocs
from .behalf import OnBehalf
from .help import Counting, Glossary, HelpIndex, HelpRole
from .home import Home
from .kompas import KompasNow, KompasPdf, KompasYear
from .measure import KompasMeasure
from .pages import Page, Privacy, SecurityText
from .public import PublicFramework, PublicHome, PublicPartners
from .takeover import Takeover
from .worklist import Worklist

__all__ = [
    "ApiDocs",
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
    "SecurityText",
    "Takeover",
    "Worklist",
]
