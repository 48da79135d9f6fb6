"""Which version of the public facts there is now: a hash made where the rows are, in one query.

Whoever keeps a copy of a page or an answer asks this before anything is rendered. A hash changes
exactly when something changes that is shown, also because a day has come: a partner that leaves
tomorrow is in another version tomorrow.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, Exists, Max, Value
from django.db.models.functions import MD5, Cast, Coalesce, Concat

from events.querysets.feeds import public_meetings as meetings_shown
from partners.models import Framework, Organisation, Signature
from partners.querysets import local_day
from programme.models import AnnualAccount, Programme
from schuldenlab.audit.models import Entry

from .partners import FIELDS, partners_shown
from .programme import decisions_shown, themes_shown
from .projects import links_shown, phases_shown, projects_shown, values_shown

FIELD_ENDS, ROW_ENDS = "\x1f", "\x1e"
Rows = list[Any]

PROGRAMME = (
    *("pk", "year", "title", "ambition", "text", "adopted_at"),
    *("decision__year", "decision__sequence", "decision__is_public"),
)
THEME = (
    *("pk", "call__year", "title", "question", "why", "theme__name", "status", "exploring_on"),
    *("result_kind", "delivered_on", "result", "stopped_on"),
    *("project__year", "project__sequence", "project__is_public"),
)
PROJECT = (
    *("pk", "year", "sequence", "title", "summary", "target_group", "debt_phase", "outcome"),
    *("theme__name", "status", "began", "handed_over_to", "handed_over_on", "figures", "sources"),
    *("residents_voice", "innovation_theme", "innovation_theme__is_public"),
)
PHASE = ("project", "ordinal", "kind", "status", "started_on", "ended_on")
RESULT = (
    *("pk", "value", "measured_on", "indicator", "indicator__name", "indicator__unit"),
    *("indicator__goal", "indicator__target", "indicator__target_on"),
)
MEETING = (
    *("pk", "starts_at", "duration_minutes", "series__duration_minutes", "status", "subject"),
    *("ordinal", "series__title", "series__title_en", "series__duty"),
)
DECISION = ("pk", "year", "sequence", "title", "text", "taken_at", "origin", "status")
FRAMEWORK = ("pk", "status", "title", "is_kompas_public", "host__name", "host__is_public")


def version_of(kind: str, at: datetime) -> str:
    """The version of one kind of public facts, such as "projects"; one query."""
    return version_of_all((kind,), at)


def version_of_all(kinds: Iterable[str], at: datetime) -> str:
    """The version of several kinds together; still one query, of one short row for each part."""
    asked = sorted(set(kinds))
    parts = [part for kind in asked for part in PARTS[kind](at)]
    numbered = [
        part.annotate(number=Value(number)).values_list("number", "found")
        for number, part in enumerate(parts)
    ]
    found = sorted(numbered[0].union(*numbered[1:], all=True))
    return hashlib.sha256(repr((asked, found)).encode()).hexdigest()


def hashed(rows: Any, fields: Iterable[str]) -> Any:
    """One row with the hash of these fields of all rows; see `version_of_all`."""
    texts = [Coalesce(Cast(field, CharField()), Value("")) for field in fields]
    between = [part for text in texts for part in (text, Value(FIELD_ENDS))]
    row = Concat(*between, output_field=CharField())
    every = rows.order_by().values(every=Value(0))
    return every.annotate(found=MD5(StringAgg(row, ROW_ENDS, order_by=row)))


def _kompas(at: datetime) -> Rows:
    """Every act may move a figure, and so may every day; which frameworks show their Kompas."""
    shown = Framework.objects.shown_to_all().filter(is_kompas_public=True)
    last = Entry.objects.filter(Exists(shown.order_by())).order_by().values(every=Value(0))
    day = Value(local_day(at).isoformat(), output_field=CharField())
    counted = last.annotate(found=Concat(Cast(Max("pk"), CharField()), Value(" "), day))
    return [counted, hashed(shown, FRAMEWORK)]


def _frameworks(at: datetime) -> Rows:
    """The text of what is no draft stands still; its state, signatures and host do not.

    Nor does who of those that signed is still a partner.
    """
    shown = Framework.objects.shown_to_all()
    signed = Signature.objects.holding().filter(framework__in=shown.order_by().values("pk"))
    partners = Organisation.objects.partners(local_day(at)).order_by().values("pk")
    still = signed.filter(organisation__in=partners)
    return [
        hashed(shown, FRAMEWORK),
        *(hashed(rows, ("pk", "framework")) for rows in (signed, still)),
    ]


def _projects(at: datetime) -> Rows:
    day = local_day(at)
    ties = [hashed(rows, ("organisation__name", way)) for rows, way in links_shown(day)]
    return [
        hashed(projects_shown(), PROJECT),
        hashed(phases_shown(), PHASE),
        hashed(values_shown(at), RESULT),
        *ties,
    ]


PARTS: dict[str, Callable[[datetime], Rows]] = {
    "partners": lambda at: [hashed(partners_shown(local_day(at)), FIELDS)],
    "programmes": lambda _at: [hashed(Programme.objects.shown_to_all(), PROGRAMME)],
    "themes": lambda _at: [hashed(themes_shown(), THEME)],
    "projects": _projects,
    "meetings": lambda at: [hashed(meetings_shown(at), MEETING)],
    "decisions": lambda _at: [hashed(decisions_shown(), DECISION)],
    "frameworks": _frameworks,
    "kompas": _kompas,
    "accounts": lambda _at: [hashed(AnnualAccount.objects.published(), ("pk", "sha256"))],
}
