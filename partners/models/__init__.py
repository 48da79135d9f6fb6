"""Who: people, organisations, what ties them together, and the framework that they signed."""

from .access import Invitation, Visit
from .clauses import Clause, ClauseMeasure
from .corrections import Correctable
from .framework import Framework
from .imports import ImportRun
from .involvement import Involvement, Way
from .organisations import Organisation, Partnership, Sector
from .people import KernteamMember, Mandate, Person
from .scope import SigningScope, Subject
from .signatures import Signature, SignatureWithdrawal
from .standing import Standing
from .themes import Ambassadorship, Theme
from .tokens import ApiToken
from .upkeep import ContactNote, GoLive, Review, SigningRequest

__all__ = [
    "Ambassadorship",
    "ApiToken",
    "Clause",
    "ClauseMeasure",
    "ContactNote",
    "Correctable",
    "Framework",
    "GoLive",
    "ImportRun",
    "Invitation",
    "Involvement",
    "KernteamMember",
    "Mandate",
    "Organisation",
    "Partnership",
    "Person",
    "Review",
    "Sector",
    "Signature",
    "SignatureWithdrawal",
    "SigningRequest",
    "SigningScope",
    "Standing",
    "Subject",
    "Theme",
    "Visit",
    "Way",
]
