"""The adopted programme as a PDF that everybody can read: tagged (PDF/UA), in Dutch, sealed."""

from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partners.pdf import compile_pdf
from programme.models import BudgetLine, Programme, ProgrammeVersion
from programme.passages import Draft, passages
from schuldenlab.web.templatetags.look import day, euro

LANGUAGE: Final = "nl"


def programme_pdf(programme: Programme, version: ProgrammeVersion) -> bytes:
    """This text, with the decision that adopted it and its hash. The same bytes each time."""
    adopted_at = programme.adopted_at or version.at
    with translation.override(LANGUAGE):
        facts = {
            "language": LANGUAGE,
            "title": version.draft.title,
            "site": settings.SITE_NAME,
            **_text(programme, version.draft),
            **_proof(programme, version),
        }
    return compile_pdf("programme/pdf/programme.typ", facts, at=adopted_at)


def _text(programme: Programme, draft: Draft) -> dict[str, Any]:
    labels = dict(BudgetLine.Category.choices)
    return {
        "year": _("Programme %(year)s") % {"year": programme.year},
        "ambition_heading": _("Ambition"),
        "ambition": _blocks(draft.ambition),
        "text_heading": _("What we do in %(year)s") % {"year": programme.year},
        "text": _blocks(draft.text),
        "themes_heading": _("The themes"),
        "themes": [{"title": each.title, "plan": _blocks(each.plan)} for each in draft.themes],
        "budget_heading": _("The budget"),
        "columns": [_("Category"), _("For what"), _("Amount")],
        "budget": [
            [capfirst(str(labels[line.category])), line.title, euro(line.amount)]
            for line in draft.budget
        ],
        "total": [_("Together"), euro(draft.total)],
    }


def _blocks(text: str) -> list[dict[str, Any]]:
    """Headings, lists and paragraphs, as the pages show them."""
    return [
        {
            "kind": "heading"
            if each.is_heading
            else "list"
            if each.text.startswith("- ")
            else "paragraph",
            "lines": [line.removeprefix("- ") for line in each.text.splitlines()],
        }
        for each in passages(text)
    ]


def _proof(programme: Programme, version: ProgrammeVersion) -> dict[str, Any]:
    decision = programme.decision
    keys = []
    if decision is not None:
        keys += [
            [_("Decision"), decision.number],
            [_("Adopted by"), str(_("Programmaraad %(year)s") % {"year": decision.raad.year})],
            [_("Adopted on"), day(decision.taken_at)],
        ]
    path = reverse("programme:programme-detail", args=[programme.year])
    return {
        "proof_heading": _("How this was decided"),
        "keys": [
            *keys,
            [_("Version"), str(version.number)],
            [_("Seal (SHA-256)"), version.sha256],
        ],
        "check": _("Whoever takes part finds the same seal at %(url)s.")
        % {"url": settings.SITE_URL + path},
    }
