"""Questions for the kernteam: where money misses, and whom to call about what.

By name, without scores: nobody is ranked. Only the kernteam reads this.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from funding.arranging import covers_of
from funding.budget import Line
from funding.cover import Cover
from funding.dues import dues_at, overdue
from funding.models import FundingPlan, FundingTerms, Pledge, StepInAnswer, StepInRound
from funding.yearly import lines_at
from partners.models import ContactNote, Mandate, Organisation
from partners.querysets import local_day
from projects.models import BusinessCase, Phase
from projects.reading import gains_without_costs
from projects.views.case_figures import amount
from schuldenlab.web.templatetags.look import day, euro

LONG = timedelta(days=30)
OPEN = ("planned", "running")


@dataclass(frozen=True)
class Gap:
    """A phase of which the money is not arranged."""

    phase: Any
    cover: Cover
    deadline_on: Any


@dataclass(frozen=True)
class Reason:
    """Why to call a partner, and where that stands."""

    organisation_id: int
    text: str
    url: str


@dataclass
class Call:
    """A partner with all reasons to call it, who to ask for, and what was said last."""

    organisation: Organisation
    reasons: list[Reason] = field(default_factory=list)
    people: list[Any] = field(default_factory=list)
    note: Any = None


def gaps_at(moment: datetime) -> list[Gap]:
    """Phases that go or are prepared and miss money, the first deadline first."""
    plans = {
        each.pk: each
        for each in FundingPlan.objects.filter(phase__status__in=OPEN)
        .exclude(phase__is_taken_over=True)
        .select_related("phase__project")
    }
    terms = FundingTerms.objects.filter(plan__in=plans, at__lte=moment).order_by("plan", "ordinal")
    deadlines = {each.plan_id: each.deadline_on for each in terms}
    gaps = [
        Gap(plans[key].phase, cover, deadlines[key])
        for key, cover in covers_of(plans, moment).items()
        if not cover.is_arranged
    ]
    return sorted(gaps, key=lambda each: (each.deadline_on, each.phase.pk))


def budget_gaps_at(moment: datetime) -> list[Line]:
    """Categories of this year that miss money, by what the programme asks."""
    return [each for each in lines_at([local_day(moment).year], moment).values() if each.gap]


def how_many_to_call(moment: datetime) -> int:
    """How many partners stand in the list."""
    wanted = {each.organisation_id for each in _reasons(moment)}
    partners = Organisation.objects.partners(local_day(moment))
    return partners.filter(pk__in=wanted).count() if wanted else 0


def calls_at(moment: datetime) -> list[Call]:
    """Whom to call, by name; partners of today only."""
    day_of = local_day(moment)
    reasons: dict[int, list[Reason]] = {}
    for each in _reasons(moment):
        reasons.setdefault(each.organisation_id, []).append(each)
    partners = Organisation.objects.partners(day_of).filter(pk__in=reasons).order_by("name")
    calls = {each.pk: Call(each, reasons[each.pk]) for each in partners}
    mandates = Mandate.objects.on(day_of).filter(organisation__in=calls, person__is_active=True)
    for mandate in mandates.select_related("person").order_by("role", "person__name"):
        calls[mandate.organisation_id].people.append(mandate)
    notes = ContactNote.objects.filter(organisation__in=calls, corrected_by__isnull=True)
    for note in notes.order_by("organisation_id", "-spoken_on", "-pk").distinct("organisation_id"):
        calls[note.organisation_id].note = note
    return list(calls.values())


def _reasons(moment: datetime) -> Iterable[Reason]:
    return [
        *said_later(moment),
        *_gains_only(),
        *_old_offers(moment),
        *_conditions(),
        *_late(moment),
    ]


def said_later(moment: datetime) -> list[Reason]:
    """Partners of which “later” is the answer that counts, as long as the phase is not over."""
    answers = (
        StepInAnswer.objects.counting(moment)
        .filter(
            answer=StepInAnswer.Answer.LATER,
            offer__round__in=StepInRound.objects.newest().values("pk"),
            offer__round__plan__phase__status__in=OPEN,
        )
        .select_related("offer__round__plan__phase__project")
        .order_by("at", "pk")
    )
    return [_said(each) for each in answers]


def _said(answer: StepInAnswer) -> Reason:
    facts = {
        "project": answer.offer.round.plan.phase.project.title,
        "day": day(answer.at),
        "words": answer.words,
    }
    text = _("It answered “later” about “%(project)s” on %(day)s: “%(words)s”")
    if not answer.words:
        text = _("It answered “later” about “%(project)s” on %(day)s.")
    return Reason(answer.offer.organisation_id, text % facts, answer.offer.get_absolute_url())


def _gains_only() -> list[Reason]:
    """By an approved case it gains, and it carries no costs and gives nothing for certain."""
    cases = list(
        BusinessCase.objects.approved()
        .filter(project__status__in=["active", "on_hold"])
        .to_count()
        .order_by("project__title")
    )
    giving = Pledge.objects.filter(
        status=Pledge.Status.FIRM, plan__phase__project__in=[each.project_id for each in cases]
    ).exclude(plan__phase__status=Phase.Status.DROPPED)
    gives = set(giving.values_list("plan__phase__project", "organisation"))
    text = _("“%(project)s” brings it %(amount)s, and it does not contribute yet.")
    return [
        Reason(
            who,
            text % {"project": case.project.title, "amount": amount(benefits)},
            case.project.get_absolute_url(),
        )
        for case in cases
        for who, benefits in gains_without_costs(case).items()
        if (case.project_id, who) not in gives
    ]


def _going() -> Any:
    goal = Q(plan=None) | Q(plan__phase__status__in=OPEN)
    return Pledge.objects.filter(goal).select_related("plan__phase__project", "organisation")


def _old_offers(moment: datetime) -> list[Reason]:
    """Offers that nobody made firm for a month."""
    rows = _going().filter(status=Pledge.Status.OFFERED, offered_at__lt=moment - LONG)
    text = _("Its offer to “%(goal)s” is open since %(day)s: %(what)s.")
    return [
        Reason(
            each.organisation_id,
            text % {"goal": each.goal, "day": day(each.offered_at), "what": each.words},
            each.get_absolute_url(),
        )
        for each in rows.order_by("offered_at", "pk")
    ]


def _conditions() -> list[Reason]:
    """Firm pledges that wait."""
    waits = ~Q(condition="") & Q(condition_met_at=None)
    text = _("Its pledge to “%(goal)s” waits: %(condition)s.")
    return [
        Reason(
            each.organisation_id,
            text % {"goal": each.goal, "condition": each.condition},
            each.get_absolute_url(),
        )
        for each in _going().filter(waits, status=Pledge.Status.FIRM).order_by("pk")
    ]


def _late(moment: datetime) -> list[Reason]:
    """Parts of which the day has passed."""
    text = _("%(amount)s for “%(goal)s” was due on %(day)s.")
    rows = overdue(dues_at(Pledge.objects.all(), moment), local_day(moment))
    return [
        Reason(
            each.schedule.pledge.organisation_id,
            text
            % {
                "amount": euro(each.open),
                "goal": each.schedule.pledge.goal,
                "day": day(each.last_on),
            },
            reverse("funding:pledge-detail", args=[each.schedule.pledge_id]),
        )
        for each in rows
    ]
