"""Telling the kernteam what changed in its worklist; what is in it, the portal works out."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from partners import notifications
from partners.models import Person
from partners.notifications import WorkFact, last_days
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import lock

VERB = "tell_worklist"


@transaction.atomic
def tell_worklist(person: Person, *, work: Sequence[WorkFact], at: datetime) -> bool:
    """One letter a day, only when items or last days differ from what the last letter told.

    What was told stands in the trail, so that it is found again whatever becomes of the letter.
    The clock may come twice, also at once: the second waits for the first, and has nothing to tell.
    """
    lock(person)
    told = _last_told(person)
    before = None if told is None else told.facts["due"]
    is_told_today = told is not None and local_day(told.at) >= local_day(at)
    now = last_days(work)
    if is_told_today or now == (before or {}):
        return False
    notifications.worklist_changed(person, work=work, before=before, at=at)
    record(VERB, person, actor=None, at=at, facts={"due": now})
    return True


def _last_told(person: Person) -> Entry | None:
    label = person._meta.label_lower  # noqa: SLF001 - Django's name for it
    mine = Entry.objects.filter(subject_type=label, subject_id=str(person.pk), verb=VERB)
    return mine.order_by("-id").first()
