"""Writing the programme of a year and bringing it to the programmaraad."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Framework, Person
from partners.querysets import local_day
from programme import notifications
from programme.deadlines import commitment_deadline
from programme.models import Ballot, Decision, Programme, ProgrammeVersion
from programme.passages import Draft, Line, ThemePlan, plain
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .versions import draft_of, keep_contents, keep_submission, keep_version


class Overtaken(Refused):
    """Somebody else saved the text while this one was being written."""


@transaction.atomic
def write_programme(
    year: int,
    *,
    framework: Framework,
    title: str,
    ambition: str,
    text: str,
    actor: Person | None,
    at: datetime,
    themes: Sequence[ThemePlan] | None = None,
    budget: Sequence[Line] | None = None,
    note: str = "",
    based_on: int | None = None,
) -> Programme:
    """Write the programme of a year, or rewrite it while it is being prepared.

    Whatever changes is a new version. Without `themes` or `budget` those stay as they are.
    `based_on` is the version that the writer had before it (0: none yet); when there is a newer
    one the writer is `Overtaken`.
    """
    words = {"title": title, "ambition": plain(ambition), "text": plain(text)}
    programme, _is_new = Programme.objects.get_or_create(
        year=year, defaults={"framework": framework, **words, "recorded_at": at}
    )
    last = _last_version(programme, based_on)
    was = draft_of(programme)
    draft = Draft(
        **words,
        themes=was.themes if themes is None else tuple(themes),
        budget=was.budget if budget is None else tuple(budget),
    )
    if last is not None and draft == was:
        return programme
    for name, value in words.items():
        setattr(programme, name, value)
    programme.save(update_fields=[*words])
    keep_contents(programme, draft, at=at)
    version = keep_version(programme, draft, note=note.strip(), actor=actor, at=at)
    record("write_programme", programme, actor=actor, at=at, facts={"version": version.number})
    return programme


def _last_version(programme: Programme, based_on: int | None) -> ProgrammeVersion | None:
    """The text that is there, locked; refused when it cannot be changed, or by this writer."""
    lock(programme)
    if programme.status != Programme.Status.PREPARING:
        raise Refused(_("The text can no longer be changed: it is with the programmaraad."))
    last = programme.versions.order_by("-number").first()
    if based_on is not None and based_on != (last.number if last else 0):
        raise Overtaken(_("Somebody else has saved this text in the meantime."))
    return last


@transaction.atomic
def submit_programme(programme: Programme, *, actor: Person | None, at: datetime) -> Programme:
    """Submit the text to the programmaraad; from now on it stays as it is.

    Who said something about an earlier text is told what became of it.
    """
    lock(programme)
    if (
        programme.status == Programme.Status.PREPARING
        and not programme.versions.exists()  # written before versions were kept
    ):
        keep_version(programme, draft_of(programme), note="", actor=None, at=at)
    move(programme, "submit", actor=actor, at=at)
    submission = keep_submission(programme, actor=actor, at=at)
    if submission.ordinal > 1:
        notifications.programme_amended(submission, at=at)
    return programme


@transaction.atomic
def take_back_programme(programme: Programme, *, actor: Person | None, at: datetime) -> Programme:
    """The kernteam takes a submitted text back to change it, as long as nobody votes on it."""
    lock(programme)
    ballot = programme.ballot
    if ballot is not None and ballot.status != Ballot.Status.CLOSED:
        raise Refused(_("There is a ballot on this programme already."))
    return move(programme, "return", actor=actor, at=at)


@transaction.atomic
def close_programme(programme: Programme, *, actor: Person | None, at: datetime) -> Programme:
    """The year is over: nobody answers to this programme any more."""
    if local_day(at) < date(programme.year, 12, 31):
        raise Refused(
            _("A programme is closed when its year is over: from 31 December %(year)s.")
            % {"year": programme.year}
        )
    return move(programme, "close", actor=actor, at=at)


def adopt_programme(programme: Programme, decision: Decision, *, at: datetime) -> Programme:
    """The raad adopted it: ask every partner for its commitment. Part of closing the ballot."""
    also = {
        "decision": decision,
        "commit_by": commitment_deadline(at, programme.year),
    }
    move(programme, "adopt", actor=None, at=at, also=also, facts={"decision": decision.number})
    notifications.commitment_asked(programme, at=at)
    notifications.preparing_asked(programme, at=at)
    return programme


def return_programme(programme: Programme, *, at: datetime) -> Programme:
    """The raad rejected it: the kernteam writes on. Part of closing the ballot."""
    return move(programme, "return", actor=None, at=at)
