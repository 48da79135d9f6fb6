"""Which kinds of records go into the archive, and how each is found in one query.

A record is named by its kind and its number. Its day decides to which year it belongs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Case, DateField, F, Func, Model, Q, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, LPad, TruncDate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import AgendaDocument, Meeting, MeetingDocument, Minutes
from funding.models import Pledge
from partners.models import Framework, Signature
from partners.search import together
from programme.models import (
    Ballot,
    CourseChange,
    Decision,
    InnovationTheme,
    ProgrammeVersion,
)
from projects.models import BusinessCase, ProgressReport, Project, ProjectDocument
from schuldenlab.documents.models import Document

Narrow = Mapping[str, Callable[[int], Q]]  # by "project", "theme", "organisation"


@dataclass(frozen=True)
class Kind:
    """One kind: `title` and `on` are expressions of its query, `words` is where words are found.

    `folder` is where it lies in the file of a year, `term` the term for which it is kept.
    """

    code: str
    label: Promise
    model: type[Model]
    folder: str
    term: str
    title: Any
    on: Any
    words: Any
    only: Q = field(default_factory=Q)
    narrow: Narrow = field(default_factory=dict)

    @property
    def type(self) -> str:
        """The model as the audit trail and the openness name it."""
        return self.model._meta.label_lower  # noqa: SLF001 - Django's own word


def _text(expression: Any) -> Any:
    return Cast(expression, TextField())


def _joined(*parts: Any) -> Any:
    return Concat(*parts, output_field=TextField())


def _first_of(year: str) -> Any:
    return Func(F(year), 1, 1, function="make_date", output_field=DateField())


def _meeting(path: str) -> Any:
    """What a meeting is called: by its subject, else by its series and number."""
    number = _joined(_text(f"{path}series__title"), Value(" "), _text(f"{path}ordinal"))
    named = Case(When(**{f"{path}subject": ""}, then=number), default=_text(f"{path}subject"))
    return Coalesce(named, Value(""), output_field=TextField())


def _document(**paths: Any) -> Callable[[int], Q]:
    """Documents by what they hang on."""

    def found(key: int) -> Q:
        either = Q()
        for model, path in paths["of"]:
            rows = model.objects.filter(**{path: key})
            either |= Q(pk__in=rows.values("document"))
        return either

    return found


def _by(path: str) -> Callable[[int], Q]:
    return lambda key: Q(pk__in=[]) if not path else Q(**{path: key})


_OF_PROJECT: Final = (
    (ProjectDocument, "project"),
    (AgendaDocument, "item__series__stuurgroep__project"),
    (MeetingDocument, "meeting__series__stuurgroep__project"),
)
_IN_STUURGROEP: Final = _by("series__stuurgroep__project")
_MINUTES_OF: Final = _by("meeting__series__stuurgroep__project")

KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        *("decision", _("decision"), Decision, "besluiten", "decisions"),
        title=_joined(
            _text("year"),
            Value("-"),
            LPad(_text("sequence"), 2, Value("0")),
            Value(" "),
            _text("title"),
        ),
        on=TruncDate("taken_at"),
        words=together("title", "text", "follow_up"),
        narrow={"project": _by("phases__project"), "theme": _by("innovation_themes__theme")},
    ),
    Kind(
        *("ballot", _("result of a ballot"), Ballot, "stemmingen", "decisions"),
        title=_text("title"),
        on=TruncDate("closed_at"),
        words=together("title", "question", "text"),
        only=Q(status=Ballot.Status.CLOSED),
        narrow={
            "project": _by("phases__project"),
            "organisation": _by("entitlements__organisation"),
        },
    ),
    Kind(
        *("minutes", _("minutes"), Minutes, "verslagen", "minutes"),
        title=_meeting("meeting__"),
        on=Coalesce("meeting__held_on", TruncDate("meeting__starts_at")),
        words=together("meeting__subject", "meeting__series__title", "text"),
        narrow={"project": _MINUTES_OF},
    ),
    Kind(
        *("meeting", _("agenda and attendance"), Meeting, "bijeenkomsten", "minutes"),
        title=_meeting(""),
        on=Coalesce("held_on", TruncDate("starts_at")),
        words=together("subject", "series__title", "place"),
        only=Q(status=Meeting.Status.HELD),
        narrow={
            "project": _IN_STUURGROEP,
            "organisation": _by("attendances__organisation"),
        },
    ),
    Kind(
        *("document", _("document"), Document, "documenten", "documents"),
        title=_text("name"),
        on=TruncDate("at"),
        words=together("name"),
        narrow={
            "project": _document(of=_OF_PROJECT),
            "organisation": lambda key: (
                Q(pk__in=Signature.objects.filter(organisation=key).values("receipt"))
                | Q(pk__in=Pledge.objects.filter(organisation=key).values("paper"))
            ),
        },
    ),
    Kind(
        *("programme", _("version of a programme"), ProgrammeVersion, "programma", "decisions"),
        title=_joined(Value("Programma "), _text("programme__year"), Value(" v"), _text("number")),
        on=TruncDate("at"),
        words=together("snapshot", "note"),
    ),
    Kind(
        *("theme", _("innovation theme"), InnovationTheme, "themas", "projects"),
        title=_text("title"),
        on=TruncDate("proposed_at"),
        words=together("title", "question", "why", "who_gains", "result"),
        narrow={
            "theme": _by("theme"),
            "project": _by("project"),
            "organisation": _by("proposed_by"),
        },
    ),
    Kind(
        *("project", _("project"), Project, "projecten", "projects"),
        title=_joined(
            Value("P"),
            _text("year"),
            Value("-"),
            LPad(_text("sequence"), 2, Value("0")),
            Value(" "),
            _text("title"),
        ),
        on=_first_of("year"),
        words=together("title", "summary", "current_state", "figures"),
        narrow={
            "project": _by("pk"),
            "theme": _by("theme"),
            "organisation": _by("participations__organisation"),
        },
    ),
    Kind(
        *("case", _("business case"), BusinessCase, "businesscases", "projects"),
        title=_joined(_text("project__title"), Value(" v"), _text("version")),
        on=TruncDate("submitted_at"),
        words=together("project__title", "null_alternative", "project_alternative", "notes"),
        only=Q(submitted_at__isnull=False),
        narrow={"project": _by("project"), "theme": _by("project__theme")},
    ),
    Kind(
        *("report", _("progress report"), ProgressReport, "voortgang", "projects"),
        title=_joined(
            _text("project__title"), Value(" "), _text("year"), Value(" Q"), _text("quarter")
        ),
        on=TruncDate("reported_at"),
        words=together(
            *("project__title", "time_text", "money_text", "result_text", "risk_text"),
            *("reached", "others_should_know"),
        ),
        narrow={"project": _by("project"), "theme": _by("project__theme")},
    ),
    Kind(
        *("change", _("course change"), CourseChange, "koerswijzigingen", "decisions"),
        title=_text("title"),
        on=TruncDate("recorded_at"),
        words=together("title", "what", "why", "effect"),
        narrow={
            "project": _by("projects"),
            "theme": _by("theme"),
            "organisation": _by("organisation"),
        },
    ),
    Kind(
        *("pledge", _("pledge"), Pledge, "toezeggingen", "money"),
        title=_joined(_text("organisation__name"), Value(": T"), _text("pk")),
        on=TruncDate("offered_at"),
        words=together("organisation__name", "text", "condition"),
        narrow={
            "project": _by("plan__phase__project"),
            "organisation": _by("organisation"),
            "theme": _by("plan__phase__project__theme"),
        },
    ),
    Kind(
        *("signature", _("signature"), Signature, "ondertekeningen", "decisions"),
        title=_joined(_text("organisation__name"), Value(": "), _text("framework__title")),
        on=F("signed_on"),
        words=together("organisation__name", "framework__title"),
        narrow={"organisation": _by("organisation")},
    ),
    Kind(
        *("framework", _("framework"), Framework, "samenwerkingskaders", "decisions"),
        title=_text("title"),
        on=F("starts_on"),
        words=together("title", "motto", "introduction"),
        only=~Q(status=Framework.Status.DRAFT),
    ),
)
BY_CODE: Final[dict[str, Kind]] = {kind.code: kind for kind in KINDS}
BY_TYPE: Final[dict[str, Kind]] = {kind.type: kind for kind in KINDS}
