"""The annual accounts: which there are, and one whole edition."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router

from schuldenlab.portal import published
from schuldenlab.portal.schemas.accounts import Jaarverantwoording, JaarverantwoordingCollectie

from .answers import one_of, page_of, same_as_before
from .public import YearAsked
from .readers import anybody

router = Router(auth=anybody, tags=["openbaar"], by_alias=True)


def _editions(request: HttpRequest) -> list[dict[str, Any]]:
    """Each with its number, if there is something newer than what the reader has."""
    at: datetime = request.at  # type: ignore[attr-defined]
    same_as_before(request, published.version_of("accounts", at))
    return [
        {**vars(each), "number": f"{each.year}-{each.edition}"}
        for each in published.public_accounts(at)
    ]


@router.get(
    "/jaarverantwoordingen",
    response=JaarverantwoordingCollectie,
    summary=_("All annual accounts"),
)
def accounts(request: HttpRequest, asked: Query[YearAsked]) -> Any:
    """Every edition, without its texts and figures."""
    rows = [each for each in _editions(request) if asked.year in {None, each["year"]}]
    return page_of(request, rows, asked)


@router.get(
    "/jaarverantwoordingen/{nummer}",
    response=Jaarverantwoording,
    summary=_("One annual account"),
)
def account(request: HttpRequest, nummer: str) -> Any:
    """By year and edition."""
    return one_of(request, _editions(request), lambda each: each["number"] == nummer, "account")
