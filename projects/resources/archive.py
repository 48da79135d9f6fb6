"""Where the records of projects name somebody, for who asks how long a name must stay."""

from collections.abc import Collection
from typing import Final

from partners.ports import NamedIn
from partners.querysets.archived import Naming, named_by
from projects.models import BusinessCase, Leadership, ProgressReport, ProjectNote, StuurgroepMember

_WORK: Final = "projects"
NAMINGS: Final[tuple[Naming, ...]] = (
    (Leadership, "person", ("until_on", "from_on"), _WORK),
    (StuurgroepMember, "person", ("until_on", "from_on"), _WORK),
    (ProgressReport, "person", ("reported_at",), _WORK),
    (BusinessCase, "author", ("submitted_at",), _WORK),
    (ProjectNote, "person", ("at",), _WORK),
)


def named_here(people: Collection[int]) -> list[NamedIn]:
    """Leaders, members of a stuurgroep, and who reported, reckoned or wrote."""
    return named_by(NAMINGS, people)
