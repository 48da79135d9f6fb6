"""The clock of the worklist. Safe to come twice, late, or not at all."""

from datetime import datetime, timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone, translation

from events.workdays import is_working_day
from partners import actions
from partners.models import KernteamMember
from partners.notifications import WorkFact
from schuldenlab.audit.origin import acting_from
from schuldenlab.outbox.hours import CITY_ZONE

from .worklist import worklist_of

MORNING = timedelta(hours=2)


@shared_task
def tell_worklist() -> int:
    """Tell the kernteam on the morning of a working day what changed in its worklist."""
    with acting_from("clock"):
        return tell_kernteam(timezone.now())


def tell_kernteam(at: datetime) -> int:
    """Each member in its own language; returns how many got a letter.

    After that morning nobody is told: what changes during the day stands in the next letter.
    """
    if not is_morning(at):
        return 0
    day = at.astimezone(CITY_ZONE).date()
    terms = KernteamMember.objects.on(day).filter(person__is_active=True).select_related("person")
    work: dict[str, list[WorkFact]] = {}
    told = 0
    for term in terms.order_by("person_id"):
        language = term.person.language
        if language not in work:
            with translation.override(language):
                work[language] = [
                    WorkFact(due.key, due.title, due.url, due.due_on) for due in worklist_of(at)
                ]
        told += actions.tell_worklist(term.person, work=work[language], at=at)
    return told


def is_morning(at: datetime) -> bool:
    """Whether this is the time of the letter: two hours long, for a clock that comes late."""
    local = at.astimezone(CITY_ZONE)
    begins = datetime.combine(local.date(), settings.WORKLIST_AT, tzinfo=CITY_ZONE)
    return is_working_day(local.date()) and begins <= local < begins + MORNING
