"""Changes of course that wait for the kernteam, and points that wait for an agenda of the raad."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import AgendaItem
from programme.models import CourseChange

from .due import Due
from .today import Today

MEASURE = "course_changes"
Status = CourseChange.Status


def course_dues(today: Today) -> Iterator[Due]:
    """To judge, to put to the raad, to carry out; and what is told to it at its next meeting.

    The last day is that on which the papers of the next meeting of the raad go out.
    """
    without_ballot = Q(ballot__isnull=True) | Q(ballot__status="closed")
    waiting = Q(status__in=[Status.PROPOSED, Status.MINOR, Status.ADOPTED]) | (
        Q(status__in=[Status.CRUCIAL, Status.AHEAD]) & without_ballot
    )
    changes = CourseChange.objects.filter(waiting).select_related("raad").order_by("pk")
    for change in changes:
        yield _due(change, today.papers_on(change.raad.year))
    yield from _points(today)


def _due(change: CourseChange, papers_on: date | None) -> Due:
    named = {"title": change.title}
    if change.status == Status.PROPOSED:
        is_whole = bool(change.why and change.effect)
        name = "change-judge" if is_whole else "change-write"
        title = _("Judge the course change “%(title)s”") % named
        text = _("Crucial or not? A crucial one is decided by the programmaraad first.")
        if not is_whole:
            text = _("First write down why, and what the effect is.")
        button = _("Judge the change") if is_whole else _("Complete the text")
        icon, last = "scales", papers_on
    elif change.status in {Status.CRUCIAL, Status.AHEAD}:
        name, icon, last = "change-ballot", "ballot", papers_on
        title = _("Put the course change “%(title)s” to the programmaraad") % named
        text = _("It is crucial: the programmaraad decides before we carry it out.")
        if change.status == Status.AHEAD:
            text = _("It went first because it was urgent. The programmaraad still decides on it.")
        button = _("Make the ballot")
    else:
        name, icon, last = "change-carry-out", "check", None
        title = _("Carry out the course change “%(title)s”") % named
        text = _("Agreed, or not crucial. Record when it is done.")
        button = _("Record that it is done")
    url = reverse(f"programme:{name}", args=[change.pk])
    return Due(f"change:{change.pk}:{change.status}", title, text, url, button, last, MEASURE, icon)


def _points(today: Today) -> Iterator[Due]:
    """Points for the raad of this year or the next that no meeting has on its agenda yet."""
    years = [today.year, today.year + 1]
    waiting = AgendaItem.objects.standing().filter(
        meeting__isnull=True, series__duty="raad", year__in=years
    )
    counted = waiting.order_by().values_list("year").annotate(Count("pk"))
    for year, count in counted.order_by("year"):
        last = today.papers_on(year)
        title = ngettext(
            "Put %(count)s point on an agenda of the programmaraad",
            "Put %(count)s points on an agenda of the programmaraad",
            count,
        )
        text = _("It waits until a meeting has a date.")
        if last is not None:
            text = _("The papers go out a week before the meeting.")
        yield Due(
            f"raad-points:{year}",
            title % {"count": count},
            text,
            reverse("programme:raad-meetings", args=[year]),
            _("See the meetings"),
            last,
            MEASURE,
            "list",
        )
