"""What stepping aside does to a vote that was cast: said beforehand, and where that vote stands."""

from typing import Any

from django.utils.translation import gettext as _

from programme.models import Ballot, Entitlement, Vote

from .results import option_titles


def what_is_left(vote: Vote) -> dict[str, Any]:
    """What no longer counts of this vote, as a title and a sentence; empty when all of it does."""
    ballot, seat = vote.ballot, vote.entitlement.organisation_id
    if seat in ballot.organisations_aside():
        title = _("This vote does not count")
        text = _("Your organisation stepped aside, so it has no vote in this ballot.")
        return {"left_title": title, "left_text": text}
    if not vote.said():
        return {}
    left = vote.still_said()
    if not left:
        title = _("This vote counts as an abstention")
        text = _("Your organisation stepped aside for every option that it had chosen.")
        return {"left_title": title, "left_text": text, "is_emptied": True}
    if left == vote.said():
        return {}
    titles = option_titles(ballot)
    gone = ", ".join(titles[key] for key in sorted(vote.said() - left))
    title = _("Not all of this vote counts")
    text = _("Your organisation stepped aside for: %(options)s.") % {"options": gone}
    return {"left_title": title, "left_text": text}


def own_vote(ballot: Ballot, person: Any) -> Vote | None:
    """The vote that counts of the seat for which this person votes."""
    mine = Entitlement.objects.of(person).filter(ballot=ballot).order_by()
    votes = Vote.objects.filter(entitlement__in=mine.values("pk"))
    vote: Vote | None = votes.select_related("entitlement", "ballot").order_by("-ordinal").first()
    return vote


def before_stepping_aside(ballot: Ballot, person: Any) -> str:
    """What it does to the vote of this seat; empty when it voted nothing that falls away whole."""
    vote = own_vote(ballot, person)
    if vote is None:
        return ""
    if not ballot.is_selection:
        return _("You have voted already. When you step aside, your vote does not count.")
    left = vote.still_said()
    if len(left) != 1:
        return ""
    return _(
        "Your vote is for “%(title)s” only. When you step aside for that, your vote counts as an "
        "abstention. You can vote again after it."
    ) % {"title": option_titles(ballot)[min(left)]}
