"""Writing the account of a year, and publishing an edition of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from programme import chain, notifications
from programme.models import AccountBlock, AnnualAccount
from programme.passages import plain
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .programmes import Overtaken

FIRST_YEAR = 2000


@transaction.atomic
def start_account(year: int, *, actor: Person | None, at: datetime) -> AnnualAccount:
    """Begin a draft of the account of a year: empty, or with the texts of the last edition."""
    if not FIRST_YEAR <= year <= local_day(at).year:
        raise Refused(_("An account is of a year that has begun."))
    last = AnnualAccount.objects.filter(year=year).order_by("-edition").first()
    if last is not None and not last.is_published:
        raise Refused(_("There is a draft of this year already. Go on with that one."))
    account = AnnualAccount.objects.create(
        year=year, edition=last.edition + 1 if last else 1, recorded_at=at
    )
    AccountBlock.objects.bulk_create(
        AccountBlock(
            account=account, heading=each.heading, text=each.text, changed_at=at, recorded_at=at
        )
        for each in (last.blocks.order_by("pk") if last else ())
    )
    record("start_account", account, actor=actor, at=at, facts={"edition": account.edition})
    return account


@transaction.atomic
def write_block(
    account: AnnualAccount,
    heading: str,
    *,
    text: str,
    actor: Person | None,
    at: datetime,
    based_on: int | None = None,
) -> AccountBlock:
    """Save the text under one heading of a draft.

    `based_on` is the version that the writer had before it (0: none yet); when there is a newer one
    the writer is `Overtaken`.
    """
    _lock_draft(account)
    block = AccountBlock.objects.filter(account=account, heading=heading).first()
    if based_on is not None and based_on != (block.version if block else 0):
        raise Overtaken(_("Somebody else has saved this text in the meantime."))
    words = plain(text)
    if block is not None and block.text == words:
        return block
    if block is None:
        block = AccountBlock(account=account, heading=heading, version=0, recorded_at=at)
    block.text, block.version, block.changed_at = words, block.version + 1, at
    block.save()
    record("write_account", account, actor=actor, at=at, facts={"heading": str(heading)})
    return block


def _lock_draft(account: AnnualAccount) -> None:
    lock(account)
    if account.is_published:
        raise Refused(_("This edition is published: its texts stay as they are."))


@transaction.atomic
def publish_account(
    account: AnnualAccount,
    *,
    content: Mapping[str, Any],
    actor: Person | None,
    at: datetime,
    seen: str | None = None,
) -> AnnualAccount:
    """Freeze a draft with these figures and the rows behind them, for everybody and for ever.

    `content` holds what the portal counted, in plain values. `seen` is the mark of the texts that
    whoever publishes had before it; when one was changed since, it is `Overtaken`.
    """
    _lock_draft(account)
    texts = _texts_as_seen(account, seen)
    frozen = _frozen(account, content, texts, at)
    move(
        account,
        "publish_account",
        actor=actor,
        at=at,
        also=frozen,
        facts={"edition": account.edition, "sha256": frozen["sha256"]},
    )
    account.__dict__.pop("facts", None)
    notifications.account_published(account, at=at)
    return account


def _texts_as_seen(account: AnnualAccount, seen: str | None) -> dict[str, str]:
    texts = texts_of(account)
    if not any(texts.values()):
        raise Refused(_("There is no text yet. Write at least one."))
    if seen is not None and seen != mark_of(account):
        raise Overtaken(_("A text was changed in the meantime. Read it again before you publish."))
    return texts


def _frozen(
    account: AnnualAccount, content: Mapping[str, Any], texts: dict[str, str], at: datetime
) -> dict[str, Any]:
    """All of it as one canonical text, with its hash."""
    is_interim = local_day(at) <= date(account.year, 12, 31)
    facts = {
        **content,
        "year": account.year,
        "edition": account.edition,
        "interim": is_interim,
        "published_at": at.isoformat(timespec="seconds"),
        "texts": texts,
    }
    return {
        "snapshot": chain.canonical_json(facts),
        "sha256": chain.seal(facts),
        "is_interim": is_interim,
    }


def texts_of(account: AnnualAccount) -> dict[str, str]:
    """The texts of an edition by their heading."""
    return dict(account.blocks.order_by("pk").values_list("heading", "text"))


def mark_of(account: AnnualAccount) -> str:
    """A mark of the texts of a draft: another one as soon as one of them changes."""
    return chain.seal(texts_of(account))
