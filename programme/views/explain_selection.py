"""The rules of a selection in words, with the numbers of now."""

from django.utils.translation import gettext as _

from programme.models import Ballot
from programme.wording import share_in_words


def selection_in_words(
    ballot: Ballot, entitled: int, quorum: dict[str, str]
) -> list[dict[str, str]]:
    """Quorum, majority, too many, ties, stepping aside, abstaining and too few."""
    return [
        quorum,
        {"term": _("Majority"), "words": _majority(ballot, entitled)},
        {"term": _("How many?"), "words": _places(ballot)},
        {"term": _("Equal shares, or too few chosen"), "words": _undecided(ballot)},
        {"term": _("Stepping aside"), "words": _aside()},
        {
            "term": _("Abstaining"),
            "words": _("You count for the quorum, not for the majority."),
        },
        {"term": _("Too few votes"), "words": _too_few(ballot)},
    ]


def _majority(ballot: Ballot, entitled: int) -> str:
    rule, share = ballot.majority, share_in_words(ballot.majority)
    worked = "; ".join(
        _("with %(whole)s: %(needed)s or more") % {"whole": whole, "needed": rule.needed(whole)}
        for whole in range(entitled, max(0, entitled - 2), -1)
    )
    return _(
        "An option is chosen with %(share)s of the seats that chose something. %(worked)s."
    ) % {"share": share, "worked": worked[:1].upper() + worked[1:]}


def _places(ballot: Ballot) -> str:
    least, most = ballot.choose_min or 0, ballot.choose_max or 1
    if least == most:
        text = _("%(most)s are chosen.")
    elif least:
        text = _("At least %(least)s and at most %(most)s are chosen.")
    else:
        text = _("At most %(most)s are chosen; it may be none.")
    return (
        text % {"least": least, "most": most}
        + " "
        + _("The highest share goes first: 3 of 4 goes before 4 of 6.")
    )


def _undecided(ballot: Ballot) -> str:
    if ballot.tie_rule == Ballot.TieRule.SECOND_ROUND:
        return _(
            "What is clear, stays chosen. The raad votes once more on the options with equal "
            "shares, or, with too few chosen, on all others."
        )
    if ballot.is_second_round:
        return _(
            "Options with equal shares on the last place are not chosen. Are too few chosen then? "
            "The programmaraad decides in a meeting."
        )
    return _("Options with equal shares on the last place are not chosen.")


def _aside() -> str:
    return _("Whoever steps aside for an option, does not count for that option only.")


def _too_few(ballot: Ballot) -> str:
    if ballot.is_repeat:
        return _("Then there is no decision, and the programmaraad decides in a meeting.")
    return _("Then there is no decision, and the ballot is repeated once.")
