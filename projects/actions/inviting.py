"""Naming somebody who may not have an account yet: leader, substitute, member of a stuurgroep."""

from datetime import datetime
from typing import Any

from django.db import transaction

from partners.actions import invite_person
from partners.models import Person
from projects.models import Leadership, Project, Stake, StuurgroepMember

from .members import add_member
from .people import name_leader


@transaction.atomic
def invite_leader(
    project: Project, *, email: str, name: str, actor: Person | None, at: datetime, **facts: Any
) -> Leadership:
    """Somebody leads the project or stands in, and gets an account when there is none yet."""
    person, _is_new = invite_person(email=email, name=name, actor=actor, at=at)
    return name_leader(project, person=person, actor=actor, at=at, **facts)


@transaction.atomic
def invite_member(
    stake: Stake, *, email: str, name: str, actor: Person | None, at: datetime, **facts: Any
) -> StuurgroepMember:
    """Somebody speaks for a stake, and gets an account when there is none yet."""
    person, _is_new = invite_person(email=email, name=name, actor=actor, at=at)
    return add_member(stake, person=person, actor=actor, at=at, **facts)
