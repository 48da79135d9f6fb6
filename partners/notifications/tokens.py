"""Who is told about tokens of the API: everybody who answers for what they read."""

from datetime import datetime

from partners.models import ApiToken
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient

from .people import kernteam, people_of


def _answers_for(token: ApiToken, at: datetime) -> list[Recipient]:
    """The people of its organisation, or the kernteam for one of the lab itself."""
    return people_of(token.organisation, at) if token.organisation else kernteam(at)


def token_made(token: ApiToken, *, at: datetime) -> None:
    """A program can read along from now on: for what, until when, and how to stop it."""
    key = f"token-made:{token.pk}"
    context = {"token": token, "by": token.made_by}
    post("partners/mail/token_made.txt", _answers_for(token, at), key, at, context=context)


def token_revoked(token: ApiToken, *, at: datetime) -> None:
    """That program gets nothing any more."""
    key = f"token-revoked:{token.pk}"
    context = {"token": token, "by": token.revoked_by}
    post("partners/mail/token_revoked.txt", _answers_for(token, at), key, at, context=context)
