"""Meetings of a programmaraad, and what comes on their agenda."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from events import actions as events
from events.models import AgendaItem, Meeting, MeetingSeries
from partners.models import Person
from programme import notifications
from programme.models import AgendaBallot, Ballot, Programmaraad
from schuldenlab.lifecycle import Refused, lock

DURATION, LEAD_DAYS = 120, 10  # minutes; working days between fixing the date and meeting


@transaction.atomic
def plan_raad_meeting(
    raad: Programmaraad,
    *,
    starts_at: datetime,
    subject: str = "",
    place: str = "",
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """Fix one more meeting of this raad. What waits for its next meeting comes on the agenda."""
    lock(raad)
    if raad.status != Programmaraad.Status.INSTALLED:
        raise Refused(_("This programmaraad is not installed."))
    window = raad.first_possible_on, date(raad.year, 12, 31)
    series = raad_series(raad, actor=actor, at=at)
    scheduled = Meeting.objects.filter(status=Meeting.Status.SCHEDULED, starts_at=starts_at)
    if scheduled.filter(series=series, year=raad.year).exists():  # who presses twice plans one
        raise Refused(_("At that moment the programmaraad meets already."))
    meeting = events.add_meeting(series, year=raad.year, window=window, actor=actor, at=at)
    events.schedule_meeting(
        meeting, starts_at=starts_at, subject=subject, place=place, actor=actor, at=at
    )
    for item in AgendaItem.objects.waiting(raad.year):
        events.put_item_on_agenda(item, meeting=meeting, actor=actor, at=at)
    return meeting


@transaction.atomic
def put_on_next_agenda(
    raad: Programmaraad,
    *,
    title: str,
    text: str,
    kind: str,
    actor: Person | None,
    at: datetime,
    ballot: Ballot | None = None,
    is_progress: bool = False,
) -> AgendaItem:
    """Put a point on the agenda of the raad's next meeting; without one it waits for its date.

    With `ballot` its text and rules are among the papers.
    """
    lock(raad)
    item = events.add_agenda_item(
        raad_series(raad, actor=actor, at=at),
        year=raad.year,
        meeting=Meeting.objects.of_raad(raad.year).upcoming(at).first(),
        kind=kind,
        title=title,
        text=text,
        is_progress=is_progress,
        actor=actor,
        at=at,
    )
    if ballot is not None:
        AgendaBallot.objects.create(item=item, ballot=ballot, recorded_at=at)
    return item


def put_on_meeting(ballot: Ballot, *, at: datetime) -> AgendaItem:
    """Voting came to nothing twice: the raad decides in a meeting. Part of closing the ballot."""
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        title = _("Decide: %(title)s") % {"title": ballot.title}
        text = _("Voting came to no decision twice. The programmaraad decides in this meeting.")
    item = put_on_next_agenda(
        ballot.raad,
        title=title,
        text=text,
        kind=AgendaItem.Kind.DECIDE,
        ballot=ballot,
        actor=None,
        at=at,
    )
    notifications.ballot_to_meeting(ballot, at=at)
    return item


def raad_series(raad: Programmaraad, *, actor: Person | None, at: datetime) -> MeetingSeries:
    """The series in which the programmaraad meets: as often as it needs, so nothing is owed."""
    found = MeetingSeries.objects.filter(
        framework=raad.framework_id, duty=MeetingSeries.Duty.RAAD
    ).first()
    if found is not None:
        return found
    with translation.override(settings.LANGUAGE_CODE):
        title = _("Programmaraad")
    return events.add_series(
        raad.framework,
        duty=MeetingSeries.Duty.RAAD,
        audience=MeetingSeries.Audience.RAAD,
        title=title,
        per_year=0,
        duration_minutes=DURATION,
        lead_days=LEAD_DAYS,
        actor=actor,
        at=at,
    )
