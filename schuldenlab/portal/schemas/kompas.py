"""The Kompas of a year: how each agreement of the framework stands, without names."""

from typing import ClassVar

from django.utils.translation import gettext_noop as _
from pydantic import Field

from .frame import Collection, Facts, Resource
from .words import KompasStand


class Meting(Facts):
    """One figure of an agreement."""

    key: str = Field(
        serialization_alias="sleutel",
        description=_("What is measured; the page of help about counting explains each."),
        examples=["meetings.network"],
    )
    have: int | None = Field(
        serialization_alias="gehaald", description=_("How many there are of what is needed.")
    )
    need: int | None = Field(serialization_alias="nodig", description=_("How many are needed."))
    state: KompasStand | None = Field(serialization_alias="stand", description=_("How it stands."))


class Uitgangspunt(Facts):
    """One agreement of the framework; its state is the worst of its figures."""

    number: int = Field(serialization_alias="nummer", description=_("Its number in the framework."))
    title: str = Field(serialization_alias="titel", description=_("The title."))
    state: KompasStand | None = Field(serialization_alias="stand", description=_("How it stands."))
    measures: list[Meting] = Field(
        serialization_alias="metingen", description=_("The figures behind it.")
    )


class Kompasstand(Resource):
    """How the network keeps its word in a year, as it stands at this moment."""

    PLACE: ClassVar[str] = "kompasstanden"
    KEY: ClassVar[str] = "year"

    year: int = Field(serialization_alias="jaar", description=_("Of which year."), examples=[2026])
    framework: str = Field(
        serialization_alias="samenwerkingskader", description=_("Under which framework.")
    )
    clauses: list[Uitgangspunt] = Field(
        serialization_alias="uitgangspunten", description=_("The agreements with their figures.")
    )


class KompasJaar(Resource):
    """A year of which the Kompas can be read."""

    PLACE: ClassVar[str] = "kompasstanden"
    KEY: ClassVar[str] = "year"

    year: int = Field(serialization_alias="jaar", description=_("Of which year."), examples=[2026])
    framework: str = Field(
        serialization_alias="samenwerkingskader", description=_("Under which framework.")
    )


class KompasJaarCollectie(Collection[KompasJaar]):
    """The years of which the Kompas is public."""
