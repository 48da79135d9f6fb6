"""One template, two bodies: a letter is written once as plain text and shown as HTML as well.

A template is plain text: the first line is the subject, then paragraphs apart by a blank line.
A line `Label: https://…` alone becomes a button in the HTML; lines that start with `- ` a list.
"""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

LINK = re.compile(r"^(?P<label>[^:\n]{2,80}): (?P<url>https?://\S+)$")


def split_subject(source: str) -> tuple[str, str]:
    """Subject and body of a rendered template."""
    subject, _, body = source.strip().partition("\n")
    return " ".join(subject.split()), re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n"


def as_html(body: str) -> SafeString:
    """The body as HTML fragments; every word of it is escaped."""
    blocks = [block.strip() for block in body.split("\n\n") if block.strip()]
    return mark_safe("\n".join(_block(block) for block in blocks))  # noqa: S308 - parts escaped


def _block(block: str) -> SafeString:
    link = LINK.match(block)
    if link:
        return format_html('<p><a class="button" href="{}">{}</a></p>', link["url"], link["label"])
    lines = block.splitlines()
    if all(line.startswith("- ") for line in lines):
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line[2:],) for line in lines))
        )
    return format_html(
        "<p>{}</p>", format_html_join(mark_safe("<br>"), "{}", ((x,) for x in lines))
    )
