"""The menu of everybody, and on whose behalf somebody is logged in."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Meeting
from projects.models import Project
from schuldenlab.web.ports import MenuItem, PageFrame


def page_frame(request: HttpRequest) -> PageFrame:
    """Menu items with the current one marked; nothing for a visitor who is not logged in."""
    person: Any = getattr(request, "user", None)
    if person is None or not person.is_authenticated or person.moment is None:
        return PageFrame()
    standing = person.standing
    name = person.name
    if standing.is_kernteam:
        name = _("Kernteam")
    elif standing.mandates:
        name = standing.mandates[0].organisation_name
    return PageFrame(_menu(request.path, person), name)


def _menu(path: str, person: Any) -> list[MenuItem]:
    standing = person.standing
    entries = [(_("My Schuldenlab"), reverse("portal:home"))]
    if standing.is_insider:
        entries += [
            (_("Kompas"), reverse("portal:kompas")),
            (_("Programme"), reverse("programme:programme-now")),
            (_("Programmaraad"), reverse("programme:raad-now")),
            (_("Projects"), reverse("projects:project-list")),
            (_("Meetings"), reverse("events:now")),
            (_("Decisions"), reverse("programme:decision-list")),
            (_("Framework"), reverse("partners:framework")),
            (_("Partners"), reverse("partners:organisation-list")),
        ]
    else:  # steers or leads one, for no partner
        if Project.objects.visible_to(person).exists():
            entries.append((_("Projects"), reverse("projects:project-list")))
        if Meeting.objects.visible_to(person).exists():
            entries.append((_("Meetings"), reverse("events:now")))
    if standing.is_kernteam:
        entries.insert(2, (_("Worklist"), reverse("portal:worklist")))
        entries.append((_("Desk"), reverse("admin:index")))
    home, below = entries[0][1], _below()
    return [
        MenuItem(
            label,
            url,
            path == url or (url != home and path.startswith((url, *below.get(url, ())))),
        )
        for label, url in entries
    ]


def _below() -> dict[str, tuple[str, ...]]:
    """Which pages stand under an entry of the menu, besides those below its own address."""
    return {
        reverse("portal:kompas"): ("/jaarverantwoording/",),
        reverse("projects:project-list"): ("/toezeggingen/", "/financiering/"),
        reverse("events:now"): ("/brieven/", "/acties/", "/mijn-agenda/", "/datumprikkers/"),
        reverse("programme:programme-now"): ("/innovatiethemas/", "/opmerkingen/"),
        reverse("programme:decision-list"): (
            *("/stemmingen/", "/stembewijzen/", "/bezwaren/", "/koerswijzigingen/"),
            "/uitleg/stemmen/",
        ),
        reverse("programme:raad-now"): (
            *("/zetels/", "/raadsbijeenkomsten/", "/agendapunten/", "/raadsstukken/"),
            "/agendastukken/",
        ),
        reverse("partners:framework"): ("/ondertekeningen/",),
        reverse("partners:organisation-list"): (
            *("/personen/", "/mandaten/", "/partnerschappen/", "/ambassadeurschappen/"),
            "/contactverslagen/",
        ),
    }
