"""Where the records of the year name somebody, for who asks how long a name must stay."""

from collections.abc import Collection
from typing import Final

from partners.ports import NamedIn
from partners.querysets.archived import Naming, named_by
from programme.models import (
    Commitment,
    CourseChange,
    Decision,
    DecisionStep,
    Delegate,
    ExplorationNote,
    Facilitator,
    ProgrammeVersion,
    Vote,
)

_DECIDED: Final = "decisions"
NAMINGS: Final[tuple[Naming, ...]] = (
    (Vote, "person", ("at",), _DECIDED),
    (Delegate, "person", ("until_on", "from_on"), _DECIDED),
    (Decision, "owner", ("taken_at",), _DECIDED),
    (DecisionStep, "owner", ("at",), _DECIDED),
    (DecisionStep, "person", ("at",), _DECIDED),
    (ProgrammeVersion, "person", ("at",), _DECIDED),
    (Commitment, "person", ("given_on",), _DECIDED),
    (CourseChange, "judged_by", ("recorded_at",), _DECIDED),
    (CourseChange, "proposed_by", ("recorded_at",), _DECIDED),
    (Facilitator, "person", ("until_on", "from_on"), "projects"),
    (ExplorationNote, "person", ("at",), "projects"),
)


def named_here(people: Collection[int]) -> list[NamedIn]:
    """Votes, seats, decisions, texts, commitments, changes of course and themes."""
    return named_by(NAMINGS, people)
