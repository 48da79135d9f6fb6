"""How the partners take part, and how they keep their own facts right."""

from datetime import date, datetime
from typing import Any

from events.workdays import next_working_day
from partners import actions
from partners.models import Involvement, Mandate, Way
from programme.actions import remind_reviews

from . import texts
from .calendar import moment, working_days_after
from .partner_data import PARTNERS
from .stage import Act, Stage

Form = Involvement.Form
CHOICES: dict[str, tuple[Form, ...]] = {
    "GD": (Form.RAAD, Form.STUURGROEP, Form.FINANCE, Form.HOST, Form.COMMUNICATE),
    "ZD": (Form.RAAD, Form.STUURGROEP, Form.FINANCE),
    "EZ": (Form.RAAD, Form.STUURGROEP, Form.KNOWLEDGE),
    "BN": (Form.RAAD, Form.FINANCE, Form.KNOWLEDGE),
    "CH": (Form.RAAD, Form.STUURGROEP, Form.HOST),
    "VH": (Form.RAAD, Form.FINANCE),
    "FV": (Form.STUURGROEP, Form.FINANCE),
    "BH": (Form.AMBASSADOR, Form.KNOWLEDGE),
    "CD": (Form.AMBASSADOR, Form.RAAD, Form.STUURGROEP),
    "WL": (Form.AMBASSADOR, Form.HOST),
    "WW": (Form.AMBASSADOR, Form.RAAD, Form.KNOWLEDGE),
    "TH": (Form.AMBASSADOR, Form.COMMUNICATE),
    "ZV": (Form.FINANCE, Form.KNOWLEDGE),
    "OZ": (Form.FOLLOW,),
    "SD": (Form.AMBASSADOR, Form.COMMUNICATE),
    "SW": (Form.AMBASSADOR, Form.FACILITATE, Form.HOST),
    "ZP": (Form.KNOWLEDGE,),
    "HZ": (Form.RAAD, Form.KNOWLEDGE, Form.FACILITATE),
    "RN": (Form.AMBASSADOR, Form.HOST),
    "PM": (Form.AMBASSADOR, Form.COMMUNICATE),
    "FB": (Form.FINANCE,),
    "DV": (Form.AMBASSADOR, Form.OTHER),
}
# The year before: most did nearly the same; some did not say.
BEFORE: dict[str, tuple[Form, ...]] = {
    **{letters: forms for letters, forms in CHOICES.items() if letters not in {"FB", "HZ"}},
    "OZ": (Form.AMBASSADOR, Form.KNOWLEDGE),
    "WN": (Form.AMBASSADOR, Form.KNOWLEDGE),
    "UR": (Form.AMBASSADOR,),
}
NOT_LOOKED = ("BM", "WN", "UR", "PM")
ASKS_TO_SIGN = "ZD"


def write(stage: Stage) -> None:
    """From the first morning until two days ago."""
    calendar = stage.calendar
    stage.on(calendar.at(-330, "15:30"), lambda at: _before(stage, at))
    for days in range(-329, 0, 30):  # the clock looks every hour; here once a month is enough
        stage.on(calendar.at(days, "10:05"), _remind)
    _looks(stage)
    begin = next_working_day(max(calendar.day(-325), date(calendar.year, 1, 7)))
    for number, letters in enumerate(CHOICES):
        _choice(stage, letters, working_days_after(moment(begin, "09:40"), 2 * number, "11:25"))
    stage.on(calendar.lately(2, "14:10"), lambda at: _ask_signing(stage, at))


def _remind(at: datetime) -> None:
    remind_reviews(at)


def _before(stage: Stage, at: datetime) -> None:
    """What the kernteam has on paper of the year before."""
    chosen_on = date(stage.calendar.year - 1, 2, 10)
    for letters, forms in BEFORE.items():
        facts = {"chosen_on": chosen_on, "way": Way.LETTER, "actor": stage.manager}
        _choose(stage, letters, forms, at, **facts)


def _choice(stage: Stage, letters: str, when: datetime) -> None:
    def act(at: datetime) -> None:
        facts = {"chosen_on": at.date(), "way": Way.ONLINE, "actor": stage.contacts[letters][0]}
        _choose(stage, letters, CHOICES[letters], at, **facts)

    stage.on(when, act)


def _choose(
    stage: Stage, letters: str, forms: tuple[Form, ...], at: datetime, **facts: Any
) -> None:
    actions.choose_involvement(
        stage.organisations[letters],
        year=facts["chosen_on"].year,
        forms=forms,
        other=texts.OTHERWISE if Form.OTHER in forms else "",
        note=texts.FOLLOWS if Form.FOLLOW in forms else "",
        at=at,
        **facts,
    )


def _looks(stage: Stage) -> None:
    """Most look through their facts within some weeks of the first request."""
    letters = [each.letters for each in PARTNERS if each.letters not in NOT_LOOKED]
    for number, each in enumerate(letters):
        when = working_days_after(stage.calendar.at(-328, "09:00"), number, "13:15")
        stage.on(when, _look(stage, each))


def _look(stage: Stage, letters: str) -> Act:
    def act(at: datetime) -> None:
        actions.confirm_review(stage.organisations[letters], actor=stage.directors[letters], at=at)

    return act


def _ask_signing(stage: Stage, at: datetime) -> None:
    """A director asks that the second contact may sign as well; the kernteam has not answered."""
    mandate = Mandate.objects.get(
        person=stage.contacts[ASKS_TO_SIGN][1], organisation=stage.organisations[ASKS_TO_SIGN]
    )
    actions.ask_signing(mandate, reason=texts.MAY_SIGN, actor=stage.directors[ASKS_TO_SIGN], at=at)
