"""Preparing a ballot: the question, the rules, the options, and telling the raad of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Person
from programme import notifications
from programme.models import Ballot, BallotOption, Programmaraad, Programme
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .interests import derive_interests

FEWEST_OPTIONS = 2
# What points at its ballot, and why that ballot is not thrown away.
KEPT_FOR = {
    "course_change": gettext_lazy("This ballot belongs to a change of course, so it stays."),
    "theme_call": gettext_lazy("This ballot belongs to a call for innovation themes, so it stays."),
}
BELONGS_TO = (*KEPT_FOR, "programme")


@transaction.atomic
def prepare_motion(
    raad: Programmaraad,
    *,
    title: str,
    question: str,
    text: str,
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    """Write down a question for or against; the raad sees it when it is announced or opened."""
    lock(raad)
    ballot = Ballot.objects.create(
        raad=raad,
        title=title,
        question=question,
        text=text,
        closes_at=closes_at,
        recorded_at=at,
        **rules,
    )
    record("prepare_ballot", ballot, actor=actor, at=at, facts={"method": ballot.method})
    derive_interests(ballot, at=at)
    return ballot


@transaction.atomic
def prepare_selection(
    raad: Programmaraad,
    *,
    title: str,
    question: str,
    text: str,
    options: Sequence[tuple[str, str]],
    places: tuple[int, int],
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    """Write down a choice of `places` (at least, at most) from options, each a title and a text.

    Every seat approves as many as there are places, or fewer. Shares are taken of the votes that
    are no abstention, whatever `rules` says of a base.
    """
    lock(raad)
    _check_options(options, places)
    ballot = Ballot.objects.create(
        raad=raad,
        method=Ballot.Method.SELECTION,
        title=title,
        question=question,
        text=text,
        choose_min=places[0],
        choose_max=places[1],
        closes_at=closes_at,
        recorded_at=at,
        **{"tie_rule": Ballot.TieRule.SECOND_ROUND, **rules, "base": Ballot.Base.CAST},
    )
    _add_options(ballot, options, at)
    facts = {"method": ballot.method, "options": len(options)}
    record("prepare_ballot", ballot, actor=actor, at=at, facts=facts)
    derive_interests(ballot, at=at)
    return ballot


def _add_options(ballot: Ballot, options: Sequence[tuple[str, str]], at: datetime) -> None:
    BallotOption.objects.bulk_create(
        BallotOption(
            ballot=ballot, position=position, title=heading, text=explanation, recorded_at=at
        )
        for position, (heading, explanation) in enumerate(options, start=1)
    )


def _check_options(options: Sequence[tuple[str, str]], places: tuple[int, int]) -> None:
    titles = [heading.casefold() for heading, _text in options]
    if len(titles) < FEWEST_OPTIONS:
        raise Refused(_("Give at least two options to choose from."))
    twice = {heading for heading, _text in options if titles.count(heading.casefold()) > 1}
    if twice:
        raise Refused(_("This option stands there twice: %(title)s.") % {"title": min(twice)})
    least, most = places
    if most < 1 or not 0 <= least <= most:
        raise Refused(_("At most so many can be chosen as you say at the least, or more."))
    if most > len(titles):
        raise Refused(
            _("There are %(count)s options; no more can be chosen.") % {"count": len(titles)}
        )


@transaction.atomic
def announce_ballot(ballot: Ballot, *, actor: Person | None, at: datetime) -> Ballot:
    """Show a ballot that is prepared to its raad: text, rules, and the interests in it."""
    lock(ballot.raad)
    lock(ballot)
    if ballot.raad.status != Programmaraad.Status.INSTALLED:
        raise Refused(_("This programmaraad is not installed."))
    if ballot.status != Ballot.Status.DRAFT:
        raise Refused(_("This ballot was opened already."))
    if ballot.announced_at is not None:
        raise Refused(_("The programmaraad sees this ballot already."))
    if ballot.previous_id is None:
        derive_interests(ballot, at=at)
    ballot.announced_at = at
    ballot.save(update_fields=["announced_at"])
    record("announce_ballot", ballot, actor=actor, at=at)
    notifications.ballot_announced(ballot, at=at)
    return ballot


@transaction.atomic
def discard_ballot(ballot: Ballot, *, actor: Person | None, at: datetime) -> None:
    """Throw away a ballot that nobody has seen yet; the trail keeps that it was there."""
    lock(ballot.raad)
    lock(ballot)
    if ballot.status != Ballot.Status.DRAFT or ballot.announced_at is not None:
        raise Refused(_("The programmaraad has seen this ballot, so it stays."))
    if ballot.previous_id is not None:
        raise Refused(_("This round follows from an earlier one, so it stays."))
    for name, because in KEPT_FOR.items():
        if hasattr(ballot, name):
            raise Refused(str(because))
    Programme.objects.filter(ballot=ballot).update(ballot=None)  # it can be put to the vote anew
    record("discard_ballot", ballot, actor=actor, at=at, facts={"title": ballot.title})
    ballot.interests.all().delete()
    ballot.options.all().delete()
    ballot.delete()
