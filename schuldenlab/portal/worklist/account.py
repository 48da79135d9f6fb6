"""The account of last year, which waits to be written and published."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import AnnualAccount, Programme

from .due import Due
from .today import Today

BY: Final = (4, 1)  # the account of a year is published by 1 April of the next one


def account_dues(today: Today) -> Iterator[Due]:
    """Until there is an edition that tells of the whole year; an interim one is not enough.

    Of a year that had no programme here, nothing is asked.
    """
    year = today.year - 1
    editions = AnnualAccount.objects.filter(year=year).values_list("status", "is_interim")
    found = set(editions)
    if ("published", False) in found:
        return
    if not Programme.objects.filter(year=year, adopted_at__lte=today.moment).exists():
        return
    has_draft = any(status == AnnualAccount.Status.DRAFT for status, _is_interim in found)
    page = "portal:account-write" if has_draft else "portal:account-start"
    yield Due(
        f"account:{year}:{'draft' if has_draft else 'none'}",
        _("Publish the annual account of %(year)s") % {"year": year},
        _("The texts are being written.") if has_draft else _("There is no draft yet."),
        reverse(page, args=[year]),
        _("Go on with the account") if has_draft else _("Begin the account"),
        date(today.year, *BY),
        "",
        "document",
    )
