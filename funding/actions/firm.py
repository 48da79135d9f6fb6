"""What binds: making an offer firm, meeting its condition, and withdrawing."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from funding import notifications
from funding.models import Pledge
from partners.models import Person
from partners.querysets import local_day, signs
from programme.actions import propose_change
from programme.models import CourseChange, Programmaraad
from projects.models import Phase
from schuldenlab.audit.actions import record
from schuldenlab.documents.actions import SCANS, WrongFile, keep_document
from schuldenlab.lifecycle import Refused, move

from .pledges import lock_money, refuse_stranger, refuse_when_over


@transaction.atomic
def make_pledge_firm(
    pledge: Pledge, *, actor: Person | None, at: datetime, paper: File | None = None
) -> Pledge:
    """Somebody with a mandate to sign for this much binds the organisation.

    Or the kernteam, with the signed letter, contract or decision attached (`paper`); then the
    organisation is told.
    """
    lock_money(pledge)
    refuse_when_over(pledge.plan)
    if pledge.status != Pledge.Status.OFFERED:
        raise Refused(
            _("This is no longer possible: the status is “%(status)s” now.")
            % {"status": pledge.get_status_display()}
        )
    if paper is None:
        refuse_without_mandate(pledge, actor=actor, at=at)
    document = None if paper is None else keep_paper(paper, actor=actor, at=at)
    also = {"made_firm_by": actor, "paper": document}
    facts = {"organisation": pledge.organisation_id, "paper": document is not None}
    move(pledge, "make_pledge_firm", actor=actor, at=at, also=also, facts=facts)
    notifications.pledge_firm(pledge, at=at)
    return pledge


def refuse_without_mandate(pledge: Pledge, *, actor: Person | None, at: datetime) -> None:
    """A mandate to sign pledges; with a limit, not for more than that."""
    organisation, day = pledge.organisation, local_day(at)
    refuse_stranger(organisation, day)
    mandates: list[Any] = []
    if actor is not None:
        mandates = list(actor.mandates.on(day).filter(signs("pledges"), organisation=organisation))
    if not mandates:
        raise Refused(_("You may not sign on behalf of %(name)s.") % {"name": organisation.name})
    limits = [each.pledge_limit for each in mandates]
    if pledge.amount is None or None in limits or pledge.amount <= max(limits):
        return
    raise Refused(
        _("This pledge is more than you may sign for. Ask a colleague with a higher limit.")
    )


def keep_paper(paper: File, *, actor: Person | None, at: datetime) -> Any:
    """The signed paper as a document, when it is one."""
    try:
        return keep_document(paper, name=paper.name or "paper", allowed=SCANS, actor=actor, at=at)
    except WrongFile as error:
        raise Refused(str(error)) from error


@transaction.atomic
def meet_condition(pledge: Pledge, *, actor: Person | None, at: datetime) -> Pledge:
    """What the pledge asked has happened: from now on it counts, once it is firm."""
    lock_money(pledge)
    if pledge.status == Pledge.Status.WITHDRAWN:
        raise Refused(_("This pledge is withdrawn."))
    if not pledge.waits_for_condition:
        raise Refused(_("This pledge waits for nothing."))
    pledge.condition_met_at = at
    pledge.save(update_fields=["condition_met_at"])
    record("meet_condition", pledge, actor=actor, at=at, facts={"plan": pledge.plan_id})
    notifications.condition_met(pledge, actor=actor, at=at)
    return pledge


@transaction.atomic
def withdraw_pledge(pledge: Pledge, *, reason: str, actor: Person | None, at: datetime) -> Pledge:
    """It does not come, or not the rest of it. After the start that opens a change of course."""
    lock_money(pledge)
    if not reason.strip():
        raise Refused(_("Say in a few words why it is withdrawn."))
    if pledge.amount is not None and pledge.delivered == pledge.amount:
        raise Refused(_("All of it has arrived. There is nothing to withdraw."))
    was_firm = pledge.status == Pledge.Status.FIRM
    change = _open_change(pledge, reason.strip(), actor, at) if was_firm else None
    also = {"withdrawn_because": reason.strip(), "course_change": change}
    facts = {
        "organisation": pledge.organisation_id,
        "was_firm": was_firm,
        "change": None if change is None else change.pk,
    }
    move(pledge, "withdraw_pledge", actor=actor, at=at, also=also, facts=facts)
    notifications.pledge_withdrawn(pledge, actor=actor, at=at)
    return pledge


def _open_change(
    pledge: Pledge, reason: str, actor: Person | None, at: datetime
) -> CourseChange | None:
    """For our answer to it, if a phase runs on it. No amounts: later all partners read this."""
    if pledge.plan is None:
        return None
    phase = Phase.objects.select_related("project").get(pk=pledge.plan.phase_id)
    if phase.status != Phase.Status.RUNNING:
        return None
    sitting = Programmaraad.objects.sitting()
    this_year = Q(year=local_day(at).year)
    raad = sitting.filter(this_year).first() or sitting.order_by("-year").first()
    if raad is None:
        return None
    name, project = pledge.organisation.name, phase.project
    with translation.override(settings.LANGUAGE_CODE):  # what is stored is in one language
        words = {"name": name, "project": project.title, "phase": phase.get_kind_display()}
        title = _("%(name)s withdraws a pledge to “%(project)s”") % words
        what = _("%(name)s withdraws a firm pledge to “%(project)s” (%(phase)s).") % words
        effect = _("“%(project)s” has less than was agreed. Its money must be looked at anew.")
    change = propose_change(
        raad,
        proposed_for=None,
        about=CourseChange.About.PROJECT,
        subject=project.title[:120],
        kind=CourseChange.Kind.PLEDGE_WITHDRAWN,
        organisation=pledge.organisation,
        happened_on=local_day(at),
        title=title[:120],
        what=what,
        why=reason,
        effect=effect % words,
        actor=actor,
        at=at,
    )
    project.course_changes.add(change)
    return change
