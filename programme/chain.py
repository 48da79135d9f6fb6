"""The hash chain of a ballot: every vote seals the one before it. Values in, values out.

`hash(n) = SHA-256(hash(n-1) + canonical JSON of vote n)`, the first link starts from the ballot's
own seal (its text and rules). Whoever has the votes and the head can recompute it.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

# Without 0 O 1 I L: a code that is read aloud cannot be misheard.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 12


@dataclass(frozen=True)
class Link:
    """A vote as the chain seals it."""

    sequence: int
    entitlement: int
    ordinal: int
    choice: str
    reason: str
    person: int
    at: datetime
    receipt: str  # the hash of the code on the receipt: the code itself is for its seat only
    approves: tuple[int, ...] | None = None
    entered_by: int | None = None  # in a meeting, by whom of the kernteam

    def facts(self) -> dict[str, Any]:
        """What is sealed; what a vote does not have is null, and sealed as well."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        approves = None if self.approves is None else list(self.approves)
        return {**self.__dict__, "at": at, "approves": approves}

    def canonical(self) -> str:
        """The same text for the same vote, in any zone and any key order."""
        return canonical_json(self.facts())


def canonical_json(facts: dict[str, Any]) -> str:
    """Sorted keys, no spaces, no escapes: one text for one meaning."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def seal(facts: dict[str, Any]) -> str:
    """The seal of a ballot's text and rules, from which its chain starts."""
    return hashlib.sha256(canonical_json(facts).encode()).hexdigest()


def next_hash(previous: str, link: Link) -> str:
    """The hash of a vote on top of the one before it."""
    return hashlib.sha256(f"{previous}{link.canonical()}".encode()).hexdigest()


def first_break(start: str, links: Iterable[tuple[Link, str]]) -> int | None:
    """The sequence number of the first vote whose hash is not right, or None when all are."""
    previous = start
    for expected, (link, claimed) in enumerate(links, start=1):
        if link.sequence != expected or next_hash(previous, link) != claimed:
            return expected
        previous = claimed
    return None


def receipt_hash(code: str) -> str:
    """What is sealed of a receipt code: whoever has the code finds it, nobody finds the code."""
    return hashlib.sha256(code.encode()).hexdigest()


def new_receipt_code() -> str:
    """Twelve characters that nobody can guess."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
