"""The table of meetings."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from events.models import Meeting, MeetingSeries
from schuldenlab.portal.opendata.table import Column, Kind, Row, Table, cells
from schuldenlab.portal.published import public_meetings, version_of

DATED = {Meeting.Status.SCHEDULED, Meeting.Status.HELD}
COLUMNS = (
    Column("number", Kind.INTEGER, _("number of the meeting; stays the same")),
    Column("name", Kind.TEXT, _("what it is about, else the name of its series and a number")),
    Column("name_en", Kind.TEXT, _("the same in English, where there is an English name")),
    Column("kind", Kind.TEXT, _("kind of meeting"), values=MeetingSeries.Duty.choices),
    Column("starts_at", Kind.MOMENT, _("when it begins")),
    Column("ends_at", Kind.MOMENT, _("when it ends")),
    Column(
        "status",
        Kind.TEXT,
        _("whether it was held"),
        values=[each for each in Meeting.Status.choices if each[0] in DATED],
    ),
)


def rows(at: datetime) -> Iterable[Row]:
    """One for each meeting."""
    return (cells(COLUMNS, each) for each in public_meetings(at))


MEETINGS = Table(
    "bijeenkomsten",
    _("Meetings"),
    _("The meetings whose dates everybody may know, from last year until next year."),
    COLUMNS,
    ("number",),
    rows,
    lambda at: version_of("meetings", at),
)
