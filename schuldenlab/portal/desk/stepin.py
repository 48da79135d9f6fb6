"""Acts about step-in rounds: who has not answered, and what was not offered yet."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.arranging import covers_of
from funding.models import FundingPlan, StepInRound
from projects.models import Phase
from schuldenlab.web.ports import DeskAction
from schuldenlab.web.templatetags.look import day as day_words


def stepin_actions(moment: datetime) -> list[DeskAction]:
    """One act for each round that is open, then one for each phase that can be offered."""
    rounds = StepInRound.objects.open_at(moment).with_counts(moment)
    rows = rounds.select_related("plan__phase__project").order_by("closes_at", "pk")
    return [*map(_open, rows), *_to_offer(moment)]


def _open(found: Any) -> DeskAction:
    silent = found.asked - found.answered
    text = ngettext(
        "%(count)s partner has not answered. The round ends on %(day)s.",
        "%(count)s partners have not answered. The round ends on %(day)s.",
        silent,
    )
    return DeskAction(
        _("Step-in round “%(project)s”") % {"project": found.plan.phase.project.title},
        text % {"count": silent, "day": day_words(found.closes_at)},
        found.get_absolute_url(),
        "enter",
        _("%(answered)s of %(asked)s") % {"answered": found.answered, "asked": found.asked},
    )


def _to_offer(moment: datetime) -> Iterator[DeskAction]:
    """Phases that wait for money and were offered to nobody, or only before this gap of a pilot."""
    plans = (
        FundingPlan.objects.filter(
            phase__status=Phase.Status.PLANNED,
            phase__is_taken_over=False,
            phase__project__status="active",
            terms__isnull=False,
        )
        .exclude(phase__kind=Phase.Kind.PROTOTYPE)
        .exclude(pk__in=StepInRound.objects.open_at(moment).values("plan"))
        .annotate(was_offered=Exists(StepInRound.objects.filter(plan=OuterRef("pk"))))
        .select_related("phase__project")
        .distinct()
        .order_by("pk")
    )
    rows = list(plans)
    covers = covers_of([each.pk for each in rows], moment)
    for each in rows:
        cover = covers.get(each.pk)
        if cover is None or (cover.is_arranged and each.was_offered):
            continue
        if each.was_offered:
            text = _("The round is over and money is still missing. Offer it once more?")
        else:
            text = _("Every innovation is offered to all partners before it starts.")
        yield DeskAction(
            each.phase.project.title,
            text,
            reverse("funding:round-open", args=[each.pk]),
            "enter",
            _("Offer it to all partners"),
        )
