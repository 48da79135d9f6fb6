"""What the result of a selection shows: every option with its share, and what became of it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.models import Ballot


def selection_sentence(ballot: Ballot) -> str:
    """The result in a sentence, with the names of what was chosen."""
    counts = ballot.counts
    if ballot.outcome == Ballot.Outcome.NO_QUORUM:
        words = _("No decision: %(cast)s of %(entitled)s voted, and %(quorum_needed)s were needed.")
        return str(words % counts)
    titles = dict(ballot.options.values_list("pk", "title"))
    chosen = ", ".join(titles[key] for key in counts["chosen"])
    again = ", ".join(titles[key] for key in counts["second_round"])
    sentences = []
    if chosen:
        sentences.append(_("Chosen: %(titles)s.") % {"titles": chosen})
    if again:
        sentences.append(_("The raad votes once more on: %(titles)s.") % {"titles": again})
    if ballot.goes_to_meeting:
        sentences.append(_("The programmaraad decides the rest in a meeting."))
    return " ".join(sentences) or _("Nothing was chosen: too few seats chose the same.")


def selection_figures(ballot: Ballot) -> list[dict[str, Any]]:
    """The numbers above the table."""
    counts = ballot.counts
    return [
        {"label": _("chosen"), "value": len(counts["chosen"]), "of": ballot.choose_max},
        {"label": _("abstained"), "value": counts["abstained"]},
        {"label": _("seats voted"), "value": counts["cast"], "of": counts["entitled"]},
    ]


def option_rows(ballot: Ballot) -> list[dict[str, Any]]:
    """The options, the highest share first: approvals, of how many, and what became of it."""
    counts = ballot.counts
    titles = dict(ballot.options.values_list("pk", "title"))
    rows = [
        {
            "title": titles[each["option"]],
            "approvals": each["approvals"],
            "base": each["base"],
            "aside": _aside(each["recused"]),
            "status": _status(each["option"], counts),
        }
        for each in counts["options"]
    ]
    return sorted(rows, key=lambda row: -row["approvals"] / max(1, row["base"]))


def _aside(count: int) -> str:
    if not count:
        return ""
    words = ngettext("%(count)s seat stepped aside", "%(count)s seats stepped aside", count)
    return words % {"count": count}


def _status(option: int, counts: dict[str, Any]) -> dict[str, str]:
    if option in counts["chosen"]:
        return {"kind": "met", "label": _("chosen")}
    if option in counts["second_round"]:
        return {"kind": "warn", "label": _("second round")}
    return {"kind": "open", "label": _("not chosen")}
