"""The resources of the organisation of a token: only with that token, and nobody else's."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router

from schuldenlab.portal.schemas import own as answers
from schuldenlab.portal.schemas.frame import Asked

from . import own_facts
from .answers import nothing_asked, page_of
from .readers import own_people

router = Router(auth=own_people, tags=["eigen"], by_alias=True)


def _who(request: HttpRequest) -> tuple[int, datetime]:
    """The organisation of the token, and the moment."""
    return request.auth.organisation_id, request.at  # type: ignore[attr-defined]


@router.get(
    "/organisatie", response=answers.Organisatie, summary=_("The organisation of the token")
)
def organisation(request: HttpRequest) -> Any:
    """Also when it is not public."""
    nothing_asked(request)
    return own_facts.organisation_facts(*_who(request))


LISTS: list[tuple[str, Any, str, Callable[[int, datetime], own_facts.Rows]]] = [
    ("toezeggingen", answers.ToezeggingCollectie, _("Own pledges"), own_facts.own_pledges),
    ("leveringen", answers.LeveringCollectie, _("What arrived"), own_facts.own_deliveries),
    ("commitments", answers.CommitmentCollectie, _("Own commitments"), own_facts.own_commitments),
    (
        "betrokkenheden",
        answers.BetrokkenheidCollectie,
        _("How one takes part"),
        own_facts.own_involvement,
    ),
    (
        "ondertekeningen",
        answers.OndertekeningCollectie,
        _("Own signatures"),
        own_facts.own_signatures,
    ),
    ("zetels", answers.ZetelCollectie, _("Own seats"), own_facts.own_seats),
    (
        "bijeenkomsten",
        answers.EigenBijeenkomstCollectie,
        _("Meetings to which one is invited"),
        own_facts.own_meetings,
    ),
    ("projecten", answers.EigenProjectCollectie, _("Own projects"), own_facts.own_projects),
]


def _list(read: Callable[[int, datetime], own_facts.Rows]) -> Callable[..., Any]:
    """A page of what `read` finds."""

    def listed(request: HttpRequest, asked: Query[Asked]) -> Any:
        return page_of(request, read(*_who(request)), asked)

    return listed


for _name, _answer, _summary, _read in LISTS:
    _options = {"response": _answer, "summary": _summary, "operation_id": f"organisatie_{_name}"}
    router.get(f"/organisatie/{_name}", url_name=f"api-own-{_name}", **_options)(_list(_read))
