"""Chapters 11 and 23: what stands in people's own calendars."""

from datetime import datetime

from events import actions
from events.models import Meeting
from partners.models import Person

from . import cast
from .stage import Stage

OTHER_ROOM = "Zaal De Vliet, Voorbeeldkade 12, Den Haag"


def write(stage: Stage) -> None:
    """A director subscribes in spring; two weeks ago the network meeting got another room.

    What invited people get when a date is fixed, called off and fixed again (chapter 11) follows
    from the meetings themselves.
    """
    calendar = stage.calendar
    stage.on(calendar.at(-158, "12:40"), _subscribe)
    stage.on(calendar.lately(9, "11:20"), lambda at: _another_room(stage, at))


def _subscribe(at: datetime) -> None:
    person = Person.objects.get(email=cast.DIRECTOR.email)
    actions.start_feed(person, actor=person, at=at)


def _another_room(stage: Stage, at: datetime) -> None:
    meeting = Meeting.objects.get(starts_at=stage.calendar.at(50, "14:00"))
    actions.correct_meeting(
        meeting,
        subject=meeting.subject,
        place=OTHER_ROOM,
        actor=stage.manager,
        at=at,
    )
