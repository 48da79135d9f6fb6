"""Who may read, write and publish the annual account, asked for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rules

from programme import actions
from programme.models import AccountBlock, AnnualAccount
from tests.programme.accounts import draft, publish
from tests.programme.records import KERNTEAM, PARTNER_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

INSIDERS = KERNTEAM | PARTNER_PEOPLE
EVERYBODY = INSIDERS | {"anonymous", "outsider", "former"}
MANAGER = {"manager"}

TABLES: dict[str, dict[str, set[str]]] = {
    "programme.view_annualaccount": {
        "": INSIDERS,
        "draft": KERNTEAM,
        "published": INSIDERS,
    },
    "programme.view_accountblock": {
        "": INSIDERS,
        "text of a draft": KERNTEAM,
        "text of a published one": INSIDERS,
    },
    "programme.start_account": {"": KERNTEAM},
    "programme.write_account": {"": KERNTEAM, "draft": KERNTEAM, "published": KERNTEAM},
    "programme.publish_account": {"": MANAGER, "draft": MANAGER, "published": MANAGER},
}
RECORDS: dict[str, Callable[[Cast], Any]] = {
    "": lambda _cast: None,
    "draft": draft,
    "published": lambda cast: publish(cast, draft(cast)),
    "text of a draft": lambda cast: draft(cast).blocks.get(),
    "text of a published one": lambda cast: publish(cast, draft(cast)).blocks.get(),
}


@pytest.mark.parametrize(
    ("permission", "record"),
    [(permission, record) for permission, records in TABLES.items() for record in records],
)
def test_who_may(cast: Cast, permission: str, record: str) -> None:
    noun = RECORDS[record](cast)
    may = {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), noun)}
    assert may == TABLES[permission][record]


def test_a_draft_is_seen_by_the_kernteam_alone(cast: Cast) -> None:
    account = draft(cast)
    seen = {who for who in EVERYBODY if _sees(cast, who, account)}
    assert seen == KERNTEAM
    publish(cast, account)
    assert {who for who in EVERYBODY if _sees(cast, who, account)} == INSIDERS
    actions.start_account(account.year, actor=cast.manager, at=cast.at)
    assert AnnualAccount.objects.visible_to(cast.contact).count() == 1
    assert AccountBlock.objects.visible_to(cast.contact).count() == 1


def _sees(cast: Cast, who: str, account: AnnualAccount) -> bool:
    rows = AnnualAccount.objects.visible_to(getattr(cast, who))
    return bool(rows.filter(pk=account.pk).exists())
