"""Asks of who leads a project whose business case is worked out: to write and submit it."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from projects.models import BusinessCase, Leadership, Phase
from projects.querysets import on_day

from .ask import Ask


def case_asks(person: Any) -> list[Ask]:
    """While the phase runs, until a version lies before the programmaraad. One query."""
    led = on_day(Leadership.objects.filter(person=person), local_day(person.moment))
    cases = BusinessCase.objects.filter(project=OuterRef("project"))
    phases = (
        Phase.objects.open_now()
        .filter(project__in=led.values("project"), kind="business_case", status="running")
        .filter(~Exists(cases.filter(status__in=["submitted", "approved"])))
        .annotate(draft=cases.filter(status="draft").order_by("-version").values("pk")[:1])
        .select_related("project")
        .order_by("project_id", "ordinal")
    )
    return [_ask(phase) for phase in phases]


def _ask(phase: Any) -> Ask:
    facts = {"title": phase.project.title}
    if phase.draft is None:
        return Ask(
            title=_("What does “%(title)s” cost, and what does it bring?") % facts,
            text=_("Write the business case. You begin with who pays and who gains."),
            icon="scales",
            due=None,
            days_left=None,
            url=reverse("projects:case-draft", args=[phase.project_id]),
            action=_("Begin the business case"),
            waits=True,
        )
    return Ask(
        title=_("Finish the business case of “%(title)s”") % facts,
        text=_("When it is ready, submit it. Then the programmaraad can decide."),
        icon="scales",
        due=None,
        days_left=None,
        url=reverse("projects:case-detail", args=[phase.draft]),
        action=_("Go on with the business case"),
        waits=True,
    )
