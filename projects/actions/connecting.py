"""Links between projects: saying how two of them hang together, and that it is over."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from projects.models import Connection, Project
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .going import refuse_ended


@transaction.atomic
def connect_projects(
    project: Project,
    *,
    other: Project,
    kind: str,
    reason: str,
    from_on: date,
    actor: Person,
    at: datetime,
) -> Connection:
    """One project has to do with another, and why. The lower row is locked first."""
    if project.pk == other.pk:
        raise Refused(_("A project is not linked with itself. Choose another one."))
    for each in sorted((project, other), key=lambda row: row.pk):
        lock(each)
        refuse_ended(each)
    if not reason.strip():
        raise Refused(_("Say in a few words what it is about."))
    same = Connection.objects.of(project).of(other).filter(kind=kind, until_on__isnull=True)
    if kind in Connection.DIRECTED:
        same = same.filter(project=project)
    if same.exists():
        raise Refused(_("These two projects are linked in this way already."))
    link = Connection.objects.create(
        project=project,
        other=other,
        kind=kind,
        reason=reason.strip(),
        from_on=from_on,
        recorded_at=at,
    )
    facts = {"other": other.pk, "kind": kind}
    record("connect_projects", project, actor=actor, at=at, facts=facts)
    return link


@transaction.atomic
def end_connection(link: Connection, *, until_on: date, actor: Person, at: datetime) -> Connection:
    """The last day on which two projects hang together in this way."""
    lock(link)
    if link.until_on is not None:
        raise Refused(_("This has ended already."))
    if until_on < link.from_on:
        raise Refused(_("The last day lies before the first day."))
    link.until_on, link.ended_at = until_on, at
    link.save(update_fields=["until_on", "ended_at"])
    facts = {"connection": link.pk, "on": until_on.isoformat()}
    record("end_connection", link.project, actor=actor, at=at, facts=facts)
    return link
