"""Due items in the words and shapes of a page: how long there still is, and for which clause."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import ClauseMeasure
from partners.querysets import local_day
from schuldenlab.portal.kompas import governing

from .due import Due

NEAR = 14  # days
WEEK = 7
MONTH = 30
BY_MONTHS = 2 * MONTH  # from so many days late on we count in months


@dataclass(frozen=True)
class Row:
    """One item: `kind` and `icon` of the badge with the words `left`, and its clause, if any."""

    due: Due
    kind: str
    icon: str
    left: str
    clause: int | None
    clause_url: str


@dataclass
class Group:
    """Rows under one heading; `clause` is its number when it is one."""

    title: str
    rows: list[Row] = field(default_factory=list)
    clause: int | None = None
    clause_url: str = ""


def rows_of(dues: Iterable[Due], day: date, clauses: Mapping[str, Any]) -> list[Row]:
    """In the same order; `clauses` are those of `clauses_at`."""
    return [_row(due, day, clauses) for due in dues]


def clauses_at(moment: datetime) -> dict[str, Any]:
    """By the code of a measure its clause in the framework of this moment; two queries."""
    framework = governing(local_day(moment).year, moment)
    measures = ClauseMeasure.objects.filter(clause__framework=framework and framework.pk)
    return {each.code: each.clause for each in measures.select_related("clause")}


def _row(due: Due, day: date, clauses: Mapping[str, Any]) -> Row:
    clause = clauses.get(due.measure)
    number = None if clause is None else clause.number
    url = "" if number is None else clause_url(number)
    return Row(due, *_badge(due.days_left(day)), number, url)


def clause_url(number: int) -> str:
    """Where the Kompas shows that clause."""
    return f"{reverse('portal:kompas')}#clause-{number}"


def _badge(days: int | None) -> tuple[str, str, str]:
    """Kind, icon and words."""
    if days is None:
        return "open", "open", _("No last day")
    if days < 0:
        return "fail", "not-met", _late(-days)
    if days == 0:
        return "warn", "warning", _("Today")
    words = ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days}
    return ("warn", "warning", words) if days <= NEAR else ("open", "clock", words)


def _late(days: int) -> str:
    if days >= BY_MONTHS:
        count = days // MONTH
        return ngettext("%(count)s month late", "%(count)s months late", count) % {"count": count}
    return ngettext("%(count)s day late", "%(count)s days late", days) % {"count": days}


def by_time(rows: Iterable[Row], day: date) -> list[Group]:
    """Late, in a week, later, and without a last day; only what there is."""
    groups = [
        Group(_("Too late")),
        Group(_("This week")),
        Group(_("Later")),
        Group(_("Without a last day")),
    ]
    for row in rows:
        groups[_place(row.due.days_left(day))].rows.append(row)
    return [group for group in groups if group.rows]


def _place(days: int | None) -> int:
    if days is None:
        return 3
    return 0 if days < 0 else 1 if days < WEEK else 2


def by_clause(rows: Iterable[Row], clauses: Mapping[str, Any]) -> list[Group]:
    """In the order of the framework; what serves no clause comes last."""
    groups: dict[int, Group] = {}
    for clause in sorted(clauses.values(), key=lambda each: each.number):
        groups.setdefault(
            clause.number,
            Group(clause.heading, clause=clause.number, clause_url=clause_url(clause.number)),
        )
    rest = Group(_("Besides the framework"))
    for row in rows:
        (rest if row.clause is None else groups[row.clause]).rows.append(row)
    return [group for group in (*groups.values(), rest) if group.rows]
