"""A ballot that is being prepared: what it means with the seats of now, and what can happen."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programme import tally
from programme.actions.preparing import KEPT_FOR
from programme.models import Ballot

from .aside import Aside
from .explain import SeatFact, rules_in_words


def draft_facts(ballot: Ballot, person: Any, aside: Aside) -> dict[str, Any]:
    """The seats and the rules as they would be if it opened now; for the kernteam what can be."""
    is_kernteam = person.standing.is_kernteam
    return {
        "ballot": ballot,
        "options": aside.options if ballot.is_selection else [],
        "seats": _seats(aside),
        "entitled_count": aside.entitled,
        "rules": rules_in_words(ballot, aside.entitled, None),
        "whatif": what_if(ballot, aside) if is_kernteam else None,
        "next_act": _next_act(ballot, aside) if is_kernteam else None,
        "may_discard": is_kernteam and is_discardable(ballot),
    }


def _seats(aside: Aside) -> list[SeatFact]:
    """The seats that would vote; who stepped aside for everything is not among them."""
    everything = [each.pk for each in aside.options] if aside.ballot.is_selection else [None]
    return [
        SeatFact(each.initials, each.name, "me" if key in aside.mine else "out")
        for key, each in aside.seats.items()
        if not all(key in aside.out[option] for option in everything)
    ]


def is_discardable(ballot: Ballot) -> bool:
    """Whether nobody but the kernteam has seen it and nothing hangs on it."""
    is_alone = ballot.previous_id is None and not any(hasattr(ballot, each) for each in KEPT_FOR)
    return ballot.announced_at is None and is_alone


def _next_act(ballot: Ballot, aside: Aside) -> dict[str, Any]:
    """What the kernteam does next, and why; opening comes second where interests must be seen."""
    announce = reverse("programme:ballot-announce", args=[ballot.pk])
    opening = reverse("programme:ballot-open", args=[ballot.pk])
    is_seen = ballot.announced_at is not None
    if is_seen or ballot.round > 1:
        text = _("The programmaraad can read it. It votes when you open the ballot.")
        if not is_seen:
            text = _("The text and the rules stay the same. Only the deadline is new.")
        return {
            "text": text,
            "url": opening,
            "label": _("Open the ballot"),
            "also": [] if is_seen else [(announce, _("Show it to the programmaraad first"))],
        }
    text = _("Only the kernteam sees this ballot now. Show it to the programmaraad first.")
    return {
        "text": text,
        "url": announce,
        "label": _("Show it to the programmaraad"),
        "also": [] if aside.interests else [(opening, _("Open the ballot at once"))],
    }


def what_if(ballot: Ballot, aside: Aside) -> dict[str, Any]:
    """The table of what can happen, for every number of votes."""
    entitled = aside.entitled
    rules = ballot.selection_rules if ballot.is_selection else ballot.rules
    quorum = tally.quorum_line(rules, entitled)
    facts = {"needed": quorum, "whole": entitled, "fewer": quorum - 1}
    no_quorum = _("With %(fewer)s votes or fewer there is no decision.") % facts
    if quorum > entitled:
        no_quorum = _("There are too few seats: whatever happens, there is no decision.")
    lines = _selection_lines(ballot, aside) if ballot.is_selection else _motion_lines(ballot, aside)
    return {
        "is_selection": ballot.is_selection,
        "entitled": entitled,
        "no_quorum": no_quorum,
        "lines": [each for each in lines if ballot.is_selection or each["votes"] >= quorum],
        "after": _afterwards(ballot),
        "fewer_bases": _fewer_bases(ballot, aside),
    }


def _motion_lines(ballot: Ballot, aside: Aside) -> list[dict[str, Any]]:
    rows = []
    for each in tally.foresee_motion(ballot.rules, aside.entitled):
        rest = each.cast - 2 * each.tie
        tie = _("%(half)s against %(half)s") % {"half": each.tie}
        if rest:
            tie = _("%(half)s against %(half)s, one abstains") % {"half": each.tie}
        rows.append(
            {
                "votes": each.cast,
                "surely": _for_votes(each.surely),
                "perhaps": _for_votes(each.perhaps),
                "tie": tie,
            }
        )
    return rows


def _for_votes(number: int | None) -> str:
    if number is None:
        return _("cannot be adopted")
    return _("%(number)s for") % {"number": number}


def _selection_lines(ballot: Ballot, aside: Aside) -> list[dict[str, Any]]:
    recused = [len(out) for key, out in aside.out.items() if key and out]
    lines = tally.foresee_selection(
        ballot.selection_rules, aside.entitled, len(aside.options), recused
    )
    return [
        {
            "votes": each.voting,
            "needed": each.needed,
            "few": _("yes") if each.can_be_few else _("no"),
            "tie": _("yes") if each.can_tie else _("no"),
        }
        for each in lines
    ]


def _fewer_bases(ballot: Ballot, aside: Aside) -> list[str]:
    """The options that are counted over fewer seats, each with what it needs."""
    return [
        _("%(title)s is counted over %(base)s seats: %(needed)s must choose it when all vote.")
        % {
            "title": each.title,
            "base": len(aside.seats) - len(aside.out[each.pk]),
            "needed": ballot.majority.needed(len(aside.seats) - len(aside.out[each.pk])),
        }
        for each in aside.options
        if ballot.is_selection and aside.out[each.pk]
    ]


def _afterwards(ballot: Ballot) -> list[str]:
    """What follows when it is not decided."""
    is_second = ballot.tie_rule == Ballot.TieRule.SECOND_ROUND
    quorum = (
        _("Too few votes a second time: the programmaraad decides in a meeting.")
        if ballot.is_repeat
        else _("Too few votes: the ballot is repeated once, with the same rules.")
    )
    if not ballot.is_selection:
        return [
            _("A tie: the raad votes once more; a second tie is rejected.")
            if is_second
            else _("A tie: not adopted."),
            quorum,
        ]
    if is_second:
        few = _("Too few chosen: a second round among all others.")
        tie = _("A tie on the last place: a second round among the tied options only.")
    elif ballot.is_second_round:
        few = _("Places are left over after this: the programmaraad may decide in a meeting.")
        tie = _("A tie on the last place: the programmaraad decides in a meeting.")
    else:
        few = _("Too few chosen: nothing is chosen.")
        tie = _("A tie on the last place: none of the tied options is chosen.")
    return [few, tie, quorum]
