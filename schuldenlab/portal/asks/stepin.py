"""Asks of everybody of a partner: does it step into a phase that is offered to all."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from funding.models import StepInAnswer, StepInOffer
from schuldenlab.web.templatetags.look import euro

from .ask import URGENT_DAYS, Ask, Button, days_left


def stepin_asks(person: Any) -> list[Ask]:
    """Open offers without an answer; and those answered “later”, in the last week of the round."""
    ours = person.standing.organisation_ids
    if not ours:
        return []
    later = StepInAnswer.Answer.LATER
    offers = (
        StepInOffer.objects.open_at(person.moment)
        .filter(organisation__in=ours)
        .with_answer(person.moment)
        .filter(Q(answer__isnull=True) | Q(answer=later))
        .select_related("organisation", "round__plan__phase__project", "round__terms")
        .order_by("round__closes_at", "pk")
    )
    asks = [_ask(person, each) for each in offers]
    return [ask for ask, is_later in asks if not is_later or _is_near(ask)]


def _is_near(ask: Ask) -> bool:
    return ask.days_left is not None and ask.days_left <= URGENT_DAYS


def _quick() -> tuple[Button, ...]:
    """What asks no amount and no reason; the last answer counts, so it can still become a yes."""
    answer = StepInAnswer.Answer
    return (Button(_("Later"), value=answer.LATER), Button(_("No"), value=answer.NO))


def _ask(person: Any, offer: Any) -> tuple[Ask, bool]:
    project, due = offer.round.plan.phase.project, offer.round.closes_at
    is_later = offer.answer is not None
    names = {"name": offer.organisation.name, "project": project.title}
    if is_later:
        text = _("You answered “later”. This is the last week of the round.")
    elif offer.share:
        text = _(
            "%(total)s is needed. Proposed for you: %(share)s. Yes, no and later are all fine."
        )
        text %= {"total": euro(offer.round.terms.total), "share": euro(offer.share)}
    else:
        text = _("%(total)s is needed. Yes, no and later are all fine.")
        text %= {"total": euro(offer.round.terms.total)}
    ask = Ask(
        title=_("Does %(name)s step into “%(project)s”?") % names,
        text=text,
        icon="enter",
        due=due,
        days_left=days_left(person, due),
        url=reverse("funding:stepin-answer", args=[offer.pk]),
        action=_("Give an answer"),
        buttons=() if is_later else _quick(),
        post_url=offer.get_absolute_url(),
    )
    return ask, is_later
