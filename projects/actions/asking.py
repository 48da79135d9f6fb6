"""Putting a phase before the programmaraad: the ballot that is about it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Person
from programme.actions import prepare_motion
from programme.actions.interests import derive_interests
from programme.actions.preparing import BELONGS_TO
from programme.models import Ballot, Programmaraad
from projects.asking import last_round, proposed_words
from projects.models import Phase
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .going import refuse_ended
from .phases import refuse_unless_planned


@transaction.atomic
def prepare_phase_ballot(
    phase: Phase,
    *,
    raad: Programmaraad,
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
    words: dict[str, str] | None = None,
) -> Ballot:
    """Write down the motion about this phase, in `words` (title, question, text) or our own."""
    lock(raad)
    if raad.status != Programmaraad.Status.INSTALLED:
        raise Refused(_("This programmaraad is not installed."))
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        own = proposed_words(phase, at)
    ballot = prepare_motion(
        raad, **(words or own), closes_at=closes_at, rules=rules, actor=actor, at=at
    )
    put_phase_before_raad(phase, ballot=ballot, actor=actor, at=at)
    return ballot


@transaction.atomic
def put_phase_before_raad(
    phase: Phase, *, ballot: Ballot, actor: Person | None, at: datetime
) -> Phase:
    """This ballot is about this phase: when it is adopted, its decision approves the phase.

    It is a motion that has not opened, because interests are disclosed before voting. One that came
    to nothing stays beside it.
    """
    lock(ballot)
    lock(phase.project)
    lock(phase)
    refuse_ended(phase.project)
    refuse_unless_planned(phase)
    _refuse_other_question(ballot)
    earlier = phase.ballot
    if earlier is not None and earlier.pk == ballot.pk:
        return phase
    if earlier is not None and last_round(earlier).status != Ballot.Status.CLOSED:
        raise Refused(_("There is a ballot about this phase already."))
    if earlier is not None:
        phase.earlier_ballots.add(earlier)
    phase.ballot = ballot
    phase.save(update_fields=["ballot"])
    record("put_phase_before_raad", phase, actor=actor, at=at, facts={"ballot": ballot.pk})
    derive_interests(ballot, at=at)
    return phase


def _refuse_other_question(ballot: Ballot) -> None:
    if ballot.is_selection:
        raise Refused(_("A phase is approved by a motion: for or against."))
    if ballot.status != Ballot.Status.DRAFT or ballot.previous_id is not None:
        raise Refused(_("This ballot was opened already. Prepare another one."))
    if any(hasattr(ballot, name) for name in BELONGS_TO):
        raise Refused(_("This ballot is about something else."))
