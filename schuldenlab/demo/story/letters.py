"""Letters of the kernteam: a date to keep free, news, one being written, and one that came back."""

from datetime import datetime

from events import actions as events
from events.models import Circular, Meeting, MeetingSeries
from partners import actions as partners
from partners.models import Person
from schuldenlab.outbox.actions import note_bounce
from schuldenlab.outbox.models import DAILY, WEEKLY, Letter

from . import cast
from .letter_texts import CAME_BACK, DRAFT, NEWS, SAVE_THE_DATE
from .stage import Stage


def write(stage: Stage) -> None:
    """One contact asks for news once a day, one once a week; three letters, of which two went out.

    A few days ago a mail to a contact came back, for her mailbox is full.
    """
    calendar = stage.calendar
    stage.on(calendar.at(-318, "15:20"), lambda at: _once_a_day(stage, at))
    stage.on(calendar.at(-317, "09:40"), lambda at: _paced(stage.contacts["EZ"][0], WEEKLY, at))
    stage.on(calendar.at(-147, "10:05"), lambda at: _save_the_date(stage, at))
    stage.on(calendar.at(-20, "15:40"), lambda at: _news(stage, at))
    stage.on(calendar.lately(3, "08:50"), lambda at: _came_back(stage.contacts["ZD"][0], at))
    stage.on(calendar.lately(2, "14:25"), lambda at: _draft(stage, at))


def _once_a_day(stage: Stage, at: datetime) -> None:
    person = next(each for each in stage.contacts["BN"] if each.email == cast.CONTACT.email)
    _paced(person, DAILY, at)


def _paced(person: Person, pace: str, at: datetime) -> None:
    facts = {"name": person.name, "language": person.language}
    partners.correct_person(person, **facts, pace=pace, actor=person, at=at)


def _came_back(person: Person, at: datetime) -> None:
    """The newest that went to this person, as the mail server of that partner reports it."""
    letter = Letter.objects.filter(person=person, status=Letter.Status.SENT).latest("sent_at")
    facts = {"address": letter.address, "message_id": letter.message_id}
    note_bounce(CAME_BACK.format(**facts).encode(), at=at)


def _coming(duty: str, at: datetime) -> Meeting | None:
    found: Meeting | None = (
        Meeting.objects.upcoming(at).filter(series__duty=duty).select_related("series").first()
    )
    return found


def _save_the_date(stage: Stage, at: datetime) -> None:
    """To all directors, as soon as the date is fixed; the writer tried it on herself first."""
    letter = events.draft_circular(
        kind=Circular.Kind.SAVE_THE_DATE,
        audience=Circular.Audience.DIRECTORS,
        meeting=_coming(MeetingSeries.Duty.INSPIRATION, at),
        **SAVE_THE_DATE,
        actor=stage.manager,
        at=at,
    )
    events.test_circular(letter, actor=stage.manager, at=at)
    events.send_circular(letter, based_on=letter.edition, actor=stage.manager, at=at)


def _news(stage: Stage, at: datetime) -> None:
    letter = events.draft_circular(
        kind=Circular.Kind.NEWS,
        audience=Circular.Audience.NETWORK,
        **NEWS,
        actor=stage.manager,
        at=at,
    )
    events.send_circular(letter, actor=stage.manager, at=at)


def _draft(stage: Stage, at: datetime) -> None:
    events.draft_circular(
        kind=Circular.Kind.SAVE_THE_DATE,
        audience=Circular.Audience.NETWORK,
        meeting=_coming(MeetingSeries.Duty.NETWORK, at),
        **DRAFT,
        actor=stage.manager,
        at=at,
    )
