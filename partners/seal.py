"""Arithmetic of seals: one text for given facts, and its SHA-256.

The text is JSON with sorted keys, no blanks and no escapes of its own making (RFC 8785 in spirit:
our values are strings, whole numbers, booleans, nothing, and lists and maps of these), in UTF-8.
So anybody can recompute a seal with ten lines of any language.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def sealed_text(facts: Mapping[str, Any]) -> str:
    """The one text of these facts."""
    return json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def seal(facts: Mapping[str, Any]) -> str:
    """SHA-256 of that text, as 64 hexadecimal digits."""
    return hashlib.sha256(sealed_text(facts).encode()).hexdigest()
