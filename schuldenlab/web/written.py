"""Words that people typed: on a page in another language they say in which language they are.

What the lab writes is in one language (`CONTENT_LANGUAGE`), whoever reads it. A screen reader on an
English page must know that a title or a reason is Dutch (WCAG 3.1.2). So the text fields of our
tables give `Written` words. Where a template escapes them for a page in another language, they
get the two characters by which Unicode tags a language around them, and the last step before an
answer leaves makes elements of those. Nobody has to think of it in a template; and where no element
can stand (in an attribute, the title of a page), the two are taken out again.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.http import HttpResponse
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

BEGIN: Final = "\U000e0001"  # LANGUAGE TAG
END: Final = "\U000e007f"  # CANCEL TAG
MARKS: Final = re.compile(f"[{BEGIN}{END}]")
# What a field of text holds by itself that is in no language: seals, codes, secrets.
NO_WORDS: Final = re.compile(r"(sha256|hash|seal|head|code|anchor|key|password|data|snapshot|_en)$")
# All of an element that takes nothing but text is in the other language: it says so itself.
WHOLE: Final = re.compile(
    rf"(<(?:option|text|tspan|title)\b[^>]*)>{BEGIN}([^{BEGIN}{END}]*){END}</"
)
# Where no element can stand: in tags, and in elements that hold nothing but text.
TEXT_ONLY: Final = re.compile(
    r"<!--.*?-->|<(title|textarea|option|script|style|svg)\b.*?</\1\s*>|<[^>]*>", re.DOTALL
)


class Written(str):
    """A text that somebody typed, as the database gives it."""

    __slots__ = ()

    def __str__(self) -> str:
        """Still words that somebody typed, as a safe string stays safe."""
        return self

    def __html__(self) -> str:
        """Escaped; with its language around it when the page is in another one."""
        words = escape(MARKS.sub("", self))
        return SafeString(f"{BEGIN}{words}{END}") if words and is_foreign() else words


class Sentence(str):
    """A sentence with typed words in it: on a page those say their language, in a mail it is text.

    `pattern` has `%(name)s` where one of the `words` comes.
    """

    __slots__ = ("pattern", "words")
    pattern: str
    words: dict[str, Any]

    def __str__(self) -> str:
        """Itself, so that nobody loses which words were typed."""
        return self

    def __html__(self) -> str:
        """Escaped, each of the words with its language."""
        words = {name: conditional_escape(each) for name, each in self.words.items()}
        return SafeString(escape(self.pattern) % words)


def quoting(pattern: str, **words: Any) -> Sentence:
    """A sentence around words that somebody typed."""
    sentence = Sentence(pattern % words)
    sentence.pattern, sentence.words = pattern, words
    return sentence


def made_of(text: str, *parts: object) -> str:
    """A name that was put together: typed when one of its parts was."""
    return Written(text) if any(isinstance(part, Written) for part in parts) else text


def is_foreign() -> bool:
    """Whether what people typed is in another language than the page that is made now."""
    return get_language() != settings.CONTENT_LANGUAGE


def lang_of(text: object) -> SafeString:
    """` lang="nl"` for an element around words that somebody typed; empty where it says nothing."""
    says = isinstance(text, Written) and is_foreign()
    return SafeString(f' lang="{settings.CONTENT_LANGUAGE}"' if says else "")


def mark_written(tables: Iterable[type[models.Model]], *, names: Iterable[str] = ()) -> None:
    """From now on the text fields of these tables give written words.

    Not so a choice, a code, and what is called in `names` ("Person.name"): those are proper names.
    """
    for table in tables:
        for field in table._meta.local_concrete_fields:  # noqa: SLF001
            is_text = type(field) in {models.CharField, models.TextField} and not field.choices
            is_name = f"{table.__name__}.{field.name}" in set(names)
            if is_text and not is_name and not NO_WORDS.search(field.name):
                field.from_db_value = _as_written  # type: ignore[attr-defined]


def _as_written(value: str | None, expression: Any, connection: Any) -> str | None:
    del expression, connection
    return Written(value) if value else value


def say_languages(answer: HttpResponse) -> None:
    """Make elements of the characters around written words; an answer without them stays as it is.

    `bdi` is the element for words of others in a sentence, and our look gives it none of its own.
    """
    is_page = answer.headers.get("Content-Type", "").startswith("text/html")
    if answer.streaming or not is_page or BEGIN.encode() not in answer.content:
        return
    language = settings.CONTENT_LANGUAGE
    page = WHOLE.sub(rf'\1 lang="{language}">\2</', answer.content.decode())
    page = TEXT_ONLY.sub(lambda found: MARKS.sub("", found[0]), page)
    page = page.replace(BEGIN, f'<bdi lang="{language}">').replace(END, "</bdi>")
    answer.content = page.encode()
