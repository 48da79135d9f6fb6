"""The doors of partners, people and the framework."""

from .frameworks import FrameworkDetail, FrameworkNow, RegisterSignature
from .imports import ImportCheck, ImportUpload
from .kernteam import Appoint, EndTerm, Kernteam
from .languages import ChooseLanguage
from .organisations import OrganisationDetail, OrganisationList
from .people import InvitePerson, PersonList
from .themes import AddTheme, BecomeAmbassador, EndAmbassadorship, ThemeList

__all__ = [
    "AddTheme",
    "Appoint",
    "BecomeAmbassador",
    "ChooseLanguage",
    "EndAmbassadorship",
    "EndTerm",
    "FrameworkDetail",
    "FrameworkNow",
    "ImportCheck",
    "ImportUpload",
    "InvitePerson",
    "Kernteam",
    "OrganisationDetail",
    "OrganisationList",
    "PersonList",
    "RegisterSignature",
    "ThemeList",
]
