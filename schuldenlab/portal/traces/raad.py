"""Clauses 2 and 5: behind the figures of the programmaraad, its programme and course changes."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import CourseChange
from schuldenlab.portal.measures.course import BEFORE, FIRST, crucial_changes
from schuldenlab.portal.measures.progress import raad_meetings
from schuldenlab.portal.measures.raad import held_seats, raad_of, submitted

from .registry import trace
from .trace import Looking, Row, Rows, Trace, words_of


@trace("programmaraad")
def programmaraad(look: Looking) -> Trace:
    """The seats that are held, and how many more are needed."""
    asked = look.asked
    raad = asked.once(raad_of)
    seats = [] if raad is None else held_seats(raad, asked)
    page = "seat-fill" if raad is not None else "raad-propose"
    url = reverse(f"programme:{page}", args=[asked.year])
    open_one = Row(_("An open seat"), raad.get_absolute_url() if raad else "")

    def say(seat: Any) -> Row:
        text = _("Seat since %(day)s") % {"day": words_of(seat.from_on)}
        return Row(seat.organisation.name, seat.raad.get_absolute_url(), text)

    return Trace(
        counted=Rows(seats, say),
        missing=Rows([open_one] * max(0, asked.framework.seats_min - len(seats))),
        todo=look.todo(_("Fill an open seat") if raad else _("Propose a programmaraad"), url),
    )


@trace("programme_adopted")
def programme_adopted(look: Looking) -> Trace:
    """The programme with its decision, or how far it is."""
    asked = look.asked
    programme = submitted(asked)
    decision = programme.decision if programme else None
    if decision is not None and decision.recorded_at <= asked.moment:
        text = _("Decision %(number)s") % {"number": decision.number}
        return Trace(Rows([Row(programme.title, decision.get_absolute_url(), text)]))
    text, url = _("Not put before the programmaraad yet"), ""
    title = _("The programme of %(year)s") % {"year": asked.year}
    ballot = programme.ballot if programme else None
    if ballot is not None and ballot.opened_at and ballot.opened_at <= asked.moment:
        text, url = _("The programmaraad votes, or voted, on it"), ballot.get_absolute_url()
    page = reverse("programme:programme-detail", args=[asked.year])
    todo = look.todo(_("To the programme"), page) if programme else None
    return Trace(missing=Rows([Row(title, url, text)]), todo=todo)


@trace("course_changes")
def course_changes(look: Looking) -> Trace:
    """Crucial changes that the raad decided first; and those that wait or went before."""
    rows = crucial_changes(look.asked)
    seen = set(
        CourseChange.objects.visible_to(look.reader)
        .filter(pk__in=rows.values("pk"))
        .values_list("pk", flat=True)[:500]
    )
    words = {
        FIRST: _("The programmaraad decided first"),
        BEFORE: _("Carried out before the programmaraad decided"),
    }

    def say(change: Any) -> Row:
        text = words.get(change.kind_then, _("Waits for the programmaraad"))
        return Row(change.title, change.get_absolute_url() if change.pk in seen else "", text)

    return Trace(
        counted=Rows(rows.filter(kind_then=FIRST), say),
        missing=Rows(rows.exclude(kind_then=FIRST), say),
    )


@trace("progress_reported")
def progress_reported(look: Looking) -> Trace:
    """Meetings of the raad with progress on the agenda that were there; and all others."""
    asked = look.asked
    meetings = raad_meetings(asked)

    def say(each: Any) -> Row:
        agenda = reverse("programme:raad-meeting", args=[each.meeting.pk])
        url = agenda if look.reader.standing.is_kernteam else each.meeting.get_absolute_url()
        name = each.meeting.subject or each.meeting.series.heading
        text = _("Progress is on the agenda") if each.is_told else _("No progress on the agenda")
        act = {} if each.is_told or each.is_over else look.act(_("Put it on the agenda"), agenda)
        return Row(name, url, text, each.on, **act)

    return Trace(
        counted=Rows([each for each in meetings if each.counts], say),
        missing=Rows([each for each in meetings if not each.counts], say),
    )
