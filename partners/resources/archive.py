"""Where the records of the register name somebody, for who asks how long a name must stay."""

from collections.abc import Collection
from typing import Final

from partners.models import Signature
from partners.ports import NamedIn
from partners.querysets.archived import Naming, named_by
from schuldenlab.documents.models import Document

# A signature keeps the name of who signed by itself; who registered it on paper stands beside it.
NAMINGS: Final[tuple[Naming, ...]] = (
    (Signature, "registered_by", ("signed_on",), "decisions"),
    (Document, "uploaded_by", ("at",), "documents"),
)


def named_here(people: Collection[int]) -> list[NamedIn]:
    """Who registered a signature, and who handed a document in."""
    return named_by(NAMINGS, people)
