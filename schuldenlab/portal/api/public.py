"""The resources that everybody reads: each out of what the outside sees, and nothing else."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field

from partners.querysets import local_day
from schuldenlab.portal import published
from schuldenlab.portal.schemas import public as answers
from schuldenlab.portal.schemas.frame import Asked
from schuldenlab.portal.schemas.kompas import KompasJaarCollectie, Kompasstand
from schuldenlab.portal.schemas.words import (
    BesluitStatus,
    BijeenkomstSoort,
    ProjectStatus,
    Sector,
    ThemaStatus,
)

from .answers import one_of, page_of, same_as_before
from .readers import anybody
from .years import years_shown

router = Router(auth=anybody, tags=["openbaar"], by_alias=True)
EARLIEST, LATEST = 2000, 2100
YEAR = Field(None, ge=EARLIEST, le=LATEST, alias="jaar", description=_("Only of this year."))


class PartnersAsked(Asked):
    """Which partners."""

    sector: Sector | None = Field(None, description=_("Only of this sector."))


class YearAsked(Asked):
    """Of which year."""

    year: int | None = YEAR


class ThemesAsked(YearAsked):
    """Which themes."""

    status: ThemaStatus | None = Field(None, description=_("Only with this status."))


class ProjectsAsked(Asked):
    """Which projects."""

    status: ProjectStatus | None = Field(None, description=_("Only with this status."))


class MeetingsAsked(Asked):
    """Which meetings."""

    kind: BijeenkomstSoort | None = Field(None, alias="soort", description=_("Only of this kind."))
    since: date | None = Field(
        None, alias="vanaf", description=_("Only that begin on this day or later.")
    )
    until: date | None = Field(
        None, alias="totEnMet", description=_("Only that begin on this day or earlier.")
    )


class DecisionsAsked(YearAsked):
    """Which decisions."""

    status: BesluitStatus | None = Field(None, description=_("Only with this status."))


def _at(request: HttpRequest, kind: str) -> datetime:
    """The moment of the request, if there is something newer than what the reader has."""
    at: datetime = request.at  # type: ignore[attr-defined]
    same_as_before(request, published.version_of(kind, at))
    return at


@router.get("/partners", response=answers.PartnerCollectie, summary=_("All partners"))
def partners(request: HttpRequest, asked: Query[PartnersAsked]) -> Any:
    """Those of today, by name."""
    at = _at(request, "partners")
    rows = [each for each in published.public_partners(at) if asked.sector in {None, each.sector}]
    return page_of(request, rows, asked)


@router.get("/partners/{nummer}", response=answers.Partner, summary=_("One partner"))
def partner(request: HttpRequest, nummer: int) -> Any:
    """By its number."""
    at = _at(request, "partners")
    return one_of(
        request, published.public_partners(at), lambda each: each.number == nummer, "partner"
    )


@router.get("/jaarprogrammas", response=answers.JaarprogrammaCollectie, summary=_("The programmes"))
def programmes(request: HttpRequest, asked: Query[YearAsked]) -> Any:
    """Those that were adopted."""
    at = _at(request, "programmes")
    rows = [each for each in published.public_programmes(at) if asked.year in {None, each.year}]
    return page_of(request, rows, asked)


@router.get(
    "/jaarprogrammas/{jaar}", response=answers.Jaarprogramma, summary=_("The programme of a year")
)
def programme(request: HttpRequest, jaar: int) -> Any:
    """By its year."""
    at = _at(request, "programmes")
    return one_of(
        request, published.public_programmes(at), lambda each: each.year == jaar, "programme"
    )


@router.get("/themas", response=answers.ThemaCollectie, summary=_("All innovation themes"))
def themes(request: HttpRequest, asked: Query[ThemesAsked]) -> Any:
    """Those that were chosen."""
    at = _at(request, "themes")
    rows = [
        each
        for each in published.public_themes(at)
        if asked.year in {None, each.year}
        and (asked.status is None or asked.status is ThemaStatus(each.status))
    ]
    return page_of(request, rows, asked)


@router.get("/themas/{nummer}", response=answers.Thema, summary=_("One innovation theme"))
def theme(request: HttpRequest, nummer: int) -> Any:
    """By its number."""
    at = _at(request, "themes")
    return one_of(request, published.public_themes(at), lambda each: each.number == nummer, "theme")


@router.get("/projecten", response=answers.ProjectCollectie, summary=_("All projects"))
def projects(request: HttpRequest, asked: Query[ProjectsAsked]) -> Any:
    """Without any money."""
    at = _at(request, "projects")
    rows = [
        each
        for each in published.public_projects(at)
        if asked.status is None or asked.status is ProjectStatus(each.status)
    ]
    return page_of(request, rows, asked)


@router.get("/projecten/{code}", response=answers.Project, summary=_("One project"))
def project(request: HttpRequest, code: str) -> Any:
    """By its code."""
    at = _at(request, "projects")
    return one_of(request, published.public_projects(at), lambda each: each.code == code, "project")


@router.get("/bijeenkomsten", response=answers.BijeenkomstCollectie, summary=_("All meetings"))
def meetings(request: HttpRequest, asked: Query[MeetingsAsked]) -> Any:
    """From the year before until the next."""
    at = _at(request, "meetings")
    rows = [
        each
        for each in published.public_meetings(at)
        if (asked.kind is None or asked.kind is BijeenkomstSoort(each.kind))
        and (asked.since is None or local_day(each.starts_at) >= asked.since)
        and (asked.until is None or local_day(each.starts_at) <= asked.until)
    ]
    return page_of(request, rows, asked)


@router.get("/bijeenkomsten/{nummer}", response=answers.Bijeenkomst, summary=_("One meeting"))
def meeting(request: HttpRequest, nummer: int) -> Any:
    """By its number."""
    at = _at(request, "meetings")
    return one_of(
        request, published.public_meetings(at), lambda each: each.number == nummer, "meeting"
    )


@router.get("/besluiten", response=answers.BesluitCollectie, summary=_("All decisions"))
def decisions(request: HttpRequest, asked: Query[DecisionsAsked]) -> Any:
    """Never who voted what."""
    at = _at(request, "decisions")
    rows = [
        each
        for each in published.public_decisions(at)
        if (asked.year is None or each.number.startswith(f"{asked.year}-"))
        and (asked.status is None or asked.status is BesluitStatus(each.status))
    ]
    return page_of(request, rows, asked)


@router.get("/besluiten/{nummer}", response=answers.Besluit, summary=_("One decision"))
def decision(request: HttpRequest, nummer: str) -> Any:
    """By its number."""
    at = _at(request, "decisions")
    return one_of(
        request, published.public_decisions(at), lambda each: each.number == nummer, "decision"
    )


@router.get("/kompasstanden", response=KompasJaarCollectie, summary=_("The years of the Kompas"))
def kompas_years(request: HttpRequest, asked: Query[Asked]) -> Any:
    """Which can be asked for, the last one on top."""
    at = _at(request, "kompas")
    return page_of(request, years_shown(at), asked)


@router.get(
    "/kompasstanden/{jaar}", response=Kompasstand, summary=_("The Kompas of a year, as it stands")
)
def kompas(request: HttpRequest, jaar: int) -> Any:
    """Figures and states, without names."""
    at = _at(request, "kompas")
    is_shown = any(each["year"] == jaar for each in years_shown(at))
    shown = published.public_kompas(at, jaar) if is_shown else None
    return one_of(request, [shown], lambda each: each is not None, "Kompas")
