"""Who reads the texts about a year: programme, ballots, decisions and themes."""

from __future__ import annotations

from .who import CODE, INVITED, KERNTEAM, PARTNERS, Fields, all_of, also, ours, own, partners

OPENED = {"status__in": ["open", "closed"]}
ADOPTED = ["adopted", "closed"]
CHOSEN = ["selected", "exploring", "working_out", "delivered", "stopped"]
READERS: dict[str, Fields] = {
    "programme.AnnualAccount": {"snapshot": CODE, "sha256": CODE},
    # A draft is the kernteam's; what was published stands in the frozen edition.
    "programme.AccountBlock": {"text": partners(account__status="published")},
    "programme.Programmaraad": {},
    "programme.Seat": {"end_reason": PARTNERS},
    "programme.Delegate": {},
    "programme.RaadResponse": {"text": own("organisation")},
    "programme.Ballot": {
        # The account of a year names a ballot whose decision is public.
        "title": partners("decision__is_public", **OPENED),
        **all_of(partners(**OPENED), "question", "text"),
        **all_of(CODE, "seal", "counts", "chain_head"),
    },
    "programme.BallotOption": all_of(
        partners(ballot__status__in=["open", "closed"]), "title", "text"
    ),
    "programme.ThemeCall": {"introduction": PARTNERS},
    "programme.Programme": all_of(
        partners("is_public", status__in=["submitted", *ADOPTED]), "title", "ambition", "text"
    ),
    "programme.ProgrammeVersion": {"snapshot": CODE, "sha256": CODE, "note": KERNTEAM},
    "programme.ProgrammeSubmission": {},
    "programme.PassageComment": {"anchor": CODE, "quote": INVITED, "text": INVITED},
    "programme.Commitment": {"reason": ours("organisation")},
    "programme.CommitmentDraft": {"reason": own("organisation")},
    "programme.ProgrammeTheme": all_of(
        partners("programme__is_public", programme__status__in=["submitted", *ADOPTED]),
        *("title", "plan"),
    ),
    "programme.BudgetLine": {"title": partners(programme__status__in=["submitted", *ADOPTED])},
    "programme.Decision": {
        **all_of(partners("is_public"), "title", "text"),
        "follow_up": PARTNERS,
    },
    "programme.DecisionStep": {"text": PARTNERS},
    "programme.InnovationTheme": {
        **all_of(
            also(partners("is_public"), "facilitators__person"),
            *("title", "question", "why", "result"),
        ),
        **all_of(
            also(PARTNERS, "facilitators__person"),
            *("who_gains", "proposed_external", "stop_reason"),
        ),
    },
    "programme.CourseChange": {
        **all_of(
            PARTNERS,
            *("subject", "title", "what", "why", "effect"),
            *("judgement", "urgency", "result", "withdrawal"),
        ),
        "system_reasons": CODE,
    },
    "programme.CrucialCall": {"reason": PARTNERS},
    "programme.Entitlement": {},
    "programme.Vote": {
        **all_of(CODE, "approves", "receipt_code", "hash"),
        "reason": partners(entitlement__ballot__status="closed"),
    },
    "programme.Dispute": all_of(own("entitlement__organisation"), "text", "words"),
    "programme.HandOver": {},
    "programme.Facilitator": {},
    "programme.ExplorationNote": {"text": also(PARTNERS, "theme__facilitators__person")},
    "programme.BallotInterest": all_of(INVITED, "text", "withdrawn_because"),
    "programme.InterestQuestion": all_of(own("organisation"), "text", "answer"),
    "programme.Recusal": {"reason": PARTNERS},
    "programme.SeatInvitation": {"reason": own("organisation")},
    "programme.PackVersion": {"changed": INVITED},
    "programme.AgendaBallot": {},
}
