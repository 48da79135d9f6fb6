"""Who reads the texts about money."""

from __future__ import annotations

from .who import KERNTEAM, PARTNERS, Fields, all_of, own

READERS: dict[str, Fields] = {
    "funding.CarryOver": all_of(KERNTEAM, "reason", "struck_because"),
    "funding.FundingPlan": {"note": PARTNERS},
    "funding.FundingTerms": {"reason": KERNTEAM},
    "funding.Pledge": all_of(
        own("organisation"), "text", "rate_agreed_by", "condition", "withdrawn_because"
    ),
    "funding.Delivery": all_of(own("pledge__organisation"), "text", "struck_because"),
    "funding.Schedule": {"reason": own("pledge__organisation")},
    "funding.Instalment": {},
    "funding.StepInRound": {"text": PARTNERS},
    "funding.StepInOffer": {},
    "funding.StepInAnswer": {"words": own("offer__organisation")},
}
