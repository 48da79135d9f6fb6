"""Which projects everybody may see without logging in."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from partners.models import Person
from programme.actions import publicity as of_year
from programme.models import InnovationTheme, Programme
from projects.models import Project
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import lock


@transaction.atomic
def show_in_public(project: Project, *, actor: Person | None, at: datetime) -> Project:
    """From now on it stands on the public pages, and so does what is measured."""
    lock(project)
    return _set(project, is_public=True, verb="show_in_public", actor=actor, at=at)


@transaction.atomic
def hide_from_public(project: Project, *, actor: Person | None, at: datetime) -> Project:
    """It is no longer on the public pages; whoever takes part still sees it."""
    lock(project)
    return _set(project, is_public=False, verb="hide_from_public", actor=actor, at=at)


def _set(
    project: Project, *, is_public: bool, verb: str, actor: Person | None, at: datetime
) -> Project:
    """The same answer twice changes nothing and writes nothing."""
    if project.is_public != is_public:
        project.is_public = is_public
        project.save(update_fields=["is_public"])
        record(verb, project, actor=actor, at=at)
    return project


@transaction.atomic
def show_year(
    programme: Programme,
    *,
    themes: Collection[InnovationTheme],
    projects: Collection[Project],
    actor: Person | None,
    at: datetime,
) -> Programme:
    """The programme of a year, and of what it chose exactly these themes and their projects."""
    of_year.show_in_public(programme, actor=actor, at=at)
    for theme in InnovationTheme.objects.chosen_in(programme.year):
        verb = of_year.show_in_public if theme in themes else of_year.hide_from_public
        verb(theme, actor=actor, at=at)
    for project in Project.objects.of_year(programme.year):
        act = show_in_public if project in projects else hide_from_public
        act(project, actor=actor, at=at)
    return programme
