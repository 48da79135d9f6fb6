"""Chapter 21: the successor of the framework is open, and nine partners have signed it."""

from datetime import datetime, timedelta
from functools import partial

from partners import actions
from partners.models import Framework
from partners.querysets import local_day

from . import cast, texts
from .partner_data import PARTNERS, Partner
from .stage import Stage

YEARS = 4
SIGNED = 9


def write(stage: Stage) -> None:
    """Three weeks ago until yesterday; one came on paper and was recorded some days later."""
    calendar = stage.calendar
    stage.on(calendar.at(-22, "09:00"), lambda at: _open(stage, at))
    staying = [partner for partner in PARTNERS if partner.letters != "VH"][:SIGNED]
    for number, partner in enumerate(staying[:-1]):
        signed = calendar.lately(1 + (number * 3) % 12, f"1{number % 6}:{10 + number * 5}")
        stage.on(signed, partial(_sign, stage, partner, days=0))
    stage.on(calendar.lately(3, "09:40"), partial(_sign, stage, staying[-1], days=6))


def _open(stage: Stage, at: datetime) -> None:
    old = stage.framework
    year = old.ends_on.year + 1
    new = actions.adopt_framework(
        title=texts.SUCCESSOR % {"first": year, "last": year + YEARS - 1},
        motto=texts.MOTTO,
        starts_on=old.ends_on + timedelta(days=1),
        ends_on=old.ends_on.replace(year=old.ends_on.year + YEARS),
        host=stage.organisations[cast.HOST],
        predecessor=old,
        actor=stage.manager,
        at=at,
    )
    actions.load_clauses(new, actor=stage.manager, at=at)
    actions.open_for_signature(new, actor=stage.manager, at=at)


def _sign(stage: Stage, partner: Partner, at: datetime, *, days: int) -> None:
    """Signed some days before it was recorded."""
    actions.register_signature(
        Framework.objects.get(predecessor=stage.framework),
        organisation=stage.organisations[partner.letters],
        signatory=partner.director,
        function=texts.DIRECTOR,
        signed_on=local_day(at) - timedelta(days=days),
        actor=stage.manager,
        at=at,
    )
