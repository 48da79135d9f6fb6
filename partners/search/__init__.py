"""Finding what somebody means: on the pages of the site, and on the staff desk."""

from .question import Question, Stage, Word, each_kind, split, words_of
from .words import Plain, looked_up, search_index, searched, together

__all__ = [
    "Plain",
    "Question",
    "Stage",
    "Word",
    "each_kind",
    "looked_up",
    "search_index",
    "searched",
    "split",
    "together",
    "words_of",
]
