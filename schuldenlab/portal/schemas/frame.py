"""What all answers of the API have in common: codes in Dutch, links, pages and questions."""

from enum import StrEnum
from typing import Annotated, ClassVar, Generic, TypeVar

from django.conf import settings
from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, computed_field

T = TypeVar("T")
MOST = 100
Maybe = Annotated[T | None, BeforeValidator(lambda value: value or None)]


class Code(StrEnum):
    """A state as the API calls it; each member is named after what the database keeps."""

    @classmethod
    def _missing_(cls, value: object) -> "Code | None":
        return cls.__members__.get(str(value))


class Facts(BaseModel):
    """Read from frozen facts by English names, written under Dutch ones."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")


def is_none(value: object) -> bool:
    """What is not there is left out, where an empty value would say something else."""
    return value is None


class Link(Facts):
    """The address of another resource."""

    href: str = Field(description=_("The address."), json_schema_extra={"format": "uri"})


class SelfLink(Facts):
    """Where this resource stands."""

    self: Link = Field(description=_("This resource."))


class Resource(Facts):
    """Something with an address of its own: below `PLACE`, by the value of its field `KEY`."""

    PLACE: ClassVar[str]
    KEY: ClassVar[str] = "number"

    @computed_field(alias="_links", description=_("Where this resource stands."))  # type: ignore[prop-decorator]
    @property
    def links(self) -> SelfLink:
        """Its own address."""
        place = f"{settings.SITE_URL}{settings.API_ROOT}/{self.PLACE}/{getattr(self, self.KEY)}"
        return SelfLink.model_validate({"self": {"href": place}})


class PageLinks(SelfLink):
    """The way to the other pages."""

    first: Link = Field(description=_("The first page."))
    last: Link = Field(description=_("The last page."))
    prev: Link | None = Field(
        None, description=_("The page before this one, when there is one."), exclude_if=is_none
    )
    next: Link | None = Field(
        None, description=_("The page after this one, when there is one."), exclude_if=is_none
    )


class Collection(Facts, Generic[T]):
    """One page of a list."""

    links: PageLinks = Field(
        serialization_alias="_links", description=_("The way to the other pages.")
    )
    page: int = Field(description=_("Which page this is; the first is 1."), examples=[1])
    page_size: int = Field(
        serialization_alias="pageSize",
        description=_("How many there are on a page."),
        examples=[20],
    )
    total: int = Field(
        serialization_alias="totaal",
        description=_("How many there are on all pages."),
        examples=[7],
    )
    rows: list[T] = Field(serialization_alias="resultaten", description=_("What is on this page."))


class Asked(BaseModel):
    """Which page of a list; a parameter that we do not know is refused, not ignored."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    page: int = Field(1, ge=1, le=10_000, description=_("Which page; the first is 1."))
    page_size: int = Field(
        20, alias="pageSize", ge=1, le=MOST, description=_("How many on a page, at most 100.")
    )
