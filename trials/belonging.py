"""To whom each record behind an address belongs; a new kind fails until it is said here.

What belongs to one partner is nothing to another: its address answers 404, as if it were not there.
What all partners may see of each other is in `SHARED`, each with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

RAAD = frozenset({"seat", "substitute", "leader", "new seat"})
STEERING = frozenset({"stuurgroep"})
KERNTEAM = frozenset({"staff", "manager"})


@dataclass(frozen=True)
class Belongs:
    """Whose the records of a model are.

    `organisation` and `person` lead to who owns a record; `besides` are the roles that may know all
    of them, the kernteam always. Only records for which `when` holds are private.
    """

    organisation: str = ""
    person: str = ""
    besides: frozenset[str] = frozenset()
    when: dict[str, Any] = field(default_factory=dict)


AMOUNT = RAAD | STEERING  # who sits in the raad, or steers the project, knows every amount
VOTES = "seat__delegates__person"  # who votes for a seat; its director does not look along
PRIVATE = {
    "partners.Mandate": Belongs("organisation"),
    "partners.SigningRequest": Belongs("mandate__organisation"),
    "partners.ApiToken": Belongs("organisation"),
    "funding.StepInOffer": Belongs("organisation"),
    "funding.Pledge": Belongs("organisation", besides=AMOUNT, when={"is_open": False}),
    "funding.Delivery": Belongs(
        "pledge__organisation", besides=AMOUNT, when={"pledge__is_open": False}
    ),
    "programme.SeatInvitation": Belongs("organisation"),
    "programme.Dispute": Belongs(person=f"entitlement__{VOTES}"),
    "programme.InterestQuestion": Belongs("organisation"),
    "programme.Vote": Belongs(person=f"entitlement__{VOTES}", when={"ballot__status": "open"}),
    "programme.CourseChange": Belongs("proposed_for", when={"minor_at": None, "crucial_at": None}),
    "events.Invitee": Belongs(person="person"),
    "events.Reply": Belongs(person="invitee__person"),
    "events.Circular": Belongs(person="recipients__person"),
    "events.DatePoll": Belongs(person="invitees__person"),
    # Of the kernteam alone.
    "partners.ContactNote": Belongs(),
    "partners.ImportRun": Belongs(),
    "partners.Partnership": Belongs(),
    "partners.Person": Belongs(),
    "documents.WooRequest": Belongs(),
    "funding.CarryOver": Belongs(besides=RAAD),
}
NETWORK = "everybody who takes part knows it of everybody"
MEETING = "who is invited, or took part"
PROJECT = "whoever sees the project"
SHARED = {
    "partners.Organisation": NETWORK,
    "partners.Signature": NETWORK,
    "partners.Ambassadorship": NETWORK,
    "partners.Theme": NETWORK,
    "partners.Framework": NETWORK,
    "partners.Clause": NETWORK,
    "partners.KernteamMember": NETWORK,
    "events.ActionItem": MEETING,
    "events.AgendaItem": MEETING,
    "events.BlockedPeriod": NETWORK,
    "events.Meeting": MEETING,
    "events.MeetingDocument": MEETING,
    "events.MeetingSeries": NETWORK,
    "events.Minutes": MEETING,
    "events.ProgrammePart": MEETING,
    "programme.AnnualAccount": NETWORK,
    "programme.Ballot": "the raad while it is open, all partners when it is closed",
    "programme.Decision": NETWORK,
    "programme.ExplorationNote": "whoever sees the theme",
    "programme.Facilitator": "whoever sees the theme",
    "programme.InnovationTheme": NETWORK,
    "programme.PackVersion": "the raad",
    "programme.PassageComment": NETWORK,
    "programme.Programmaraad": NETWORK,
    "programme.Programme": NETWORK,
    "programme.ProgrammeVersion": NETWORK,
    "programme.Seat": NETWORK,
    "programme.ThemeCall": NETWORK,
    "projects.BusinessCase": PROJECT,
    "projects.CaseLine": PROJECT,
    "projects.CaseParty": PROJECT,
    "projects.Connection": PROJECT,
    "projects.Indicator": PROJECT,
    "projects.IndicatorValue": PROJECT,
    "projects.Leadership": PROJECT,
    "projects.Participation": PROJECT,
    "projects.Phase": PROJECT,
    "projects.ProgressReport": PROJECT,
    "projects.Project": PROJECT,
    "projects.ProjectDocument": PROJECT,
    "projects.ProjectLink": PROJECT,
    "projects.ProjectNote": PROJECT,
    "projects.Risk": PROJECT,
    "projects.Stake": PROJECT,
    "projects.StuurgroepMember": PROJECT,
    "funding.FundingPlan": PROJECT,
    "funding.StepInRound": PROJECT,
    "demo.SentMail": "only in the demo, where everybody is everybody",
}
