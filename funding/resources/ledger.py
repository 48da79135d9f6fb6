"""The ledger of a year as a table, with the columns that a bookkeeper asks."""

from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.db.models import Sum
from django.utils.translation import gettext as _

from funding.cover import NOTHING
from funding.models import CarryOver, Delivery, Instalment, Pledge
from funding.spreading import Due, Part, still_due
from partners.querysets import local_day
from partners.resources.tables import Table

COLUMNS: Final = (
    *("boekjaar", "categorie", "organisatie", "kvk", "projectcode", "fase", "vorm"),
    *("omschrijving", "status", "toegezegd_op", "voorwaarde", "termijn", "vervaldatum"),
    *("bedrag_toegezegd", "bedrag_ontvangen", "openstaand", "kenmerk"),
)


def ledger_table(pledges: Any, year: int, at: datetime, carried: Any = None) -> Table:
    """A row for each instalment of the year, by category and organisation; in four queries.

    Of what was withdrawn only what arrived for the year, and that is all that it asks. Something in
    kind without a value stands in the year of its offer, without amounts. `carried` are the amounts
    that may be told of what came from the year before and went to the year after.
    """
    parts = _parts(pledges, year, at)
    arrived = _arrived(pledges, year, at)
    found = pledges.filter(pk__in={*parts, *arrived, *_unvalued(pledges, year, at)})
    rows: list[tuple[Any, ...]] = []
    ordered = found.select_related("organisation", "plan__phase__project").order_by(
        "category", "organisation__name", "pk"
    )
    for each in ordered:
        got = arrived.get(each.pk, NOTHING)
        if each.withdrawn_at is not None and each.withdrawn_at <= at:
            if got:
                rows.append(_row(each, year, "", Due(Part(year, got), got)))
            continue
        dues = still_due(parts.get(each.pk, []), {year: got})
        if not dues:
            rows.append(_row(each, year, "", None))
        for number, due in enumerate(dues, start=1):
            rows.append(_row(each, year, f"{number}/{len(dues)}", due))
    if carried is not None:
        rows += [_carried(each, year) for each in _carries(carried, year, at)]
    return Table(_("Budget %(year)s") % {"year": year}, COLUMNS, rows)


def _carries(carried: Any, year: int, at: datetime) -> Any:
    rows = carried.held_at(at).filter(year__in=[year - 1, year])
    return rows.order_by("category", "year", "ordinal")


def _parts(pledges: Any, year: int, at: datetime) -> dict[int, list[Part]]:
    held = Instalment.objects.filter(schedule__pledge__in=pledges, year=year).held_at(at)
    found = defaultdict(list)
    for key, amount, due_on in held.values_list("schedule__pledge", "amount", "due_on"):
        found[key].append(Part(year, amount, due_on))
    return found


def _arrived(pledges: Any, year: int, at: datetime) -> dict[int, Decimal]:
    rows = Delivery.objects.held_at(at).filter(pledge__in=pledges, year=year, amount__isnull=False)
    return dict(rows.order_by().values_list("pledge").annotate(Sum("amount")))


def _unvalued(pledges: Any, year: int, at: datetime) -> list[int]:
    rows = pledges.filter(amount=None, withdrawn_at=None, offered_at__lte=at)
    return list(rows.filter(offered_at__year=year).values_list("pk", flat=True))


def _row(pledge: Pledge, year: int, number: str, due: Due | None) -> tuple[Any, ...]:
    phase = None if pledge.plan is None else pledge.plan.phase
    organisation = pledge.organisation
    return (
        year,
        str(pledge.get_category_display()),
        organisation.name,
        organisation.kvk_number or "",
        "" if phase is None else phase.project.code,
        "" if phase is None else str(phase.get_kind_display()),
        str(pledge.get_form_display()),
        pledge.text,
        str(pledge.get_status_display()),
        local_day(pledge.firm_at or pledge.offered_at),
        pledge.condition if pledge.waits_for_condition else "",
        number,
        None if due is None else due.part.due_on,
        None if due is None else due.part.amount,
        None if due is None else due.arrived,
        None if due is None else due.open,
        reference_of(pledge),
    )


def _carried(row: CarryOver, year: int) -> tuple[Any, ...]:
    """What came in is more, what went out is less."""
    is_out = row.year == year
    words = _("to %(year)s") if is_out else _("from %(year)s")
    other = row.next_year if is_out else row.year
    return (
        *(year, str(row.get_category_display()), "", "", "", "", _("carried over"), row.reason),
        *(words % {"year": other}, local_day(row.at), "", "", None),
        *(-row.amount if is_out else row.amount, None, None, f"M{row.pk}"),
    )


def reference_of(pledge: Pledge) -> str:
    """The same in every file, so that a bookkeeper finds a pledge again."""
    return f"T{pledge.pk}"
