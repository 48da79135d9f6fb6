"""The framework and its life."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from partners.models import Framework, Organisation, Person
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import move


@transaction.atomic
def adopt_framework(
    *,
    title: str,
    starts_on: date,
    ends_on: date,
    host: Organisation,
    actor: Person | None,
    at: datetime,
    **facts: Any,
) -> Framework:
    """Put a framework in the register, with its numbers."""
    framework = Framework(
        title=title, starts_on=starts_on, ends_on=ends_on, host=host, recorded_at=at, **facts
    )
    framework.full_clean()
    framework.save()
    record("adopt_framework", framework, actor=actor, at=at)
    return framework


@transaction.atomic
def open_for_signature(framework: Framework, *, actor: Person | None, at: datetime) -> Framework:
    """From now on partners can sign it; the text stays as it is."""
    return move(framework, "open_for_signature", actor=actor, at=at)


@transaction.atomic
def bring_into_force(framework: Framework, *, actor: Person | None, at: datetime) -> Framework:
    """The kernteam says that the framework holds from now on."""
    return move(framework, "bring_into_force", actor=actor, at=at)


@transaction.atomic
def expire_framework(framework: Framework, *, actor: Person | None, at: datetime) -> Framework:
    """The last day has passed. The lab goes on under it until there is a successor."""
    return move(framework, "expire", actor=actor, at=at)
