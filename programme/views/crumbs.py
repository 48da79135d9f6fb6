"""The way back from every page of the year."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import Ballot, CourseChange, InnovationTheme, Programmaraad, Programme

Crumbs = list[dict[str, str]]


def home_crumb() -> dict[str, str]:
    """The first crumb of every page."""
    return {"label": _("My Schuldenlab"), "url": reverse("portal:home")}


def below(title: str, url: str, here: str) -> Crumbs:
    """Home, a page, and perhaps a page under it where you are now."""
    if here:
        return [home_crumb(), {"label": title, "url": url}, {"label": here, "url": ""}]
    return [home_crumb(), {"label": title, "url": ""}]


def raad_crumbs(raad: Programmaraad | None, year: int, here: str = "") -> Crumbs:
    """The way to a raad, and to a page below it."""
    title = _("Programmaraad %(year)s") % {"year": year}
    return below(title, raad.get_absolute_url() if raad else "", here)


def programme_crumbs(programme: Programme | None, year: int, here: str = "") -> Crumbs:
    """The way to a programme, and to a page below it."""
    title = _("Programme %(year)s") % {"year": year}
    return below(title, programme.get_absolute_url() if programme else "", here)


def themes_crumbs(year: int, here: str = "", *, is_there: bool = True) -> Crumbs:
    """The way to the innovation themes of a year, and to a page below them."""
    title = _("Innovation themes %(year)s") % {"year": year}
    return below(title, reverse("programme:theme-year", args=[year]) if is_there else "", here)


def theme_crumbs(theme: InnovationTheme, person: Any, here: str = "") -> Crumbs:
    """The way to one theme; who only guides it does not see the others."""
    if person.standing.is_insider:
        crumbs = themes_crumbs(theme.call.year, theme.title)
    else:
        crumbs = [home_crumb(), {"label": theme.title, "url": ""}]
    if not here:
        return crumbs
    crumbs[-1]["url"] = theme.get_absolute_url()
    return [*crumbs, {"label": here, "url": ""}]


def decision_crumbs(here: str = "") -> Crumbs:
    """The way to the register, and to a decision."""
    return below(_("Decisions"), reverse("programme:decision-list"), here)


def ballot_crumbs(ballot: Ballot, here: str = "") -> Crumbs:
    """The way to a ballot, and to a page below it."""
    crumbs = decision_crumbs(ballot.title)
    if not here:
        return crumbs
    crumbs[-1]["url"] = ballot.get_absolute_url()
    return [*crumbs, {"label": here, "url": ""}]


def change_crumbs(change: CourseChange | None = None, here: str = "") -> Crumbs:
    """The way to the changes of course, to one of them, and to a page below it."""
    every, url = _("Course changes"), reverse("programme:change-list")
    if change is None:
        return below(every, url, here)
    crumbs = below(every, url, change.title)
    if not here:
        return crumbs
    crumbs[-1]["url"] = change.get_absolute_url()
    return [*crumbs, {"label": here, "url": ""}]
