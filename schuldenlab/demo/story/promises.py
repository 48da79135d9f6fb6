"""What the network promised, as data: clauses, signatures, themes with ambassadors, and series."""

from datetime import date, datetime

from events import actions as events
from partners import actions as partners
from partners.models import Framework

from . import texts
from .partner_data import PARTNERS
from .stage import Stage

SIGNED_ON = date(2025, 1, 15)
SERIES = (
    {
        "duty": "inspiration",
        "title": "Inspiratie-event",
        "title_en": "Inspiration event",
        "audience": "directors",
        "per_year": 1,
        "windows": [["05-15", "07-10"]],
        "duration_minutes": 180,
        "lead_days": 40,
    },
    {
        "duty": "network",
        "title": "Netwerkbijeenkomst",
        "title_en": "Network meeting",
        "audience": "network",
        "per_year": 2,
        "windows": [["03-01", "05-31"], ["10-01", "12-10"]],
        "duration_minutes": 210,
        "lead_days": 30,
    },
    {
        "duty": "leaders",
        "title": "Projectleiders",
        "title_en": "Project leaders",
        "audience": "leaders",
        "per_year": 4,
        "windows": [["01-15", "03-15"], ["04-01", "05-15"], ["08-25", "10-15"], ["11-01", "12-15"]],
        "duration_minutes": 120,
        "lead_days": 60,
    },
)


def write(stage: Stage) -> None:
    """The morning after everybody entered the register."""
    stage.on(stage.calendar.at(-330, "14:00"), lambda at: _clauses(stage, at))
    stage.on(stage.calendar.at(-330, "14:30"), lambda at: _sign(stage, at))
    stage.on(stage.calendar.at(-330, "15:00"), lambda at: _themes(stage, at))
    stage.on(stage.calendar.at(-330, "16:00"), lambda at: _series(stage, at))
    for days in range(-300, 0, 30):  # the clock plans every night; here once a month is enough
        stage.on(stage.calendar.at(days, "06:00"), _plan)


def _clauses(stage: Stage, at: datetime) -> None:
    for framework in Framework.objects.order_by("starts_on"):
        partners.load_clauses(framework, actor=stage.manager, at=at)


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


def _series(stage: Stage, at: datetime) -> None:
    for facts in SERIES:
        events.add_series(stage.framework, actor=stage.manager, at=at, **facts)
    _plan(at)


def _plan(at: datetime) -> None:
    events.plan_cadence(at=at)
