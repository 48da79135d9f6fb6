"""Keeping every text of a programme. Parts of writing and submitting it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partners.models import Person
from programme import chain
from programme.models import (
    BudgetLine,
    Programme,
    ProgrammeSubmission,
    ProgrammeTheme,
    ProgrammeVersion,
)
from programme.passages import Draft, Line, ThemePlan, joined
from schuldenlab.web.templatetags.look import euro


def draft_of(programme: Programme) -> Draft:
    """The programme as it stands now."""
    return Draft(
        programme.title,
        programme.ambition,
        programme.text,
        tuple(ThemePlan(*row) for row in programme.themes.values_list("title", "plan", "theme_id")),
        tuple(Line(*row) for row in programme.budget.values_list("category", "title", "amount")),
    )


def version_facts(programme: Programme, draft: Draft) -> dict[str, Any]:
    """Everything that the hash of a version is about."""
    return {"year": programme.year, **draft.facts(), "wording": wording(draft)}


def wording(draft: Draft) -> str:
    """The whole programme as one text, as the programmaraad votes on it."""
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        parts = [draft.title, draft.ambition, draft.text]
        if draft.themes:
            parts += [_("The themes"), *_theme_parts(draft.themes)]
        if draft.budget:
            parts += [_("The budget"), *_budget_parts(draft)]
    return joined(parts)


def _theme_parts(themes: Iterable[ThemePlan]) -> Iterable[str]:
    for number, theme in enumerate(themes, start=1):
        yield _("Theme %(number)s: %(title)s") % {"number": number, "title": theme.title}
        yield theme.plan


def _budget_parts(draft: Draft) -> Iterable[str]:
    labels = dict(BudgetLine.Category.choices)
    yield "\n".join(
        _("- %(category)s, %(title)s: %(amount)s")
        % {
            "category": capfirst(str(labels[line.category])),
            "title": line.title,
            "amount": euro(line.amount),
        }
        for line in draft.budget
    )
    yield _("Together %(amount)s.") % {"amount": euro(draft.total)}


def keep_version(
    programme: Programme, draft: Draft, *, note: str, actor: Person | None, at: datetime
) -> ProgrammeVersion:
    """The text of now as a new version."""
    top = programme.versions.aggregate(top=Max("number"))["top"] or 0
    facts = version_facts(programme, draft)
    return ProgrammeVersion.objects.create(
        programme=programme,
        number=top + 1,
        snapshot=chain.canonical_json(facts),
        sha256=chain.seal(facts),
        note=note,
        person=actor,
        at=at,
        recorded_at=at,
    )


def keep_submission(
    programme: Programme, *, actor: Person | None, at: datetime
) -> ProgrammeSubmission:
    """The last version goes to the programmaraad."""
    top = programme.submissions.aggregate(top=Max("ordinal"))["top"] or 0
    return ProgrammeSubmission.objects.create(
        programme=programme,
        ordinal=top + 1,
        version=programme.versions.order_by("-number")[0],
        person=actor,
        at=at,
        recorded_at=at,
    )


def keep_contents(programme: Programme, draft: Draft, *, at: datetime) -> None:
    """Themes and amounts as they are in this draft, in its order."""
    programme.themes.all().delete()
    programme.budget.all().delete()
    ProgrammeTheme.objects.bulk_create(
        ProgrammeTheme(
            programme=programme,
            position=position,
            title=each.title,
            plan=each.plan,
            theme_id=each.theme,
            recorded_at=at,
        )
        for position, each in enumerate(draft.themes, start=1)
    )
    BudgetLine.objects.bulk_create(
        BudgetLine(
            programme=programme,
            position=position,
            category=each.category,
            title=each.title,
            amount=each.amount,
            recorded_at=at,
        )
        for position, each in enumerate(draft.budget, start=1)
    )
