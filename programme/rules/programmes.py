"""Who may write a programme, bring it to the raad, and commit to it."""

from typing import Any

import rules

from partners.rules import is_kernteam
from programme.models import (
    Commitment,
    CommitmentDraft,
    PassageComment,
    Programme,
    ProgrammeVersion,
)

from .seeing import member_of


@rules.predicate
def may_commit(person: Any, programme: Programme | None = None) -> bool:
    """Director or signing mandate of a partner; the programme is adopted."""
    if not person.is_authenticated or not person.standing.commits_ids:
        return False
    if person.standing.is_kernteam:  # asks for commitments, and so gives none
        return False
    return programme is None or programme.status == Programme.Status.ADOPTED


@rules.predicate
def may_comment(person: Any, programme: Programme | None = None) -> bool:
    """Anybody with a mandate of a partner, while the text lies with the programmaraad.

    A text that was taken back is on its way there again; that it cannot be now, its page says.
    """
    if not person.is_authenticated or not person.standing.organisation_ids:
        return False
    if person.standing.is_kernteam:  # answers comments, and so makes none
        return False
    if programme is None or programme.status == Programme.Status.SUBMITTED:
        return True
    return bool(Programme.objects.withdrawn().filter(pk=programme.pk).exists())


@rules.predicate
def may_prepare(person: Any, programme: Programme | None = None) -> bool:
    """Works for a partner that it may not commit itself; the programme is adopted."""
    if not person.is_authenticated or person.standing.is_kernteam:
        return False
    if not person.standing.organisation_ids - person.standing.commits_ids:
        return False
    return programme is None or programme.status == Programme.Status.ADOPTED


for model in (Commitment, CommitmentDraft, PassageComment, Programme, ProgrammeVersion):
    rules.add_perm(f"programme.view_{model.__name__.lower()}", member_of(model))
for verb in ("write_programme", "submit_programme", "put_to_ballot", "answer_comment"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
for verb in ("take_back_programme", "close_programme"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
rules.add_perm("programme.comment_on_programme", may_comment)
rules.add_perm("programme.prepare_commitment", may_prepare)
rules.add_perm("programme.give_commitment", may_commit)
rules.add_perm("programme.give_commitment_on_behalf", is_kernteam)
