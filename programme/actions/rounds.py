"""The round after a ballot that did not decide: a second round, or one repeat."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.models import Ballot, BallotInterest, BallotOption, Recusal
from schuldenlab.audit.actions import record

SAME = (
    *("method", "title", "question", "text", "base", "choose_min", "choose_max", "tie_rule"),
    *("quorum_numerator", "quorum_denominator", "quorum_is_over"),
    *("majority_numerator", "majority_denominator", "majority_is_over"),
)


def prepare_next(ballot: Ballot, *, at: datetime) -> Ballot:
    """A second round of what is undecided, or a repeat with the same rules. Part of closing.

    In a second round a tie is rejected. That of a selection is about the places that are left
    (`choose_max` less what is chosen), and none of them has to be filled. The raad is told.
    """
    changes: dict[str, Any] = {}
    options = list(ballot.options.order_by("position"))
    if ballot.outcome == Ballot.Outcome.SECOND_ROUND:
        changes = {"tie_rule": Ballot.TieRule.REJECTED}
        if ballot.is_selection:
            left = (ballot.choose_max or 0) - len(ballot.counts["chosen"])
            changes |= {"choose_min": 0, "choose_max": left, "text": _what_is_left(ballot, left)}
            options = [each for each in options if each.pk in ballot.counts["second_round"]]
    following = Ballot.objects.create(
        raad=ballot.raad,
        previous=ballot,
        round=ballot.round + 1,
        closes_at=ballot.closes_at,
        recorded_at=at,
        **{**{field: getattr(ballot, field) for field in SAME}, **changes},
    )
    again: dict[int | None, BallotOption] = {
        option.pk: BallotOption.objects.create(
            ballot=following,
            position=position,
            title=option.title,
            text=option.text,
            previous=option,
            recorded_at=at,
        )
        for position, option in enumerate(options, start=1)
    }
    _take_along(ballot, following, again, at)
    record("prepare_ballot", following, actor=None, at=at, facts={"round": following.round})
    return following


def _what_is_left(ballot: Ballot, left: int) -> str:
    """The text of a second round of a selection: what is chosen already, and what is asked now."""
    titles = dict(ballot.options.values_list("pk", "title"))
    chosen = ", ".join(titles[each] for each in ballot.counts["chosen"])
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        told = _("Chosen in the round before: %(titles)s.") % {"titles": chosen} if chosen else ""
        now = ngettext(
            "In this round there is one place.", "In this round there are %(left)s places.", left
        )
    return "\n\n".join((f"{told} {now % {'left': left}}".strip(), ballot.text))


def _take_along(
    ballot: Ballot, following: Ballot, again: dict[int | None, BallotOption], at: datetime
) -> None:
    """Interests stay disclosed, and who stepped aside itself stays aside."""
    for interest in ballot.interests.holding():
        if interest.option_id is None or interest.option_id in again:
            BallotInterest.objects.create(
                ballot=following,
                organisation_id=interest.organisation_id,
                option=again.get(interest.option_id),
                kind=interest.kind,
                text=interest.text,
                is_derived=interest.is_derived,
                disclosed_at=interest.disclosed_at,
                recorded_at=at,
            )
    for recusal in ballot.recusals.filter(ground=Recusal.Ground.CHOSEN):
        if recusal.option_id is None or recusal.option_id in again:
            Recusal.objects.create(
                ballot=following,
                organisation_id=recusal.organisation_id,
                option=again.get(recusal.option_id),
                ground=recusal.ground,
                reason=recusal.reason,
                person_id=recusal.person_id,
                at=at,
                recorded_at=at,
            )
