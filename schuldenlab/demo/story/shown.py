"""The kernteam shows the year on the public pages before it publishes the account of it.

Some of it stays inside.
"""

from datetime import datetime
from typing import Final

from django.db.models import Q

from partners.actions import show_kompas
from programme import actions as programme
from programme.models import Decision, InnovationTheme, Programme
from projects import actions as projects
from projects.models import Project

from .decision_texts import SHARE_TITLE
from .project_data import EARLY, WAGES
from .stage import Stage

SHOWN: Final = 8  # working days ago: before the account with its evidence comes out
# Where partners still talk about who pays: not for everybody yet.
INSIDE: Final = (EARLY, WAGES)


def write(stage: Stage) -> None:
    """After the summer, when there are results to show."""
    stage.on(stage.calendar.lately(SHOWN, "11:20"), lambda at: _show(stage, at))


def _show(stage: Stage, at: datetime) -> None:
    """Programme, themes, projects, the decisions on them, and how the network keeps its word.

    What the raad decided on money, and on what is not public itself, stays inside.
    """
    by = stage.manager
    year = stage.calendar.year
    themes = InnovationTheme.objects.filter(call__year=year, selected_at__isnull=False)
    about = Q(programme__isnull=False) | Q(innovation_themes__isnull=False)
    decisions = Decision.objects.filter(about | Q(title=SHARE_TITLE)).distinct()
    for adopted in Programme.objects.filter(year=year, adopted_at__isnull=False):
        programme.show_in_public(adopted, actor=by, at=at)
    for theme in themes.order_by("pk"):
        programme.show_in_public(theme, actor=by, at=at)
    for decision in decisions.order_by("pk"):
        programme.show_in_public(decision, actor=by, at=at)
    for project in Project.objects.exclude(title__in=INSIDE).order_by("pk"):
        projects.show_in_public(project, actor=by, at=at)
    show_kompas(stage.framework, actor=by, at=at)
