"""The tables of the annual account: its editions, the texts in them, and the figures."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from programme.models import AccountBlock
from schuldenlab.portal.account.words import TITLES
from schuldenlab.portal.opendata.table import Column, Kind, Link, Row, Table, cells
from schuldenlab.portal.published import public_accounts, version_of

EDITION = (
    Column("year", Kind.INTEGER, _("year of the account")),
    Column("edition", Kind.INTEGER, _("number of the edition in that year")),
)
ACCOUNT = (
    *EDITION,
    Column("is_interim", Kind.YES_NO, _("whether it came out before the year was over")),
    Column("published_at", Kind.MOMENT, _("when it was published")),
    Column(
        "sha256",
        Kind.TEXT,
        _("SHA-256 of the frozen edition, to check that nothing changed"),
        pattern="[0-9a-f]{64}",
    ),
)
TEXT = (
    *EDITION,
    Column("heading", Kind.TEXT, _("heading above the text"), values=AccountBlock.Heading.choices),
    Column("text", Kind.TEXT, _("the text, with its figures filled in")),
)
FIGURE = (
    *EDITION,
    Column("key", Kind.TEXT, _("what is counted"), values=list(TITLES.items())),
    Column(
        "unit",
        Kind.TEXT,
        _("euro, or a code of what is counted"),
    ),
    Column(
        "value",
        Kind.NUMBER,
        _("the value; empty when it would tell what one partner gives"),
        is_required=False,
        unit=_("see the column unit of the same row"),
    ),
    Column(
        "whole",
        Kind.NUMBER,
        _("what it is a part of: 21 of 24"),
        is_required=False,
        unit=_("see the column unit of the same row"),
    ),
)


def account_rows(at: datetime) -> Iterable[Row]:
    """One for each edition."""
    return (cells(ACCOUNT, each) for each in public_accounts(at))


def text_rows(at: datetime) -> Iterable[Row]:
    """One for each heading with a text in each edition."""
    return (
        (each.year, each.edition, *cells(TEXT[2:], block))
        for each in public_accounts(at)
        for block in each.blocks
    )


def figure_rows(at: datetime) -> Iterable[Row]:
    """One for each figure in each edition."""
    return (
        (each.year, each.edition, *cells(FIGURE[2:], figure))
        for each in public_accounts(at)
        for figure in each.figures
    )


def version(at: datetime) -> str:
    """All three come from the same editions."""
    return version_of("accounts", at)


ACCOUNTS = Table(
    "jaarverantwoordingen",
    _("Annual accounts"),
    _("The editions of the annual account that were published. An edition never changes."),
    ACCOUNT,
    ("year", "edition"),
    account_rows,
    version,
)
OF_EDITION = (Link(("year", "edition"), ACCOUNTS.name, ("year", "edition")),)
ACCOUNT_TEXTS = Table(
    "jaarverantwoording-teksten",
    _("Annual accounts: texts"),
    _("What the kernteam wrote in each edition, heading by heading."),
    TEXT,
    ("year", "edition", "heading"),
    text_rows,
    version,
    links=OF_EDITION,
)
FIGURES = Table(
    "jaarverantwoording-cijfers",
    _("Annual accounts: figures"),
    _("The figures of each edition. The rows behind a figure stand on its page."),
    FIGURE,
    ("year", "edition", "key", "unit"),
    figure_rows,
    version,
    links=OF_EDITION,
)
