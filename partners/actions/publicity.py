"""What everybody may see without logging in: partners and frameworks, one by one."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Framework, Organisation, Person
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

Shown = TypeVar("Shown", Organisation, Framework)


@transaction.atomic
def show_in_public(noun: Shown, *, actor: Person | None, at: datetime) -> Shown:
    """From now on this partner or framework stands on the public pages."""
    lock(noun)
    if isinstance(noun, Framework) and noun.status == Framework.Status.DRAFT:
        raise Refused(_("A draft is not shown to everybody. First open it for signature."))
    return _set(noun, is_public=True, verb="show_in_public", actor=actor, at=at)


@transaction.atomic
def hide_from_public(noun: Shown, *, actor: Person | None, at: datetime) -> Shown:
    """It is no longer on the public pages; whoever takes part still sees it."""
    lock(noun)
    return _set(noun, is_public=False, verb="hide_from_public", actor=actor, at=at)


@transaction.atomic
def show_kompas(framework: Framework, *, actor: Person | None, at: datetime) -> Framework:
    """From now on everybody sees whether the network keeps this framework, in figures."""
    lock(framework)
    if not framework.is_public:
        raise Refused(_("First show the framework itself: the Kompas is about its text."))
    return _show_kompas(framework, is_shown=True, verb="show_kompas", actor=actor, at=at)


@transaction.atomic
def hide_kompas(framework: Framework, *, actor: Person | None, at: datetime) -> Framework:
    """Its Kompas is no longer on the public pages; the text stays there."""
    lock(framework)
    return _show_kompas(framework, is_shown=False, verb="hide_kompas", actor=actor, at=at)


def _set(noun: Shown, *, is_public: bool, verb: str, actor: Person | None, at: datetime) -> Shown:
    """The same answer twice changes nothing and writes nothing."""
    if noun.is_public != is_public:
        noun.is_public = is_public
        noun.save(update_fields=["is_public"])
        record(verb, noun, actor=actor, at=at)
    return noun


def _show_kompas(
    framework: Framework, *, is_shown: bool, verb: str, actor: Person | None, at: datetime
) -> Framework:
    if framework.is_kompas_public != is_shown:
        framework.is_kompas_public = is_shown
        framework.save(update_fields=["is_kompas_public"])
        record(verb, framework, actor=actor, at=at)
    return framework
