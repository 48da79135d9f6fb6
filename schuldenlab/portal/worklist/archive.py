"""Requests under the Woo that wait for an answer, and a year that is to go to the archive."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from schuldenlab.documents.models import WooRequest, YearTransfer
from schuldenlab.portal.archive.dossier import answer_by
from schuldenlab.web.written import quoting

from .due import Due
from .today import Today

TRANSFER_MONTHS = 6  # after a year is over


def archive_dues(today: Today) -> Iterator[Due]:
    """Each request with its last day; then last year as long as the archive has not got it."""
    for request in WooRequest.objects.waiting():
        yield Due(
            f"woo:{request.pk}",
            _("Answer Woo request %(reference)s") % {"reference": request.reference},
            quoting(_("It is about “%(subject)s”."), subject=request.subject),
            request.get_absolute_url(),
            _("Go to the request"),
            answer_by(request),
            icon="search",
        )
    yield from _transfer(today)


def _transfer(today: Today) -> Iterator[Due]:
    """Only where the archive took an earlier year in: another lab may do it in another way."""
    year = today.year - 1
    known = set(YearTransfer.objects.values_list("year", flat=True))
    if known and year not in known:
        yield Due(
            f"archive-year:{year}",
            _("Bring %(year)s to the archive") % {"year": year},
            _("The year is over. Judge what is left, make the file and hand it to the archive."),
            reverse("portal:archive"),
            _("Go to the archive"),
            date(today.year, TRANSFER_MONTHS, 30),
            icon="document",
        )
