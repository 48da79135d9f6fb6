"""Who may plan money, offer it, bind an organisation to it, and see how much it is."""

from typing import Any

import rules

from funding.models import Delivery, FundingPlan, Pledge, StepInAnswer, StepInOffer, StepInRound
from funding.querysets.pledges import sits_in_raad
from partners.models import Organisation
from partners.rules import is_kernteam
from projects.rules import sees_project
from projects.rules.dossier import adds_papers, seats_in


@rules.predicate
def sees_plan(person: Any, plan: FundingPlan | None = None) -> bool:
    """A plan is seen with its project; whose amounts, is another question."""
    return bool(sees_project(person, None if plan is None else plan.phase.project))


@rules.predicate
def sees_pledge(person: Any, pledge: Pledge | None = None) -> bool:
    """Membership of `visible_to`: with its amount."""
    if pledge is None:
        return bool(sees_project(person))
    return Pledge.objects.visible_to(person).filter(pk=pledge.pk).exists()


@rules.predicate
def may_offer(person: Any, plan: FundingPlan | None = None) -> bool:
    """Whoever works for a partner, for that partner; the kernteam for any organisation."""
    del plan
    if not person.is_authenticated:
        return False
    return bool(person.standing.is_kernteam or person.standing.organisation_ids)


@rules.predicate
def is_own(person: Any, pledge: Pledge | None = None) -> bool:
    """Whoever works for the partner that pledged."""
    if not person.is_authenticated:
        return False
    ours = person.standing.organisation_ids
    return bool(ours) if pledge is None else pledge.organisation_id in ours


@rules.predicate
def is_own_delivery(person: Any, delivery: Delivery | None = None) -> bool:
    """The same, of something that arrived."""
    return bool(is_own(person, None if delivery is None else delivery.pledge))


@rules.predicate
def may_sign(person: Any, pledge: Pledge | None = None) -> bool:
    """With a mandate to sign pledges of that partner; for how much, the act looks."""
    if not person.is_authenticated:
        return False
    ours = person.standing.pledges_ids
    return bool(ours) if pledge is None else pledge.organisation_id in ours


@rules.predicate
def may_withdraw(person: Any, pledge: Pledge | None = None) -> bool:
    """An offer by whoever works for the partner, what binds by who may sign."""
    if pledge is None or pledge.status == Pledge.Status.OFFERED:
        return bool(is_own(person, pledge))
    return bool(may_sign(person, pledge))


@rules.predicate
def sees_round(person: Any, found: StepInRound | None = None) -> bool:
    """That a phase is offered is seen with its plan."""
    return bool(sees_plan(person, None if found is None else found.plan))


@rules.predicate
def reads_answers(person: Any, found: StepInRound | None = None) -> bool:
    """Who answered what: the kernteam, the programmaraad, and who steers or leads the project."""
    if not person.is_authenticated:
        return False
    project = None if found is None else found.plan.phase.project
    return bool(adds_papers(person, project) or sits_in_raad(person))


@rules.predicate
def reads_shares(person: Any, found: StepInRound | None = None) -> bool:
    """What each is asked: whoever may see the amounts of all pledges to the project."""
    if not person.is_authenticated:
        return False
    if person.standing.is_kernteam or sits_in_raad(person):
        return True
    project = None if found is None else found.plan.phase.project
    return bool(seats_in(person, project).exists())


@rules.predicate
def is_offered(person: Any, offer: StepInOffer | None = None) -> bool:
    """Whoever works for the partner to which it is offered."""
    if not person.is_authenticated:
        return False
    ours = person.standing.organisation_ids
    return bool(ours) if offer is None else offer.organisation_id in ours


@rules.predicate
def sees_answer(person: Any, answer: StepInAnswer | None = None) -> bool:
    """Membership of `visible_to`."""
    if answer is None:
        return bool(reads_answers(person) or is_offered(person))
    return StepInAnswer.objects.visible_to(person).filter(pk=answer.pk).exists()


@rules.predicate
def sees_budget(person: Any, record: Any = None) -> bool:
    """Everybody who takes part; whose amounts, is another question."""
    del record
    return bool(person.is_authenticated and person.standing.is_insider)


@rules.predicate
def sees_contribution(person: Any, organisation: Organisation | None = None) -> bool:
    """What a partner gives in all: for its own people and the kernteam, for nobody else."""
    if not person.is_authenticated:
        return False
    standing = person.standing
    if standing.is_kernteam or organisation is None:
        return bool(standing.is_kernteam or standing.organisation_ids)
    return organisation.pk in standing.organisation_ids


rules.add_perm("funding", is_kernteam)
rules.add_perm("funding.view_budget", sees_budget)
for verb in ("carry_over", "strike_carry_over", "pledge_contribution"):
    rules.add_perm(f"funding.{verb}", is_kernteam)
rules.add_perm("funding.view_fundingplan", sees_plan)
rules.add_perm("funding.view_pledge", sees_pledge)
rules.add_perm("funding.view_delivery", is_kernteam)
rules.add_perm("funding.view_instalment", is_kernteam)
rules.add_perm("funding.view_carryover", is_kernteam)
for verb in ("make_plan", "change_plan", "take_over_pledge"):
    rules.add_perm(f"funding.{verb}", is_kernteam)
rules.add_perm("funding.offer_pledge", may_offer)
rules.add_perm("funding.offer_to_budget", may_offer)
rules.add_perm("funding.list_pledges", may_offer)
rules.add_perm("funding.open_amount", is_own)
for verb in ("change_offer", "meet_condition", "record_delivery"):
    rules.add_perm(f"funding.{verb}", is_kernteam | is_own)
rules.add_perm("funding.strike_delivery", is_kernteam | is_own_delivery)
rules.add_perm("funding.make_pledge_firm", is_kernteam | may_sign)
rules.add_perm("funding.sign_pledge", may_sign)  # two ways to make it firm: the partner itself …
rules.add_perm("funding.attach_paper", is_kernteam)  # … or we, with what it signed
rules.add_perm("funding.withdraw_pledge", is_kernteam | may_withdraw)
rules.add_perm("funding.view_stepinround", sees_round)
rules.add_perm("funding.view_stepinoffer", is_kernteam | is_offered)
rules.add_perm("funding.view_stepinanswer", sees_answer)
rules.add_perm("funding.read_answers", reads_answers)
rules.add_perm("funding.read_shares", reads_shares)
rules.add_perm("funding.answer_round", is_kernteam | is_offered)
for verb in ("open_round", "close_round", "remind_round"):
    rules.add_perm(f"funding.{verb}", is_kernteam)
rules.add_perm("funding.reschedule", is_kernteam | may_withdraw)
rules.add_perm("funding.correct_pledge", may_sign)  # the same two ways
rules.add_perm("funding.correct_by_paper", is_kernteam)
rules.add_perm("funding.list_dues", may_offer)
rules.add_perm("funding.list_calls", is_kernteam)
rules.add_perm("funding.view_contribution", sees_contribution)
