"""Facts that turned out wrong: the old row is struck with a reason, the right one is a new row."""

from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import (
    Ambassadorship,
    KernteamMember,
    Mandate,
    Partnership,
    Person,
    Theme,
)
from partners.models.corrections import Correctable
from partners.querysets import local_day
from partners.signals import partner_left
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .people import refuse_oneself

F = TypeVar("F", bound=Correctable)


@transaction.atomic
def correct_partnership(
    partnership: Partnership,
    *,
    joined_on: date,
    left_on: date | None,
    reason: str,
    actor: Person | None,
    at: datetime,
) -> Partnership:
    """Another day of joining or leaving than was recorded."""
    if joined_on > local_day(at):
        raise Refused(_("The day of joining lies in the future."))
    if left_on is not None and left_on <= joined_on:
        raise Refused(_("The day of leaving lies before the day of joining."))
    _strike(partnership, reason, at)
    others = Partnership.objects.filter(
        Q(left_on__isnull=True) | Q(left_on__gt=joined_on),
        organisation=partnership.organisation_id,
        struck_at__isnull=True,
    )
    _refuse_overlap(others if left_on is None else others.filter(joined_on__lt=left_on))
    right = Partnership.objects.create(
        organisation=partnership.organisation,
        joined_on=joined_on,
        left_on=left_on,
        left_recorded_at=at if left_on else None,
        corrects=partnership,
        recorded_at=at,
    )
    facts = _days(joined_on, left_on)
    _tell("correct_partnership", right, facts, actor, at)
    if left_on is not None:
        partner_left.send(Partnership, partnership=right, actor=actor, at=at)
    _ask(right, "partnership", at, first=joined_on, left_on=left_on)
    return right


@transaction.atomic
def correct_mandate(
    mandate: Mandate,
    *,
    role: str,
    may_sign: bool,
    from_on: date,
    until_on: date | None,
    reason: str,
    actor: Person | None,
    at: datetime,
) -> Mandate:
    """Another role, right to sign, first or last day than was recorded."""
    if may_sign and not mandate.may_sign:
        refuse_oneself(mandate.person, actor)
    _strike(mandate, reason, at)
    same = {"person": mandate.person, "organisation": mandate.organisation}
    scope = {"signs_for": mandate.signs_for, "pledge_limit": mandate.pledge_limit}
    right = Mandate(**same, role=role, may_sign=may_sign, **(scope if may_sign else {}))
    _put_right(right, mandate, same, days=(from_on, until_on), at=at)
    facts = {"role": str(role), "may_sign": may_sign, **_days(from_on, until_on)}
    _tell("correct_mandate", right, facts, actor, at)
    _ask(right, "mandate", at, mandate=right)
    return right


@transaction.atomic
def correct_ambassadorship(
    ambassadorship: Ambassadorship,
    *,
    theme: Theme,
    from_on: date,
    until_on: date | None,
    reason: str,
    actor: Person | None,
    at: datetime,
) -> Ambassadorship:
    """Another theme, first or last day than was recorded."""
    organisation = ambassadorship.organisation
    if not Partnership.objects.on(from_on).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner on that day: %(name)s.") % {"name": organisation.name})
    _strike(ambassadorship, reason, at)
    same = {"organisation": organisation, "theme": theme}
    right = Ambassadorship(**same)
    _put_right(right, ambassadorship, same, days=(from_on, until_on), at=at)
    facts = {"theme": theme.pk, **_days(from_on, until_on)}
    _tell("correct_ambassadorship", right, facts, actor, at)
    _ask(right, "ambassador", at, theme=theme, first=from_on, last=until_on)
    return right


@transaction.atomic
def correct_kernteam_term(
    member: KernteamMember,
    *,
    role: str,
    from_on: date,
    until_on: date | None,
    reason: str,
    actor: Person | None,
    at: datetime,
) -> KernteamMember:
    """Another role, first or last day than was recorded."""
    _strike(member, reason, at)
    right = KernteamMember(person=member.person, role=role)
    same = {"person": member.person}
    _put_right(right, member, same, days=(from_on, until_on), at=at)
    facts = {"role": str(role), **_days(from_on, until_on)}
    _tell("correct_kernteam_term", right, facts, actor, at)
    return right


@transaction.atomic
def strike_fact(
    fact: Partnership | Mandate | Ambassadorship | KernteamMember,
    *,
    reason: str,
    actor: Person | None,
    at: datetime,
) -> Any:
    """What was recorded has never been so, and nothing takes its place."""
    _strike(fact, reason, at)
    record("strike_fact", fact, actor=actor, at=at)
    if not isinstance(fact, KernteamMember):
        _ask(fact, f"struck_{fact._meta.model_name}", at, noun=fact)  # noqa: SLF001
    return fact


def _strike(fact: F, reason: str, at: datetime) -> F:
    """One answer when two try: the row is locked first."""
    lock(fact)
    if fact.struck_at is not None:
        raise Refused(_("This was corrected already. Look at the newest row."))
    if not reason.strip():
        raise Refused(_("Say in a few words what was wrong."))
    fact.struck_at, fact.struck_reason = at, reason.strip()
    fact.save(update_fields=["struck_at", "struck_reason"])
    return fact


def _put_right(
    right: Any,
    wrong: Any,
    same: dict[str, Any],
    *,
    days: tuple[date, date | None],
    at: datetime,
) -> None:
    """Save the row that takes the place of another; `same` is what holds once at a time."""
    from_on, until_on = days
    if until_on is not None and until_on < from_on:
        raise Refused(_("The last day lies before the first day."))
    others = type(right).objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=from_on), struck_at__isnull=True, **same
    )
    _refuse_overlap(others if until_on is None else others.filter(from_on__lte=until_on))
    right.from_on, right.until_on, right.corrects = from_on, until_on, wrong
    right.recorded_at, right.ended_at = at, at if until_on else None
    right.save(force_insert=True)


def _refuse_overlap(others: Any) -> None:
    if others.exists():
        raise Refused(_("Another row holds on some of these days. Correct that one first."))


def _days(first: date, last: date | None) -> dict[str, Any]:
    return {"from": first.isoformat(), "until": last.isoformat() if last else None}


def _tell(verb: str, right: Any, facts: dict[str, Any], actor: Person | None, at: datetime) -> None:
    record(verb, right, actor=actor, at=at, facts={"corrects": right.corrects_id, **facts})


def _ask(fact: Any, kind: str, at: datetime, **facts: Any) -> None:
    key = f"{kind}:{fact.pk}:corrected"
    notifications.recorded_in_name(fact.organisation, kind, key=key, at=at, **facts)
