"""A version of a business case before the programmaraad: submitted, taken back, approved."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from partners.models import Person
from programme.models import Ballot, Decision
from projects.gate import agreed, decisions_for
from projects.models import BusinessCase, CaseLine, Phase, Project
from projects.sealing import seal
from schuldenlab.lifecycle import Refused, lock, move

from .cases import lock_draft

log = structlog.get_logger()


@transaction.atomic
def submit_case(case: BusinessCase, *, actor: Person | None, at: datetime) -> BusinessCase:
    """Put this version before the programmaraad. From now on it stands still, with its seal."""
    lock_draft(case)
    counted = case.lines.exclude(certainty=CaseLine.Certain.PRO_MEMORIA)
    if not counted.exists():
        raise Refused(_("There is nothing to count yet. Add a line that has numbers."))
    waiting = case.project.cases.filter(status=BusinessCase.Status.SUBMITTED).first()
    if waiting is not None:
        raise Refused(
            _("Version %(number)s lies before the programmaraad. Take that one back first.")
            % {"number": waiting.version}
        )
    also = {"sha256": seal(case)}
    try:
        with transaction.atomic():
            return move(case, "submit_case", actor=actor, at=at, also=also, facts=also)
    except IntegrityError as error:
        raise Refused(_("Another version lies before the programmaraad already.")) from error


@transaction.atomic
def take_case_back(case: BusinessCase, *, actor: Person | None, at: datetime) -> BusinessCase:
    """Work on it again; not while the programmaraad votes about it."""
    ballots = Ballot.objects.filter(phases__project=case.project_id).order_by("pk")
    voting = ballots.select_for_update(of=("self",)).filter(status=Ballot.Status.OPEN)
    if list(voting):
        raise Refused(_("The programmaraad votes about this now. Wait until the ballot is closed."))
    lock(case.project)
    return move(case, "take_case_back", actor=actor, at=at, also={"sha256": ""})


@transaction.atomic
def approve_case(
    case: BusinessCase, *, decision: Decision, actor: Person | None, at: datetime
) -> BusinessCase:
    """The programmaraad agreed to this version: it stays as it is for ever."""
    lock(case.project)
    if not agreed().filter(pk=decision.pk).exists():
        raise Refused(_("By this decision the programmaraad did not agree to anything."))
    lock(case)
    if seal(case) != case.sha256 and case.status == BusinessCase.Status.SUBMITTED:
        raise Refused(_("This version does not say any more what was submitted."))
    also, facts = {"decision": decision}, {"decision": decision.number, "sha256": case.sha256}
    return move(case, "approve_case", actor=actor, at=at, also=also, facts=facts)


@transaction.atomic
def drop_case(case: BusinessCase, *, actor: Person | None, at: datetime) -> BusinessCase:
    """Nobody goes on with this version. It stays on record."""
    lock(case.project)
    return move(case, "drop_case", actor=actor, at=at)


@transaction.atomic
def approve_decided_cases(*, at: datetime) -> dict[str, int]:
    """One decision approves case and phase: write that at cases that lay before the raad then."""
    submitted = BusinessCase.objects.filter(status=BusinessCase.Status.SUBMITTED)
    projects = Project.objects.filter(pk__in=submitted.values("project"))
    count = 0
    for project in projects.order_by("pk"):
        phases = project.phases.filter(kind__in=Phase.STEERED).exclude(status="dropped")
        try:
            count += approve_with(project, phases, actor=None, at=at) is not None
        except Refused as refusal:  # it waits for somebody who looks at it
            log.warning("case_not_approved", project=project.pk, because=str(refusal))
    return {"approved": count}


@transaction.atomic
def approve_with(
    project: Project, phases: Iterable[Phase], *, actor: Person | None, at: datetime
) -> BusinessCase | None:
    """Approve the submitted case by the decision about one of these phases, if it was before it.

    What was submitted only after the voting began, or after the decision, was not decided on.
    """
    lock(project)
    case = project.cases.filter(status=BusinessCase.Status.SUBMITTED).first()
    if case is None:
        return None
    for phase in phases:
        for decision in decisions_for(phase).select_related("ballot"):
            if _lay_before(case, decision):
                return approve_case(case, decision=decision, actor=actor, at=at)
    return None


def _lay_before(case: Any, decision: Decision) -> bool:
    ballot = decision.ballot
    since = decision.taken_at if ballot is None else ballot.opened_at
    return since is not None and case.submitted_at <= since
