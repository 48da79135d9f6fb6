"""Questions about partners and the framework that only the storeys above can answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from schuldenlab.web.ports import Gather, Port


@dataclass(frozen=True)
class NamedIn:
    """Somebody is named in a record of that year, which is kept for that term."""

    person_id: int
    term: str
    year: int


no_meetings: list[Any] = []
no_titles: Mapping[str, Any] = {}
# What is measured, in words, by the code of the measure.
measure_titles: Port[Mapping[str, Any]] = Port("measure_titles", no_titles)

nothing: tuple[str, ...] = ()
# What happens when a partner leaves, in sentences, by the organisation and a moment.
follows_from_leaving: Port[tuple[str, ...]] = Port("follows_from_leaving", nothing)
# The seat of a partner in the programmaraad of a year, by the organisation, the year and a day.
raad_seat: Port[Any] = Port("raad_seat", None)
# The meetings of a year at which a partner was present, by the organisation and the year.
meetings_attended: Port[list[Any]] = Port("meetings_attended", no_meetings)
no_amounts: Mapping[int, Decimal] = {}
# What the host of a framework pledged for certain to the work of the network itself, by year; by
# the organisation and a moment.
contribution_pledged: Port[Mapping[int, Decimal]] = Port("contribution_pledged", no_amounts)
# Where the kernteam records what the host of a framework pledges to that, by the framework.
contribution_door: Port[str] = Port("contribution_door", "")
# In which records of the archive these people are named: asked with their numbers.
named_in: Gather[NamedIn] = Gather("named_in")
