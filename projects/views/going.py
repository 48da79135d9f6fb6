"""How a project goes, on its dossier: reports, links with other projects, and figures."""

from typing import Any, Final

from partners.querysets import local_day
from projects.models import Connection, Indicator, Project
from projects.quarters import Quarter
from projects.reporting import reports_due
from projects.wording import BACK, ICONS

SHOWN: Final = 3


def progress_of(project: Project, person: Any, at: Any, *, keeps: bool) -> dict[str, Any]:
    """The last reports, open risks, links and figures; and whether a report is asked now."""
    day = local_day(at)
    asked = reports_due(day, Project.objects.filter(pk=project.pk)) if keeps else []
    reports = project.reports.counting(at).order_by("-year", "-quarter")
    return {
        "reports": list(reports[:SHOWN]),
        "report_asked": asked[0] if asked else None,
        "is_late": bool(asked) and asked[0].due_on < day,
        "risks": list(project.risks.open_on(day)),
        "connections": links_of(project, person, day),
        "indicators": figures_of(project, at),
    }


def links_of(project: Project, person: Any, day: Any) -> list[dict[str, Any]]:
    """Links that hold, each as it reads from this project."""
    found = Connection.objects.visible_to(person).on(day).of(project)
    rows = found.select_related("project", "other").order_by("kind", "pk")
    return [_seen_from(project, each) for each in rows]


def _seen_from(project: Project, link: Connection) -> dict[str, Any]:
    is_mine = link.project_id == project.pk
    kind = link.kind if is_mine else BACK.get(link.kind, link.kind)
    return {
        "link": link,
        "kind": kind,
        "icon": ICONS[kind],
        "other": link.other if is_mine else link.project,
    }


def figures_of(project: Project, at: Any) -> list[dict[str, Any]]:
    """The indicators that it had at a moment, with the newest value of each as known then."""
    rows = project.indicators.standing().filter(recorded_at__lte=at).with_latest(at)
    return [figure_row(each) for each in rows]


def figure_row(indicator: Indicator) -> dict[str, Any]:
    """An indicator that came with its values, and the newest of them."""
    counted = indicator.counted  # type: ignore[attr-defined]
    return {"indicator": indicator, "latest": counted[0] if counted else None}


def quarter_of(asked: str, now: Quarter) -> Quarter | None:
    """The quarter that an address names, such as 2026-3; None for nonsense and what comes."""
    year, _dash, number = asked.partition("-")
    if not (year.isascii() and year.isdigit() and len(year) == len("2026")):
        return None
    if number not in {"1", "2", "3", "4"} or int(year) < FIRST_YEAR:
        return None
    found = Quarter(int(year), int(number))
    return found if found <= now else None


FIRST_YEAR: Final = 2000
