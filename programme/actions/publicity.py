"""What of a year everybody may see without logging in: programme, themes and decisions."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from programme.models import Decision, InnovationTheme, Programme
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

Shown = TypeVar("Shown", Programme, InnovationTheme, Decision)


@transaction.atomic
def show_in_public(noun: Shown, *, actor: Person | None, at: datetime) -> Shown:
    """From now on it stands on the public pages; only what the raad decided or chose can."""
    lock(noun)
    reason = why_not_shown(noun)
    if reason:
        raise Refused(reason)
    return _set(noun, is_public=True, verb="show_in_public", actor=actor, at=at)


@transaction.atomic
def hide_from_public(noun: Shown, *, actor: Person | None, at: datetime) -> Shown:
    """It is no longer on the public pages; whoever takes part still sees it."""
    lock(noun)
    return _set(noun, is_public=False, verb="hide_from_public", actor=actor, at=at)


def why_not_shown(noun: Programme | InnovationTheme | Decision) -> str:
    """Why this cannot be shown to everybody now; empty when it can."""
    if isinstance(noun, Programme) and noun.adopted_at is None:
        return _("Everybody sees a programme only once the programmaraad has adopted it.")
    if isinstance(noun, InnovationTheme) and noun.selected_at is None:
        return _("Everybody sees a theme only once the programmaraad has chosen it.")
    return ""


def _set(noun: Shown, *, is_public: bool, verb: str, actor: Person | None, at: datetime) -> Shown:
    """The same answer twice changes nothing and writes nothing."""
    if noun.is_public != is_public:
        noun.is_public = is_public
        noun.save(update_fields=["is_public"])
        record(verb, noun, actor=actor, at=at)
    return noun
