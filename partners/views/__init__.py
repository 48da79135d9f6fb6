"""The doors of partners, people and the framework."""

from .frameworks import FrameworkDetail, FrameworkNow
from .imports import ImportCheck, ImportUpload
from .organisations import OrganisationDetail, OrganisationList
from .people import InvitePerson, PersonList

__all__ = [
    "FrameworkDetail",
    "FrameworkNow",
    "ImportCheck",
    "ImportUpload",
    "InvitePerson",
    "OrganisationDetail",
    "OrganisationList",
    "PersonList",
]
