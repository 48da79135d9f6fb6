"""What the outside sees, as plain values: days, numbers, and codes as they are stored.

No words of a language but those that somebody wrote, no names of people, and no organisation that
is not public itself.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True)
class PublicPartner:
    """A partner of today that is shown; `number` stays the same as long as it exists."""

    number: int
    name: str
    sector: str
    website: str
    description: str
    partner_since: date


@dataclass(frozen=True)
class PublicProgramme:
    """The programme of a year as it was adopted; `decision_number` only when that is public too."""

    year: int
    title: str
    ambition: str
    text: str
    adopted_on: date
    decision_number: str


@dataclass(frozen=True)
class PublicTheme:
    """An innovation theme; `subject` is the lasting theme that it belongs to.

    `project_code` is that of its project, as long as that is public.
    """

    number: int
    year: int
    title: str
    question: str
    why: str
    subject: str
    status: str
    exploring_on: date | None
    result_due_on: date | None
    result_kind: str
    delivered_on: date | None
    result: str
    stopped_on: date | None
    project_code: str = ""


@dataclass(frozen=True)
class PublicResult:
    """The newest value of an indicator, and what the project wants to reach by when."""

    indicator: str
    unit: str
    value: Decimal
    measured_on: date
    goal: str = ""
    target: Decimal | None = None
    target_on: date | None = None


@dataclass(frozen=True)
class PublicPhase:
    """A phase in preparation, that runs, or that has ended."""

    kind: str
    status: str
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True)
class PublicProject:
    """A project without any money; `phase` is what runs, else what ended last.

    `organisations` are the public partners that lead it, steer it or take part in it today;
    `theme_number` is that of its innovation theme, as long as that is public.
    """

    code: str
    title: str
    summary: str
    target_group: str
    debt_phase: str
    outcome: str
    subject: str
    status: str
    phase: str
    phase_status: str
    began: str
    handed_over_to: str
    handed_over_on: date | None
    figures: str
    sources: str
    organisations: tuple[str, ...]
    results: tuple[PublicResult, ...]
    phases: tuple[PublicPhase, ...] = ()
    residents_voice: str = ""
    theme_number: int | None = None


@dataclass(frozen=True)
class PublicMeeting:
    """A meeting whose date everybody may know, as the public calendar has it.

    `name` is what it is about, else series and number; `kind` is the duty of its series.
    """

    number: int
    name: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    status: str
    name_en: str = ""


@dataclass(frozen=True)
class PublicDecision:
    """A decision of a programmaraad; never who voted what."""

    number: str
    title: str
    text: str
    taken_on: date
    origin: str
    status: str


@dataclass(frozen=True)
class PublicMeasure:
    """A figure of the Kompas: what there is of what is needed."""

    key: str
    have: int | None
    need: int | None
    state: str | None


@dataclass(frozen=True)
class PublicClause:
    """A clause of the framework with the worst state of its measures."""

    number: int
    title: str
    state: str | None
    measures: tuple[PublicMeasure, ...]
    title_en: str = ""


@dataclass(frozen=True)
class PublicKompas:
    """The Kompas of one year, as it stood at the moment that was asked."""

    framework: str
    year: int
    clauses: tuple[PublicClause, ...]
