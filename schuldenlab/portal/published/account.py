"""What the outside sees of the annual account: each edition that was published, as it is frozen."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from programme.models import AccountBlock, AnnualAccount
from schuldenlab.portal.account.edition import Edition, edition_of
from schuldenlab.portal.account.figure import Figure, Row, plain
from schuldenlab.portal.account.texts import in_plain


@dataclass(frozen=True)
class PublicAccountRow:
    """A row behind a figure. Without a title it stands for `count` that may not be named.

    `key` says what it is about (“organisation:12”), `note` is a code (“result_prototype”).
    """

    key: str
    title: str
    amount: Decimal
    on: date | None
    note: str
    text: str
    count: int


@dataclass(frozen=True)
class PublicAccountFigure:
    """A figure with the rows that add up to it; `value` is None when it is not shown.

    `is_ratio`: it is the first row divided by the second.
    """

    key: str
    unit: str
    value: Decimal | None
    whole: Decimal | None
    is_ratio: bool
    rows: tuple[PublicAccountRow, ...]


@dataclass(frozen=True)
class PublicAccountBlock:
    """The text under a heading, with its figures filled in."""

    heading: str
    text: str


@dataclass(frozen=True)
class PublicAccount:
    """One edition. `sha256` is of its canonical JSON; `is_interim`: its year was not over."""

    year: int
    edition: int
    is_interim: bool
    published_at: datetime
    sha256: str
    blocks: tuple[PublicAccountBlock, ...]
    figures: tuple[PublicAccountFigure, ...]


def public_accounts(at: datetime) -> tuple[PublicAccount, ...]:
    """All editions that were published by then, the latest first; one query."""
    rows = AnnualAccount.objects.shown_to_all().known_at(at)
    return tuple(_account(edition_of(each, at)) for each in rows)


def _account(edition: Edition) -> PublicAccount:
    account = edition.account
    assert account.published_at is not None, "only what is published is shown"
    texts = ((each, edition.texts.get(each, "")) for each in AccountBlock.Heading.values)
    return PublicAccount(
        account.year,
        account.edition,
        account.is_interim,
        account.published_at,
        account.sha256,
        tuple(
            PublicAccountBlock(heading, "\n\n".join(in_plain(text, edition.figures)))
            for heading, text in texts
            if text
        ),
        tuple(_figure(each) for each in edition.figures.values()),
    )


def _figure(figure: Figure) -> PublicAccountFigure:
    rows = tuple(_row(each) for each in figure.rows)
    return PublicAccountFigure(
        figure.code, figure.unit, figure.value, figure.whole, figure.is_ratio, rows
    )


def _row(row: Row) -> PublicAccountRow:
    text = row.text if row.measure is None else f"{plain(row.measure)} {row.text}"
    return PublicAccountRow(row.key, row.title, row.amount, row.on, row.note, text, row.count)
