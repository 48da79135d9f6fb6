"""What the kernteam can do now: on the staff desk, and on its own home page."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Programmaraad, Programme
from schuldenlab.web.ports import DeskGroup

from .meetings import meeting_actions
from .partners import framework_actions, partner_actions
from .year import programme_action, raad_action


def desk_groups(person: Any) -> list[DeskGroup]:
    """Acts by subject: the people, the raad, the programme."""
    day = local_day(person.moment)
    years = _years(day)
    raden = {raad.year: raad for raad in Programmaraad.objects.filter(year__in=years)}
    programmes = {
        programme.year: programme
        for programme in Programme.objects.filter(year__in=years).select_related("ballot")
    }
    return [
        DeskGroup(_("Partners"), partner_actions()),
        DeskGroup(_("Framework"), framework_actions(day)),
        DeskGroup(_("Programmaraad"), [raad_action(year, raden.get(year)) for year in years]),
        DeskGroup(_("Programme"), [programme_action(y, programmes.get(y)) for y in years]),
        DeskGroup(_("Meetings"), meeting_actions(person.moment)),
    ]


def _years(day: date) -> list[int]:
    """This year, and from September the next one as well."""
    september = 9
    return [day.year, day.year + 1] if day.month >= september else [day.year]
