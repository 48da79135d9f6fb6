"""How open records are: judged by the kernteam, one or many at once."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from partners.models import Person
from schuldenlab.audit.actions import Act, record_all
from schuldenlab.documents.grounds import GROUNDS
from schuldenlab.documents.models import Document, Openness
from schuldenlab.lifecycle import Refused

State = Openness.State


@transaction.atomic
def judge_openness(
    nouns: Sequence[models.Model],
    *,
    state: str,
    grounds: Sequence[str] = (),
    explanation: str = "",
    not_before_on: date | None = None,
    redacted: Document | None = None,
    actor: Person | None,
    at: datetime,
) -> list[Openness]:
    """Say the same of all these records, in as many queries for many as for one.

    What was judged before stays to be read; the last judgement counts.
    """
    chosen = [code for code in GROUNDS if code in set(grounds)]
    _check(nouns, state, chosen, redacted)
    made = [
        Openness(
            subject_type=noun._meta.label_lower,  # noqa: SLF001 - Django's own word
            subject_id=noun.pk,
            state=state,
            grounds=chosen,
            explanation=explanation.strip(),
            not_before_on=not_before_on,
            redacted=redacted,
            judged_by=actor,
            at=at,
        )
        for noun in nouns
    ]
    Openness.objects.bulk_create(made)
    facts: dict[str, Any] = {"state": str(state), "grounds": chosen}
    acts: list[Act] = [("judge_openness", noun, facts) for noun in nouns]
    record_all(acts, actor=actor, at=at)
    return made


def _check(
    nouns: Sequence[models.Model], state: str, grounds: list[str], redacted: Document | None
) -> None:
    """Before the database refuses it, with a sentence that says what misses."""
    if not nouns:
        raise Refused(_("Choose at least one record."))
    if state == State.OPEN and grounds:
        raise Refused(_("What is open has no ground to stay closed. Take the grounds away."))
    if state != State.OPEN and not grounds:
        raise Refused(_("Say on which ground of the Woo (a part of) this stays closed."))
    if redacted is None:
        return
    if state != State.PARTLY or len(nouns) > 1:
        raise Refused(_("Only one partly open record has a version of its own for outside."))
    if nouns[0] == redacted:
        raise Refused(_("The version for outside must be another document than this one."))
