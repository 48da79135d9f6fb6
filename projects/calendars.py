"""The last day of a pilot as an entry in a calendar (iCalendar, RFC 5545)."""

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from events.ports import CalendarEntry
from events.workdays import add_working_days
from partners.querysets import local_day
from programme.deadlines import CITY_ZONE
from projects.models import Leadership, Pilot, StuurgroepMember
from projects.querysets import on_day

ENDS = time(17, 0)
LAST_HALF_HOUR = timedelta(minutes=30)
MORNING = time(9, 0)
AHEAD = 10  # working days: time to write the evaluation


def ends_of_pilots(person: Any) -> list[CalendarEntry]:
    """The planned last days of running pilots that this person leads or steers."""
    day, project = local_day(person.moment), OuterRef("phase__project")
    leads = on_day(Leadership.objects.filter(person=person, project=project), day)
    steers = StuurgroepMember.objects.on(day).filter(person=person, stuurgroep__project=project)
    running = Pilot.objects.filter(
        Exists(leads) | Exists(steers), phase__status="running", evaluated_at__isnull=True
    )
    pilots = running.select_related("phase__project").order_by("ends_on", "pk")
    return [_entry(pilot) for pilot in pilots]


def _entry(pilot: Pilot) -> CalendarEntry:
    project = pilot.phase.project
    path = project.get_absolute_url()
    ends_at = datetime.combine(pilot.ends_on, ENDS, tzinfo=CITY_ZONE)
    words = _("It has succeeded when: %(criterion)s\n\nEvaluate it here: %(url)s")
    return CalendarEntry(
        name=f"pilot-{pilot.pk}",
        starts_at=ends_at - LAST_HALF_HOUR,
        ends_at=ends_at,
        summary=_("Last day of the pilot “%(title)s”") % {"title": project.title},
        description=words % {"criterion": pilot.criterion, "url": settings.SITE_URL + path},
        path=path,
        is_busy=False,
        alarm_at=datetime.combine(
            add_working_days(pilot.ends_on, -AHEAD), MORNING, tzinfo=CITY_ZONE
        ),
    )
