"""What is written down of each kind, as data: fields of its row, and rows that hang on it.

Whoever gives a model a field that belongs in the archive writes it here.
"""

from collections.abc import Mapping
from typing import Final

from . import decided, worked
from .spec import Facts, Part, Values

__all__ = ["FACTS", "Facts", "Part", "Values"]

FACTS: Final[Mapping[str, Facts]] = {
    "decision": decided.DECISION,
    "ballot": decided.BALLOT,
    "minutes": decided.MINUTES,
    "meeting": decided.MEETING,
    "document": decided.DOCUMENT,
    "programme": decided.PROGRAMME,
    "account": decided.ACCOUNT,
    "theme": worked.THEME,
    "project": worked.PROJECT,
    "case": worked.CASE,
    "report": worked.REPORT,
    "change": worked.CHANGE,
    "pledge": worked.PLEDGE,
    "signature": decided.SIGNATURE,
    "framework": decided.FRAMEWORK,
}
