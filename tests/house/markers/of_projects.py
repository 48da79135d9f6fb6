"""Who reads the texts about projects."""

from __future__ import annotations

from .who import CODE, INVITED, PARTNERS, Fields, all_of, partners

SHOWN = partners("project__is_public")
READERS: dict[str, Fields] = {
    "projects.Project": {
        **all_of(
            partners("is_public"),
            *("title", "summary", "target_group", "residents_voice"),
            *("began", "figures", "sources", "handed_over_to"),
        ),
        **all_of(PARTNERS, "current_state", "stop_reason"),
    },
    "projects.ProjectNote": {"text": PARTNERS},
    "projects.DiscountRate": {"source": PARTNERS},
    "projects.BusinessCase": {
        **all_of(
            partners(status__in=["submitted", "approved"]),
            *("null_alternative", "project_alternative", "notes"),
        ),
        "sha256": CODE,
    },
    "projects.CaseParty": {"name": INVITED},
    "projects.CaseLine": {
        **all_of(INVITED, "text", "unit", "source"),
        "quantities": CODE,
    },
    "projects.Connection": {"reason": PARTNERS},
    "projects.ProjectDocument": {"title": PARTNERS},
    "projects.ProjectLink": {"title": PARTNERS, "url": PARTNERS},
    "projects.Leadership": {},
    "projects.Participation": {"text": PARTNERS},
    "projects.Phase": all_of(PARTNERS, "title", "ended_with"),
    "projects.Prototype": all_of(PARTNERS, "tried", "with_whom", "learned", "because"),
    "projects.Pilot": all_of(PARTNERS, "size", "criterion", "evaluation"),
    "projects.ProgressReport": all_of(
        PARTNERS,
        *("time_text", "money_text", "result_text", "risk_text"),
        *("reached", "others_should_know"),
    ),
    "projects.Risk": all_of(PARTNERS, "text", "measure", "owner", "closed_because"),
    "projects.Indicator": {**all_of(SHOWN, "name", "unit"), "dropped_because": PARTNERS},
    "projects.IndicatorValue": {"source": PARTNERS},
    "projects.Stuurgroep": {"task": PARTNERS},
    "projects.Stake": all_of(PARTNERS, "text", "ended_because"),
    "projects.StuurgroepMember": {"function": PARTNERS},
}
