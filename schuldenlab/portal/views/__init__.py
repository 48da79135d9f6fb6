"""The doors of the portal."""

from .archive import Archive, ExportYear, RecordTransfer
from .behalf import OnBehalf
from .help import Counting, Glossary, HelpIndex, HelpRole
from .home import Home
from .kompas import KompasNow, KompasPdf, KompasYear
from .measure import KompasMeasure
from .openness import ArchiveDocument, ArchiveYear, JudgeOpenness
from .pages import Page, Privacy, SecurityText
from .public import PublicFramework, PublicHome, PublicPartners
from .public_documents import PublicDocument, PublicDocuments
from .takeover import Takeover
from .woo import WooAnswer, WooChoose, WooDetail, WooList, WooNew, WooPostpone, WooWithdraw
from .woo_files import WooExport, WooInventory
from .worklist import Worklist

__all__ = [
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
    "Page",
    "Privacy",
    "PublicDocument",
    "PublicDocuments",
    "PublicFramework",
    "PublicHome",
    "PublicPartners",
    "RecordTransfer",
    "SecurityText",
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
]
