"""What the file of a year says of a record: its openness, its term, its metadata."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from partners.querysets.archived import years_kept
from schuldenlab.documents.grounds import in_words
from schuldenlab.documents.models import Openness

from .bag import Kept
from .mdto import Information, Restriction
from .register import Record


@dataclass(frozen=True)
class Context:
    """What is the same for every record of one file."""

    year: int
    source: str
    creator: str
    kind_list: str


def openness_words(judged: Openness | None) -> str:
    """How open a record is, in a word."""
    return str(judged.get_state_display()) if judged else _("not judged yet")


def why_closed(judged: Openness | None) -> str:
    """Grounds and explanation in one line."""
    if judged is None:
        return ""
    return ". ".join(part for part in (in_words(judged.grounds), judged.explanation) if part)


def restriction_of(judged: Openness | None) -> Restriction:
    """As the standard has it: no restriction, still to be said, or another with its words."""
    if judged is None:
        return Restriction("Nader te bepalen", _("not judged yet"))
    if judged.state == Openness.State.OPEN and judged.not_before_on is None:
        return Restriction("Geen beperking")
    text = ". ".join(part for part in (openness_words(judged), why_closed(judged)) if part)
    return Restriction("Overig", text, judged.not_before_on)


def term_words(term: str) -> str:
    """The same for a reader."""
    years = years_kept(term)
    return _("for ever") if years is None else _("%(years)s years") % {"years": years}


def kept_words(record: Record) -> str:
    """For how long a record is kept; of what still runs, that the term has not begun."""
    words = term_words(record.kind.term)
    if record.ended is None and years_kept(record.kind.term) is not None:
        return _("%(term)s after its end; it still runs") % {"term": words}
    return words


def identifier_of(record: Record) -> str:
    """By which a record is known in the metadata."""
    return f"{record.kind.code}-{record.number}"


def information_of(
    record: Record, judged: Openness | None, files: list[Kept], context: Context
) -> Information:
    """The metadata of one record."""
    return Information(
        identifier=identifier_of(record),
        source=context.source,
        name=record.title,
        kind=str(record.kind.label),
        kind_list=context.kind_list,
        on=record.on,
        creator=context.creator,
        restriction=restriction_of(judged),
        ended=record.ended,
        runs=record.kind.ends is not None,
        keep_years=years_kept(record.kind.term),
        within=(f"archief-{context.year}", f"{context.source} {context.year}"),
        files=[(kept.path, kept.path.rpartition("/")[2]) for kept in files],
    )


def row_of(record: Record, judged: Openness | None, files: list[Kept], belongs: str) -> Any:
    """One line of the index."""
    return {
        "number": identifier_of(record),
        "kind": str(record.kind.label),
        "title": record.title,
        "on": record.on,
        "openness": openness_words(judged),
        "ground": why_closed(judged),
        "kept": kept_words(record),
        "belongs": belongs,
        "files": files,
    }
