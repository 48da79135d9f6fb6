"""The discount rate: what holds from which day. A later rate comes beside an earlier one."""

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from partners.models import Person
from projects.models import DiscountRate
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused

# Real, so without inflation; what every lab starts with.
KNOWN: Final = (
    (
        Decimal("2.25"),
        date(2021, 1, 1),
        "Vastgesteld door het kabinet, op advies van de Werkgroep discontovoet 2020",
    ),
)


@transaction.atomic
def load_rates(*, at: datetime) -> None:
    """Write down the rates that every lab starts with, as far as they are not there."""
    DiscountRate.objects.bulk_create(
        [
            DiscountRate(percent=percent, valid_from=day, source=source, recorded_at=at)
            for percent, day, source in KNOWN
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def add_rate(
    *, percent: Decimal, valid_from: date, source: str, actor: Person | None, at: datetime
) -> DiscountRate:
    """From this day on new cases are counted by this rate; cases that exist keep theirs."""
    rate = DiscountRate(
        percent=percent, valid_from=valid_from, source=" ".join(source.split()), recorded_at=at
    )
    rate.full_clean(validate_unique=False)
    try:
        with transaction.atomic():
            rate.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(_("There is a rate that holds from this day already.")) from error
    facts = {"percent": str(percent), "valid_from": valid_from.isoformat()}
    record("add_rate", rate, actor=actor, at=at, facts=facts)
    return rate


def rate_on(day: date, *, at: datetime) -> DiscountRate:
    """The rate that holds on a day; a lab that never counted anything gets the known ones first."""
    rate: DiscountRate | None = DiscountRate.objects.on(day)
    if rate is None:
        load_rates(at=at)
        rate = DiscountRate.objects.on(day)
    if rate is None:
        raise Refused(_("There is no discount rate yet that holds on this day."))
    return rate
