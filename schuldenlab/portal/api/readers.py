"""Who reads: everybody, or a program with a token. And how often in a minute."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from partners.actions import note_use
from partners.models import ApiToken

from .problems import Problem

CHALLENGE: Final = 'Bearer realm="api"'
UNKNOWN: Final = "This token is not known, does not work any more, or was revoked."
MINUTE: Final = 60
IN_ADDRESS: Final = frozenset({"token", "access_token", "api_key", "apikey"})


@dataclass(frozen=True)
class Reader:
    """Whoever asks; without a token it is everybody, and without an organisation the lab."""

    token: ApiToken | None = None

    @property
    def organisation_id(self) -> int | None:
        """Whose own data may be read."""
        return self.token.organisation_id if self.token else None


def anybody(request: HttpRequest) -> Reader:
    """For what is public: a token is not needed, but a wrong one is refused."""
    _is_asked_well(request)
    at: datetime = request.at  # type: ignore[attr-defined]
    said = request.headers.get("Authorization")
    if said is None:
        _count(f"address:{_address(request)}", settings.API_LIMITS["address"], at)
        return Reader()
    scheme, _space, token = said.partition(" ")
    found = ApiToken.objects.opened_by(token.strip(), at) if scheme.lower() == "bearer" else None
    if found is None:
        _count(f"address:{_address(request)}", settings.API_LIMITS["address"], at)
        raise Problem(401, UNKNOWN, www_authenticate=f'{CHALLENGE}, error="invalid_token"')
    _count(f"token:{found.pk}", settings.API_LIMITS["token"], at)
    note_use(found, at=at)
    return Reader(found)


def own_people(request: HttpRequest) -> Reader:
    """For what belongs to one organisation: only with a token of it."""
    reader = anybody(request)
    if reader.token is None:
        raise Problem(401, www_authenticate=CHALLENGE)
    if reader.organisation_id is None:
        raise Problem(403, "This is a token of the lab itself: it reads what is public.")
    return reader


def _is_asked_well(request: HttpRequest) -> None:
    """An answer is JSON, and a token stands in no address: addresses end up in logs."""
    if IN_ADDRESS & set(request.GET):
        raise Problem(400, "A token goes in the header Authorization, never in the address.")
    if not request.accepts("application/json"):
        raise Problem(406)


def _address(request: HttpRequest) -> str:
    """Of the visitor, behind our own proxies; kept as a hash and for a minute."""
    try:
        address: Any = get_adapter().get_client_ip(request)
    except PermissionDenied:  # a server that knows no addresses: all who ask count as one
        address = ""
    return hashlib.sha256(str(address).encode()).hexdigest()[:32]


def _count(who: str, most: int, at: datetime) -> None:
    """One more in this minute; two at the same moment may count as one."""
    minute, second = divmod(int(at.timestamp()), MINUTE)
    key = f"api:{who}:{minute}"
    count = cache.get(key, 0)
    if count >= most:
        raise Problem(429, retry_after=str(MINUTE - second))
    cache.set(key, count + 1, MINUTE)
