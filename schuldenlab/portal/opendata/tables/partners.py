"""The table of partners."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from partners.models import Sector
from schuldenlab.portal.opendata.table import Column, Kind, Row, Table, cells
from schuldenlab.portal.published import public_partners, version_of

COLUMNS = (
    Column("number", Kind.INTEGER, _("number of the partner; stays the same")),
    Column("name", Kind.TEXT, _("name of the organisation")),
    Column("sector", Kind.TEXT, _("kind of organisation"), values=Sector.choices),
    Column("website", Kind.TEXT, _("website"), is_required=False, form="uri"),
    Column(
        "description",
        Kind.TEXT,
        _("what the partner says of itself, in its own words"),
        is_required=False,
    ),
    Column("partner_since", Kind.DAY, _("first day as a partner")),
)


def rows(at: datetime) -> Iterable[Row]:
    """One for each partner."""
    return (cells(COLUMNS, each) for each in public_partners(at))


PARTNERS = Table(
    "partners",
    _("Partners"),
    _("The organisations that are a partner today and show themselves to everybody."),
    COLUMNS,
    ("number",),
    rows,
    lambda at: version_of("partners", at),
)
