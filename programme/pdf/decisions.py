"""The decisions of a year on paper: tagged (PDF/UA), in Dutch, in the order of their numbers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from partners.pdf import LANGUAGE, compile_pdf
from programme.models import Decision, DecisionStep
from schuldenlab.web.templatetags.look import day


def year_pdf(year: int, decisions: Sequence[Decision], *, at: datetime) -> bytes:
    """A heading for each decision with its facts, its text and its steps."""
    with translation.override(LANGUAGE):
        facts = {
            "language": LANGUAGE,
            "site": settings.SITE_NAME,
            "title": _("Decisions of %(year)s") % {"year": year},
            "stand": _("This is how it stands on %(day)s.") % {"day": day(at)},
            "steps_heading": _("What became of it"),
            "decisions": [_decision(each) for each in decisions],
        }
    return compile_pdf("programme/pdf/decision_year.typ", facts, at=at)


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "heading": f"{decision.number} {decision.title}",
        "text": decision.text,
        "keys": [[name, value] for name, value in _keys(decision) if value],
        "steps": [theme.in_short for theme in decision.innovation_themes.all()]
        + [_step(step) for step in decision.steps.all()],
    }


def _keys(decision: Decision) -> list[tuple[str, str]]:
    ballot, owner = decision.ballot, decision.owner
    return [
        (_("Taken on"), day(decision.taken_at)),
        (_("Taken by"), _("programmaraad of %(year)s") % {"year": decision.raad.year}),
        (_("How"), str(decision.get_origin_display())),
        (_("Ballot"), ballot.title if ballot else ""),
        (_("Meeting"), decision.occasion),
        (_("Status"), decision.stand),
        (_("What has to happen"), decision.follow_up),
        (_("Who sees to it"), owner.name if owner else ""),
        (_("Due on"), day(decision.due_on)),
    ]


def _step(step: DecisionStep) -> str:
    if step.owner is None:
        return f"{day(step.at)}: {step.text}"
    given = _("%(name)s sees to it.") % {"name": step.owner.name}
    return f"{day(step.at)}: {given}"
