"""An annual account of the cast with the real figures of its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from programme import actions
from schuldenlab.portal.account.edition import content_of
from tests.programme.accounts import TEXT, draft

if TYPE_CHECKING:
    from datetime import datetime

    from programme.models import AnnualAccount
    from tests.cast import Cast


def frozen(cast: Cast, at: datetime | None = None, text: str = TEXT) -> AnnualAccount:
    """The account of the year of the cast, published with the figures of that moment."""
    moment = at or cast.at
    account = draft(cast, text=text)
    content = content_of(account.year, moment)
    return actions.publish_account(account, content=content, actor=cast.manager, at=moment)
