"""The answers of a round as they are shown: by answer, and within that by name."""

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
    mine = found.offers.filter(organisation__in=person.standing.organisation_ids)
    return _rows(mine, found, person, has_shares=True)


def _rows(
    offers: Any, found: StepInRound, person: Any, *, has_shares: bool
) -> list[dict[str, Any]]:
    moment = person.moment
    rows = list(offers.filter(offered_at__lte=moment).select_related("organisation"))
    mine = StepInAnswer.objects.counting(moment).filter(offer__in=rows)
    last = {each.offer_id: each for each in mine.select_related("pledge__organisation", "person")}
    pledges = Pledge.objects.filter(plan=found.plan_id).visible_to(person)
    seen = set(pledges.values_list("pk", flat=True))
    ours = person.standing.organisation_ids
    rows.sort(key=lambda each: each.organisation.name.casefold())
    return [
        _row(
            each, last.get(each.pk), found, seen, is_told=has_shares or each.organisation_id in ours
        )
        for each in rows
    ]


def _row(
    offer: StepInOffer,
    answer: StepInAnswer | None,
    found: StepInRound,
    seen: set[int],
    *,
    is_told: bool,
) -> dict[str, Any]:
    pledge = None if answer is None else answer.pledge
    return {
        "offer": offer,
        "name": offer.organisation.name,
        "said": answer,
        "answer": None if answer is None else answer.answer,
        "share": offer.share if is_told else None,
        "is_late": answer is not None and answer.at >= found.ended_at,
        "pledge": pledge if pledge is not None and pledge.pk in seen else None,
        "is_withdrawn": pledge is not None and pledge.status == Pledge.Status.WITHDRAWN,
    }
