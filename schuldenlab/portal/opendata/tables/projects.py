"""The tables of projects: the projects, who takes part in them, and what they measured."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from projects.models import Indicator, Phase, Project
from schuldenlab.portal.opendata.table import Column, Kind, Link, Row, Table, cells
from schuldenlab.portal.published import public_projects, version_of

from .year import PROJECT_CODE

PHASES = [each for each in Phase.Status.choices if each[0] != Phase.Status.DROPPED]
CODE = Column("code", Kind.TEXT, _("code, such as P2026-02; never changes"), pattern=PROJECT_CODE)
OF_PROJECT = Column("project_code", Kind.TEXT, _("code of the project"), pattern=PROJECT_CODE)
PROJECT = (
    CODE,
    Column("title", Kind.TEXT, _("title")),
    Column("summary", Kind.TEXT, _("what the project does")),
    Column("target_group", Kind.TEXT, _("for whom it is"), is_required=False),
    Column(
        "debt_phase",
        Kind.TEXT,
        _("where in the course of a debt it helps"),
        is_required=False,
        values=Project.DebtPhase.choices,
    ),
    Column(
        "outcome",
        Kind.TEXT,
        _("what it wants to reach"),
        is_required=False,
        values=Project.Outcome.choices,
    ),
    Column("subject", Kind.TEXT, _("lasting subject that it belongs to")),
    Column("status", Kind.TEXT, _("whether it goes on"), values=Project.Status.choices),
    Column(
        "phase",
        Kind.TEXT,
        _("phase that runs; when none does, the one that ended last"),
        is_required=False,
        values=Phase.Kind.choices,
    ),
    Column("phase_status", Kind.TEXT, _("how that phase stands"), is_required=False, values=PHASES),
    Column("began", Kind.TEXT, _("when it began, in words"), is_required=False),
    Column("handed_over_to", Kind.TEXT, _("who does it from now on"), is_required=False),
    Column("handed_over_on", Kind.DAY, _("day on which it was handed over"), is_required=False),
    Column("figures", Kind.TEXT, _("published figures, in words"), is_required=False),
    Column("sources", Kind.TEXT, _("where those figures come from"), is_required=False),
    Column(
        "theme_number",
        Kind.INTEGER,
        _("number of the innovation theme that it came from, when that theme is public"),
        is_required=False,
    ),
)
PARTNER = (
    OF_PROJECT,
    Column("partner_name", Kind.TEXT, _("name of a partner that leads, steers or takes part")),
)
RESULT = (
    OF_PROJECT,
    Column("indicator", Kind.TEXT, _("what is counted")),
    Column("unit", Kind.TEXT, _("in what it is counted")),
    Column("value", Kind.NUMBER, _("the newest value"), unit=_("see the column unit")),
    Column("measured_on", Kind.DAY, _("day on which it was measured")),
    Column("goal", Kind.TEXT, _("what it helps to reach"), values=Indicator.Goal.choices),
    Column(
        "target",
        Kind.NUMBER,
        _("what the project wants to reach"),
        is_required=False,
        unit=_("see the column unit"),
    ),
    Column("target_on", Kind.DAY, _("day by which it wants that"), is_required=False),
)


def project_rows(at: datetime) -> Iterable[Row]:
    """One for each project."""
    return (cells(PROJECT, each) for each in public_projects(at))


def partner_rows(at: datetime) -> Iterable[Row]:
    """One for each partner of each project."""
    return ((each.code, name) for each in public_projects(at) for name in each.organisations)


def result_rows(at: datetime) -> Iterable[Row]:
    """One for each indicator of each project that has a value."""
    return (
        (each.code, *cells(RESULT[1:], result))
        for each in public_projects(at)
        for result in each.results
    )


def version(at: datetime) -> str:
    """All three come from the same facts."""
    return version_of("projects", at)


PROJECTS = Table(
    "projecten",
    _("Projects"),
    _("The projects of the network: for whom, how far, and what they reached. Never money."),
    PROJECT,
    ("code",),
    project_rows,
    version,
    links=(Link(("theme_number",), "themas", ("number",)),),
)
PROJECT_PARTNERS = Table(
    "projectpartners",
    _("Partners in projects"),
    _("Which public partners lead a project, steer it, or take part in it today."),
    PARTNER,
    ("project_code", "partner_name"),
    partner_rows,
    version,
    links=(
        Link(("project_code",), "projecten", ("code",)),
        Link(("partner_name",), "partners", ("name",)),
    ),
)
RESULTS = Table(
    "resultaten",
    _("Results"),
    _("What projects count, the newest value, and what they want to reach."),
    RESULT,
    ("project_code", "indicator"),
    result_rows,
    version,
    links=(Link(("project_code",), "projecten", ("code",)),),
)
