"""The annual account as it was published: texts, and figures with the rows that add up to them."""

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import gettext_noop as _
from pydantic import Field

from .frame import Collection, Facts, Maybe, Resource


class Verantwoordingsregel(Facts):
    """A row behind a figure."""

    title: Maybe[str] = Field(
        serialization_alias="titel", description=_("What it is; nothing for those not named.")
    )
    amount: Decimal = Field(serialization_alias="bedrag", description=_("How much it counts for."))
    on: date | None = Field(serialization_alias="op", description=_("On which day."))
    text: Maybe[str] = Field(serialization_alias="tekst", description=_("What there is to say."))
    count: int = Field(
        serialization_alias="aantal", description=_("How many it stands for; mostly one.")
    )


class Verantwoordingscijfer(Facts):
    """A figure of an annual account."""

    key: str = Field(serialization_alias="sleutel", description=_("Which figure it is."))
    unit: str = Field(serialization_alias="eenheid", description=_("In what it is measured."))
    value: Decimal | None = Field(
        serialization_alias="waarde", description=_("The figure; nothing when it is not shown.")
    )
    whole: Decimal | None = Field(
        serialization_alias="totaal", description=_("Of how many, when it is a part.")
    )
    rows: list[Verantwoordingsregel] = Field(
        serialization_alias="regels", description=_("The rows that add up to it.")
    )


class Verantwoordingstekst(Facts):
    """The text under a heading."""

    heading: str = Field(serialization_alias="kop", description=_("Which heading, as a code."))
    text: str = Field(serialization_alias="tekst", description=_("The text, with line breaks."))


class JaarverantwoordingKort(Resource):
    """Which edition of which year, and its seal."""

    PLACE: ClassVar[str] = "jaarverantwoordingen"

    number: str = Field(
        serialization_alias="nummer", description=_("Year and edition."), examples=["2026-1"]
    )
    year: int = Field(serialization_alias="jaar", description=_("Of which year."), examples=[2026])
    edition: int = Field(serialization_alias="editie", description=_("Which edition."))
    is_interim: bool = Field(
        serialization_alias="isTussentijds", description=_("Whether its year was not over yet.")
    )
    published_at: datetime = Field(
        serialization_alias="gepubliceerdOp", description=_("The moment of publication.")
    )
    sha256: str = Field(serialization_alias="zegel", description=_("The seal of all of it."))


class Jaarverantwoording(JaarverantwoordingKort):
    """The whole edition."""

    blocks: list[Verantwoordingstekst] = Field(
        serialization_alias="teksten", description=_("The texts.")
    )
    figures: list[Verantwoordingscijfer] = Field(
        serialization_alias="cijfers", description=_("The figures.")
    )


class JaarverantwoordingCollectie(Collection[JaarverantwoordingKort]):
    """All editions that were published."""
