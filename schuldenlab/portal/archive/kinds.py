"""Which kinds of records go into the archive, and how each is found in one query.

A record is named by its kind and its number. Its day decides to which year it belongs.
"""

from typing import Final

from django.db.models import Case, DateField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, LPad, TruncDate
from django.utils.translation import gettext_lazy as _

from events.models import AgendaDocument, Meeting, MeetingDocument, Minutes
from funding.models import Pledge
from partners.models import Framework, Signature
from partners.search import together
from programme.models import (
    AnnualAccount,
    Ballot,
    CourseChange,
    Decision,
    InnovationTheme,
    ProgrammeVersion,
)
from projects.models import BusinessCase, Phase, ProgressReport, Project, ProjectDocument
from schuldenlab.documents.models import Document

from .kind import Kind, by, first_of, hanging_on, joined, meeting_name, text

_OF_PROJECT: Final = (
    (ProjectDocument, "project"),
    (AgendaDocument, "item__series__stuurgroep__project"),
    (MeetingDocument, "meeting__series__stuurgroep__project"),
)
_IN_STUURGROEP: Final = by("series__stuurgroep__project")
_MINUTES_OF: Final = by("meeting__series__stuurgroep__project")

_STARTS: Final = (
    Phase.objects.filter(project=OuterRef("pk"), started_on__isnull=False)
    .order_by("started_on")
    .values("started_on")[:1]
)
# A project begins with its first phase; before that it is of the day on which it was written down.
# Of what was taken over without such a day only the year is known.
_BEGAN: Final = Coalesce(
    Subquery(_STARTS),
    Case(When(is_taken_over=True, then=first_of("year")), default=TruncDate("recorded_at")),
)
_ENDED: Final = Case(
    When(status=Project.Status.HANDED_OVER, then=F("handed_over_on")),
    When(status=Project.Status.STOPPED, then=TruncDate("stopped_at")),
    output_field=DateField(),
)

KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        *("decision", _("decision"), Decision, "besluiten", "decisions"),
        title=joined(
            text("year"),
            Value("-"),
            LPad(text("sequence"), 2, Value("0")),
            Value(" "),
            text("title"),
        ),
        on=TruncDate("taken_at"),
        words=together("title", "text", "follow_up"),
        narrow={"project": by("phases__project"), "theme": by("innovation_themes__theme")},
    ),
    Kind(
        *("ballot", _("result of a ballot"), Ballot, "stemmingen", "decisions"),
        title=text("title"),
        on=TruncDate("closed_at"),
        words=together("title", "question", "text"),
        only=Q(status=Ballot.Status.CLOSED),
        narrow={
            "project": by("phases__project"),
            "organisation": by("entitlements__organisation"),
        },
    ),
    Kind(
        *("minutes", _("minutes"), Minutes, "verslagen", "minutes"),
        title=meeting_name("meeting__"),
        on=Coalesce("meeting__held_on", TruncDate("meeting__starts_at")),
        words=together("meeting__subject", "meeting__series__title", "text"),
        narrow={"project": _MINUTES_OF},
    ),
    Kind(
        *("meeting", _("agenda and attendance"), Meeting, "bijeenkomsten", "minutes"),
        title=meeting_name(""),
        on=Coalesce("held_on", TruncDate("starts_at")),
        words=together("subject", "series__title", "place"),
        only=Q(status=Meeting.Status.HELD),
        narrow={
            "project": _IN_STUURGROEP,
            "organisation": by("attendances__organisation"),
        },
    ),
    Kind(
        *("document", _("document"), Document, "documenten", "documents"),
        title=text("name"),
        on=TruncDate("at"),
        words=together("name"),
        narrow={
            "project": hanging_on(of=_OF_PROJECT),
            "organisation": lambda key: (
                Q(pk__in=Signature.objects.filter(organisation=key).values("receipt"))
                | Q(pk__in=Pledge.objects.filter(organisation=key).values("paper"))
            ),
        },
    ),
    Kind(
        *("programme", _("version of a programme"), ProgrammeVersion, "programma", "decisions"),
        title=joined(Value("Programma "), text("programme__year"), Value(" v"), text("number")),
        on=TruncDate("at"),
        words=together("snapshot", "note"),
    ),
    Kind(
        *("account", _("annual account"), AnnualAccount, "jaarverantwoording", "decisions"),
        title=joined(
            Value("Jaarverantwoording "), text("year"), Value(" editie "), text("edition")
        ),
        on=TruncDate("published_at"),
        words=together("snapshot"),
        only=Q(status=AnnualAccount.Status.PUBLISHED),
    ),
    Kind(
        *("theme", _("innovation theme"), InnovationTheme, "themas", "projects"),
        title=text("title"),
        on=TruncDate("proposed_at"),
        words=together("title", "question", "why", "who_gains", "result"),
        narrow={
            "theme": by("theme"),
            "project": by("project"),
            "organisation": by("proposed_by"),
        },
    ),
    Kind(
        *("project", _("project"), Project, "projecten", "projects"),
        title=joined(
            Value("P"),
            text("year"),
            Value("-"),
            LPad(text("sequence"), 2, Value("0")),
            Value(" "),
            text("title"),
        ),
        on=_BEGAN,
        ends=_ENDED,
        words=together("title", "summary", "current_state", "figures"),
        narrow={
            "project": by("pk"),
            "theme": by("theme"),
            "organisation": by("participations__organisation"),
        },
    ),
    Kind(
        *("case", _("business case"), BusinessCase, "businesscases", "projects"),
        title=joined(text("project__title"), Value(" v"), text("version")),
        on=TruncDate("submitted_at"),
        words=together("project__title", "null_alternative", "project_alternative", "notes"),
        only=Q(submitted_at__isnull=False),
        narrow={"project": by("project"), "theme": by("project__theme")},
    ),
    Kind(
        *("report", _("progress report"), ProgressReport, "voortgang", "projects"),
        title=joined(
            text("project__title"), Value(" "), text("year"), Value(" Q"), text("quarter")
        ),
        on=TruncDate("reported_at"),
        words=together(
            *("project__title", "time_text", "money_text", "result_text", "risk_text"),
            *("reached", "others_should_know"),
        ),
        narrow={"project": by("project"), "theme": by("project__theme")},
    ),
    Kind(
        *("change", _("course change"), CourseChange, "koerswijzigingen", "decisions"),
        title=text("title"),
        on=TruncDate("recorded_at"),
        words=together("title", "what", "why", "effect"),
        narrow={
            "project": by("projects"),
            "theme": by("theme"),
            "organisation": by("organisation"),
        },
    ),
    Kind(
        *("pledge", _("pledge"), Pledge, "toezeggingen", "money"),
        title=joined(text("organisation__name"), Value(": T"), text("pk")),
        on=TruncDate("offered_at"),
        words=together("organisation__name", "text", "condition"),
        narrow={
            "project": by("plan__phase__project"),
            "organisation": by("organisation"),
            "theme": by("plan__phase__project__theme"),
        },
    ),
    Kind(
        *("signature", _("signature"), Signature, "ondertekeningen", "decisions"),
        title=joined(text("organisation__name"), Value(": "), text("framework__title")),
        on=F("signed_on"),
        words=together("organisation__name", "framework__title"),
        narrow={"organisation": by("organisation")},
    ),
    Kind(
        *("framework", _("framework"), Framework, "samenwerkingskaders", "decisions"),
        title=text("title"),
        on=F("starts_on"),
        words=together("title", "motto", "introduction"),
        only=~Q(status=Framework.Status.DRAFT),
    ),
)
BY_CODE: Final[dict[str, Kind]] = {kind.code: kind for kind in KINDS}
BY_TYPE: Final[dict[str, Kind]] = {kind.type: kind for kind in KINDS}
