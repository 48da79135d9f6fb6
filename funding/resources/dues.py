"""What is due as a table, for who keeps the books."""

from typing import Any

from django.utils.translation import gettext as _

from partners.resources.tables import Table

from .ledger import reference_of


def due_table(dues: Any) -> Table:
    """One row for each part of which something is still to come."""
    columns = (
        *(_("organisation"), _("form"), _("what"), _("for"), _("year"), _("due on")),
        *(_("value in euro"), _("still to come"), _("reference")),
    )
    rows = [_row(each, each.schedule.pledge) for each in dues]
    return Table(_("What is due"), columns, rows)


def _row(part: Any, pledge: Any) -> tuple[Any, ...]:
    return (
        pledge.organisation.name,
        str(pledge.get_form_display()),
        pledge.text,
        pledge.goal,
        part.year,
        part.due_on,
        part.amount,
        part.open,
        reference_of(pledge),
    )
