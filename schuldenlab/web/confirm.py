"""The code step: a binding act asks who you are once more when your login is too old.

What was typed is kept in the session on the server, and comes back when the code is right.
"""

import secrets
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.dispatch import receiver
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter, Recipient

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

LOGIN_MOMENT = "logged_in_at"
PENDING = "pending_act"
CODE_LIFETIME = timedelta(minutes=15)
MAX_TRIES = 5
CODE_DIGITS = 6
CODE_LETTER = "web/mail/act_code.txt"
MAX_CODES = 10  # in an hour; with five tries each, guessing gets nowhere


@receiver(user_logged_in)
def remember_login(request: HttpRequest, **kwargs: Any) -> None:
    """Keep the moment of this login in the session; the freshness of an act is counted from it."""
    del kwargs
    request.session[LOGIN_MOMENT] = getattr(request, "at", timezone.now()).isoformat()


class Freshness(Enum):
    """How recent a login must be for an act."""

    VISIT = "this visit: voting, committing, offering"
    SIGNING = "a moment ago: the code is a part of the signature"

    @property
    def limit(self) -> timedelta:
        """A login that is older asks for a code."""
        if self is Freshness.SIGNING:
            return timedelta(minutes=settings.SIGNING_MINUTES)
        return timedelta(hours=settings.VISIT_HOURS)


def is_fresh(request: HttpRequest, at: datetime, freshness: Freshness = Freshness.VISIT) -> bool:
    """Whether the login of this visit is recent enough for a binding act."""
    moment = request.session.get(LOGIN_MOMENT)
    return moment is not None and at - datetime.fromisoformat(moment) < freshness.limit


def new_code() -> str:
    """Six digits that nobody can foretell."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def _digest(code: str) -> str:
    return salted_hmac("schuldenlab.web.confirm", code).hexdigest()


def remember_code(code: str, at: datetime, **facts: Any) -> dict[str, Any]:
    """A code as a session may keep it: a digest with an end and a number of tries."""
    until = (at + CODE_LIFETIME).isoformat()
    return {**facts, "digest": _digest(code), "until": until, "tries": 0}


def take_try(code: str, taken: int) -> bool:
    """Use up one of the tries of a code; `taken` is how many this visit knows of.

    Counted in the database, not in the session: of requests that come at once each reads the same
    session, and would begin with the same number.
    """
    name = salted_hmac("schuldenlab.web.confirm.tries", code).hexdigest()
    lifetime = 2 * CODE_LIFETIME.seconds
    return any(cache.add(f"code-try:{name}:{n}", 1, lifetime) for n in range(taken, MAX_TRIES))


def try_code(kept: dict[str, Any], typed: str, at: datetime) -> str:
    """`ok`, `wrong`, or `expired` (too late, or too many tries); every try counts."""
    name = f"{kept['digest']} {kept['until']}"
    if at > datetime.fromisoformat(kept["until"]) or not take_try(name, kept["tries"]):
        return "expired"
    kept["tries"] += 1
    is_right = constant_time_compare(_digest("".join(typed.split())), kept["digest"])
    return "ok" if is_right else "wrong"


def ask_code(request: HttpRequest, recipient: Recipient, at: datetime) -> None:
    """Keep what was posted, and mail a code to the person, who gets only so many of them."""
    lately = Letter.objects.filter(template=CODE_LETTER, at__gt=at - timedelta(hours=1))
    if lately.filter(address=recipient.address).count() >= MAX_CODES:
        raise Refused(_("You asked for many codes. Wait an hour, or log out and in again."))
    code = new_code()
    kept = remember_code(code, at, path=request.path, post=request.POST.urlencode())
    request.session[PENDING] = kept
    post(
        CODE_LETTER,
        [recipient],
        f"act-code:{secrets.token_hex(8)}",
        at,
        context={"code": code, "minutes": CODE_LIFETIME.seconds // 60},
        is_urgent=True,
        is_secret=True,
    )


def pending_act(request: HttpRequest) -> dict[str, Any] | None:
    """The act of this page that waits for its code, if there is one."""
    pending = request.session.get(PENDING)
    return pending if pending and pending["path"] == request.path else None


def check_code(request: HttpRequest, typed: str, at: datetime) -> str:
    """`ok`, `wrong`, or `expired` (too late, or too many tries). Right codes count as a login."""
    session: SessionBase = request.session
    pending = pending_act(request)
    if not pending:
        return "expired"
    answer = try_code(pending, typed, at)
    session[PENDING] = pending
    if answer == "ok":
        session[LOGIN_MOMENT] = at.isoformat()
        session.cycle_key()
    return answer


def take_post(request: HttpRequest) -> QueryDict:
    """What the person had typed before the code was asked; taken out of the session."""
    pending = request.session.pop(PENDING)
    return QueryDict(pending["post"])
