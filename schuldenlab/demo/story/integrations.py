"""Which programs read along: a dashboard of the bank, and a trial that stopped."""

from datetime import datetime, timedelta

from partners import actions
from partners.models import ApiToken, Person
from partners.querysets import local_day

from . import cast
from .stage import Stage

TRIAL, DASHBOARD = "Proef met het jaarbericht", "Dashboard van de afdeling strategie"


def write(stage: Stage) -> None:
    """In spring a trial was made and stopped; since autumn a dashboard asks every morning."""
    calendar = stage.calendar
    stage.on(calendar.at(-170, "11:05"), lambda at: _make(stage, TRIAL, at))
    stage.on(calendar.at(-120, "16:20"), _stop)
    stage.on(calendar.at(-40, "09:40"), lambda at: _make(stage, DASHBOARD, at))
    stage.on(calendar.lately(1, "06:30"), _ask)


def _make(stage: Stage, purpose: str, at: datetime) -> None:
    contact = Person.objects.get(email=cast.CONTACT.email)
    last = local_day(at) + timedelta(days=360)
    organisation = stage.organisations["BN"]
    actions.make_token(organisation, purpose=purpose, expires_on=last, actor=contact, at=at)


def _stop(at: datetime) -> None:
    director = Person.objects.get(email=cast.DIRECTOR.email)
    actions.revoke_token(ApiToken.objects.get(purpose=TRIAL), actor=director, at=at)


def _ask(at: datetime) -> None:
    actions.note_use(ApiToken.objects.get(purpose=DASHBOARD), at=at)
