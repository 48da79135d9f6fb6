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
from .archive import Archive, ExportYear, RecordTransfer
from .behalf import OnBehalf
from .help import Counting, Glossary, HelpIndex, HelpRole
from .home import Home
from .kompas import KompasNow, KompasPdf, KompasYear
from .measure import KompasMeasure
from .opendata import OpenData, OpenDataCatalogue, OpenDataFile, OpenDataPackage
from .openness import ArchiveDocument, ArchiveYear, JudgeOpenness
from .pages import Page, Privacy, SecurityText
from .public_documents import PublicDocument, PublicDocuments
from .search import Search
from .takeover import Takeover
from .woo import WooAnswer, WooChoose, WooDetail, WooList, WooNew, WooPostpone, WooWithdraw
from .woo_files import WooExport, WooInventory
from .worklist import Worklist

__all__ = [
    "AccountChanges",
    "AccountEdition",
    "AccountFigure",
    "AccountList",
    "AccountPdf",
    "ApiDocs",
    "Archive",
    "ArchiveDocument",
    "ArchiveYear",
    "Counting",
    "ExportYear",
    "Glossary",
    "HelpIndex",
    "HelpRole",
    "Home",
    "JudgeOpenness",
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
    "PublicDocument",
    "PublicDocuments",
    "PublishAccount",
    "RecordTransfer",
    "Search",
    "SecurityText",
    "StartAccount",
    "Takeover",
    "WooAnswer",
    "WooChoose",
    "WooDetail",
    "WooExport",
    "WooInventory",
    "WooList",
    "WooNew",
    "WooPostpone",
    "WooWithdraw",
    "Worklist",
    "WriteAccount",
    "WriteBlock",
    "public",
]
