"""What follows when somebody leaves: asked before the button, and once more by the act."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Q


@dataclass(frozen=True)
class Leaving:
    """What ends for this person, and who stays behind without."""

    mandates: list[Any] = field(default_factory=list)
    terms: list[Any] = field(default_factory=list)
    is_last_manager: bool = False
    without_director: list[str] = field(default_factory=list)
    without_signer: list[str] = field(default_factory=list)


def what_ends(person: Any, day: date) -> Leaving:
    """Mandates and terms that hold on `day` or begin later, and what nobody else can do then."""
    still = Q(until_on__isnull=True) | Q(until_on__gte=day)
    mandates = list(
        person.mandates.filter(still, struck_at__isnull=True).select_related("organisation")
    )
    terms = list(person.kernteam_terms.filter(still, struck_at__isnull=True))
    others = _others(person, mandates, day + timedelta(days=1))
    held = [each for each in mandates if each.from_on <= day]
    directed = {each.organisation for each in held if each.role == "director"}
    signed = {each.organisation for each in held if each.may_sign}
    return Leaving(
        mandates=mandates,
        terms=terms,
        is_last_manager=_is_last_manager(person, terms, day),
        without_director=_without(directed, {o for o, role, _s in others if role == "director"}),
        without_signer=_without(signed, {o for o, _role, may_sign in others if may_sign}),
    )


def _others(person: Any, mandates: list[Any], day: date) -> list[tuple[int, str, bool]]:
    """Who else acts for these organisations, as far as these are partners."""
    from partners.models import Mandate, Partnership  # noqa: PLC0415 - the model names this file

    partners = Partnership.objects.on(day).filter(
        organisation__in=[each.organisation_id for each in mandates]
    )
    rows = Mandate.objects.on(day).filter(organisation__in=partners.values("organisation_id"))
    active = rows.filter(person__is_active=True).exclude(person=person)
    return list(active.values_list("organisation_id", "role", "may_sign"))


def _without(organisations: set[Any], able: set[int]) -> list[str]:
    return sorted(each.name for each in organisations if each.pk not in able)


def _is_last_manager(person: Any, terms: list[Any], day: date) -> bool:
    """Whoever is manager today leaves only when somebody else is manager tomorrow."""
    from partners.models import KernteamMember  # noqa: PLC0415 - the model names this file

    manager = KernteamMember.Role.MANAGER
    if not any(term.role == manager and term.from_on <= day for term in terms):
        return False
    others = KernteamMember.objects.on(day + timedelta(days=1)).filter(
        role=manager, person__is_active=True
    )
    return not others.exclude(person=person).exists()
