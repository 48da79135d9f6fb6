"""What was signed, as a PDF that everybody can read: tagged (PDF/UA), in Dutch, with its seals."""

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import typst
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Framework, Signature
from partners.ports import measure_titles
from partners.verification import SEALED_NUMBERS
from schuldenlab.web.templatetags.look import clock, day, euro

LANGUAGE: Final = "nl"  # of what is signed
# Beyond Latin, Greek and Cyrillic, common signs and amounts the font on this paper has few letters,
# and PDF/UA refuses a paper on which one is missing.
NOT_IN_FONT: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u04ff"
    "\u1e00-\u1eff\u2000-\u2040\u2044-\u2052\u2054-\u206f\u20a0-\u20bf]"
)


def compile_pdf(template: str, facts: dict[str, Any], *, at: datetime) -> bytes:
    """A Typst template of ours with these facts, as PDF/UA-1. `at` is the date in the file.

    A letter that the font has not is named by its number: it keeps nobody from signing.
    """
    try:
        return _compiled(template, facts, at)
    except typst.TypstError:
        return _compiled(template, _by_number(facts), at)


def _by_number(value: Any) -> Any:
    """The same facts with `[U+1F389]` where such a letter stands."""
    if isinstance(value, str):
        return NOT_IN_FONT.sub(lambda found: f"[U+{ord(found[0]):04X}]", value)
    if isinstance(value, dict):
        return {key: _by_number(each) for key, each in value.items()}
    return [_by_number(each) for each in value] if isinstance(value, list) else value


def _compiled(template: str, facts: dict[str, Any], at: datetime) -> bytes:
    source = Path(settings.BASE_DIR, "templates", template)
    made = typst.compile(
        source.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,  # the same paper on every machine
        sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )
    if not isinstance(made, bytes):
        msg = f"{template} gave no single PDF"
        raise TypeError(msg)
    return made


def framework_pdf(framework: Framework, *, at: datetime) -> bytes:
    """The text, measures and numbers of a framework on paper, in Dutch."""
    with translation.override(LANGUAGE):
        facts = {
            "language": LANGUAGE,
            "title": framework.title,
            "site": settings.SITE_NAME,
            **_text(framework),
        }
    return compile_pdf("partners/pdf/framework.typ", facts, at=at)


def receipt_pdf(signature: Signature, *, at: datetime) -> bytes:
    """The framework with all that was signed, and under it the signature. Not saved yet."""
    with translation.override(LANGUAGE):
        framework = signature.framework
        facts = {
            "language": LANGUAGE,
            "title": _("%(framework)s: signed by %(organisation)s")
            % {"framework": framework.title, "organisation": signature.organisation.name},
            "site": settings.SITE_NAME,
            **_text(framework),
            **_signature(signature),
        }
    return compile_pdf("partners/pdf/signature.typ", facts, at=at)


def declarations(organisation: str, clauses: int) -> list[str]:
    """What somebody who signs ticks, in the same words on the page and on the paper."""
    read = ngettext(
        "I have read the %(count)s agreement and we take part",
        "I have read the %(count)s agreements and we take part",
        clauses,
    )
    return [
        _("I may sign on behalf of %(name)s") % {"name": organisation},
        read % {"count": clauses} if clauses else _("I have read this framework and we take part"),
    ]


def _text(framework: Framework) -> dict[str, Any]:
    titles = measure_titles()
    clauses = framework.clauses.prefetch_related("measures").order_by("number")
    return {
        "heading": framework.title,
        "motto": framework.motto,
        "introduction": framework.introduction,
        "period": _("From %(first)s until and including %(last)s.")
        % {"first": day(framework.starts_on), "last": day(framework.ends_on)},
        "host": _("Host municipality: %(name)s.") % {"name": framework.host.name},
        "clauses_heading": _("What we agree"),
        "clauses": [
            {
                "number": clause.number,
                "title": clause.title,
                "text": clause.text,
                "measures": [
                    f"{titles.get(row.code, row.code)} ({_day(row.by_month, row.by_day)})"
                    for row in clause.measures.all()
                ],
            }
            for clause in clauses
        ],
        "measured": _("We measure, each year by this day:"),
        "numbers_heading": _("The numbers"),
        "numbers": _numbers(framework),
    }


def _day(month: int, number: int) -> str:
    leap_year = 2024
    return date_format(date(leap_year, month, number), "j F")


def _numbers(framework: Framework) -> list[list[str]]:
    names = [name for name in SEALED_NUMBERS if getattr(framework, name) is not None]
    rows = [[_label(name), str(getattr(framework, name))] for name in names]
    return [
        *rows,
        [_label("big_change"), euro(framework.big_change)],
        [_label("big_change_share"), f"{framework.big_change_share} %"],
    ]


def _label(name: str) -> str:
    words = str(Framework._meta.get_field(name).verbose_name)  # type: ignore[union-attr] # noqa: SLF001
    return words[:1].upper() + words[1:]


def _signature(signature: Signature) -> dict[str, Any]:
    moment = signature.signed_at
    when = day(signature.signed_on)
    if moment is not None:
        when = f"{day(moment)}, {clock(timezone.localtime(moment))}"
    keys = [
        [_("On behalf of"), signature.organisation.name],
        [_("Signed by"), signature.signatory],
        [_("Function"), signature.function],
        [_("Signed on"), when],
        [_("Way"), str(signature.get_way_display())],
    ]
    return {
        "signature_heading": _("Signature"),
        "keys": keys,
        "declarations": declarations(
            signature.organisation.name, signature.framework.clauses.count()
        ),
        "seals_heading": _("Seals (SHA-256)"),
        "seals": [
            [_("Text, numbers and document"), signature.text_sha256],
            [_("This signature"), signature.sha256],
            *_document(signature.framework),
        ],
        "check": _("Whoever takes part checks these seals at %(url)s.")
        % {
            "url": settings.SITE_URL
            + reverse("partners:framework-check", args=[signature.framework_id])
        },
    }


def _document(framework: Framework) -> list[list[str]]:
    document = framework.document
    if document is None:
        return []
    return [[_("Document “%(name)s”") % {"name": document.name}, document.sha256]]
