"""Two who publish, begin or write the annual account at the same moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import translation

from programme import actions
from programme.models import AccountBlock, AnnualAccount
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.programme.accounts import content, draft
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_is_published_once(cast_now: Cast) -> None:
    cast, account = cast_now, draft(cast_now)

    def publish(value: str) -> AnnualAccount:
        mine = AnnualAccount.objects.get(pk=account.pk)
        facts = {"content": content(value), "actor": cast.manager, "at": cast.at}
        with translation.override("en"):
            return actions.publish_account(mine, **facts)

    answers = at_once([lambda value=value: publish(value) for value in "1234"])
    done = [each for each in answers if isinstance(each, AnnualAccount)]
    assert len(done) == 1
    assert all(isinstance(each, Refused) for each in answers if each not in done)
    account.refresh_from_db()
    assert account.sha256 == done[0].sha256
    assert Entry.objects.filter(verb="publish_account").count() == 1
    told = Letter.objects.filter(template="programme/mail/account_published.txt")
    assert told.count() == told.values("person").distinct().count()


def test_a_text_is_in_it_or_too_late(cast_now: Cast) -> None:
    cast, account = cast_now, draft(cast_now)

    def publish() -> AnnualAccount:
        mine = AnnualAccount.objects.get(pk=account.pk)
        facts = {"content": content(), "actor": cast.manager, "at": cast.at}
        return actions.publish_account(mine, **facts)

    def write() -> AccountBlock:
        mine = AnnualAccount.objects.get(pk=account.pk)
        return actions.write_block(mine, "short", text="Ook dit.", actor=None, at=cast.at)

    _published, written = at_once([publish, write])
    account.refresh_from_db()
    assert account.is_published
    is_in_it = "short" in account.facts["texts"]
    assert is_in_it == isinstance(written, AccountBlock)
    assert AccountBlock.objects.filter(heading="short").exists() == is_in_it


def test_one_draft_of_a_year(cast_now: Cast) -> None:
    year = cast_now.at.year

    def begin() -> AnnualAccount:
        return actions.start_account(year, actor=None, at=cast_now.at)

    answers = at_once([begin] * 4)
    assert sum(isinstance(each, AnnualAccount) for each in answers) == 1
    assert AnnualAccount.objects.count() == 1


def test_who_writes_second_hears_it(cast_now: Cast) -> None:
    account = draft(cast_now)

    def write(text: str) -> AccountBlock:
        mine = AnnualAccount.objects.get(pk=account.pk)
        facts = {"actor": None, "at": cast_now.at, "based_on": 1}
        return actions.write_block(mine, "foreword", text=text, **facts)

    answers = at_once([lambda text=text: write(text) for text in ("Een.", "Twee.")])
    assert sum(isinstance(each, actions.Overtaken) for each in answers) == 1
    assert account.blocks.get().version == 2
