"""Setting up a new lab: its host, its framework, and the person who keeps it going."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from partners.framework_2020 import CLAUSES, ClauseFacts
from partners.models import Framework, KernteamMember, Organisation, Partnership, Sector
from partners.querysets import local_day
from partners.signals import lab_set_up

from .clauses import load_clauses
from .frameworks import adopt_framework, bring_into_force, expire_framework
from .organisations import add_organisation, start_partnership
from .people import appoint_to_kernteam, invite_person


@dataclass(frozen=True)
class LabFacts:
    """What a lab starts with; without an address there is no manager yet.

    `numbers` are fields of the framework (how many seats, meetings …); what is not given is as in
    the framework of 2020 to 2024, and so are the clauses.
    """

    host: str
    title: str
    motto: str
    starts_on: date
    ends_on: date
    manager_email: str = ""
    manager_name: str = ""
    numbers: Mapping[str, Any] = field(default_factory=dict)
    clauses: tuple[ClauseFacts, ...] = CLAUSES


@transaction.atomic
def set_up_lab(lab: LabFacts, *, at: datetime) -> dict[str, bool]:
    """Make what is not there yet. Returns for each part whether it was made now.

    A framework whose days have begun or passed gets the status that belongs to that, with the
    moments on which it happened. Raises `ValidationError` when a fact cannot be right.
    """
    host, is_new_host = _host(lab, at)
    framework, is_new_framework = _framework(lab, host, at)
    _catch_up(framework, at)
    lab_set_up.send(sender=Framework, at=at)
    return {
        "host": is_new_host,
        "framework": is_new_framework,
        "manager": bool(lab.manager_email) and _appoint_manager(lab, at),
    }


def _host(lab: LabFacts, at: datetime) -> tuple[Organisation, bool]:
    key = "".join(lab.host.lower().split())
    host = Organisation.objects.filter(name_key=key).first()
    is_new = host is None
    if host is None:
        host = add_organisation(name=lab.host, sector=Sector.MUNICIPALITY, actor=None, at=at)
    today = local_day(at)
    if not Partnership.objects.on(today).filter(organisation=host).exists():
        start_partnership(host, joined_on=min(lab.starts_on, today), actor=None, at=at)
    return host, is_new


def _framework(lab: LabFacts, host: Organisation, at: datetime) -> tuple[Framework, bool]:
    known = Framework.objects.filter(title__iexact=lab.title).first()
    if known is not None:
        return known, False
    framework = adopt_framework(
        title=lab.title,
        motto=lab.motto,
        starts_on=lab.starts_on,
        ends_on=lab.ends_on,
        host=host,
        actor=None,
        at=at,
        **lab.numbers,
    )
    load_clauses(framework, clauses=lab.clauses, actor=None, at=at)
    return framework, True


def _catch_up(framework: Framework, at: datetime) -> None:
    starts_at, ends_at = (
        timezone.make_aware(datetime.combine(day, time.min))
        for day in (framework.starts_on, framework.ends_on + timedelta(days=1))
    )
    if framework.status == Framework.Status.DRAFT and starts_at <= at:
        bring_into_force(framework, actor=None, at=starts_at)
    if framework.status == Framework.Status.IN_FORCE and ends_at <= at:
        expire_framework(framework, actor=None, at=ends_at)


def _appoint_manager(lab: LabFacts, at: datetime) -> bool:
    person, _is_new = invite_person(
        email=lab.manager_email, name=lab.manager_name, actor=None, at=at
    )
    today = local_day(at)
    if KernteamMember.objects.on(today).filter(person=person).exists():
        return False
    appoint_to_kernteam(person, role=KernteamMember.Role.MANAGER, from_on=today, actor=None, at=at)
    return True
