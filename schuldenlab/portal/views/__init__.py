"""The doors of the portal."""

from . import public
from .account_public import (
    PublicAccount,
    PublicAccountChanges,
    PublicAccountFigure,
    PublicAccountJson,
    PublicAccountPdf,
    PublicAccounts,
)
from .account_writing import PublishAccount, StartAccount, WriteAccount, WriteBlock
from .accounts import AccountChanges, AccountEdition, AccountFigure, AccountList, AccountPdf
from .api import ApiDocs
from .behalf import OnBehalf
from .health import SystemHealth
from .help import Counting, Glossary, HelpIndex, HelpRole
from .home import Home
from .kompas import KompasNow, KompasPdf, KompasYear
from .measure import KompasMeasure
from .opendata import OpenData, OpenDataCatalogue, OpenDataFile, OpenDataPackage
from .pages import Page, Privacy, SecurityText
from .search import Search
from .takeover import Takeover
from .worklist import Worklist

__all__ = [
    "AccountChanges",
    "AccountEdition",
    "AccountFigure",
    "AccountList",
    "AccountPdf",
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
    "OpenData",
    "OpenDataCatalogue",
    "OpenDataFile",
    "OpenDataPackage",
    "Page",
    "Privacy",
    "PublicAccount",
    "PublicAccountChanges",
    "PublicAccountFigure",
    "PublicAccountJson",
    "PublicAccountPdf",
    "PublicAccounts",
    "PublishAccount",
    "Search",
    "SecurityText",
    "StartAccount",
    "SystemHealth",
    "Takeover",
    "Worklist",
    "WriteAccount",
    "WriteBlock",
    "public",
]
