"""The letter about an account that everybody may read."""

from datetime import datetime

from programme.models import AnnualAccount
from schuldenlab.outbox.actions import post

from .people import partner_people


def account_published(account: AnnualAccount, *, at: datetime) -> None:
    """Everybody who works for a partner can read how the year went; it may wait for the digest."""
    post(
        "programme/mail/account_published.txt",
        partner_people(at),
        f"account-published:{account.pk}",
        at,
        context={"account": account},
    )
