"""Reading what the register knows about a file, and writing what a plan brings."""

from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from partners.actions.people import cannot_give_oneself, mandate_facts, register_people
from partners.models import Mandate, Organisation, Partnership, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import Act, record_all

from .plan import FACTS, Draft, Known, Plan
from .sheets import Note, Sheet, Unreadable

LOT = 500  # organisations


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
    held = {"struck_at__isnull": True}  # a mistake that was corrected says nothing
    partnerships = Partnership.objects.filter(organisation__in=by_key.values(), **held)
    mandates = Mandate.objects.filter(person__in=by_address.values(), **held)
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


def save_plan(plan: Plan, note: Note, *, actor: Person | None, at: datetime) -> None:
    """Write the plan: organisations, partnerships, people, mandates, and the trail of all that.

    In lots of a fixed size, so that no statement takes long; `note` hears how many lines are done.
    """
    everything, done = list(plan.drafts.values()), 0
    _refuse_oneself(everything, actor)
    for begin in range(0, len(everything), LOT):
        drafts = everything[begin : begin + LOT]
        acts = [
            *_save_organisations(drafts, at),
            *_save_partnerships(drafts, at),
            *_save_people(plan, drafts, actor, at),
        ]
        record_all(acts, actor=actor, at=at)
        done += sum(len(draft.rows) for draft in drafts)
        note(done)


def _refuse_oneself(drafts: list[Draft], actor: Person | None) -> None:
    """A file gives its reader no mandate to sign either."""
    own = actor.email.lower() if actor else ""
    given = [each.contacts[own] for each in drafts if own in each.contacts]
    if any(contact.may_sign for contact in given):
        raise Unreadable(cannot_give_oneself(), None)


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
    return acts + _date_earlier(drafts, at)


def _date_earlier(drafts: list[Draft], at: datetime) -> list[Act]:
    """The known row is struck and the right one is new, so that past days answer as they did."""
    earlier = [(draft.partnerships[-1], day) for draft in drafts if (day := draft.earlier_on)]
    for partnership, _day in earlier:
        partnership.struck_at = at
        partnership.struck_reason = _("A file gives an earlier day of joining.")
    struck = [partnership for partnership, _day in earlier]
    Partnership.objects.bulk_update(struck, ["struck_at", "struck_reason"])
    right = [
        Partnership(
            organisation_id=old.organisation_id, joined_on=day, corrects=old, recorded_at=at
        )
        for old, day in earlier
    ]
    Partnership.objects.bulk_create(right)
    return [
        (
            "date_partnership_earlier",
            new,
            {"from": old.joined_on.isoformat(), "to": new.joined_on.isoformat()},
        )
        for (old, _day), new in zip(earlier, right, strict=True)
    ]


def _save_people(plan: Plan, drafts: list[Draft], actor: Person | None, at: datetime) -> list[Act]:
    wanted = {email: each for draft in drafts for email, each in draft.contacts.items()}
    strangers = [
        Person(email=email, name=contact.name)
        for email, contact in wanted.items()
        if email not in plan.known.people
    ]
    if strangers:
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
