"""Django's filters for text, so that words that somebody typed keep their language.

They have Django's names: whoever writes a template need not think of it. See `web/written.py`.
"""

from typing import Any

from django import template
from django.template import defaultfilters
from django.utils.safestring import SafeString, mark_safe

from schuldenlab.web.written import BEGIN, END, Written, is_foreign, lang_of

register = template.Library()


def _again(whole: Any, part: str) -> str:
    """A part of what somebody typed was typed by somebody."""
    return Written(part) if isinstance(whole, Written) else part


@register.filter
def written(value: Any) -> Any:
    """What was made of words that somebody typed: a line of a text, a sentence of two titles."""
    return Written(value) if isinstance(value, str) and value else value


@register.filter(is_safe=True)
def truncatewords(value: Any, number: int) -> str:
    """The first words."""
    return _again(value, defaultfilters.truncatewords(value, number))


@register.filter(is_safe=True)
def truncatechars(value: Any, number: int) -> str:
    """The first letters."""
    return _again(value, defaultfilters.truncatechars(value, number))


@register.filter(is_safe=True)
def capfirst(value: Any) -> str:
    """With a capital."""
    return _again(value, defaultfilters.capfirst(value))


@register.filter(is_safe=True, needs_autoescape=True)
def linebreaksbr(value: Any, autoescape: bool = True) -> SafeString:
    """Lines under each other."""
    lines: SafeString = defaultfilters.linebreaksbr(value, autoescape=autoescape)
    says = isinstance(value, Written) and is_foreign()
    return mark_safe(f"{BEGIN}{lines}{END}") if says else lines  # noqa: S308 - escaped above


@register.filter(is_safe=True, needs_autoescape=True)
def linebreaks(value: Any, autoescape: bool = True) -> SafeString:
    """Paragraphs under each other."""
    paragraphs = defaultfilters.linebreaks_filter(value, autoescape=autoescape)
    return mark_safe(paragraphs.replace("<p>", f"<p{lang_of(value)}>"))  # noqa: S308 - escaped above
