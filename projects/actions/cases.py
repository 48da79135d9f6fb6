"""Versions of a business case: the first one, the next one, and what it is counted by."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Organisation, Person
from partners.querysets import local_day
from projects.models import (
    BusinessCase,
    CaseLine,
    CaseParty,
    DiscountRate,
    Leadership,
    Participation,
    Project,
    Stake,
)
from projects.querysets import on_day
from schuldenlab.audit.actions import record
from schuldenlab.audit.edits import plain_values, was_and_now
from schuldenlab.lifecycle import Refused, lock

from .going import refuse_ended
from .rates import rate_on

CHANGEABLE = frozenset(
    {
        *("base_year", "price_year", "horizon"),
        *("null_alternative", "project_alternative", "notes"),
    }
)
WORDS = frozenset({"null_alternative", "project_alternative", "notes"})


@transaction.atomic
def draft_case(
    project: Project, *, actor: Person | None, at: datetime, **facts: Any
) -> BusinessCase:
    """Begin the business case of a project: its first version, with the parties that we know.

    `facts` are fields of the case; what is not given is this year, five years, and the rate of
    today. Residents are a party always.
    """
    _begin(project, facts)
    if project.cases.exclude(status=BusinessCase.Status.DROPPED).exists():
        raise Refused(_("This project has a business case already. Make a new version of it."))
    day = local_day(at)
    given = {"base_year": day.year, "price_year": day.year, **facts}
    case = _save(project, rate_on(day, at=at), given, actor, at)
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        residents = _("Residents")
    parties = [CaseParty(case=case, name=residents, is_residents=True, position=0)]
    parties += [
        CaseParty(case=case, organisation=each, name=each.name, position=number)
        for number, each in enumerate(_concerned(project, day), start=1)
    ]
    CaseParty.objects.bulk_create(parties)
    facts = {"project": project.pk, "version": case.version, "parties": len(parties)}
    record("draft_case", case, actor=actor, at=at, facts=facts)
    return case


@transaction.atomic
def copy_case(
    case: BusinessCase,
    *,
    base_year: int,
    price_year: int,
    rate: DiscountRate,
    actor: Person | None,
    at: datetime,
) -> BusinessCase:
    """The next version, with all that this one says; only one is worked on at a time."""
    lock(case.project)
    lock(case)
    _begin(case.project, {})
    facts = {name: getattr(case, name) for name in (*WORDS, "horizon")}
    facts |= {"base_year": base_year, "price_year": price_year, "copied_from": case}
    copy = _save(case.project, rate, facts, actor, at)
    lines = _copy_contents(case, copy)
    told = {"from": case.version, "version": copy.version, "lines": lines}
    record("copy_case", copy, actor=actor, at=at, facts=told)
    return copy


def _copy_contents(case: BusinessCase, copy: BusinessCase) -> int:
    """All parties and lines once more; how many lines there are."""
    parties = {}
    for party in case.parties.order_by("position"):
        old, party.pk, party.case = party.pk, None, copy
        party._state.adding = True  # noqa: SLF001 - Django's own way to copy a row
        parties[old] = party
    CaseParty.objects.bulk_create(parties.values())
    lines = []
    for line in case.lines.order_by("position"):
        line.pk, line.case, line.party = None, copy, parties[line.party_id]
        line.receiver = parties[line.receiver_id] if line.receiver_id else None
        line._state.adding = True  # noqa: SLF001
        lines.append(line)
    CaseLine.objects.bulk_create(lines)
    return len(lines)


@transaction.atomic
def change_case(
    case: BusinessCase, *, facts: Mapping[str, Any], actor: Person | None, at: datetime
) -> BusinessCase:
    """Other years, or other words. The rate stays that of the day on which the version was made."""
    lock_draft(case)
    if set(facts) - CHANGEABLE:
        raise ValueError(sorted(facts))
    changed = [name for name in sorted(facts) if getattr(case, name) != facts[name]]
    was = plain_values(case, changed)
    for name in changed:
        setattr(case, name, facts[name])
    if not changed:
        return case
    case.full_clean()
    _refuse_cut(case)
    case.save(update_fields=changed)
    told = {"changed": changed, **was_and_now(case, was)}
    record("change_case", case, actor=actor, at=at, facts=told)
    return case


def lock_draft(case: BusinessCase) -> BusinessCase:
    """Hold the project and this version of its case, which is still worked on."""
    lock(case.project)
    lock(case)
    refuse_ended(case.project)
    if not case.is_open:
        raise Refused(
            _("This version is “%(status)s”, so it stays as it is. Make a new version.")
            % {"status": case.get_status_display()}
        )
    return case


def _begin(project: Project, facts: Mapping[str, Any]) -> None:
    lock(project)
    refuse_ended(project)
    if set(facts) - CHANGEABLE:
        raise ValueError(sorted(facts))
    draft = project.cases.filter(status=BusinessCase.Status.DRAFT).first()
    if draft is not None:
        raise Refused(
            _("Somebody works on version %(number)s already. Go on with that one.")
            % {"number": draft.version}
        )


def _save(
    project: Project,
    rate: DiscountRate,
    facts: Mapping[str, Any],
    actor: Person | None,
    at: datetime,
) -> BusinessCase:
    last = project.cases.aggregate(top=Max("version"))["top"] or 0
    case = BusinessCase(
        project=project,
        version=last + 1,
        discount_rate=rate,
        author=actor,
        recorded_at=at,
        **facts,
    )
    case.full_clean()
    case.save()
    return case


def _concerned(project: Project, day: date) -> list[Organisation]:
    """Who takes part, steers or leads on this day."""
    taking_part = on_day(Participation.objects.filter(project=project), day)
    stakes = Stake.objects.on(day).filter(stuurgroep__project=project)
    leading = on_day(Leadership.objects.filter(project=project), day)
    mine = Q(pk__in=taking_part.values("organisation")) | Q(pk__in=stakes.values("organisation"))
    found = Organisation.objects.filter(mine | Q(pk__in=leading.values("organisation")))
    return list(found.order_by("name"))


def _refuse_cut(case: BusinessCase) -> None:
    """Amounts of years that fall off are taken away by somebody who looks at them."""
    for line in case.lines.all():
        if any(line.quantities[case.horizon :]):
            raise Refused(
                _("“%(line)s” has numbers after the year %(year)s. Change that line first.")
                % {"line": line.text, "year": case.base_year + case.horizon - 1}
            )
