"""Who speaks in a stuurgroep for the stake of an organisation, and who takes the chair."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from partners.models import Person
from projects import notifications
from projects.models import Stake, StuurgroepMember
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

DAY = timedelta(days=1)


@transaction.atomic
def add_member(
    stake: Stake,
    *,
    person: Person,
    from_on: date,
    actor: Person | None,
    at: datetime,
    function: str = "",
    term_ends_on: date | None = None,
    is_chair: bool = False,
) -> StuurgroepMember:
    """Somebody speaks for a stake, for a term. Whoever works for no partner sees this project."""
    lock(stake.stuurgroep.project)
    lock(stake)
    group = stake.stuurgroep
    if stake.until_on is not None or from_on < stake.from_on:
        raise Refused(_("The organisation has no stake on that day."))
    if not person.is_active:
        raise Refused(_("The account of this person is closed."))
    if term_ends_on is not None and term_ends_on < from_on:
        raise Refused(_("The term ends before it begins."))
    if group.members.filter(person=person, until_on__isnull=True).exists():
        raise Refused(_("%(name)s is a member already.") % {"name": person.name})
    if is_chair:
        _free_chair(group.members.filter(is_chair=True, until_on__isnull=True), from_on, actor, at)
    member = StuurgroepMember.objects.create(
        stake=stake,
        stuurgroep=group,
        person=person,
        function=" ".join(function.split()),
        is_chair=is_chair,
        from_on=from_on,
        term_ends_on=term_ends_on,
        recorded_at=at,
    )
    facts = {"project": group.project_id, "person": person.pk, "is_chair": is_chair}
    record("add_member", member, actor=actor, at=at, facts=facts)
    notifications.member_named(member, at=at)
    return member


@transaction.atomic
def name_chair(
    member: StuurgroepMember, *, from_on: date, actor: Person | None, at: datetime
) -> StuurgroepMember:
    """From that day this member takes the chair; who had it stays a member."""
    lock(member.stuurgroep.project)
    lock(member)
    if member.until_on is not None:
        raise Refused(_("This has ended already."))
    if member.is_chair:
        raise Refused(_("%(name)s has this task already.") % {"name": member.person.name})
    group = member.stuurgroep
    _free_chair(group.members.filter(is_chair=True, until_on__isnull=True), from_on, actor, at)
    chair = _go_on(member, from_on, actor, at, is_chair=True)
    notifications.member_named(chair, at=at)
    return chair


def _free_chair(
    chairs: QuerySet[StuurgroepMember], from_on: date, actor: Person | None, at: datetime
) -> None:
    for each in chairs.select_for_update():
        _go_on(each, from_on, actor, at, is_chair=False)


def _go_on(
    member: StuurgroepMember, from_on: date, actor: Person | None, at: datetime, *, is_chair: bool
) -> StuurgroepMember:
    """The same person in the same stake, from that day with or without the chair."""
    if from_on < member.from_on:
        raise Refused(
            _("That is before %(day)s, when the step before it was taken.")
            % {"day": member.from_on.strftime("%d-%m-%Y")}
        )
    end_member_row(member, max(from_on - DAY, member.from_on), actor=actor, at=at)
    newer = StuurgroepMember.objects.create(
        stake=member.stake,
        stuurgroep=member.stuurgroep,
        person=member.person,
        function=member.function,
        is_chair=is_chair,
        from_on=from_on,
        term_ends_on=member.term_ends_on,
        recorded_at=at,
    )
    facts = {"person": member.person_id, "is_chair": is_chair}
    record("name_chair", newer, actor=actor, at=at, facts=facts)
    return newer


@transaction.atomic
def end_member(
    member: StuurgroepMember, *, until_on: date, actor: Person | None, at: datetime
) -> StuurgroepMember:
    """The last day on which somebody speaks for a stake."""
    lock(member.stuurgroep.project)
    lock(member)
    refuse_wrong_end(member, until_on)
    end_member_row(member, until_on, actor=actor, at=at)
    return member


def refuse_wrong_end(row: Stake | StuurgroepMember, until_on: date) -> None:
    """It ends once, and not before it began."""
    if row.until_on is not None:
        raise Refused(_("This has ended already."))
    if until_on < row.from_on:
        raise Refused(_("The last day lies before the first day."))


def end_member_row(
    member: StuurgroepMember, until_on: date, *, actor: Person | None, at: datetime
) -> None:
    """Write down the last day. Part of ending a member or its stake, and of changing the chair."""
    member.until_on, member.ended_at = until_on, at
    member.save(update_fields=["until_on", "ended_at"])
    record("end_member", member, actor=actor, at=at, facts={"on": until_on.isoformat()})
