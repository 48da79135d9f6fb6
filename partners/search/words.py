"""Finding what somebody means: in Dutch, without accents, and with a typing error or two.

Words are compared by their three-letter parts (pg_trgm): "zorgverzekraar" finds "Zorgverzekeraar".
"""

import re
from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Coalesce, Concat, Lower

ALIKE = 0.5  # of the parts of a word; at 1 no typing error is forgiven
SHORTEST = 5  # a shorter word has too few parts: it must stand there as it was typed
MOST_WORDS = 6
NUMBER = re.compile(r"(?P<year>[a-z]?\d{4})-(?P<sequence>\d)", re.IGNORECASE)


class Plain(Func):
    """Without accents, in small letters."""

    function = "unaccent"
    output_field = TextField()

    def __init__(self, expression: Any) -> None:
        super().__init__(Lower(Coalesce(expression, Value(""), output_field=TextField())))


class PlainText(Func):
    """The same by a function of ours that an index can be made of; see the migrations `search`."""

    function = "plain_text"
    output_field = TextField()


def searched(*parts: Any) -> PlainText:
    """More texts as one, plain: to look in all of them at once, by an index where there is one."""
    if len(parts) == 1:
        return PlainText(Coalesce(parts[0], Value(""), output_field=TextField()))
    spaced = [piece for part in parts for piece in (part, Value(" "))][:-1]
    return PlainText(Concat(*spaced, output_field=TextField()))


def search_index(name: str, *parts: str) -> GinIndex:
    """By the three-letter parts of these texts: for pieces of words, and for what looks like it."""
    return GinIndex(OpClass(searched(*parts), "gin_trgm_ops"), name=name)


def together(*parts: Any) -> Concat:
    """More texts as one, to look in all of them at once."""
    spaced = [piece for part in parts for piece in (Plain(part), Value(" "))]
    return Concat(*spaced, output_field=TextField())


def looked_up(rows: Any, text: Concat, typed: str) -> Any:
    """The rows of which `text` has every word that was typed, or one that is nearly the same.

    A number is never nearly the same.
    """
    words = typed.split()[:MOST_WORDS]
    if not words:
        return rows
    rows = rows.alias(looked_in=text)
    for number, word in enumerate(words):
        plain: Any = Plain(Value(word))
        name = f"alike_{number}"
        rows = rows.alias(**{name: TrigramWordSimilarity(plain, F("looked_in"))})
        whole: Any = Plain(Value(whole_number(word)))
        condition = Q(looked_in__contains=plain) | Q(looked_in__contains=whole)
        if len(word) >= SHORTEST and not any(letter.isdigit() for letter in word):
            condition |= Q(**{f"{name}__gte": ALIKE})
        rows = rows.filter(condition)
    return rows


def whole_number(word: str) -> str:
    """A number as it is written here: 2026-3 is 2026-03. Any other word stays as it is."""
    found = NUMBER.fullmatch(word)
    return f"{found['year']}-0{found['sequence']}" if found else word
