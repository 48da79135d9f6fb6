"""What is kept about a person, for that person; and the audit trail as a file."""

from .personal import personal_data
from .trail import KINDS

__all__ = ["KINDS", "personal_data"]
