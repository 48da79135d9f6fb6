"""What the kernteam can do now: on the staff desk, and on its own home page."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Programmaraad, Programme
from schuldenlab.web.ports import DeskAction, DeskGroup

from .ballots import ballot_actions
from .budget import budget_actions
from .cases import case_actions
from .course import change_actions
from .decisions import decision_actions
from .meetings import meeting_actions, raad_meetings_action
from .money import money_actions
from .partners import framework_actions, partner_actions
from .polls import poll_actions
from .projects import project_actions
from .replies import reply_actions
from .reports import report_actions
from .seats import open_seat_actions
from .stepin import stepin_actions
from .themes import theme_actions
from .year import closing_actions, programme_action, raad_action


def desk_groups(person: Any) -> list[DeskGroup]:
    """Acts by subject: the people, the raad, the programme, the ballots."""
    day = local_day(person.moment)
    years = _years(day)
    found = Programmaraad.objects.filter(Q(year__in=years) | Q(status="installed"))
    raden = {raad.year: raad for raad in found.select_related("framework")}
    programmes = {
        programme.year: programme
        for programme in Programme.objects.filter(year__in=years).select_related("ballot")
    }
    raad_actions = [
        *open_seat_actions(list(raden.values()), day),
        *(raad_action(year, raden.get(year)) for year in years),
    ]
    return [
        DeskGroup(_("Partners"), partner_actions()),
        DeskGroup(_("Framework"), framework_actions(day)),
        DeskGroup(
            _("Programmaraad"),
            [
                *raad_actions,
                *(raad_meetings_action(raad) for raad in raden.values() if raad.installed_at),
            ],
        ),
        DeskGroup(
            _("Programme"),
            [*closing_actions(day), *(programme_action(y, programmes.get(y)) for y in years)],
        ),
        DeskGroup(_("Innovation themes"), theme_actions(person.moment, years)),
        DeskGroup(_("Projects"), _project_actions(person.moment, day)),
        DeskGroup(_("Budget"), budget_actions(person.moment)),
        DeskGroup(_("Course changes"), change_actions()),
        DeskGroup(_("Ballots"), ballot_actions(raden.values())),
        DeskGroup(_("Decisions"), decision_actions(day)),
        DeskGroup(_("Meetings"), _meeting_actions(person)),
    ]


def _years(day: date) -> list[int]:
    """This year, and from September the next one as well."""
    september = 9
    return [day.year, day.year + 1] if day.month >= september else [day.year]


def _project_actions(at: datetime, day: date) -> list[DeskAction]:
    """What projects and their money wait for."""
    return [
        *case_actions(),
        *report_actions(day),
        *stepin_actions(at),
        *money_actions(at),
        *project_actions(at),
    ]


def _meeting_actions(person: Any) -> list[DeskAction]:
    """What meetings wait for: dates, answers, records."""
    at = person.moment
    return [*poll_actions(at), *reply_actions(at), *meeting_actions(at)]
