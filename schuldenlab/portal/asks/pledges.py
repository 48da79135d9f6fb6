"""Asks about money: an offer of the own organisation to make firm, a condition that is open."""

from datetime import datetime, time
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from funding.models import FundingTerms, Pledge
from partners.querysets import local_day, signs
from programme.deadlines import CITY_ZONE

from .ask import Ask, days_left

OPEN = ("planned", "running")


def pledge_asks(person: Any) -> list[Ask]:
    """Of who may sign for so much: the offers. Of everybody of the partner: the conditions."""
    ours = person.standing.organisation_ids
    if not ours:
        return []
    terms = FundingTerms.objects.filter(plan=OuterRef("plan")).order_by("-ordinal")
    limit = Q(pledge_limit=None) | Q(pledge_limit__gte=OuterRef("amount"))
    mandates = person.mandates.on(local_day(person.moment)).filter(
        signs("pledges"), organisation=OuterRef("organisation")
    )
    open_offer = Q(status=Pledge.Status.OFFERED, may_sign=True)
    waits = Q(status=Pledge.Status.FIRM, condition_met_at=None) & ~Q(condition="")
    pledges = (
        Pledge.objects.filter(Q(plan=None) | Q(plan__phase__status__in=OPEN), organisation__in=ours)
        .annotate(
            may_sign=Exists(mandates.filter(limit)) | Q(amount=None) & Exists(mandates),
            deadline_on=Subquery(terms.values("deadline_on")[:1]),
        )
        .filter(open_offer | waits)
        .select_related("organisation", "plan__phase__project")
        .order_by(F("deadline_on").asc(nulls_last=True), "pk")
    )
    return [
        _to_sign(person, each) if each.status == Pledge.Status.OFFERED else _condition(each)
        for each in pledges
    ]


def _to_sign(person: Any, pledge: Any) -> Ask:
    last = pledge.deadline_on
    due = None if last is None else datetime.combine(last, time.max, tzinfo=CITY_ZONE)
    return Ask(
        title=_("Does %(name)s make its offer to “%(goal)s” firm?") % _names(pledge),
        text=_("It is an offer now: %(what)s. With your code it counts.") % {"what": pledge.words},
        icon="euro",
        due=due,
        days_left=days_left(person, due),
        url=reverse("funding:pledge-sign", args=[pledge.pk]),
        action=_("Make it firm"),
        due_is_day=True,
        waits=True,
    )


def _condition(pledge: Any) -> Ask:
    return Ask(
        title=_("Is the condition of %(name)s for “%(goal)s” met?") % _names(pledge),
        text=_("On condition that: %(condition)s. Until then the pledge does not count.")
        % {"condition": pledge.condition},
        icon="euro",
        due=None,
        days_left=None,
        url=reverse("funding:pledge-condition", args=[pledge.pk]),
        action=_("Say that it is met"),
    )


def _names(pledge: Any) -> dict[str, str]:
    return {"name": pledge.organisation.name, "goal": pledge.goal}
