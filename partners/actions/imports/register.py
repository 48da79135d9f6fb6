"""Reading what the register knows about a file, and writing what a plan brings."""

from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models.functions import Lower

from partners.actions.people import mandate_facts, register_people
from partners.models import Mandate, Organisation, Partnership, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import Act, record_all

from .plan import FACTS, Draft, Known, Plan
from .sheets import Sheet


def read_known(sheet: Sheet) -> Known:
    """Five queries, however long the file is."""
    keys = _name_keys({row.name for row in sheet.rows})
    addresses = {row.contact.email for row in sheet.rows if row.contact}
    organisations = Organisation.objects.filter(name_key__in=set(keys.values()))
    by_key = {organisation.name_key: organisation for organisation in organisations}
    people = (
        Person.objects.get_queryset().alias(address=Lower("email")).filter(address__in=addresses)
    )
    by_address = {person.email.lower(): person for person in people}
    partnerships = Partnership.objects.filter(organisation__in=by_key.values())
    mandates = Mandate.objects.filter(person__in=by_address.values())
    return Known(
        keys,
        by_key,
        _grouped(partnerships.order_by("organisation_id", "joined_on"), "organisation_id"),
        by_address,
        _grouped(mandates.order_by("person_id", "from_on"), "person_id"),
    )


def _name_keys(names: set[str]) -> dict[str, str]:
    """The database says when two names are the same, as it does in `Organisation.name_key`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, lower(replace(name, ' ', '')) FROM unnest(%s::text[]) AS name",
            [list(names)],
        )
        return dict(cursor.fetchall())


def _grouped(rows: Any, name: str) -> dict[int, list[Any]]:
    return {key: list(group) for key, group in groupby(rows, attrgetter(name))}


def save_plan(plan: Plan, *, actor: Person | None, at: datetime) -> None:
    """Write the plan: organisations, partnerships, people, mandates, and the trail of all that."""
    drafts = list(plan.drafts.values())
    acts = [
        *_save_organisations(drafts, at),
        *_save_partnerships(drafts, at),
        *_save_people(plan, drafts, actor, at),
    ]
    record_all(acts, actor=actor, at=at)


def _save_organisations(drafts: list[Draft], at: datetime) -> list[Act]:
    new = [draft.organisation for draft in drafts if draft.is_new]
    changed = [draft for draft in drafts if draft.facts and not draft.is_new]
    for draft in drafts:
        for name, value in draft.facts.items():
            setattr(draft.organisation, name, value)
    for organisation in new:
        organisation.recorded_at = at
    Organisation.objects.bulk_create(new)
    Organisation.objects.bulk_update([draft.organisation for draft in changed], list(FACTS))
    acts: list[Act] = [("add_organisation", each, {"sector": each.sector}) for each in new]
    return acts + [
        ("change_organisation", draft.organisation, {"fields": sorted(draft.facts)})
        for draft in changed
    ]


def _save_partnerships(drafts: list[Draft], at: datetime) -> list[Act]:
    new = [
        Partnership(organisation=draft.organisation, joined_on=draft.starts_on, recorded_at=at)
        for draft in drafts
        if draft.starts_on
    ]
    Partnership.objects.bulk_create(new)
    acts: list[Act] = [
        ("start_partnership", each, {"on": each.joined_on.isoformat()}) for each in new
    ]
    earlier = [(draft.partnerships[-1], day) for draft in drafts if (day := draft.earlier_on)]
    for partnership, day in earlier:
        days = {"from": partnership.joined_on.isoformat(), "to": day.isoformat()}
        acts.append(("date_partnership_earlier", partnership, days))
        partnership.joined_on = day
    Partnership.objects.bulk_update([partnership for partnership, _day in earlier], ["joined_on"])
    return acts


def _save_people(plan: Plan, drafts: list[Draft], actor: Person | None, at: datetime) -> list[Act]:
    wanted = {email: each for draft in drafts for email, each in draft.contacts.items()}
    strangers = [
        Person(email=email, name=contact.name)
        for email, contact in wanted.items()
        if email not in plan.known.people
    ]
    register_people(strangers, actor=actor, at=at)
    people = {**plan.known.people, **{person.email: person for person in strangers}}
    mandates = [
        Mandate(
            person=people[email],
            organisation=draft.organisation,
            role=contact.role,
            may_sign=contact.may_sign,
            from_on=local_day(at),
            recorded_at=at,
        )
        for draft in drafts
        for email, contact in draft.contacts.items()
    ]
    Mandate.objects.bulk_create(mandates)
    return [("give_mandate", each, mandate_facts(each)) for each in mandates]
