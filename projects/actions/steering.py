"""The stuurgroep: setting it up, which organisations have a stake, and who speaks for them."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from events.actions import add_series
from events.models import MeetingSeries
from partners.models import Framework, Organisation, Person
from partners.querysets import local_day
from projects.models import Project, Stake, Stuurgroep
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .going import refuse_ended
from .members import end_member_row, refuse_wrong_end

MEETINGS_A_YEAR = 4


@transaction.atomic
def set_up_stuurgroep(
    project: Project,
    *,
    task: str,
    actor: Person | None,
    at: datetime,
    per_year: int = MEETINGS_A_YEAR,
) -> Stuurgroep:
    """A project gets its stuurgroep, which meets in a series of its own."""
    lock(project)
    refuse_ended(project)
    if Stuurgroep.objects.filter(project=project).exists():
        raise Refused(_("This project has a stuurgroep already."))
    framework = Framework.objects.current(local_day(at))
    if framework is None:
        raise Refused(_("There is no framework yet under which the stuurgroep could meet."))
    name = f"Stuurgroep {project.title}"
    series = add_series(
        framework,
        duty=MeetingSeries.Duty.STEERING,
        audience=MeetingSeries.Audience.STEERING,
        title=name[:80],
        title_en=name[:80],
        per_year=per_year,
        actor=actor,
        at=at,
    )
    group = Stuurgroep.objects.create(
        project=project, series=series, task=task.strip(), recorded_at=at
    )
    facts = {"project": project.pk, "series": series.pk}
    record("set_up_stuurgroep", group, actor=actor, at=at, facts=facts)
    return group


@transaction.atomic
def add_stake(
    group: Stuurgroep,
    *,
    organisation: Organisation,
    text: str,
    from_on: date,
    actor: Person | None,
    at: datetime,
) -> Stake:
    """An organisation, partner or not, steers because it has something at stake: in words."""
    lock(group.project)
    refuse_ended(group.project)
    if not text.strip():
        raise Refused(_("Say what this organisation has at stake."))
    if group.stakes.filter(organisation=organisation, until_on__isnull=True).exists():
        raise Refused(_("%(name)s is recorded here already.") % {"name": organisation.name})
    stake = Stake.objects.create(
        stuurgroep=group,
        organisation=organisation,
        text=text.strip(),
        from_on=from_on,
        recorded_at=at,
    )
    facts = {"project": group.project_id, "organisation": organisation.pk}
    record("add_stake", stake, actor=actor, at=at, facts=facts)
    return stake


@transaction.atomic
def steer_with(project: Project, *, actor: Person | None, at: datetime, **facts: Any) -> Stake:
    """An organisation joins the stuurgroep; with the first one it is set up."""
    lock(project)
    group = Stuurgroep.objects.filter(project=project).first()
    if group is None:
        group = set_up_stuurgroep(project, task="", actor=actor, at=at)
    return add_stake(group, actor=actor, at=at, **facts)


@transaction.atomic
def end_stake(
    stake: Stake, *, until_on: date, reason: str, actor: Person | None, at: datetime
) -> Stake:
    """The organisation leaves the stuurgroep, and its members with it."""
    lock(stake.stuurgroep.project)
    lock(stake)
    refuse_wrong_end(stake, until_on)
    if not reason.strip():
        raise Refused(_("Say in a few words why."))
    for member in stake.members.filter(until_on__isnull=True).select_for_update():
        end_member_row(member, max(until_on, member.from_on), actor=actor, at=at)
    stake.until_on, stake.ended_at, stake.ended_because = until_on, at, reason.strip()
    stake.save(update_fields=["until_on", "ended_at", "ended_because"])
    record("end_stake", stake, actor=actor, at=at, facts={"on": until_on.isoformat()})
    return stake
