"""The addresses of an app, found by the first word of a path.

Django tries all patterns one after the other, and we have hundreds: for the last ones that took
longer than all questions to the database.
"""

from copy import copy
from functools import cached_property
from typing import Any

from django.urls import ResolverMatch, URLPattern, URLResolver, include
from django.urls.resolvers import RoutePattern


class FirstWords(URLResolver):
    """Tries only those patterns that can begin with the first word of a path, in their order."""

    def resolve(self, path: str) -> ResolverMatch:
        """As Django does, among fewer."""
        word = str(path).partition("/")[0]
        few = self._by_word.get(word, self._by_word[None])
        return URLResolver.resolve(few, path)

    @cached_property
    def _by_word(self) -> dict[str | None, URLResolver]:
        """By each first word that some pattern has; `None` for all others."""
        words = [first_word(each) for each in self.url_patterns]
        return {
            word: self._with_few(
                [
                    pattern
                    for own, pattern in zip(words, self.url_patterns, strict=True)
                    if own in {word, None}
                ]
            )
            for word in {*words, None}
        }

    def _with_few(self, patterns: list[Any]) -> URLResolver:
        few = copy(self)
        few.url_patterns = patterns
        return few


def first_word(pattern: Any) -> str | None:
    """With which all its paths begin; `None` when that is not always the same."""
    if not isinstance(pattern.pattern, RoutePattern):
        return None
    word, between, _rest = str(pattern.pattern).partition("/")
    is_whole = bool(between) or isinstance(pattern, URLPattern)
    return word if is_whole and "<" not in word else None


def addresses_of(app: str) -> FirstWords:
    """All addresses of an app, without a word of its own before them."""
    module, app_name, namespace = include(f"{app}.urls")
    pattern = RoutePattern("", is_endpoint=False)
    return FirstWords(pattern, module, app_name=app_name, namespace=namespace)
