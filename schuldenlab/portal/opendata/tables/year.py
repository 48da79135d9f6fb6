"""The tables of a year: programmes, innovation themes and decisions."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from programme.models import Decision, InnovationTheme
from schuldenlab.portal.opendata.table import Column, Kind, Link, Row, Table, cells
from schuldenlab.portal.published import (
    public_decisions,
    public_programmes,
    public_themes,
    version_of,
)

DECISION_NUMBER, PROJECT_CODE = r"\d{4}-\d{2,}", r"P\d{4}-\d{2,}"
NOT_CHOSEN = {InnovationTheme.Status.PROPOSED, InnovationTheme.Status.WITHDRAWN}
PROGRAMME = (
    Column("year", Kind.INTEGER, _("year of the programme")),
    Column("title", Kind.TEXT, _("title")),
    Column("ambition", Kind.TEXT, _("what the network wants to reach this year"), False),
    Column("text", Kind.TEXT, _("text of the programme; an empty line between paragraphs"), False),
    Column("adopted_on", Kind.DAY, _("day on which the programmaraad adopted it")),
    Column(
        "decision_number",
        Kind.TEXT,
        _("number of the decision that adopted it, when that decision is public"),
        is_required=False,
        pattern=DECISION_NUMBER,
    ),
)
THEME = (
    Column("number", Kind.INTEGER, _("number of the theme; stays the same")),
    Column("year", Kind.INTEGER, _("year for which it was proposed")),
    Column("title", Kind.TEXT, _("title")),
    Column("question", Kind.TEXT, _("question that is explored")),
    Column("why", Kind.TEXT, _("why it is explored")),
    Column("subject", Kind.TEXT, _("lasting subject that it belongs to")),
    Column(
        "status",
        Kind.TEXT,
        _("how far it is"),
        values=[each for each in InnovationTheme.Status.choices if each[0] not in NOT_CHOSEN],
    ),
    Column("exploring_on", Kind.DAY, _("day on which exploring began"), is_required=False),
    Column("result_due_on", Kind.DAY, _("day on which its result is due"), is_required=False),
    Column(
        "result_kind",
        Kind.TEXT,
        _("what it is worked out to"),
        is_required=False,
        values=InnovationTheme.Result.choices,
    ),
    Column("delivered_on", Kind.DAY, _("day on which the result was delivered"), is_required=False),
    Column("result", Kind.TEXT, _("the result in words"), is_required=False),
    Column("stopped_on", Kind.DAY, _("day on which it was stopped"), is_required=False),
    Column(
        "project_code",
        Kind.TEXT,
        _("code of its project, when that project is public"),
        is_required=False,
        pattern=PROJECT_CODE,
    ),
)
DECISION = (
    Column(
        "number",
        Kind.TEXT,
        _("number, such as 2026-03: the year and the order in that year"),
        pattern=DECISION_NUMBER,
    ),
    Column("title", Kind.TEXT, _("title")),
    Column("text", Kind.TEXT, _("text of the decision")),
    Column("taken_on", Kind.DAY, _("day on which it was taken")),
    Column("origin", Kind.TEXT, _("how it was taken"), values=Decision.Origin.choices),
    Column("status", Kind.TEXT, _("what became of it"), values=Decision.Status.choices),
)


def programme_rows(at: datetime) -> Iterable[Row]:
    """One for each programme."""
    return (cells(PROGRAMME, each) for each in public_programmes(at))


def theme_rows(at: datetime) -> Iterable[Row]:
    """One for each innovation theme."""
    return (cells(THEME, each) for each in public_themes(at))


def decision_rows(at: datetime) -> Iterable[Row]:
    """One for each decision."""
    return (cells(DECISION, each) for each in public_decisions(at))


PROGRAMMES = Table(
    "programmas",
    _("Programmes"),
    _("The programme of each year, as the programmaraad adopted it."),
    PROGRAMME,
    ("year",),
    programme_rows,
    lambda at: version_of("programmes", at),
    links=(Link(("decision_number",), "besluiten", ("number",)),),
)
THEMES = Table(
    "themas",
    _("Innovation themes"),
    _("The questions that the network chose to explore, and what came of them."),
    THEME,
    ("number",),
    theme_rows,
    lambda at: version_of("themes", at),
    links=(Link(("project_code",), "projecten", ("code",)),),
)
DECISIONS = Table(
    "besluiten",
    _("Decisions"),
    _("What the programmaraad decided. Never who voted what."),
    DECISION,
    ("number",),
    decision_rows,
    lambda at: version_of("decisions", at),
)
