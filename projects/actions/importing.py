"""Taking over the projects of a file: those that are not here yet, with their facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Organisation, Person, Theme
from projects.models import Participation, Phase, Project

from .openings import take_over_project
from .people import add_participation


@dataclass(frozen=True)
class TakenOver:
    """A project of the file. `started_on` is the first day of the year or month that it names."""

    title: str
    debt_phase: str
    target_group: str
    began: str
    started_on: date
    current_state: str
    partners: tuple[str, ...]
    figures: str
    sources: str


@transaction.atomic
def import_projects(
    rows: Iterable[TakenOver], *, theme: Theme, actor: Person | None, at: datetime
) -> list[Project]:
    """Take over what is not here yet, under this theme. Organisations that we know take part."""
    there = {each.casefold() for each in Project.objects.values_list("title", flat=True)}
    known = {each.name: each for each in Organisation.objects.all()}
    made = []
    for row in rows:
        if row.title.casefold() in there:
            continue
        there.add(row.title.casefold())
        project = take_over_project(
            theme,
            title=row.title,
            summary=_summary(row),
            kind=Phase.Kind.PILOT if "pilot" in row.current_state else Phase.Kind.PROJECT,
            started_on=row.started_on,
            debt_phase=row.debt_phase,
            target_group=row.target_group,
            current_state=row.current_state,
            began=row.began,
            figures=row.figures,
            sources=row.sources,
            actor=actor,
            at=at,
        )
        for organisation in (known[name] for name in row.partners if name in known):
            add_participation(
                project,
                organisation=organisation,
                kind=Participation.Kind.PARTNER,
                from_on=row.started_on,
                actor=actor,
                at=at,
            )
        made.append(project)
    return made


def _summary(row: TakenOver) -> str:
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        words = _("For: %(group)s.") % {"group": row.target_group}
        if row.partners:
            words += " " + _("With: %(names)s.") % {"names": ", ".join(row.partners)}
    return words
