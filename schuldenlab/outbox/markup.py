"""One template, two bodies: a letter is written once as plain text and shown as HTML as well.

A template is plain text: the first line is the subject, then paragraphs apart by a blank line.
A line `Label: https://…` alone becomes a button in the HTML; lines that start with `- ` a list;
a line with dashes under it a heading.
"""

import re
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

LINK = re.compile(r"^(?P<label>[^:\n]{2,80}): (?P<url>https?://\S+)$")
HEADING = re.compile(r"^(?P<words>[^\n]+)\n-{3,}$")
NAME_MARK, PATH_MARK = "\ue000", "\ue001"  # from the private use area: no text holds them
UNDERLINE = 60
# Mail has no style sheet of ours: what differs from plain text carries its own style. The colours
# are those of static/css/tokens.css, light.
LOOK = {
    '<a class="button" ': (
        '<a style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0d5563;'
        'color:#ffffff;font-weight:600;text-decoration:none" class="button" '
    ),
    "<h2>": '<h2 style="margin:32px 0 8px;font-size:20px;line-height:1.3">',
    "<ul>": '<ul style="margin:16px 0;padding-left:24px">',
    "<li>": '<li style="margin:4px 0">',
}


def write_sheet(template: str, language: str, facts: dict[str, Any]) -> dict[str, str]:
    """Subject, text and HTML in one language, with a mark where the name of the person comes."""
    with translation.override(language):
        source = render_to_string(template, {**facts, "name": NAME_MARK, "own_path": PATH_MARK})
        return lay_out(*split_subject(source), language)


def lay_out(subject: str, body: str, language: str) -> dict[str, str]:
    """A body as the text and as the HTML page of a letter."""
    facts = {"subject": subject, "body": _dressed(as_html(body)), "language": language}
    html = render_to_string("outbox/mail/letter.html", facts)
    return {"subject": subject[:200], "text": body, "html": html}


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


def _dressed(html: SafeString) -> SafeString:
    """The fragments with the style that mail programs need beside each of them."""
    for plain, dressed in LOOK.items():
        html = mark_safe(html.replace(plain, dressed))  # noqa: S308 - no word of a letter has a tag
    return html


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
