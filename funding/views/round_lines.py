"""The step-in round in a line on the dossier: until when, how many answered, and what is yours."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from funding.actions.pledges import OVER
from funding.models import FundingPlan, StepInOffer, StepInRound
from projects.models import Phase


@dataclass(frozen=True)
class RoundLine:
    """The last round of a phase, as far as there is one; `own` are offers with their answer."""

    round: Any = None
    is_open: bool = False
    own: list[Any] = field(default_factory=list)
    may_open: bool = False

    @property
    def is_advised(self) -> bool:
        """Whether the kernteam is told that this phase was not offered to the partners yet."""
        return self.may_open and self.round is None


def round_lines(plans: Iterable[FundingPlan], person: Any) -> dict[int, RoundLine]:
    """By plan; in as many queries for one as for many."""
    rows, moment = list(plans), person.moment
    newest = StepInRound.objects.filter(plan__in=rows).opened_by(moment).newest()
    rounds = {each.plan_id: each for each in newest.with_counts(moment)}
    mine = StepInOffer.objects.filter(
        round__in=[each.pk for each in rounds.values()],
        organisation__in=person.standing.organisation_ids,
    )
    own: dict[int, list[Any]] = {}
    for each in mine.with_answer(moment).select_related("organisation"):
        own.setdefault(each.round_id, []).append(each)
    return {each.pk: _line(each, rounds.get(each.pk), own, person) for each in rows}


def _line(plan: FundingPlan, found: Any, own: dict[int, list[Any]], person: Any) -> RoundLine:
    phase = plan.phase
    goes = phase.status not in OVER and phase.kind != Phase.Kind.PROTOTYPE
    is_open = found is not None and goes and found.is_open_at(person.moment)
    is_asked = phase.status == Phase.Status.PLANNED or found is not None
    may_open = goes and not is_open and is_asked and not phase.is_taken_over
    return RoundLine(
        found,
        is_open,
        [] if found is None else own.get(found.pk, []),
        may_open=may_open and person.standing.is_kernteam,
    )
