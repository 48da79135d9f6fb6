"""Questions about the ballot on a phase: how it stands, and which words to propose for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Ballot
from projects.models import Phase, Stake
from projects.ports import start_conditions

BADGES: Final = {"adopted": "met", "rejected": "fail", "no_quorum": "warn", "second_round": "warn"}
TITLE_LENGTH: Final = 120


def last_round(ballot: Ballot) -> Ballot:
    """The ballot, or the repeat or second round that followed it."""
    while hasattr(ballot, "following"):
        ballot = ballot.following
    return ballot


@dataclass(frozen=True)
class Asked:
    """A ballot about a phase as its dossier shows it. `is_seen`: this reader may open its page."""

    ballot: Ballot
    badge: str
    words: str
    is_seen: bool


@dataclass(frozen=True)
class Asking:
    """The ballots about a phase: the last one, those before it, and whether to ask (again)."""

    now: Asked | None
    before: list[Asked]
    can_ask: bool

    @property
    def is_again(self) -> bool:
        """Whether the raad said something before."""
        return self.now is not None


def asking_of(phases: Iterable[Phase], person: Any) -> dict[int, Asking]:
    """Of each phase the ballots about it, in as many queries for one as for many.

    A ballot that only the kernteam sees is not there for anybody else. `phases` have their ballot
    with its `following`, and prefetched `earlier_ballots`.
    """
    rows = list(phases)
    every = [*(each.ballot for each in rows if each.ballot), *_earlier(rows)]
    last = {each.pk: last_round(each) for each in every}
    keys = {each.pk for each in last.values()}
    seen = set(Ballot.objects.visible_to(person).filter(pk__in=keys).values_list("pk", flat=True))
    return {each.pk: _asking(each, last, seen) for each in rows}


def _earlier(phases: Iterable[Phase]) -> list[Ballot]:
    return [ballot for phase in phases for ballot in phase.earlier_ballots.all()]


def _asking(phase: Phase, last: dict[int, Ballot], seen: set[int]) -> Asking:
    now = None if phase.ballot is None else last[phase.ballot.pk]
    is_over = now is None or (now.status == Ballot.Status.CLOSED and now.outcome != "adopted")
    before = [_asked(last[each.pk], seen) for each in phase.earlier_ballots.all()]
    is_shown = now is not None and (now.announced_at or now.opened_at or now.pk in seen)
    return Asking(
        now=_asked(now, seen) if now is not None and is_shown else None,
        before=before,
        can_ask=is_over and phase.decision_id is None and _waits(phase),
    )


def _waits(phase: Phase) -> bool:
    """Whether it is in preparation, and asks for a decision of the raad."""
    return phase.is_steered and phase.status == Phase.Status.PLANNED


def _asked(ballot: Ballot, seen: set[int]) -> Asked:
    if ballot.status == Ballot.Status.CLOSED:
        badge, words = BADGES.get(ballot.outcome, "open"), ballot.get_outcome_display()
    elif ballot.status == Ballot.Status.OPEN:
        badge, words = "track", _("the programmaraad votes")
    else:
        badge, words = "open", ballot.get_status_display()
    return Asked(ballot, badge, str(words), ballot.pk in seen)


def proposed_words(phase: Phase, at: datetime) -> dict[str, str]:
    """Title, question and text of a motion about this phase, from what its dossier says."""
    project, kind = phase.project, phase.get_kind_display()
    names = {"kind": kind, "project": project.title}
    return {
        "title": (_("%(kind)s of “%(project)s”") % {**names, "kind": kind.capitalize()})[
            :TITLE_LENGTH
        ],
        "question": _("Do you agree that this phase starts: %(kind)s?") % names,
        "text": "\n\n".join(_passages(phase, at)),
    }


def _passages(phase: Phase, at: datetime) -> list[str]:
    """Headings and paragraphs, without a line about what nobody wrote down."""
    project = phase.project
    parts = [
        (_("What it is about"), project.summary),
        *_worked_out(phase),
        *_pilot(phase),
        (_("Who steers it"), _steering(phase, at)),
        *((each.title, each.text) for each in start_conditions(phase, at, None)),
        (
            _("What you decide"),
            _("With this decision the programmaraad approves what was worked out, and this phase."),
        ),
    ]
    return [project.title, *(words for part in parts if part[1] for words in part)]


def _worked_out(phase: Phase) -> list[tuple[str, str]]:
    """What the business case or the prototype before it brought."""
    found = []
    earlier = phase.project.phases.filter(
        ordinal__lt=phase.ordinal, status__in=["running", "ended"]
    )
    for each in earlier.select_related("prototype").order_by("ordinal"):
        trial = getattr(each, "prototype", None)
        words = [each.ended_with]
        if trial is not None:
            words = [trial.tried, trial.learned, trial.because, each.ended_with]
        said = "\n".join(part.strip() for part in words if part.strip())
        found.append((each.get_kind_display().capitalize(), said))
    return found


def _pilot(phase: Phase) -> list[tuple[str, str]]:
    """How big it is, until when, and when it has succeeded."""
    pilot = getattr(phase, "pilot", None)
    if pilot is None:
        return []
    size = _("%(size)s, until %(day)s.") % {
        "size": pilot.size,
        "day": pilot.ends_on.strftime("%d-%m-%Y"),
    }
    return [(_("The pilot"), size), (_("It has succeeded when"), pilot.criterion)]


def _steering(phase: Phase, at: datetime) -> str:
    stakes = Stake.objects.on(local_day(at)).filter(stuurgroep__project=phase.project_id)
    rows = stakes.select_related("organisation").order_by("organisation__name")
    return "\n".join(f"{each.organisation.name}: {each.text}" for each in rows)
