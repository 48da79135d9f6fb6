"""One template, two bodies: a letter is written once as plain text and shown as HTML as well.

A template is plain text: the first line is the subject, then paragraphs apart by a blank line.
A line `Label: https://…` alone becomes a button in the HTML; lines that start with `- ` a list;
a line with dashes under it a heading. It ends with a line `-- at once` (it asks something, or
somebody waits for it) or `-- may wait` (it only tells, so it may go in the letter of the day or of
the week), and below that the sentence that says why its reader gets it.
"""

import re
import textwrap
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from schuldenlab.outbox.dressing import dressed

LINK = re.compile(r"^(?P<label>[^:\n]{2,80}): (?P<url>https?://\S+)$")
URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]")
HEADING = re.compile(r"^(?P<words>[^\n]+)\n-{3,}$")
FOOT = re.compile(r"^-- (?P<pace>at once|may wait)[ ]*\n(?P<reason>.+)\Z", re.MULTILINE | re.DOTALL)
FOOT_MARK = "\n-- \n"  # what stands above a signature in plain mail
NAME_MARK, PATH_MARK = "\ue000", "\ue001"  # from the private use area: no text holds them
UNDERLINE = 60
WIDTH = 76  # of a line of plain text


@dataclass(frozen=True)
class Sheet:
    """A letter in one language, with marks where the name and the own path come."""

    subject: str
    text: str
    html: str
    may_wait: bool = False


def write_sheet(
    template: str, language: str, facts: dict[str, Any], *, has_account: bool = True
) -> Sheet:
    """The letter in one language. Only who has an account is led to the page about mail."""
    with translation.override(language):
        source = render_to_string(template, {**facts, "name": NAME_MARK, "own_path": PATH_MARK})
        body, pace, reason = split_foot(source, template)
        subject, body = split_subject(body)
        link = settings.SITE_URL + reverse(settings.MAIL_PAGE) if has_account else ""
        return lay_out(subject, body, language, reason, link, may_wait=pace == "may wait")


def split_foot(source: str, template: str) -> tuple[str, str, str]:
    """Subject and body, the pace, and the reason: the last foot counts, for a text may hold one."""
    feet = list(re.finditer(r"^-- (?:at once|may wait)", source, re.MULTILINE))
    found = FOOT.match(source, feet[-1].start()) if feet else None
    if found is None:
        msg = f"{template} does not say at what pace it goes and why somebody gets it"
        raise ValueError(msg)
    return source[: found.start()], found["pace"], " ".join(found["reason"].split())


def lay_out(
    subject: str, body: str, language: str, reason: str, link: str = "", *, may_wait: bool = False
) -> Sheet:
    """A body as the text and as the HTML page of a letter, with a farewell and the reason."""
    text = f"{body.strip()}\n\n{farewell()}\n"
    facts = {"subject": subject, "body": as_html(text), "language": language}
    html = render_to_string("outbox/mail/letter.html", {**facts, "reason": reason, "link": link})
    foot = [reason, f"{_('How you get mail')}: {link}"] if link else [reason]
    text += FOOT_MARK + "\n".join(foot) + "\n"
    return Sheet(subject[:200], text, dressed(html), may_wait)


def farewell() -> str:
    """How every letter ends."""
    return _("With kind regards,\nthe kernteam of Schuldenlab070")


def without_foot(text: str) -> str:
    """The text of a letter without the lines that say why one gets it."""
    return text.rpartition(FOOT_MARK)[0] or text


def without_frame(text: str, name: str) -> str:
    """The text of a letter without greeting, farewell and foot, to stand among others."""
    inner = without_foot(text).strip().removesuffix(farewell())
    return inner.removeprefix(_("Dear %(name)s,") % {"name": name}).strip()


def wrapped(text: str) -> str:
    """The text with lines as long as mail programs show them; an address is never broken."""
    return "\n".join(_wrapped(line) for line in text.split("\n"))


def _wrapped(line: str) -> str:
    if len(line) <= WIDTH:
        return line
    link = LINK.match(line)
    if link:
        return f"{_filled(link['label'] + ':')}\n{link['url']}"
    return _filled(line)


def _filled(line: str) -> str:
    return textwrap.fill(
        line,
        WIDTH,
        subsequent_indent="  " if line.startswith("- ") else "",
        break_long_words=False,
        break_on_hyphens=False,
    )


def addressed(sheet: Sheet, name: str, path: str = "") -> dict[str, str]:
    """The sheet with a name, and a path of that person's own, where the marks are."""
    return {
        "subject": sheet.subject.replace(NAME_MARK, name),
        "text": sheet.text.replace(NAME_MARK, name).replace(PATH_MARK, path),
        "html": sheet.html.replace(NAME_MARK, escape(name)).replace(PATH_MARK, escape(path)),
    }


def split_subject(source: str) -> tuple[str, str]:
    """Subject and body of a rendered template."""
    subject, _line, body = source.strip().partition("\n")
    return " ".join(subject.split()), re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n"


def underlined(words: str) -> str:
    """A heading in plain text."""
    return f"{words}\n{'-' * max(3, min(len(words), UNDERLINE))}"


def as_html(body: str) -> SafeString:
    """The body as HTML fragments; every word of it is escaped."""
    blocks = [block.strip() for block in body.split("\n\n") if block.strip()]
    return mark_safe("\n".join(_block(block) for block in blocks))  # noqa: S308 - parts escaped


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
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((_linked(x[2:]),) for x in lines))
        )
    return format_html(
        "<p>{}</p>", format_html_join(mark_safe("<br>"), "{}", ((_linked(x),) for x in lines))
    )


def _linked(line: str) -> SafeString:
    """One line of words; an address in it can be followed, at the end of a line under its words."""
    link = LINK.match(line)
    if link:
        return format_html('<a href="{}">{}</a>', link["url"], link["label"])
    parts, end = [], 0
    for found in URL.finditer(line):
        parts += [escape(line[end : found.start()])]
        parts += [format_html('<a href="{}">{}</a>', found[0], found[0])]
        end = found.end()
    return mark_safe("".join([*parts, escape(line[end:])]))  # noqa: S308 - parts escaped
