"""The pipeline: themes and projects in columns by phase, and what a card of each says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Prefetch
from django.template.defaultfilters import truncatewords
from django.utils.translation import gettext as _

from programme.models import Facilitator, InnovationTheme
from projects.filters import EXPLORATION, THEMES
from projects.models import Phase, Project
from schuldenlab.web.templatetags.look import day as written

BADGES: Final = {"active": "track", "on_hold": "warn", "stopped": "open", "handed_over": "met"}
BESIDE: Final = THEMES[""]
WORDS_OF_REASON: Final = 30
Badge = tuple[str, str]


@dataclass
class Card:
    """A theme or a project on the board; `badge` is a status and its words, empty for "it goes"."""

    title: str
    url: str
    theme: str
    code: str = ""
    led_by: str = ""
    phase: str = ""
    badge: Badge | None = None
    note: str = ""
    is_taken_over: bool = False


@dataclass
class Column:
    """One phase with what stands in it."""

    key: str
    title: str
    cards: list[Card] = field(default_factory=list)


def columns_of(
    projects: Iterable[Project], themes: Iterable[InnovationTheme]
) -> tuple[list[Column], list[Card]]:
    """Everything that goes or was handed over, by phase; and beside it what was stopped."""
    columns = {
        EXPLORATION: Column(EXPLORATION, _("Exploration")),
        **{key: Column(key, str(label).capitalize()) for key, label in Phase.Kind.choices},
        Project.Status.HANDED_OVER: Column(Project.Status.HANDED_OVER, _("Handed over")),
    }
    stopped = []
    for theme in themes:
        if theme.status == InnovationTheme.Status.STOPPED:
            stopped.append(card_of_theme(theme))
        else:
            columns[theme.result_kind or EXPLORATION].cards.append(card_of_theme(theme))
    for project in projects:
        if project.status == Project.Status.STOPPED:
            stopped.append(card_of(project))
        else:
            columns[_place(project)].cards.append(card_of(project))
    return list(columns.values()), stopped


def board_of(person: Any, day: date) -> tuple[list[Column], list[Card]]:
    """All that this person may see, by phase on a day, and what was stopped."""
    projects = Project.objects.visible_to(person).select_related("theme").with_card(day)
    return columns_of(projects, themes_beside(person, day).filter(status__in=BESIDE))


def themes_beside(person: Any, day: date) -> Any:
    """The themes that this person may see and that have no project, with who guides them."""
    guides = Facilitator.objects.lasting(day).select_related("organisation", "person")
    themes = InnovationTheme.objects.visible_to(person).filter(project__isnull=True)
    found = themes.select_related("theme").order_by("pk")
    return found.prefetch_related(Prefetch("facilitators", guides))


def _place(project: Any) -> str:
    if project.status == Project.Status.HANDED_OVER:
        return str(project.status)
    return str(project.stage or EXPLORATION)


def card_of(project: Any) -> Card:
    """The card of a project that came with `with_card`."""
    return Card(
        title=project.title,
        url=project.get_absolute_url(),
        theme=project.theme.name,
        code=project.code,
        led_by=project.leads_from or project.leader or "",
        phase=str(dict(Phase.Kind.choices).get(project.stage, "")),
        badge=_badge(project),
        note=_note(project),
        is_taken_over=project.is_taken_over,
    )


def _badge(project: Any) -> Badge | None:
    if project.status == Project.Status.HANDED_OVER:
        return BADGES[project.status], _("Done")
    if project.status != Project.Status.ACTIVE:
        return BADGES[project.status], project.get_status_display().capitalize()
    if project.late_since:
        return "warn", _("Take note")
    if project.stage_status == Phase.Status.PLANNED:
        return "open", _("In preparation")
    return None


def _note(project: Any) -> str:
    """Why it waits or stopped, to whom it went, or what comes."""
    if project.status == Project.Status.ON_HOLD:
        return truncatewords(project.held_because or "", WORDS_OF_REASON)
    if project.status == Project.Status.STOPPED:
        return truncatewords(project.stop_reason, WORDS_OF_REASON)
    if project.status == Project.Status.HANDED_OVER:
        return _("To %(whom)s") % {"whom": project.handed_over_to}
    if project.late_since:
        return _("The pilot would last until %(day)s.") % {"day": written(project.late_since)}
    if project.coming and project.stage_status != Phase.Status.PLANNED:
        kind = dict(Phase.Kind.choices)[project.coming]
        return _("In preparation: %(kind)s") % {"kind": kind}
    return ""


def card_of_theme(theme: InnovationTheme) -> Card:
    """The card of a theme without a project; its facilitators come with it."""
    names = [str(each.organisation or each.person) for each in theme.facilitators.all()]
    statuses = InnovationTheme.Status
    badges: dict[str, Badge] = {
        statuses.SELECTED: ("open", _("Chosen")),
        statuses.DELIVERED: ("met", _("Delivered")),
        statuses.STOPPED: ("open", _("Stopped")),
    }
    return Card(
        title=theme.title,
        url=theme.get_absolute_url(),
        theme=theme.theme.name,
        led_by=", ".join(names),
        phase=_("exploration"),
        badge=badges.get(theme.status),
        note=truncatewords(theme.stop_reason, WORDS_OF_REASON),
    )
