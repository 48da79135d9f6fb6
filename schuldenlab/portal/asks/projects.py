"""Asks about projects: of who leads one, what its phases wait for."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.deadlines import CITY_ZONE
from projects.models import Leadership, Phase
from projects.querysets import on_day

from .ask import Ask, days_left

SOON = timedelta(days=30)


def project_asks(person: Any) -> list[Ask]:
    """Of the leader of a project, and of who stands in: to describe, to learn, to evaluate."""
    day = local_day(person.moment)
    led = on_day(Leadership.objects.filter(person=person), day)
    phases = (
        Phase.objects.open_now()
        .filter(project__in=led.values("project"), kind__in=["prototype", "pilot"])
        .select_related("project", "prototype", "pilot")
        .order_by("project_id", "ordinal")
    )
    return [ask for phase in phases for ask in _asked(person, phase, day)]


def _asked(person: Any, phase: Any, day: date) -> Iterator[Ask]:
    if phase.kind == Phase.Kind.PILOT:
        yield from _pilot(person, phase, day)
    elif phase.status == Phase.Status.RUNNING and not hasattr(phase, "prototype"):
        yield Ask(
            title=_("What do you try in “%(title)s”?") % {"title": phase.project.title},
            text=_("Write down what you try, and with whom. What you learn comes later."),
            icon="bulb",
            due=None,
            days_left=None,
            url=reverse("projects:prototype-describe", args=[phase.pk]),
            action=_("Describe the prototype"),
            waits=True,
        )


def _pilot(person: Any, phase: Any, day: date) -> Iterator[Ask]:
    """Described before it starts; evaluated from a month before its end, until that is done."""
    title = {"title": phase.project.title}
    pilot = getattr(phase, "pilot", None)
    if pilot is None:
        yield Ask(
            title=_("How big is the pilot of “%(title)s”, and until when?") % title,
            text=_("Also write down when it has succeeded. Then everybody knows what to expect."),
            icon="pencil",
            due=None,
            days_left=None,
            url=reverse("projects:pilot-describe", args=[phase.pk]),
            action=_("Describe the pilot"),
            waits=True,
        )
        return
    runs = phase.status == Phase.Status.RUNNING and pilot.evaluated_at is None
    if not runs or pilot.ends_on > day + SOON:
        return
    due = datetime.combine(pilot.ends_on, time.max, tzinfo=CITY_ZONE)
    yield Ask(
        title=_("What came out of the pilot of “%(title)s”?") % title,
        text=_("Its last day has passed. Say what came out, and whether it has succeeded.")
        if pilot.ends_on < day
        else _("The pilot ends soon. Plan its evaluation now."),
        icon="hourglass",
        due=due,
        days_left=days_left(person, due),
        url=reverse("projects:pilot-evaluate", args=[phase.pk]),
        action=_("Evaluate the pilot"),
        due_is_day=True,
        waits=True,
    )
