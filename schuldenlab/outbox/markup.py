"""One template, two bodies: a letter is written once as plain text and shown as HTML as well.

A template is plain text: the first line is the subject, then paragraphs apart by a blank line.
A line `Label: https://…` alone becomes a button in the HTML; lines that start with `- ` a list;
a line with dashes under it a heading.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from css_inline import CSSInliner
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

LINK = re.compile(r"^(?P<label>[^:\n]{2,80}): (?P<url>https?://\S+)$")
HEADING = re.compile(r"^(?P<words>[^\n]+)\n-{3,}$")
NAME_MARK, PATH_MARK = "\ue000", "\ue001"  # from the private use area: no text holds them
UNDERLINE = 60
# Where the look comes from: the colours first, then what mails do with them.
STYLE_SHEETS = ("css/tokens.css", "css/mail.css")


def write_sheet(template: str, language: str, facts: dict[str, Any]) -> dict[str, str]:
    """Subject, text and HTML in one language, with a mark where the name of the person comes."""
    with translation.override(language):
        source = render_to_string(template, {**facts, "name": NAME_MARK, "own_path": PATH_MARK})
        return lay_out(*split_subject(source), language)


def lay_out(subject: str, body: str, language: str) -> dict[str, str]:
    """A body as the text and as the HTML page of a letter."""
    facts = {"subject": subject, "body": as_html(body), "language": language}
    html = render_to_string("outbox/mail/letter.html", facts)
    return {"subject": subject[:200], "text": body, "html": _dresser().inline(html)}


def addressed(sheet: dict[str, str], name: str, path: str = "") -> dict[str, str]:
    """The sheet with a name, and a path of that person's own, where the marks are."""
    return {
        "subject": sheet["subject"].replace(NAME_MARK, name),
        "text": sheet["text"].replace(NAME_MARK, name).replace(PATH_MARK, path),
        "html": sheet["html"].replace(NAME_MARK, escape(name)).replace(PATH_MARK, escape(path)),
    }


def split_subject(source: str) -> tuple[str, str]:
    """Subject and body of a rendered template."""
    subject, _, body = source.strip().partition("\n")
    return " ".join(subject.split()), re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n"


def underlined(words: str) -> str:
    """A heading in plain text."""
    return f"{words}\n{'-' * max(3, min(len(words), UNDERLINE))}"


def as_html(body: str) -> SafeString:
    """The body as HTML fragments; every word of it is escaped."""
    blocks = [block.strip() for block in body.split("\n\n") if block.strip()]
    return mark_safe("\n".join(_block(block) for block in blocks))  # noqa: S308 - parts escaped


@cache
def _dresser() -> CSSInliner:
    """Writes our style into each element: mail programs load no style sheets and know no tokens."""
    sheets = [Path(str(finders.find(name))).read_text() for name in STYLE_SHEETS]
    return CSSInliner(
        extra_css="\n".join(sheets), resolve_css_variables=True, load_remote_stylesheets=False
    )


def _block(block: str) -> SafeString:
    link = LINK.match(block)
    if link:
        return format_html('<p><a class="button" href="{}">{}</a></p>', link["url"], link["label"])
    heading = HEADING.match(block)
    if heading:
        return format_html("<h2>{}</h2>", heading["words"])
    lines = block.splitlines()
    if all(line.startswith("- ") for line in lines):
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line[2:],) for line in lines))
        )
    return format_html(
        "<p>{}</p>", format_html_join(mark_safe("<br>"), "{}", ((x,) for x in lines))
    )
