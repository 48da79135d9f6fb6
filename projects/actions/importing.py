"""Taking over the projects of a file: those that are not here yet, with their facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import models, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Organisation, Person, Theme
from projects.models import Participation, Phase, Project
from schuldenlab.lifecycle import Refused

from .openings import take_over_project
from .people import add_participation
from .standing import hand_over_project, stop_project


class How(models.TextChoices):
    """How a project of the file stands now."""

    RUNS = "runs", gettext_lazy("It runs")
    HANDED_OVER = "handed_over", gettext_lazy("It was handed over")
    ENDED = "ended", gettext_lazy("It ended")


@dataclass(frozen=True)
class TakenOver:
    """A project of the file. `started_on` is the first day of the year or month that it names.

    What does not run any more was over on `over_on`, and was handed over `to` somebody or ended.
    """

    title: str
    debt_phase: str
    target_group: str
    began: str
    started_on: date
    current_state: str
    partners: tuple[str, ...]
    figures: str
    sources: str
    theme: Theme | None = None
    how: str = How.RUNS
    to: str = ""
    over_on: date | None = None


@transaction.atomic
def import_projects(
    rows: Iterable[TakenOver], *, actor: Person | None, at: datetime, theme: Theme | None = None
) -> list[Project]:
    """Take over what is not here yet, under the theme of its row, else under this one.

    Organisations that we know take part.
    """
    there = {each.casefold() for each in Project.objects.values_list("title", flat=True)}
    known = {each.name: each for each in Organisation.objects.all()}
    made = []
    for row in rows:
        if row.title.casefold() in there:
            continue
        there.add(row.title.casefold())
        under = row.theme or theme
        if under is None:
            raise Refused(_("Choose the theme of “%(title)s”.") % {"title": row.title})
        _refuse_half(row)
        project = _take_over(row, under, actor, at)
        _let_take_part(project, row, known, actor, at)
        _close(project, row, actor, at)
        made.append(project)
    return made


def _refuse_half(row: TakenOver) -> None:
    """What is over, was over on a day; and what was handed over went to somebody."""
    if row.how != How.RUNS and row.over_on is None:
        raise Refused(
            _("Say since when “%(title)s” is handed over, or ended.") % {"title": row.title}
        )
    if row.how == How.HANDED_OVER and not row.to.strip():
        raise Refused(_("Say to whom “%(title)s” was handed over.") % {"title": row.title})


def _take_over(row: TakenOver, theme: Theme, actor: Person | None, at: datetime) -> Project:
    return take_over_project(
        theme,
        title=row.title,
        summary=_summary(row),
        kind=Phase.Kind.PILOT if "pilot" in row.current_state else Phase.Kind.PROJECT,
        started_on=row.started_on,
        ended_on=row.over_on if row.how == How.ENDED else None,
        ended_with=row.current_state if row.how == How.ENDED else "",
        debt_phase=row.debt_phase,
        target_group=row.target_group,
        current_state=row.current_state,
        began=row.began,
        figures=row.figures,
        sources=row.sources,
        actor=actor,
        at=at,
    )


def _let_take_part(
    project: Project,
    row: TakenOver,
    known: Mapping[str, Organisation],
    actor: Person | None,
    at: datetime,
) -> None:
    for organisation in (known[name] for name in row.partners if name in known):
        add_participation(
            project,
            organisation=organisation,
            kind=Participation.Kind.PARTNER,
            from_on=row.started_on,
            actor=actor,
            at=at,
        )


def _close(project: Project, row: TakenOver, actor: Person | None, at: datetime) -> None:
    """What does not run any more is handed over, or stopped."""
    if row.over_on is None or row.how == How.RUNS:
        return
    if row.how == How.HANDED_OVER:
        hand_over_project(
            project,
            to=row.to,
            handed_over_on=row.over_on,
            text=row.current_state,
            actor=actor,
            at=at,
        )
        return
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        day = row.over_on.strftime("%d-%m-%Y")
        reason = _("It ended on %(day)s: %(state)s.") % {"day": day, "state": row.current_state}
    stop_project(project, reason=reason, actor=actor, at=at)


def _summary(row: TakenOver) -> str:
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        words = _("For: %(group)s.") % {"group": row.target_group}
        if row.partners:
            words += " " + _("With: %(names)s.") % {"names": ", ".join(row.partners)}
    return words
