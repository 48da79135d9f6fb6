"""What the search finds of partners, people, themes, frameworks and contact notes."""

from datetime import date
from typing import Any, Final

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.models import Clause, ContactNote, Framework, Mandate, Organisation, Person, Theme
from partners.querysets import local_day
from schuldenlab.web.ports import Found

from .kinds import Kind
from .question import Question


def day_of(moment: Any) -> date | None:
    """The day of a moment here, if there is one."""
    return localdate(moment) if moment else None


def _people(question: Question) -> Any:
    """All of them for the kernteam; for the others, whom they see on the page of their partner."""
    person, day = question.person, local_day(question.at)
    now = Mandate.objects.on(day).filter(person=OuterRef("pk")).order_by()
    rows: Any = Person.objects.visible_to(person)
    if person.is_authenticated and not person.standing.is_kernteam:
        now = now.filter(organisation__in=person.standing.organisation_ids)
        ours = Mandate.objects.on(day).filter(organisation__in=person.standing.organisation_ids)
        rows = Person.objects.filter(pk__in=ours.values("person"))
    names = now.values("person").annotate(names=StringAgg("organisation__name", ", "))
    return rows.annotate(
        works_for=Subquery(names.values("names")),
        works_at=Subquery(now.order_by("pk").values("organisation_id")[:1]),
    )


def _person(row: Any) -> Found:
    if row.works_at:
        url = reverse("partners:organisation-detail", args=[row.works_at])
    else:  # of the kernteam, or gone: nobody but the kernteam finds those
        url = f"{reverse('partners:person-list')}?{urlencode({'q': row.name})}"
    return Found(row.name, url, where=row.works_for or "")


def _organisation(row: Any) -> Found:
    sector = capfirst(row.get_sector_display())
    return Found(row.name, row.get_absolute_url(), (row.description,), sector)


def _framework(row: Any) -> Found:
    texts = (row.motto, row.introduction, row.introduction_en)
    return Found(row.title, row.get_absolute_url(), texts, row.get_status_display())


def _clause(row: Any) -> Found:
    title = gettext("Clause %(number)s: %(title)s") % {"number": row.number, "title": row.heading}
    texts = (row.text, row.text_en, row.title)
    return Found(title, row.get_absolute_url(), texts, row.framework.title)


def _note(row: Any) -> Found:
    url = reverse("partners:organisation-notes", args=[row.organisation_id])
    return Found(row.organisation.name, url, (row.text,), on=row.spoken_on)


ORGANISATIONS: Final = Kind(
    key="partner",
    title=_("Partners"),
    icon="building",
    name="name",
    parts=("name", "short_name", "sector", "description"),
    rows=lambda question: Organisation.objects.visible_to(question.person),
    said=_organisation,
    code="short_name",
)
FRAMEWORKS: Final = Kind(
    key="framework",
    title=_("Frameworks"),
    icon="document",
    name="title",
    parts=("title", "motto", "introduction", "introduction_en"),
    rows=lambda question: Framework.objects.visible_to(question.person),
    said=_framework,
    newest=("-starts_on",),
)
CLAUSES: Final = Kind(
    key="clause",
    title=_("Clauses of the framework"),
    icon="check",
    name="title",
    parts=("title", "title_en", "text", "text_en"),
    rows=lambda question: Clause.objects.visible_to(question.person).select_related("framework"),
    said=_clause,
    newest=("-framework__starts_on", "number"),
)
KINDS: Final = (
    ORGANISATIONS,
    Kind(
        key="person",
        title=_("People"),
        icon="person",
        name="name",
        parts=("name",),
        rows=_people,
        said=_person,
    ),
    Kind(
        key="subject",
        title=_("Themes"),
        icon="flag",
        name="name",
        parts=("name", "description"),
        rows=lambda question: Theme.objects.visible_to(question.person),
        said=lambda row: Found(row.name, reverse("partners:theme-list"), (row.description,)),
    ),
    FRAMEWORKS,
    CLAUSES,
    Kind(
        key="contact-note",
        title=_("Contact notes"),
        icon="pencil",
        name="organisation__name",
        parts=("text",),
        rows=lambda question: (
            ContactNote.objects.visible_to(question.person)
            .filter(Q(corrected_by__isnull=True))
            .select_related("organisation")
        ),
        said=_note,
        newest=("-spoken_on",),
    ),
)
