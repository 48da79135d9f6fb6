"""Step-in rounds: who has not answered, what was not offered yet, and who said “later”."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.models import StepInAnswer, StepInRound
from partners.querysets import local_day
from projects.models import Phase
from schuldenlab.web.templatetags.look import deadline

from .due import Due
from .phases import Phases
from .today import Today

MEASURE = "offered_to_all"


def stepin_dues(phases: Phases, today: Today) -> Iterator[Due]:
    """Rounds that run, phases to offer, and who would think about it."""
    rounds = StepInRound.objects.open_at(today.moment).with_counts(today.moment)
    rows = rounds.select_related("plan__phase__project").order_by("closes_at", "pk")
    for each in rows:
        if each.answered < each.asked:
            yield _open(each)
    for phase in phases.rows:
        if _waits(phase, phases):
            yield _to_offer(phase)
    yield from _later(today)


def _open(found: Any) -> Due:
    silent = found.asked - found.answered
    title = ngettext(
        "Call %(count)s partner about “%(project)s”",
        "Call %(count)s partners about “%(project)s”",
        silent,
    )
    return Due(
        f"round-open:{found.pk}",
        title % {"count": silent, "project": found.plan.phase.project.title},
        _("They did not answer whether they step in. The round ends %(moment)s.")
        % {"moment": deadline(found.closes_at)},
        found.get_absolute_url(),
        _("See who is silent"),
        local_day(found.closes_at),
        MEASURE,
        "enter",
    )


def _waits(phase: Any, phases: Phases) -> bool:
    """It asks for money and was offered to nobody, or its round is over and money still misses."""
    is_own = phase.status == Phase.Status.PLANNED and not phase.is_taken_over
    asks = phase.plan_id is not None and phase.kind != Phase.Kind.PROTOTYPE
    if not (is_own and asks) or phase.is_offered or phase.plan_id not in phases.covers:
        return False
    return not (phase.was_offered and phases.is_arranged(phase))


def _to_offer(phase: Any) -> Due:
    named = {"project": phase.project.title, "phase": phase.get_kind_display()}
    title = _("Offer the %(phase)s of “%(project)s” to all partners")
    text = _("Every innovation is offered to all partners before it starts.")
    if phase.was_offered:
        title = _("Offer the %(phase)s of “%(project)s” once more")
        text = _("The round is over and money is still missing.")
    return Due(
        f"phase-offer:{phase.pk}:{'again' if phase.was_offered else 'first'}",
        title % named,
        text,
        reverse("funding:round-open", args=[phase.plan_id]),
        _("Offer it to all partners"),
        phase.deadline_on,
        MEASURE,
        "enter",
    )


def _later(today: Today) -> Iterator[Due]:
    """Partners whose answer is “later”, to phases that are not over."""
    newest = StepInRound.objects.newest().values("pk")
    answers = StepInAnswer.objects.counting(today.moment).filter(
        answer=StepInAnswer.Answer.LATER,
        offer__round__in=newest,
        offer__round__plan__phase__status__in=["planned", "running"],
    )
    counts = answers.aggregate(count=Count("offer__organisation", distinct=True))
    count = counts["count"]
    if count:
        title = ngettext(
            "Ask %(count)s partner once more that answered “later”",
            "Ask %(count)s partners once more that answered “later”",
            count,
        )
        yield Due(
            "stepin-later",
            title % {"count": count},
            _("They want to think about stepping in. By name, no ranking."),
            reverse("funding:call-list"),
            _("See whom to call"),
            None,
            MEASURE,
            "people",
        )
