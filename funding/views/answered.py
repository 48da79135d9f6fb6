"""The answers of a round as they are shown: by answer, and within that by name."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from funding.models import Pledge, StepInAnswer, StepInOffer, StepInRound

Answer = StepInAnswer.Answer


def answered_rows(found: StepInRound, person: Any, *, has_shares: bool) -> list[dict[str, Any]]:
    """Yes, later, no and nothing yet; amounts only of pledges that this person may see."""
    rows = _rows(found.offers.all(), found, person, has_shares=has_shares)
    titles = {
        Answer.YES: _("Yes"),
        Answer.LATER: _("Perhaps later"),
        Answer.NO: _("Not this time"),
        None: _("No answer yet"),
    }
    return [
        {
            "answer": answer or "none",
            "title": title,
            "rows": [each for each in rows if each["answer"] == answer],
        }
        for answer, title in titles.items()
    ]


def own_rows(found: StepInRound, person: Any) -> list[dict[str, Any]]:
    """The offers to the partners that this person works for."""
    ours = person.standing.organisation_ids
    if not ours:
        return []
    mine = found.offers.filter(organisation__in=ours)
    return _rows(mine, found, person, has_shares=True)


def _rows(
    offers: Any, found: StepInRound, person: Any, *, has_shares: bool
) -> list[dict[str, Any]]:
    moment = person.moment
    rows = list(offers.filter(offered_at__lte=moment).select_related("organisation"))
    mine = StepInAnswer.objects.counting(moment).filter(offer__in=rows)
    last = {each.offer_id: each for each in mine.select_related("person")}
    pledges = Pledge.objects.filter(plan=found.plan_id)
    seen = set(pledges.visible_to(person).values_list("pk", flat=True))
    known = _Known(seen, pledges_now(pledges))
    ours = person.standing.organisation_ids
    rows.sort(key=lambda each: each.organisation.name.casefold())
    told = {each.pk for each in rows if has_shares or each.organisation_id in ours}
    return [_row(each, last.get(each.pk), found, known, is_told=each.pk in told) for each in rows]


@dataclass(frozen=True)
class _Known:
    """Which pledges a reader may see, and each as it stands now."""

    seen: set[int]
    now: dict[int | None, Pledge]


def pledges_now(pledges: Any) -> dict[int | None, Pledge]:
    """Each pledge by its key, or the one that took its place when the offer was changed."""
    rows = list(pledges.select_related("organisation"))
    newer = {each.replaces_id: each for each in rows if each.replaces_id}
    found: dict[int | None, Pledge] = {}
    for each in rows:
        last = each
        while last.pk in newer:
            last = newer[last.pk]
        found[each.pk] = last
    return found


def _row(
    offer: StepInOffer,
    answer: StepInAnswer | None,
    found: StepInRound,
    known: _Known,
    *,
    is_told: bool,
) -> dict[str, Any]:
    pledge = None if answer is None else known.now.get(answer.pledge_id)
    return {
        "offer": offer,
        "name": offer.organisation.name,
        "said": answer,
        "answer": None if answer is None else answer.answer,
        "share": offer.share if is_told else None,
        "is_late": answer is not None and answer.at >= found.ended_at,
        "pledge": pledge if pledge is not None and pledge.pk in known.seen else None,
        "is_withdrawn": pledge is not None and pledge.status == Pledge.Status.WITHDRAWN,
    }
