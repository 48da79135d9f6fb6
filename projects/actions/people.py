"""Who leads a project, and which organisations are interested or take part."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Organisation, Person
from projects import notifications
from projects.models import Leadership, Participation, Project
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .going import refuse_ended

DAY = timedelta(days=1)


@transaction.atomic
def name_leader(
    project: Project,
    *,
    person: Person,
    role: str,
    from_on: date,
    actor: Person | None,
    at: datetime,
    organisation: Organisation | None = None,
) -> Leadership:
    """From that day this person leads the project, or stands in; who did so until then stops."""
    lock(project)
    refuse_ended(project)
    if not person.is_active:
        raise Refused(_("The account of this person is closed."))
    going = project.leaderships.filter(until_on__isnull=True)
    for each in going.select_for_update():
        if each.person_id == person.pk and each.role == role:
            raise Refused(_("%(name)s has this task already.") % {"name": person.name})
        if each.role == role and from_on < each.from_on:
            raise Refused(
                _("That is before %(day)s, when the step before it was taken.")
                % {"day": each.from_on.strftime("%d-%m-%Y")}
            )
        if each.role == role or each.person_id == person.pk:
            _end(each, max(from_on - DAY, each.from_on), actor, at)
    leadership = Leadership.objects.create(
        project=project,
        person=person,
        organisation=organisation,
        role=role,
        from_on=from_on,
        recorded_at=at,
    )
    facts = {"project": project.pk, "person": person.pk, "role": role}
    record("name_leader", leadership, actor=actor, at=at, facts=facts)
    notifications.leader_named(leadership, at=at)
    return leadership


@transaction.atomic
def end_leadership(
    leadership: Leadership, *, until_on: date, actor: Person | None, at: datetime
) -> Leadership:
    """The last day on which somebody leads a project or stands in."""
    lock(leadership.project)
    lock(leadership)
    refuse_ended_row(leadership, until_on)
    _end(leadership, until_on, actor, at)
    return leadership


def refuse_ended_row(row: Leadership | Participation, until_on: date) -> None:
    """It ends once, and not before it began."""
    if row.until_on is not None:
        raise Refused(_("This has ended already."))
    if until_on < row.from_on:
        raise Refused(_("The last day lies before the first day."))


def _end(
    row: Leadership | Participation, until_on: date, actor: Person | None, at: datetime
) -> None:
    row.until_on, row.ended_at = until_on, at
    row.save(update_fields=["until_on", "ended_at"])
    verb = "end_leadership" if isinstance(row, Leadership) else "end_participation"
    facts = {"project": row.project_id, "on": until_on.isoformat()}
    record(verb, row, actor=actor, at=at, facts=facts)


@transaction.atomic
def add_participation(
    project: Project,
    *,
    organisation: Organisation,
    kind: str,
    from_on: date,
    actor: Person | None,
    at: datetime,
    text: str = "",
) -> Participation:
    """An organisation is interested, or takes part. Taking part follows interest."""
    lock(project)
    refuse_ended(project)
    mine = project.participations.filter(organisation=organisation, until_on__isnull=True)
    earlier = mine.select_for_update().first()
    if earlier is not None and earlier.kind == kind:
        raise Refused(_("%(name)s is recorded here already.") % {"name": organisation.name})
    if earlier is not None and from_on < earlier.from_on:
        raise Refused(_("The last day lies before the first day."))
    if earlier is not None:
        _end(earlier, max(from_on - DAY, earlier.from_on), actor, at)
    row = Participation.objects.create(
        project=project,
        organisation=organisation,
        kind=kind,
        text=text.strip(),
        from_on=from_on,
        recorded_at=at,
    )
    facts = {"project": project.pk, "organisation": organisation.pk, "kind": kind}
    record("add_participation", row, actor=actor, at=at, facts=facts)
    return row


@transaction.atomic
def end_participation(
    row: Participation, *, until_on: date, actor: Person | None, at: datetime
) -> Participation:
    """The last day on which an organisation takes part."""
    lock(row.project)
    lock(row)
    refuse_ended_row(row, until_on)
    _end(row, until_on, actor, at)
    return row
