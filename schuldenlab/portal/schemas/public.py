"""What everybody may read, resource by resource."""

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import gettext_noop as _
from pydantic import Field

from .frame import Collection, Facts, Maybe, Resource
from .words import (
    BesluitHerkomst,
    BesluitStatus,
    BijeenkomstSoort,
    BijeenkomstStatus,
    FaseSoort,
    FaseStatus,
    ProjectStatus,
    Schuldfase,
    Sector,
    ThemaResultaat,
    ThemaStatus,
    Uitkomst,
)


class Partner(Resource):
    """An organisation that takes part and is shown to everybody."""

    PLACE: ClassVar[str] = "partners"

    number: int = Field(
        serialization_alias="nummer", description=_("Stays the same for ever."), examples=[12]
    )
    name: str = Field(
        serialization_alias="naam", description=_("The name."), examples=["Bank Noordzee"]
    )
    sector: Sector = Field(description=_("In which sector it works."), examples=["bank"])
    website: Maybe[str] = Field(description=_("The address of its website."))
    description: Maybe[str] = Field(
        serialization_alias="omschrijving", description=_("What it does, in its own words.")
    )
    partner_since: date = Field(
        serialization_alias="partnerSinds", description=_("From this day it is a partner.")
    )


class Jaarprogramma(Resource):
    """The programme of a year, as it was adopted."""

    PLACE: ClassVar[str] = "jaarprogrammas"
    KEY: ClassVar[str] = "year"

    year: int = Field(serialization_alias="jaar", description=_("Of which year."), examples=[2026])
    title: str = Field(serialization_alias="titel", description=_("The title."))
    ambition: str = Field(serialization_alias="ambitie", description=_("What we want to reach."))
    text: str = Field(serialization_alias="tekst", description=_("The text, with line breaks."))
    adopted_on: date = Field(
        serialization_alias="vastgesteldOp", description=_("The day on which it was adopted.")
    )
    decision_number: Maybe[str] = Field(
        serialization_alias="besluit",
        description=_("The number of the decision, when that is public."),
        examples=["2026-03"],
    )


class Thema(Resource):
    """An innovation theme that was chosen."""

    PLACE: ClassVar[str] = "themas"

    number: int = Field(serialization_alias="nummer", description=_("Stays the same for ever."))
    year: int = Field(serialization_alias="jaar", description=_("For which year it was chosen."))
    title: str = Field(serialization_alias="titel", description=_("The title."))
    question: str = Field(serialization_alias="vraag", description=_("What we want to know."))
    why: str = Field(serialization_alias="waarom", description=_("Why it matters."))
    subject: str = Field(
        serialization_alias="onderwerp", description=_("The lasting theme that it belongs to.")
    )
    status: ThemaStatus = Field(description=_("How far it is."))
    exploring_on: date | None = Field(
        serialization_alias="verkenningVanaf", description=_("The day on which exploring began.")
    )
    result_due_on: date | None = Field(
        serialization_alias="resultaatUiterlijk", description=_("The day on which it is due.")
    )
    result_kind: Maybe[ThemaResultaat] = Field(
        serialization_alias="soortResultaat", description=_("What comes out of it.")
    )
    delivered_on: date | None = Field(
        serialization_alias="opgeleverdOp", description=_("The day on which it was delivered.")
    )
    result: Maybe[str] = Field(serialization_alias="resultaat", description=_("What came out."))
    stopped_on: date | None = Field(
        serialization_alias="gestoptOp", description=_("The day on which it stopped.")
    )
    project_code: Maybe[str] = Field(
        None, serialization_alias="project", description=_("Its project, when that is public.")
    )


class Resultaat(Facts):
    """The newest value of an indicator of a project."""

    indicator: str = Field(description=_("What is measured."))
    unit: str = Field(serialization_alias="eenheid", description=_("In what it is measured."))
    value: Decimal = Field(serialization_alias="waarde", description=_("A decimal as a text."))
    measured_on: date = Field(
        serialization_alias="gemetenOp", description=_("The day on which it was measured.")
    )
    target: Decimal | None = Field(
        None, serialization_alias="doel", description=_("What the project wants to reach.")
    )
    target_on: date | None = Field(
        None, serialization_alias="doelUiterlijk", description=_("By which day.")
    )


class Fase(Facts):
    """One phase of a project."""

    kind: FaseSoort = Field(serialization_alias="soort", description=_("Which phase."))
    status: FaseStatus = Field(description=_("How it stands."))
    started_on: date | None = Field(
        serialization_alias="gestartOp", description=_("Its first day.")
    )
    ended_on: date | None = Field(serialization_alias="geeindigdOp", description=_("Its last day."))


class Project(Resource):
    """A project, without any money."""

    PLACE: ClassVar[str] = "projecten"
    KEY: ClassVar[str] = "code"

    code: str = Field(description=_("Stays the same for ever."), examples=["P2026-02"])
    title: str = Field(serialization_alias="titel", description=_("The title."))
    summary: str = Field(serialization_alias="samenvatting", description=_("What it does."))
    target_group: Maybe[str] = Field(serialization_alias="doelgroep", description=_("For whom."))
    debt_phase: Maybe[Schuldfase] = Field(
        serialization_alias="schuldfase", description=_("In which phase of debts it helps.")
    )
    outcome: Maybe[Uitkomst] = Field(
        serialization_alias="uitkomst", description=_("What it wants to reach with debts.")
    )
    subject: str = Field(
        serialization_alias="onderwerp", description=_("The lasting theme that it belongs to.")
    )
    status: ProjectStatus = Field(description=_("How it stands."))
    phase: Maybe[FaseSoort] = Field(
        serialization_alias="fase", description=_("What runs, else what ended last.")
    )
    phase_status: Maybe[FaseStatus] = Field(
        serialization_alias="faseStatus", description=_("How that phase stands.")
    )
    began: Maybe[str] = Field(serialization_alias="begonnen", description=_("When, in words."))
    handed_over_to: Maybe[str] = Field(
        serialization_alias="overgedragenAan", description=_("Who goes on with it.")
    )
    handed_over_on: date | None = Field(
        serialization_alias="overgedragenOp", description=_("Since which day.")
    )
    figures: Maybe[str] = Field(
        serialization_alias="cijfers", description=_("Figures that were published, in words.")
    )
    sources: Maybe[str] = Field(serialization_alias="bronnen", description=_("Where they stand."))
    organisations: list[str] = Field(
        serialization_alias="organisaties", description=_("The public partners in it, by name.")
    )
    results: list[Resultaat] = Field(
        serialization_alias="resultaten", description=_("What was measured.")
    )
    phases: list[Fase] = Field([], serialization_alias="fasen", description=_("All its phases."))
    theme_number: int | None = Field(
        None, serialization_alias="thema", description=_("Its theme, when that is public.")
    )


class Bijeenkomst(Resource):
    """A meeting whose date everybody may know."""

    PLACE: ClassVar[str] = "bijeenkomsten"

    number: int = Field(serialization_alias="nummer", description=_("Stays the same for ever."))
    name: str = Field(serialization_alias="naam", description=_("What it is about."))
    kind: BijeenkomstSoort = Field(
        serialization_alias="soort", description=_("The kind of meeting.")
    )
    starts_at: datetime = Field(
        serialization_alias="begin", description=_("The moment at which it begins.")
    )
    ends_at: datetime = Field(
        serialization_alias="einde", description=_("The moment at which it ends.")
    )
    status: BijeenkomstStatus = Field(description=_("Whether it was held."))


class Besluit(Resource):
    """A decision of the programmaraad; never who voted what."""

    PLACE: ClassVar[str] = "besluiten"

    number: str = Field(
        serialization_alias="nummer", description=_("Year and number."), examples=["2026-03"]
    )
    title: str = Field(serialization_alias="titel", description=_("The title."))
    text: str = Field(serialization_alias="tekst", description=_("What was decided."))
    taken_on: date = Field(
        serialization_alias="genomenOp", description=_("The day on which it was taken.")
    )
    origin: BesluitHerkomst = Field(
        serialization_alias="herkomst", description=_("How it was taken.")
    )
    status: BesluitStatus = Field(description=_("How far it has been carried out."))


class PartnerCollectie(Collection[Partner]):
    """The partners of today."""


class JaarprogrammaCollectie(Collection[Jaarprogramma]):
    """The programmes of the years."""


class ThemaCollectie(Collection[Thema]):
    """Innovation themes."""


class ProjectCollectie(Collection[Project]):
    """Projects."""


class BijeenkomstCollectie(Collection[Bijeenkomst]):
    """Meetings."""


class BesluitCollectie(Collection[Besluit]):
    """Decisions."""
