"""A year as one file, and its transfer to the archive of the municipality."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.documents.models import YearExport, YearTransfer
from schuldenlab.lifecycle import Refused


@transaction.atomic
def export_year(
    *, year: int, sha256: str, size: int, records: int, actor: Person | None, at: datetime
) -> YearExport:
    """A file of this year was made and handed out: who got it, and by which hash it is known."""
    export = YearExport.objects.create(
        year=year, sha256=sha256, size=size, records=records, exported_by=actor, at=at
    )
    facts = {"year": year, "records": records, "size": size}
    record("export_year", export, actor=actor, at=at, facts=facts)
    return export


@transaction.atomic
def record_transfer(
    export: YearExport, *, reference: str, on: date, actor: Person | None, at: datetime
) -> YearTransfer:
    """The archive took this file in. Names of that year may leave the lab from then on.

    Only a year that is over goes to the archive, and only once.
    """
    day = local_day(at)
    if on > day:
        raise Refused(_("This day has not come yet. Fill in today or an earlier day."))
    if local_day(export.at).year <= export.year:
        raise Refused(_("This file was made before the year was over. Make a new one first."))
    if on < local_day(export.at):
        raise Refused(_("The archive cannot have taken it in before the file was made."))
    if YearTransfer.objects.filter(year=export.year).exists():
        raise Refused(_("This year went to the archive already."))
    transfer = YearTransfer.objects.create(
        year=export.year,
        export=export,
        reference=reference.strip(),
        on=on,
        recorded_by=actor,
        at=at,
    )
    record("record_transfer", transfer, actor=actor, at=at, facts={"year": export.year})
    return transfer
