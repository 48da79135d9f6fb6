"""News about accounts: a login, and changes of somebody's second step."""

from typing import Any

import structlog
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from .actions import choose_language, note_factor
from .adapters import count_as_second_factor, forget_second_factor
from .models import Person
from .models.access import DEVICE

log = structlog.get_logger()
ON_PAPER = Authenticator.Type.RECOVERY_CODES


@receiver(user_logged_in)
def log_login(request: HttpRequest, user: Person, **kwargs: Any) -> None:
    """Who came in and how, by number; the trail and the letters tell of changes, this of visits."""
    del kwargs
    ways = [record.get("method", "") for record in get_authentication_records(request, user)]
    log.info("logged_in", person=user.pk, ways=",".join(ways))


@receiver(user_logged_out)
def log_logout(user: Person | None, **kwargs: Any) -> None:
    """Who went."""
    del kwargs
    log.info("logged_out", person=getattr(user, "pk", None))


@receiver(user_logged_in)
def remember_device(request: HttpRequest, **kwargs: Any) -> None:
    """Keep in the visit what the browser calls itself, so that people recognise their own."""
    del kwargs
    request.session[DEVICE] = request.META.get("HTTP_USER_AGENT", "")[:250]


@receiver(user_logged_in)
def keep_language(request: HttpRequest, user: Person, **kwargs: Any) -> None:
    """Whoever chose a language on the way in, by the address, keeps it: it is a choice."""
    del kwargs
    chosen = getattr(request, "language_path", "")
    if not chosen or chosen == user.language:
        return
    choose_language(user, language=chosen, actor=user, at=request.at)  # type: ignore[attr-defined]
    with translation.override(chosen):
        messages.info(request, _("Pages and mails are in this language from now on."))


def _note(request: HttpRequest, person: Person, change: str, factor: Authenticator) -> None:
    at = request.at  # type: ignore[attr-defined]
    note_factor(person, change=change, kind=factor.type, actor=person, at=at)


@receiver(authenticator_added)
def factor_added(
    request: HttpRequest, user: Person, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Whoever adds one has it at hand, so this visit has its second step."""
    del kwargs
    if authenticator.type != ON_PAPER:
        count_as_second_factor(request, user, authenticator.type)
        _note(request, user, "add", authenticator)


@receiver(authenticator_removed)
def factor_removed(
    request: HttpRequest, user: Person, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Without any left the second step of this visit is gone as well."""
    del kwargs
    if authenticator.type != ON_PAPER:
        _note(request, user, "remove", authenticator)
    if not Authenticator.objects.filter(user=user).exists():
        forget_second_factor(request, user)


@receiver(authenticator_reset)
def codes_renewed(
    request: HttpRequest, user: Person, authenticator: Authenticator, **kwargs: Any
) -> None:
    """The codes on paper that somebody had before do not work any more."""
    del kwargs
    _note(request, user, "renew", authenticator)


@receiver(authenticator_used)
def code_used(
    request: HttpRequest, user: Person, authenticator: Authenticator, **kwargs: Any
) -> None:
    """A code from paper means that the phone or the passkey was not at hand: tell its owner."""
    del kwargs
    if authenticator.type == ON_PAPER:
        _note(request, user, "use", authenticator)
