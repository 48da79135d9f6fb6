"""Whose name stands in records that are still kept: it stays until their term is over.

The terms are `ARCHIVE_TERMS`, in years from the end of the year of the record; 0 is for ever. What
the archive of the municipality took in is kept there, so its year holds nobody any more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, Final

from django.conf import settings
from django.db.models import DateField, TextField, Value
from django.db.models.functions import Cast, Coalesce, ExtractYear
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.ports import NamedIn, named_in
from schuldenlab.documents.models import YearTransfer

# The last day of whoever waits for the archive to take a year in, however long that is.
NO_DAY: Final = date.max
# A model, by which field it names somebody, by which day it belongs to a year, and its term.
Naming = tuple[Any, str, Sequence[str], str]


def years_kept(term: str) -> int | None:
    """For how many years records of this term are kept; None is for ever."""
    years: int = settings.ARCHIVE_TERMS[term]
    return years or None


def released_on(term: str, year: int) -> date:
    """From which day a record of a year need not be kept any more."""
    years = years_kept(term)
    return NO_DAY if years is None else date(year + 1 + years, 1, 1)


def named_by(namings: Iterable[Naming], people: Collection[int]) -> list[NamedIn]:
    """In which years these people are named, by what kind of record; one query for them all."""
    parts = [_pairs(*naming, people) for naming in namings]
    first, *others = parts
    return [NamedIn(*row) for row in first.union(*others)]


def _pairs(model: Any, who: str, when: Sequence[str], term: str, people: Collection[int]) -> Any:
    day = Coalesce(*(Cast(each, DateField()) for each in when), Value(None, DateField()))
    rows = model._base_manager.filter(**{f"{who}__in": people})  # noqa: SLF001
    dated = rows.annotate(
        its_term=Value(term, output_field=TextField()), its_year=ExtractYear(day)
    ).filter(its_year__isnull=False)
    return dated.order_by().values_list(who, "its_term", "its_year")


def held_until(people: Collection[int], day: date) -> dict[int, date]:
    """Who of these people is named in what is still kept, and until which day; `NO_DAY`: for ever.

    Nobody is in it whose records are all over their term, or in the archive.
    """
    if not people:
        return {}
    taken_in = YearTransfer.objects.transferred(day)
    found: dict[int, date] = {}
    for named in named_in(people):
        until = released_on(named.term, named.year)
        if named.year not in taken_in and day < until:
            found[named.person_id] = max(until, found.get(named.person_id, until))
    return found


def why_held(until: date) -> str:
    """Why a name stays for now and until when, for whom it is about or who answers them."""
    first = _("Records of the archive name this person, and these must stay as they are by law.")
    if until == NO_DAY:
        then = _("The name can go once the archive of the municipality has taken these years in.")
    else:
        then = _("The name can go from %(day)s, or sooner when the archive takes these years in.")
        then %= {"day": date_format(until, "DATE_FORMAT")}
    return f"{first} {then}"
