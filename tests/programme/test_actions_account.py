"""Writing and publishing the annual account: who is told, what is refused, what is frozen."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from programme import actions
from programme.actions.accounts import mark_of
from programme.models import AccountBlock, AnnualAccount
from tests.programme.accounts import TEXT, content, draft, publish
from tests.programme.records import acts, refused, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cast import Cast

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """What is refused is compared in the language of the source."""
    with translation.override("en"):
        yield


def test_a_draft_begins_empty(cast: Cast) -> None:
    account = actions.start_account(cast.at.year, actor=cast.staff, at=cast.at)
    assert (account.edition, account.status, account.sha256) == (1, "draft", "")
    assert not account.blocks.exists()
    assert [each.actor for each in acts("start_account")] == [cast.staff]


def test_one_draft_a_year_and_no_year_to_come(cast: Cast) -> None:
    draft(cast)
    with refused("a draft of this year already"):
        actions.start_account(cast.at.year, actor=cast.staff, at=cast.at)
    with refused("a year that has begun"):
        actions.start_account(cast.at.year + 1, actor=cast.staff, at=cast.at)
    with refused("a year that has begun"):
        actions.start_account(1999, actor=cast.staff, at=cast.at)


def test_a_text_is_saved_and_one_version_later_again(cast: Cast) -> None:
    account = draft(cast)
    block = account.blocks.get()
    assert (block.text, block.version) == (TEXT, 1)
    actions.write_block(account, "foreword", text="Nieuw.", actor=None, at=cast.at, based_on=1)
    block.refresh_from_db()
    assert (block.text, block.version) == ("Nieuw.", 2)
    with refused("Somebody else has saved"):
        actions.write_block(account, "foreword", text="X", actor=None, at=cast.at, based_on=1)
    before = len(acts("write_account"))
    actions.write_block(account, "foreword", text="Nieuw.", actor=None, at=cast.at, based_on=2)
    assert len(acts("write_account")) == before, "the same text leaves no trace"


def test_publishing_freezes_and_tells(cast: Cast) -> None:
    account = publish(cast, draft(cast))
    facts = json.loads(account.snapshot)
    assert facts["texts"] == {"foreword": TEXT}
    assert facts["figures"] == content()["figures"]
    assert (facts["year"], facts["edition"], facts["interim"]) == (cast.at.year, 1, True)
    assert hashlib.sha256(account.snapshot.encode()).hexdigest() == account.sha256
    entry = acts("publish_account")[0]
    assert (entry.actor, entry.facts["sha256"]) == (cast.manager, account.sha256)
    assert {"contact", "director", "seat"} <= set(told(cast, "account_published"))
    assert "outsider" not in told(cast, "account_published")


def test_a_year_that_is_over_is_no_interim(cast: Cast) -> None:
    account = publish(cast, draft(cast, year=cast.at.year - 1))
    assert not account.is_interim
    assert json.loads(account.snapshot)["interim"] is False


def test_what_cannot_be_published(cast: Cast) -> None:
    account = actions.start_account(cast.at.year, actor=None, at=cast.at)
    with refused("no text yet"):
        publish(cast, account)
    actions.write_block(account, "foreword", text="Ja.", actor=None, at=cast.at)
    seen = mark_of(account)
    actions.write_block(account, "short", text="Nee.", actor=None, at=cast.at)
    with refused("A text was changed in the meantime"):
        publish(cast, account, seen=seen)
    publish(cast, account, seen=mark_of(account))
    with refused("is published"):
        publish(cast, account)
    with refused("is published"):
        actions.write_block(account, "short", text="X", actor=None, at=cast.at)


def test_a_next_edition_begins_with_the_texts(cast: Cast) -> None:
    first = publish(cast, draft(cast))
    second = actions.start_account(first.year, actor=None, at=cast.at + DAY)
    assert second.edition == 2
    assert list(second.blocks.values_list("heading", "text", "version")) == [("foreword", TEXT, 1)]
    assert first.blocks.count() == 1


# -- what PostgreSQL refuses -----------------------------------------------------------------------


def run(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def database_refuses(act: Callable[[], object], because: str) -> None:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        act()


@pytest.mark.parametrize(
    "change",
    [
        "snapshot = '{}'",
        "sha256 = repeat('0', 64)",
        "year = 2001",
        "status = 'draft'",
        "is_interim = NOT is_interim",
        "published_at = now()",
    ],
)
def test_a_published_edition_stays(cast: Cast, change: str) -> None:
    publish(cast, draft(cast))
    database_refuses(
        lambda: run(f"UPDATE programme_annualaccount SET {change}"), "so it stays as it is"
    )


def test_a_published_edition_is_never_deleted(cast: Cast) -> None:
    account = publish(cast, draft(cast))
    database_refuses(lambda: run("DELETE FROM programme_annualaccount"), "stay")
    run("SET CONSTRAINTS ALL IMMEDIATE")
    database_refuses(lambda: run("TRUNCATE programme_annualaccount CASCADE"), "append-only")
    database_refuses(lambda: run("TRUNCATE programme_accountblock"), "append-only")
    database_refuses(account.delete, "stay")


def test_the_texts_of_a_published_edition_stay(cast: Cast) -> None:
    account = publish(cast, draft(cast))
    other = draft(cast, year=cast.at.year - 1)
    stays = "its texts stay"
    database_refuses(lambda: run("UPDATE programme_accountblock SET text = 'X'"), stays)
    database_refuses(lambda: account.blocks.all().delete(), stays)
    database_refuses(lambda: _block(account, "short"), stays)
    mine = AccountBlock.objects.filter(account=other)
    database_refuses(lambda: mine.update(account=account), stays)


def _block(account: AnnualAccount, heading: str) -> AccountBlock:
    at = account.published_at
    return AccountBlock.objects.create(account=account, heading=heading, text="X", changed_at=at)


def test_an_edition_is_not_born_published(cast: Cast) -> None:
    facts = {"status": "published", "snapshot": "{}", "sha256": "0" * 64, "published_at": cast.at}
    database_refuses(
        lambda: AnnualAccount.objects.create(year=2026, edition=9, **facts), "starts as a draft"
    )


def test_the_hash_and_the_texts_have_to_be_right(cast: Cast) -> None:
    account = draft(cast)
    mine = AnnualAccount.objects.filter(pk=account.pk)
    facts = {"year": account.year, "edition": 1, "interim": False, "texts": {"foreword": "Anders"}}
    text = json.dumps(facts)
    known = {"status": "published", "published_at": cast.at, "snapshot": text}
    seal = hashlib.sha256(text.encode()).hexdigest()
    database_refuses(lambda: mine.update(**known, sha256="0" * 64), "not the hash")
    database_refuses(lambda: mine.update(**known, sha256=seal), "not what was written")
    database_refuses(lambda: mine.update(year=2020), "year and edition stay")


def test_a_draft_can_go(cast: Cast) -> None:
    account = draft(cast)
    account.delete()
    assert not AnnualAccount.objects.exists()
