"""Clauses 7 and 8: behind the figures of projects, their stuurgroep and their money."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import Project
from schuldenlab.portal.measures.money import begun_in, without_money
from schuldenlab.portal.measures.offered import innovations
from schuldenlab.portal.measures.projects import gaps_of, steered_since

from .registry import trace
from .trace import Looking, Row, Rows, Trace, words_of


def _opened(look: Looking, projects: Any) -> set[int]:
    """Which of these projects the reader can open."""
    seen = Project.objects.visible_to(look.reader).filter(pk__in=[each.pk for each in projects])
    return set(seen.values_list("pk", flat=True))


@trace("stuurgroepen")
def stuurgroepen(look: Looking) -> Trace:
    """Projects that are steered, and those whose stuurgroep is not complete."""
    begun, taken_over = steered_since(look.asked)
    gaps = dict(gaps_of(begun, look.asked))
    opened = _opened(look, {**begun, **taken_over})

    def row(project: Any, text: str, **facts: Any) -> Row:
        url = project.get_absolute_url() if project.pk in opened else ""
        return Row(project.title, url, text, **facts)

    since = {**taken_over, **begun}

    def whole(project: Any) -> Row:
        return row(project, _("Runs since %(day)s") % {"day": words_of(since[project])})

    def short(project: Any) -> Row:
        text = _("Not complete since %(day)s") % {"day": words_of(gaps[project])}
        url = project.get_absolute_url()
        return row(project, text, **look.act(_("To the stuurgroep"), url))

    return Trace(
        counted=Rows([each for each in begun if each not in gaps], whole),
        missing=Rows(list(gaps), short),
        left_out=Rows(list(taken_over), whole),
    )


def _phase(phase: Any, opened: set[int], text: str, **facts: Any) -> Row:
    url = f"{phase.get_absolute_url()}#money-{phase.pk}" if phase.project_id in opened else ""
    return Row(f"{phase.project.title} ({phase.get_kind_display()})", url, text, **facts)


def _began(phase: Any) -> str:
    if phase.started_on is None:
        return _("Waits for its money")
    return _("Began on %(day)s") % {"day": words_of(phase.started_on)}


@trace("started_with_money")
def started_with_money(look: Looking) -> Trace:
    """Phases that began with their money arranged, and those that began without."""
    phases, taken_over = begun_in(look.asked)
    short = without_money(phases, look.asked)
    opened = _opened(look, {each.project for each in [*phases, *taken_over]})

    def say(phase: Any) -> Row:
        return _phase(phase, opened, _began(phase))

    return Trace(
        counted=Rows([each for each in phases if each not in short], say),
        missing=Rows(short, say),
        left_out=Rows(taken_over, say),
    )


@trace("offered_to_all")
def offered_to_all(look: Looking) -> Trace:
    """Innovations that were offered in time; those that were not, and those that can still be."""
    found = innovations(look.asked)
    every = [*found.offered, *found.missed, *found.waiting]
    opened = _opened(look, {each.project for each in every})
    waits = {each.pk for each in found.waiting}

    def yes(phase: Any) -> Row:
        return _phase(phase, opened, _("Offered to all partners"))

    def no(phase: Any) -> Row:
        if phase.pk not in waits:
            return _phase(phase, opened, _("Began before all partners were asked"))
        url = reverse("funding:round-open", args=[phase.funding_plan.pk])
        act = look.act(_("Offer it to all partners"), url)
        return _phase(phase, opened, _("Not offered yet"), **act)

    return Trace(
        counted=Rows(found.offered, yes),
        missing=Rows([*found.missed, *found.waiting], no),
    )
