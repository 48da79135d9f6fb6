"""What the search finds of the house's own texts: help pages and the words of the glossary."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partners.search import Question, Stage
from schuldenlab.portal.manual import ROLES, glossary
from schuldenlab.web.ports import Finds, Found

from .marking import Sought, folded, hits, likeness

LIKE = 0.4


def own_texts(question: Question) -> list[Finds]:
    """Help and words, which everybody may read; no query."""
    return [
        _finds(question, "help", _("Help"), "question", help_pages(get_language() or "")),
        _finds(question, "word", _("What the words mean"), "bulb", words(get_language() or "")),
    ]


@lru_cache(maxsize=8)
def help_pages(language: str) -> tuple[Found, ...]:
    """The pages for each role, with their whole text, in the language that is active."""
    del language
    return tuple(
        Found(
            str(role.title),
            reverse("portal:help-role", args=[role.slug]),
            (
                str(role.lead),
                strip_tags(render_to_string(f"portal/help/roles/{role.name}.html")),
            ),
            _("Help"),
        )
        for role in ROLES
    )


@lru_cache(maxsize=8)
def words(language: str) -> tuple[Found, ...]:
    """The words with their meaning."""
    del language
    page = reverse("portal:glossary")
    return tuple(Found(term.word, f"{page}#{term.key}", (term.meaning,)) for term in glossary())


def _finds(question: Question, key: str, title: str, icon: str, pages: tuple[Found, ...]) -> Finds:
    if question.stage is Stage.LAX:
        found = [page for page in pages if _is_alike(question, page)][:2]
        return Finds(key, title, icon, found, len(found))
    ranked = [(rank, page) for page in pages if (rank := _rank(question, page)) is not None]
    ranked.sort(key=lambda each: each[0])
    first, last = question.rows_of(key)
    best = ranked[0][0] if ranked else 9
    return Finds(key, title, icon, [page for _r, page in ranked[first:last]], len(ranked), best)


def _rank(question: Question, page: Found) -> int | None:
    """As `Kind.finds` ranks; None when a word is missing."""
    is_near = question.stage is Stage.NEAR
    sought = [Sought(w.typed, w.spellings, is_near and w.may_err) for w in question.words]
    whole = "\n".join((page.title, *page.texts))
    if not all(hits(whole, [each]) for each in sought):
        return None
    name = folded(page.title)
    if name.startswith(folded(question.typed)):
        return 2
    return 3 if all(hits(page.title, [each]) for each in sought) else 4


def _is_alike(question: Question, page: Found) -> bool:
    names = folded(page.title).split()
    return any(likeness(word.typed, name) >= LIKE for word in question.words for name in names)
