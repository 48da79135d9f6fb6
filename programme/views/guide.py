"""The page that explains voting, with examples that are counted as a real ballot is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from programme import tally

SEATS = ("GD", "ZD", "EZ", "BN", "CH", "VH")
THEMES = ("N", "E", "G", "O", "S", "R")
FIRST_ROUND = ("NEGO", "NEGS", "NEOS", "NGOS", "EGOS", "NEGR")
SECOND_ROUND = ("O", "S", "O", "S", "O", "")
PAID = {"R": {"BN"}}  # this bank would be paid from it
YES, NO, BLANK = tally.Choice.FOR, tally.Choice.AGAINST, tally.Choice.ABSTAIN


@dataclass(frozen=True)
class OptionLine:
    """How one option came out, in the order of the example."""

    title: str
    approvals: int
    base: int
    state: str
    words: str


def theme_names() -> dict[str, str]:
    """The themes of the example."""
    return {
        "N": _("Emergency buffer"),
        "E": _("Energy and rent together"),
        "G": _("Money lessons at school"),
        "O": _("Entrepreneur in trouble"),
        "S": _("New start after a divorce"),
        "R": _("No more overdraft"),
    }


def count_example(
    rules: tally.SelectionRules, themes: Sequence[str], papers: Sequence[str], aside: Any
) -> tally.SelectionCount[str]:
    """One round of the example, counted by the same code as every ballot."""
    votes = dict(zip(SEATS, map(frozenset, papers), strict=True))
    return tally.count_selection(rules, SEATS, themes, aside, votes)


def lines_of(count: tally.SelectionCount[str]) -> list[OptionLine]:
    """Every option with its figures and what became of it."""
    words = {
        "chosen": ("met", _("chosen")),
        "again": ("warn", _("second round")),
        "out": ("open", _("not chosen")),
    }
    rows = []
    for theme, each in count.options.items():
        became = "chosen" if theme in count.chosen else "out"
        became = "again" if theme in count.second_round else became
        rows.append(OptionLine(theme_names()[theme], each.approvals, each.base, *words[became]))
    return rows


def motion_examples() -> list[dict[str, Any]]:
    """Six seats and the usual rules: adopted, a tie, and too few votes."""
    profiles = [
        (_("Four for, one against, one abstains"), [YES] * 4 + [NO, BLANK]),
        (_("Two for, two against, two abstain"), [YES] * 2 + [NO] * 2 + [BLANK] * 2),
        (_("Three for, three do not vote"), [YES] * 3),
    ]
    words = {
        tally.Outcome.ADOPTED: ("met", _("adopted")),
        tally.Outcome.REJECTED: ("fail", _("not adopted")),
        tally.Outcome.NO_QUORUM: ("warn", _("no decision")),
    }
    why = {
        tally.Outcome.ADOPTED: _("%(base)s votes for and against: %(majority)s are enough."),
        tally.Outcome.REJECTED: _("As many for as against, so there is no majority."),
        tally.Outcome.NO_QUORUM: _("%(cast)s seats vote, and %(quorum)s are needed."),
    }
    rows = []
    for title, choices in profiles:
        count = tally.count_motion(tally.MotionRules(), len(SEATS), choices)
        facts = {
            "base": count.base_count,
            "majority": count.majority_needed,
            "cast": count.cast,
            "quorum": count.quorum_needed,
        }
        state, outcome = words[count.outcome]
        rows.append(
            {
                "title": title,
                "state": state,
                "outcome": outcome,
                "why": why[count.outcome] % facts,
            }
        )
    return rows


@method_decorator(login_not_required, name="dispatch")
class VotingExplained(TemplateView):
    """How votes are counted; everybody may read it."""

    template_name = "programme/voting_explained.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The examples, counted now."""
        first = count_example(tally.SelectionRules(min=3, max=4), THEMES, FIRST_ROUND, PAID)
        last = tally.SelectionRules(tie_rule=tally.TieRule.REJECTED, min=0, max=1)
        second = count_example(last, first.second_round, SECOND_ROUND, {})
        return {
            **super().get_context_data(**kwargs),
            "heading": _("How voting works"),
            "lead": _("The rules in plain words, with an example of every kind of ballot."),
            "motions": motion_examples(),
            "first": lines_of(first),
            "second": lines_of(second),
            "second_base": second.cast - second.abstained,
        }
