"""Longer texts that people typed as plain text, set as paragraphs, headings and lists."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from schuldenlab.web.written import lang_of

register = template.Library()

LONGEST_HEADING = 80
ENDS = (".", "!", "?", ":", ";", ",")
NUMBERED, ENDS_NUMBERED = re.compile(r"\d{1,2}\. \S"), (".", ":", ";", ",")


@register.filter
def prose(text: str, level: int = 3) -> SafeString:
    """Paragraphs apart by a blank line; a short line without a full stop is a heading.

    One with a number before it may ask something: “3. Wat doen wij morgen?” is a heading as well.
    A block of lines that start with "- " becomes a list. Every word is escaped.
    """
    lang = lang_of(text)
    return mark_safe("\n".join(_html(*part, level, lang) for part in parts_of(text)))  # noqa: S308 - escaped below


@register.filter
def explained(text: str) -> SafeString:
    """The same without headings, for an explanation that stands under a heading of its own."""
    parts = [("paragraph" if kind == "heading" else kind, lines) for kind, lines in parts_of(text)]
    lang = lang_of(text)
    return mark_safe("\n".join(_html(kind, lines, 0, lang) for kind, lines in parts))  # noqa: S308 - escaped below


def parts_of(text: str) -> list[tuple[str, list[str]]]:
    """The same parts for paper: `heading`, `list` or `paragraph`, each with its lines."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return [_part(block) for block in blocks if block.strip()]


def _part(block: str) -> tuple[str, list[str]]:
    lines = [line.strip() for line in block.splitlines()]
    if all(line.startswith("- ") for line in lines):
        return "list", [line[2:] for line in lines]
    is_short = len(lines) == 1 and len(block) <= LONGEST_HEADING
    ends = ENDS_NUMBERED if NUMBERED.match(lines[0]) else ENDS
    if is_short and not lines[0].endswith(ends):
        return "heading", lines
    return "paragraph", lines


def _html(kind: str, lines: list[str], level: int, lang: SafeString) -> SafeString:
    if kind == "list":
        return format_html(
            '<ul class="utrecht-unordered-list"{}>{}</ul>',
            lang,
            format_html_join("", "<li>{}</li>", ((line,) for line in lines)),
        )
    if kind == "heading":
        return format_html('<h{0} class="utrecht-heading-{0}"{1}>{2}</h{0}>', level, lang, lines[0])
    return format_html(
        "<p{}>{}</p>", lang, format_html_join(mark_safe("<br>"), "{}", ((x,) for x in lines))
    )
