"""Figures, lights and quarters in templates."""

from decimal import Decimal

from django import template
from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from projects.quarters import Quarter
from projects.wording import light_in_words, link_in_words, quarter_in_words
from schuldenlab.web.templatetags.look import MINUS
from schuldenlab.web.templatetags.look import status as badge

register = template.Library()


@register.filter
def figure(value: Decimal | None) -> str:
    """1.250 or 12,5: without zeros that say nothing."""
    if value is None:
        return ""
    shown = format(abs(value).normalize(), "f")
    decimals = len(shown.partition(".")[2])
    digits = formats.number_format(
        abs(value), decimal_pos=decimals, use_l10n=True, force_grouping=True
    )
    return f"{MINUS if value < 0 else ''}{digits}"


@register.simple_tag
def light(value: str) -> SafeString:
    """The badge of a light with its word."""
    return badge(value, light_in_words(value))


@register.filter
def quarter(period: Quarter) -> str:
    """Third quarter of 2026."""
    return capfirst(quarter_in_words(period))


@register.filter
def linked(kind: str) -> str:
    """How a project has to do with another, as the head of a line."""
    return capfirst(link_in_words(kind))
