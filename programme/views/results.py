"""What a result and a receipt show, as plain values for their pages."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from programme import verification
from programme.deadlines import after_working_days
from programme.models import Ballot, Vote
from schuldenlab.web.templatetags.look import clock, deadline
from schuldenlab.web.templatetags.look import day as day_words

from .explain import rules_in_words
from .selections import option_rows, selection_figures, selection_sentence

BADGES = {
    "adopted": "met",
    "chosen": "met",
    "rejected": "fail",
    "no_quorum": "warn",
    "second_round": "warn",
}


def outcome_sentence(ballot: Ballot) -> str:
    """The result with the numbers that made it."""
    counts = ballot.counts
    if ballot.is_selection:
        return selection_sentence(ballot)
    words = {
        Ballot.Outcome.ADOPTED: _("Adopted with %(votes_for)s for and %(votes_against)s against."),
        Ballot.Outcome.REJECTED: _("Not adopted: %(votes_for)s for and %(votes_against)s against."),
        Ballot.Outcome.NO_QUORUM: _(
            "No decision: %(cast)s of %(entitled)s voted, and %(quorum_needed)s were needed."
        ),
        Ballot.Outcome.SECOND_ROUND: _("A tie: %(votes_for)s for and %(votes_against)s against."),
    }
    return str(words[Ballot.Outcome(ballot.outcome)] % counts)


def result_facts(ballot: Ballot, at: datetime) -> dict[str, Any]:
    """Outcome, figures, named votes, the chain and a recount done now."""
    counts = ballot.counts
    faults = verification.faults_of(ballot)
    sentence = (
        _("All votes are as they were cast, and the count gives the same result.")
        if not faults
        else " ".join(faults)
    )
    return {
        "ballot": ballot,
        "outcome": {
            "status": BADGES[ballot.outcome],
            "label": ballot.get_outcome_display(),
            "sentence": outcome_sentence(ballot),
        },
        "figures": selection_figures(ballot) if ballot.is_selection else _figures(counts),
        "options": option_rows(ballot) if ballot.is_selection else [],
        "votes": named_votes(ballot),
        "chain": {"head": ballot.chain_head, "count": counts["cast"]},
        "recheck": {"is_right": not faults, "sentence": sentence, "at": at},
        "rules": rules_in_words(ballot, counts["entitled"], None),
        "check_url": reverse("programme:receipt-check", args=[ballot.pk]),
        "export_url": reverse("programme:ballot-export", args=[ballot.pk]),
    }


def _figures(counts: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"label": _("for"), "value": counts["votes_for"]},
        {"label": _("against"), "value": counts["votes_against"]},
        {"label": _("abstained"), "value": counts["votes_abstain"]},
        {"label": _("seats voted"), "value": counts["cast"], "of": counts["entitled"]},
    ]


def named_votes(ballot: Ballot) -> list[dict[str, Any]]:
    """Every entitled organisation with the vote that counted, or why none did."""
    votes = ballot.votes.select_related("corrects")
    last = {vote.entitlement_id: vote for vote in votes.last_of_each()}
    counting = set(ballot.electorate().values_list("pk", flat=True))
    aside = ballot.organisations_aside()
    titles = option_titles(ballot)
    rows = []
    for entitlement in ballot.entitlements.select_related("organisation").order_by("pk"):
        vote = last.get(entitlement.pk)
        is_counted = entitlement.pk in counting
        has_stepped_aside = entitlement.organisation_id in aside
        label = _said(titles, vote) if vote else _("no vote")
        if has_stepped_aside:
            label = _("stepped aside")
        rows.append(
            {
                "initials": entitlement.organisation.initials,
                "name": entitlement.organisation.name,
                "choice": vote.choice if vote and is_counted and not has_stepped_aside else "",
                "choice_label": label
                if is_counted
                else _("%(vote)s, not counted: no longer a partner") % {"vote": label},
                "reason": vote.reason if vote else "",
                "at": vote.at if vote else None,
                "is_corrected": vote is not None and hasattr(vote, "corrects"),
            }
        )
    return rows


def option_titles(ballot: Ballot) -> dict[int, str]:
    """What the options are called; empty for a motion."""
    return dict(ballot.options.values_list("pk", "title")) if ballot.is_selection else {}


def vote_in_words(ballot: Ballot, vote: Vote) -> str:
    """For, against, abstained; or the options that were chosen."""
    return _said(option_titles(ballot), vote)


def _said(titles: dict[int, str], vote: Vote) -> str:
    if vote.approves is None:
        return str(vote.get_choice_display())
    return ", ".join(title for key, title in titles.items() if key in vote.said())


def receipt_facts(vote: Vote, voted: int, entitled: int) -> dict[str, Any]:
    """The lines of the receipt and the steps after it."""
    ballot = vote.ballot
    name = vote.entitlement.organisation.name
    received = f"{day_words(vote.at)}, {clock(vote.at)}"
    keys = [
        {"label": _("Ballot"), "value": ballot.title},
        {
            "label": _("On behalf of"),
            "value": _("%(name)s, member of the programmaraad") % {"name": name},
        },
        {"label": _("Received on"), "value": received[:1].upper() + received[1:]},
        {"label": _("Your choice"), "value": capfirst(vote_in_words(ballot, vote))},
    ]
    if vote.reason:
        keys.append({"label": _("Your reason"), "value": vote.reason})
    return {"keys": keys, "code": vote.receipt_code, "path": receipt_path(ballot, voted, entitled)}


def receipt_path(ballot: Ballot, voted: int, entitled: int) -> list[dict[str, str]]:
    """What has happened, what is now, and what comes."""
    turnout = _("%(voted)s of the %(entitled)s members voted.") % {
        "voted": voted,
        "entitled": entitled,
    }
    if voted >= ballot.quorum.needed(entitled):
        turnout += " " + _("The quorum is met.")
    result_on = after_working_days(ballot.closes_at, 1)
    result_day = day_words(result_on)
    is_open = ballot.status == Ballot.Status.OPEN
    return [
        {"state": "done", "title": _("You have voted"), "text": turnout},
        {
            "state": "now" if is_open else "done",
            "title": _("Until %(moment)s") % {"moment": deadline(ballot.closes_at)},
            "text": _("You can still change your vote. You then get a new receipt.")
            if ballot.meeting_id is None
            else _("Until then the kernteam corrects what was entered wrongly."),
        },
        {
            "state": "" if is_open else "done",
            "title": result_day[:1].upper() + result_day[1:],
            "text": _("You get the result, with the count explained."),
        },
    ]
