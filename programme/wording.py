"""A share and a majority in words, for pages and for papers."""

from django.utils.translation import gettext as _

from programme.models import Ballot
from programme.tally import Base, Threshold


def share_in_words(threshold: Threshold) -> str:
    """The share as people say it."""
    words = {
        (True, "1/2"): _("more than half"),
        (False, "2/3"): _("at least two thirds"),
        (False, "3/4"): _("at least three quarters"),
        (False, "1"): _("all"),
    }
    plain = _("more than %(share)s") if threshold.is_over else _("at least %(share)s")
    return words.get((threshold.is_over, str(threshold.share)), plain % {"share": threshold.share})


def majority_in_words(ballot: Ballot, entitled: int) -> str:
    """What is needed to adopt, with a worked number."""
    rules, share = ballot.rules, share_in_words(ballot.majority)
    needed = {"whole": entitled, "needed": rules.majority.needed(entitled), "share": share}
    if rules.base is Base.ENTITLED:
        return _("Adopted with %(share)s of all seats: %(needed)s of %(whole)s.") % needed
    if rules.base is Base.CAST:
        return (
            _("Adopted with %(share)s of all votes, abstentions included.") % needed
            + " "
            + _("With %(whole)s votes: %(needed)s or more.") % needed
        )
    return (
        _("Adopted with %(share)s of the votes for and against together.") % needed
        + " "
        + _("With %(whole)s such votes: %(needed)s or more.") % needed
    )
