"""What the search finds of the public pages, for whoever is no part of the network."""

from dataclasses import replace
from typing import Any, Final

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.querysets.feeds import public_meetings
from events.search.finds import SERIES
from partners.models import Clause, Framework, Organisation
from partners.querysets import local_day
from partners.search import Question
from partners.search.finds import CLAUSES, FRAMEWORKS, ORGANISATIONS, day_of
from partners.search.kinds import Kind
from programme.models import AccountBlock, AnnualAccount, Decision, InnovationTheme, Programme
from programme.search.desk import NUMBER
from programme.search.finds import ACCOUNTS, YEAR, account_found
from projects.models import Project
from projects.search.desk import CODE
from schuldenlab.web.ports import Finds, Found


def _page(name: str, *args: Any) -> str:
    """The address of a public page."""
    return reverse(f"portal:public-{name}", args=args)


def _partner(row: Any) -> Found:
    sector = capfirst(row.get_sector_display())
    return Found(row.name, _page("partners"), (row.description,), sector)


def _framework(row: Any) -> Found:
    texts = (row.motto, row.introduction, row.introduction_en)
    return Found(row.title, _page("framework-detail", row.pk), texts)


def _clause(row: Any) -> Found:
    texts = (row.text, row.text_en, row.title)
    url = _page("framework-detail", row.framework_id)
    return Found(row.heading, url, texts, row.framework.title)


def _programme(row: Any) -> Found:
    texts, on = (row.ambition, row.text), day_of(row.adopted_at)
    return Found(f"{row.year}: {row.title}", _page("programme-year", row.year), texts, on=on)


def _theme(row: Any) -> Found:
    texts = (row.question, row.why, row.result)
    return Found(row.title, _page("theme", row.pk), texts, row.theme.name)


def _project(row: Any) -> Found:
    texts = (row.summary, row.target_group, row.figures, row.sources, row.handed_over_to)
    return Found(f"{row.code} {row.title}", _page("project", row.code), texts)


def _decision(row: Any) -> Found:
    title, on = f"{row.number} {row.title}", day_of(row.taken_at)
    url = _page("decision", row.year, row.sequence)
    return Found(title, url, (row.text,), on=on)


def _account(row: Any) -> Found:
    account = row.account
    return account_found(row, _page("account-edition", account.year, account.edition))


def _meeting(row: Any) -> Found:
    return Found(row.title, _page("calendar"), on=day_of(row.starts_at))


KINDS: Final = (
    replace(
        ACCOUNTS,
        key="public-account",
        rows=lambda _question: AccountBlock.objects.filter(
            account__in=AnnualAccount.objects.shown_to_all().order_by().values("pk")
        ).select_related("account"),
        said=_account,
    ),
    replace(
        ORGANISATIONS,
        key="public-partner",
        parts=("name", "sector", "description"),
        rows=lambda question: Organisation.objects.shown_to_all(local_day(question.at)),
        said=_partner,
        code=None,
    ),
    replace(
        FRAMEWORKS,
        key="public-framework",
        rows=lambda _question: Framework.objects.shown_to_all(),
        said=_framework,
    ),
    replace(
        CLAUSES,
        key="public-clause",
        rows=lambda _question: Clause.objects.filter(
            framework__in=Framework.objects.shown_to_all().order_by().values("pk")
        ).select_related("framework"),
        said=_clause,
    ),
    Kind(
        key="public-programme",
        title=_("Programmes"),
        icon="calendar",
        name="title",
        parts=("title", YEAR, "ambition", "text"),
        rows=lambda _question: Programme.objects.shown_to_all(),
        said=_programme,
        code=YEAR,
        newest=("-year",),
    ),
    Kind(
        key="public-theme",
        title=_("Innovation themes"),
        icon="bulb",
        name="title",
        parts=("title", "question", "why", "result", "theme__name"),
        rows=lambda _question: InnovationTheme.objects.shown_to_all().select_related("theme"),
        said=_theme,
        newest=("-proposed_at",),
    ),
    Kind(
        key="public-project",
        title=_("Projects"),
        icon="briefcase",
        name="title",
        parts=(CODE, *("title", "summary", "target_group", "figures", "sources", "handed_over_to")),
        rows=lambda _question: Project.objects.shown_to_all(),
        said=_project,
        code=CODE,
    ),
    Kind(
        key="public-decision",
        title=_("Decisions"),
        icon="scales",
        name="title",
        parts=(NUMBER, "title", "text"),
        rows=lambda _question: Decision.objects.shown_to_all(),
        said=_decision,
        code=NUMBER,
        newest=("-taken_at",),
    ),
    Kind(
        key="public-meeting",
        title=_("Meetings"),
        icon="calendar",
        name="subject",
        parts=("subject", *SERIES),
        rows=lambda question: public_meetings(question.at).select_related("series"),
        said=_meeting,
        newest=("-starts_at",),
    ),
)


def public_finds(question: Question) -> list[Finds]:
    """Nothing for who takes part in the network: that person finds the same things inside."""
    person = question.person
    if person.is_authenticated and person.standing.is_insider:
        return []
    return [kind.finds(question) for kind in KINDS]
