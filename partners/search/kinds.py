"""A kind of record that can be found: where it is looked for, and what is said about a find."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, Count, F, FloatField, IntegerField, Q, Value, When, Window
from django.db.models.functions import Greatest

from schuldenlab.web.ports import Finds, Found

from .question import Question, Stage, Word
from .words import Plain, searched, whole_number

A_LITTLE_ALIKE = 0.3  # of the parts of a word: for "did you mean"
MOST_LIKE = 3


@dataclass(frozen=True)
class Kind:
    """`rows` gives what a person may see; `parts` are looked in; `name` is what it is called.

    `said` tells a find. `code` is a number by which people cite it; `newest` orders equals.
    """

    key: str
    title: Any
    icon: str
    name: Any
    parts: tuple[Any, ...]
    rows: Callable[[Question], Any]
    said: Callable[[Any], Found]
    code: Any = None
    newest: tuple[Any, ...] = field(default=("-pk",))

    def finds(self, question: Question) -> Finds:
        """What this person may see of it, as far as it answers; one query."""
        rows = self.rows(question).order_by()
        if rows.query.is_empty():
            return Finds(self.key, self.title, self.icon, [], 0)
        rows = rows.alias(plain_name=Plain(self.name))
        if self.code is not None:
            rows = rows.alias(plain_code=Plain(self.code))
        if question.stage is Stage.LAX:
            return self._alike(rows, question)
        rows = rows.alias(looked_in=searched(*self.parts))
        rows = rows.filter(*(_has(word, question.stage) for word in question.words))
        rows = rows.annotate(rank=self._rank(question), total=Window(Count("*")))
        first, last = question.rows_of(self.key)
        order = ["rank", *([_nearness(question)] if question.stage else []), *self.newest, "-pk"]
        found = list(rows.order_by(*order)[first:last])
        return Finds(
            kind=self.key,
            title=self.title,
            icon=self.icon,
            rows=[self.said(row) for row in found],
            count=found[0].total if found else 0,
            best=found[0].rank if found else 9,
        )

    def _rank(self, question: Question) -> Case:
        """Its number; its name; a name that begins so; a name with all words; a text."""
        whole, number = question.typed, whole_number(question.typed)
        named = reduce(and_, (_stands_in("plain_name", word) for word in question.words))
        by_number = []
        if self.code is not None:
            codes: Any = [Plain(Value(whole)), Plain(Value(number))]
            by_number = [When(Q(plain_code__in=codes), then=Value(0))]
        plain: Any = Plain(Value(whole))
        return Case(
            *by_number,
            When(plain_name=plain, then=Value(1)),
            When(plain_name__startswith=plain, then=Value(2)),
            When(named, then=Value(3)),
            default=Value(4),
            output_field=IntegerField(),
        )

    def _alike(self, rows: Any, question: Question) -> Finds:
        """A few names that look like one of the words, to ask whether somebody meant those."""
        rows = rows.annotate(like=_likeness(question, "plain_name"))
        found = list(rows.filter(like__gte=A_LITTLE_ALIKE).order_by("-like", "pk")[:MOST_LIKE])
        said = [self.said(row) for row in found]
        return Finds(self.key, self.title, self.icon, said, len(said))


def _stands_in(where: str, word: Word) -> Q:
    """One of the spellings stands in it."""
    return Q(**{f"{where}__regex": "|".join(re.escape(each) for each in word.spellings)})


def _has(word: Word, stage: Stage) -> Q:
    """The text has this word, or when a typing error is looked for, one that is nearly the same."""
    found = _stands_in("looked_in", word)
    if stage is Stage.NEAR and word.may_err:
        found |= Q(looked_in__trigram_word_similar=word.typed)
    return found


def _likeness(question: Question, where: str) -> Any:
    """How much the most alike of the words is like something in it: from 0 to 1."""
    alike = [TrigramWordSimilarity(word.typed, F(where)) for word in question.words]
    return Greatest(*alike, Value(0.0), output_field=FloatField())


def _nearness(question: Question) -> Any:
    return _likeness(question, "plain_name").desc()
