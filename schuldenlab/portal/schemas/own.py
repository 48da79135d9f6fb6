"""What only the organisation of a token reads about itself. No people, also not its own."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from .frame import Collection, Facts, Maybe
from .words import (
    Begrotingscategorie,
    BetrokkenheidVorm,
    BijeenkomstSoort,
    BijeenkomstStatus,
    CommitmentAntwoord,
    FaseSoort,
    OndertekenWijze,
    ProjectRol,
    ProjectStatus,
    Sector,
    ToezeggingStatus,
    ToezeggingVorm,
)


class Organisatie(Facts):
    """The organisation of the token, also when it is not public."""

    number: int = Field(serialization_alias="nummer", description=_("Stays the same for ever."))
    name: str = Field(serialization_alias="naam", description=_("The name."))
    short_name: Maybe[str] = Field(
        serialization_alias="korteNaam", description=_("Two to four letters.")
    )
    sector: Sector = Field(description=_("In which sector it works."))
    website: Maybe[str] = Field(description=_("The address of its website."))
    description: Maybe[str] = Field(
        serialization_alias="omschrijving", description=_("What it does, in its own words.")
    )
    kvk_number: Maybe[str] = Field(
        serialization_alias="kvkNummer", description=_("Its number at the Chamber of Commerce.")
    )
    is_public: bool = Field(
        serialization_alias="isOpenbaar", description=_("Whether everybody may see it.")
    )
    partner_since: date = Field(
        serialization_alias="partnerSinds", description=_("From this day it is a partner.")
    )
    themes: list[str] = Field(
        serialization_alias="ambassadeurVan", description=_("The themes of which it is ambassador.")
    )


class Toezegging(Facts):
    """A pledge of the organisation, with its amount."""

    number: int = Field(serialization_alias="nummer", description=_("Stays the same for ever."))
    form: ToezeggingVorm = Field(serialization_alias="vorm", description=_("In what form."))
    category: Begrotingscategorie = Field(
        serialization_alias="categorie", description=_("For which part of the budget.")
    )
    project: Maybe[str] = Field(description=_("The code of the project, if it is for one."))
    phase: Maybe[FaseSoort] = Field(
        serialization_alias="fase", description=_("For which phase of that project.")
    )
    amount: Decimal | None = Field(
        serialization_alias="bedrag", description=_("In euro; nothing when nobody valued it.")
    )
    arrived: Decimal = Field(
        serialization_alias="ontvangen", description=_("How much of it has arrived, in euro.")
    )
    text: Maybe[str] = Field(serialization_alias="wat", description=_("What is given."))
    quantity: Decimal | None = Field(serialization_alias="aantal", description=_("How many."))
    condition: Maybe[str] = Field(
        serialization_alias="voorwaarde", description=_("On what condition.")
    )
    is_condition_met: bool = Field(
        serialization_alias="isVoorwaardeVervuld", description=_("Whether that is met.")
    )
    status: ToezeggingStatus = Field(description=_("How firm it is."))
    offered_at: datetime = Field(
        serialization_alias="aangebodenOp", description=_("The moment of the offer.")
    )
    firm_at: datetime | None = Field(
        serialization_alias="vastSinds", description=_("Since when it is firm.")
    )
    withdrawn_at: datetime | None = Field(
        serialization_alias="ingetrokkenOp", description=_("When it was withdrawn.")
    )


class Levering(Facts):
    """Something that arrived of a pledge."""

    number: int = Field(serialization_alias="nummer", description=_("Stays the same for ever."))
    pledge_number: int = Field(
        serialization_alias="toezegging", description=_("The number of the pledge.")
    )
    amount: Decimal | None = Field(
        serialization_alias="bedrag", description=_("In euro; nothing when nobody valued it.")
    )
    text: Maybe[str] = Field(serialization_alias="wat", description=_("What arrived."))
    year: int = Field(serialization_alias="jaar", description=_("For which year."))
    arrived_on: date = Field(serialization_alias="ontvangenOp", description=_("On which day."))


class Commitment(Facts):
    """What the organisation answered to the programme of a year."""

    year: int = Field(serialization_alias="jaar", description=_("Of which year."))
    answer: CommitmentAntwoord = Field(
        serialization_alias="antwoord", description=_("What it answered.")
    )
    reason: Maybe[str] = Field(serialization_alias="reden", description=_("Why not now."))
    given_on: date = Field(serialization_alias="gegevenOp", description=_("On which day."))


class Betrokkenheid(Facts):
    """How the organisation takes part in a year."""

    year: int = Field(serialization_alias="jaar", description=_("Of which year."))
    forms: list[BetrokkenheidVorm] = Field(
        serialization_alias="vormen", description=_("In which ways.")
    )
    other: Maybe[str] = Field(serialization_alias="namelijk", description=_("What else, in words."))
    note: Maybe[str] = Field(serialization_alias="toelichting", description=_("A note."))
    chosen_on: date = Field(serialization_alias="gekozenOp", description=_("On which day."))


class Ondertekening(Facts):
    """A signature of the organisation under a framework; without the name of who signed."""

    title: str = Field(serialization_alias="samenwerkingskader", description=_("Under what."))
    way: OndertekenWijze = Field(serialization_alias="wijze", description=_("How it was signed."))
    signed_on: date = Field(serialization_alias="getekendOp", description=_("On which day."))
    sha256: str = Field(serialization_alias="zegel", description=_("The seal of the signature."))


class Zetel(Facts):
    """A seat of the organisation in a programmaraad."""

    year: int = Field(serialization_alias="jaar", description=_("Of which programmaraad."))
    from_on: date = Field(serialization_alias="vanaf", description=_("The first day."))
    until_on: date | None = Field(serialization_alias="totEnMet", description=_("The last day."))


class EigenBijeenkomst(Facts):
    """A meeting to which people of the organisation are invited."""

    number: int = Field(serialization_alias="nummer", description=_("Stays the same for ever."))
    name: str = Field(serialization_alias="naam", description=_("What it is about."))
    kind: BijeenkomstSoort = Field(
        serialization_alias="soort", description=_("The kind of meeting.")
    )
    starts_at: datetime | None = Field(
        serialization_alias="begin", description=_("The moment at which it begins, once known.")
    )
    ends_at: datetime | None = Field(
        serialization_alias="einde", description=_("The moment at which it ends.")
    )
    place: Maybe[str] = Field(serialization_alias="plaats", description=_("Where it is."))
    status: BijeenkomstStatus = Field(description=_("Whether it has a date, or was held."))
    invited: int = Field(
        serialization_alias="uitgenodigd", description=_("How many of its people are invited.")
    )


class EigenProject(Facts):
    """A project that the organisation leads, steers, pays for or takes part in."""

    code: str = Field(description=_("Stays the same for ever."), examples=["P2026-02"])
    title: str = Field(serialization_alias="titel", description=_("The title."))
    status: ProjectStatus = Field(description=_("How it stands."))
    phase: Maybe[FaseSoort] = Field(
        serialization_alias="fase", description=_("What runs, else what ended last.")
    )
    roles: list[ProjectRol] = Field(
        serialization_alias="rollen", description=_("What the organisation does in it.")
    )


class ToezeggingCollectie(Collection[Toezegging]):
    """Own pledges."""


class LeveringCollectie(Collection[Levering]):
    """What arrived of them."""


class CommitmentCollectie(Collection[Commitment]):
    """Own commitments."""


class BetrokkenheidCollectie(Collection[Betrokkenheid]):
    """How one takes part."""


class OndertekeningCollectie(Collection[Ondertekening]):
    """Own signatures."""


class ZetelCollectie(Collection[Zetel]):
    """Own seats."""


class EigenBijeenkomstCollectie(Collection[EigenBijeenkomst]):
    """Meetings to which one is invited."""


class EigenProjectCollectie(Collection[EigenProject]):
    """Own projects."""
