"""What the search finds of programmes, innovation themes, decisions, ballots and changes."""

import re
from typing import Any, Final

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, F, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import AgendaItem
from events.search.finds import point_found
from partners.search import Question
from partners.search.finds import day_of
from partners.search.kinds import Kind
from programme.models import (
    AccountBlock,
    Ballot,
    CourseChange,
    Decision,
    InnovationTheme,
    Programme,
    ProgrammeTheme,
    Seat,
)
from schuldenlab.web.ports import Found

from .desk import NUMBER

FIGURE: Final = re.compile(r"\{[^{}\n]*\}")  # its place in the text of an account
YEAR: Final = Cast("year", CharField())


def with_plans(programmes: Any) -> Any:
    """Each with `plans`: its themes and what is done about them, in one text."""
    plan = Concat("title", Value(": "), "plan", output_field=CharField())
    plans = ProgrammeTheme.objects.filter(programme=OuterRef("pk")).order_by().values("programme")
    said = plans.annotate(said=StringAgg(plan, "\n")).values("said")
    return programmes.annotate(plans=Coalesce(Subquery(said), Value(""), output_field=TextField()))


def _raad_points(question: Question) -> Any:
    """Points of meetings of the programmaraad, for whoever sits in it, and the kernteam."""
    points = AgendaItem.objects.standing().filter(series__duty="raad", meeting__isnull=False)
    person = question.person
    if not person.is_authenticated:
        return points.none()
    if not person.standing.is_kernteam:
        points = points.filter(meeting__year__in=Seat.objects.of(person).values("raad__year"))
    return points.exclude(meeting__status="dropped").select_related("meeting__series")


def programme_found(row: Any, url: str = "") -> Found:
    """A programme; it belongs to its year."""
    texts = (row.ambition, row.text, row.plans)
    title = gettext("%(year)s: %(title)s") % {"year": row.year, "title": row.title}
    status = capfirst(row.get_status_display())
    return Found(title, url or row.get_absolute_url(), texts, status, day_of(row.adopted_at))


def theme_found(row: Any, url: str = "") -> Found:
    """An innovation theme with how it stands."""
    texts = (row.question, row.why, row.who_gains, row.result)
    where = f"{row.call.year}, {row.get_status_display()}"
    return Found(row.title, url or row.get_absolute_url(), texts, where, day_of(row.proposed_at))


def decision_found(row: Any, url: str = "") -> Found:
    """A decision with its number and how it stands."""
    title = f"{row.number} {row.title}"
    texts = (row.text, row.follow_up)
    where = capfirst(row.get_status_display())
    return Found(title, url or row.get_absolute_url(), texts, where, day_of(row.taken_at))


def _ballot_found(row: Any) -> Found:
    texts, status = (row.question, row.text), capfirst(row.get_status_display())
    return Found(row.title, row.get_absolute_url(), texts, status, day_of(row.closes_at))


def _change_found(row: Any) -> Found:
    texts = (row.what, row.why, row.effect, row.subject)
    status = capfirst(row.get_status_display())
    return Found(row.title, row.get_absolute_url(), texts, status, day_of(row.recorded_at))


def account_found(row: Any, url: str = "") -> Found:
    """One text of an annual account; its figures stand on its page."""
    words = {"year": row.account.year, "heading": row.get_heading_display()}
    title = gettext("Annual account %(year)s: %(heading)s") % words
    text, on = FIGURE.sub("…", row.text), day_of(row.account.published_at)
    return Found(title, url or row.account.get_absolute_url(), (text,), on=on)


def _raad_point_found(row: Any) -> Found:
    return point_found(row, reverse("programme:raad-meeting", args=[row.meeting_id]))


ACCOUNTS: Final = Kind(
    key="account",
    title=_("Annual accounts"),
    icon="flag",
    name="text",
    parts=(Cast("account__year", CharField()), "text"),
    rows=lambda question: AccountBlock.objects.visible_to(question.person).select_related(
        "account"
    ),
    said=account_found,
    newest=("-account__year", "-account__edition"),
)
KINDS: Final = (
    ACCOUNTS,
    Kind(
        key="programme",
        title=_("Programmes"),
        icon="calendar",
        name="title",
        parts=("title", YEAR, "ambition", "text", F("plans")),
        rows=lambda question: with_plans(Programme.objects.visible_to(question.person)),
        said=programme_found,
        code=YEAR,
        newest=("-year",),
    ),
    Kind(
        key="theme",
        title=_("Innovation themes"),
        icon="bulb",
        name="title",
        parts=("title", "question", "why", "who_gains", "result", "theme__name"),
        rows=lambda question: InnovationTheme.objects.visible_to(question.person).select_related(
            "call"
        ),
        said=theme_found,
        newest=("-proposed_at",),
    ),
    Kind(
        key="decision",
        title=_("Decisions"),
        icon="scales",
        name="title",
        parts=(NUMBER, "title", "text", "follow_up"),
        rows=lambda question: Decision.objects.visible_to(question.person),
        said=decision_found,
        code=NUMBER,
        newest=("-taken_at",),
    ),
    Kind(
        key="ballot",
        title=_("Ballots"),
        icon="ballot",
        name="title",
        parts=("title", "question", "text"),
        rows=lambda question: Ballot.objects.visible_to(question.person),
        said=_ballot_found,
        newest=("-closes_at",),
    ),
    Kind(
        key="change",
        title=_("Changes of course"),
        icon="arrow",
        name="title",
        parts=("title", "subject", "what", "why", "effect"),
        rows=lambda question: CourseChange.objects.visible_to(question.person),
        said=_change_found,
        newest=("-recorded_at",),
    ),
    Kind(
        key="raad-point",
        title=_("Points of agendas of the programmaraad"),
        icon="list",
        name="title",
        parts=("title", "text"),
        rows=_raad_points,
        said=_raad_point_found,
        newest=("-meeting__starts_at",),
    ),
)
