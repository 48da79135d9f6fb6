"""What the network promised: signatures, themes with ambassadors, and series of meetings."""

from datetime import date, datetime

from events import actions as events
from partners import actions as partners

from . import texts
from .partner_data import PARTNERS
from .stage import Stage

SIGNED_ON = date(2025, 1, 15)


def write(stage: Stage) -> None:
    """The morning after everybody entered the register."""
    stage.on(stage.calendar.at(-330, "14:30"), lambda at: _sign(stage, at))
    stage.on(stage.calendar.at(-330, "15:00"), lambda at: _themes(stage, at))
    stage.on(stage.calendar.at(-330, "16:00"), _plan)
    for days in range(-300, 0, 30):  # the clock plans every night; here once a month is enough
        stage.on(stage.calendar.at(days, "06:00"), _plan)


def _sign(stage: Stage, at: datetime) -> None:
    """All partners signed on paper, at the start or when they joined."""
    for partner in PARTNERS:
        partners.register_signature(
            stage.framework,
            organisation=stage.organisations[partner.letters],
            signatory=partner.director,
            function=texts.DIRECTOR,
            signed_on=max(partner.joined_on, SIGNED_ON),
            actor=stage.manager,
            at=at,
        )


def _themes(stage: Stage, at: datetime) -> None:
    themes = [
        partners.add_theme(name=name, description=words, actor=stage.manager, at=at)
        for name, words in texts.THEMES
    ]
    for number, partner in enumerate(PARTNERS):
        partners.become_ambassador(
            stage.organisations[partner.letters],
            theme=themes[number % len(themes)],
            from_on=max(partner.joined_on, SIGNED_ON),
            actor=stage.manager,
            at=at,
        )


def _plan(at: datetime) -> None:
    events.plan_cadence(at=at)
