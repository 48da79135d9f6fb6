"""The file of a closed ballot: an outsider recomputes its chain and its result."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme import actions, recount
from programme.resources.ballots import export_ballot
from tests.house.tree import ROOT
from tests.house.world import open_motion, vote
from tests.programme.choosing import CLOSES, FIRST_ROUND, announce, closed, opened, prepare
from tests.programme.test_recusals import disclose, step_aside

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast

SCRIPT = ROOT / "docs/recount_ballot.py"
pytestmark = pytest.mark.usefixtures("english")


def outsider(facts: Any, folder: Path) -> subprocess.CompletedProcess[str]:
    """The script of the documentation, with nothing but Python."""
    file = folder / "ballot.json"
    file.write_text(json.dumps(facts), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-I", str(SCRIPT), str(file)], capture_output=True, text=True, check=False
    )


def a_selection(cast: Cast) -> Any:
    ballot = prepare(cast)
    disclose(cast, ballot, "BN", "paid", "R")
    opened(cast, announce(cast, ballot))
    return closed(cast, ballot, FIRST_ROUND)


def a_motion(cast: Cast) -> Any:
    ballot = open_motion(cast, cast.at, CLOSES, majority_numerator=2, majority_denominator=3)
    for letters, choice in (("GD", "for"), ("ZD", "against"), ("ZD", "for"), ("CH", "abstain")):
        vote(cast, ballot, letters, choice, cast.at)
    vote(cast, ballot, "EZ", "against", cast.at)
    step_aside(cast, ballot, "EZ")
    return actions.close_ballot(ballot, at=ballot.closes_at)


@pytest.mark.parametrize("made", [a_selection, a_motion])
def test_our_recount_and_the_script_of_an_outsider_agree(
    cast: Cast, tmp_path: Path, made: Any
) -> None:
    ballot = made(cast)
    facts = json.loads(json.dumps(export_ballot(ballot)))
    counted = recount.recount(facts)
    assert counted["outcome"] == ballot.outcome
    assert counted["chosen"] == [str(key) for key in ballot.counts.get("chosen", ())]
    assert (counted["entitled"], counted["cast"]) == (
        ballot.counts["entitled"],
        ballot.counts["cast"],
    )
    answer = outsider(facts, tmp_path)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.split()[0] == ballot.outcome
    assert ballot.chain_head in answer.stdout


@pytest.mark.parametrize("made", [a_selection, a_motion])
def test_no_code_of_a_receipt_leaves_with_the_file(cast: Cast, made: Any) -> None:
    """The chain seals the hash of each code, so only whoever has a code finds its link."""
    ballot = made(cast)
    exported = json.dumps(export_ballot(ballot))
    for each in ballot.votes.all():
        assert each.receipt_code not in exported
        assert hashlib.sha256(each.receipt_code.encode()).hexdigest() in exported


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("chain", "links", 1, "facts", "choice"), "abstain"),
        (("chain", "links", 1, "facts", "at"), "2026-09-23T08:00:00.000001+00:00"),
        (("chain", "sealed", "text"), "Iets anders."),
        (("chain", "head"), "0" * 64),
        (("result", "outcome"), "rejected"),
        (("result", "chosen"), []),
        (("votes", 0, "approves"), []),
    ],
)
def test_the_script_finds_what_was_changed(
    cast: Cast, tmp_path: Path, path: tuple[Any, ...], value: Any
) -> None:
    facts = json.loads(json.dumps(export_ballot(a_selection(cast))))
    inner = facts
    for step in path[:-1]:
        inner = inner[step]
    assert inner[path[-1]] != value
    inner[path[-1]] = value
    answer = outsider(facts, tmp_path)
    assert answer.returncode == 1
    assert "AssertionError" in answer.stderr


def test_a_vote_that_was_cut_off_is_missed(cast: Cast, tmp_path: Path) -> None:
    facts = json.loads(json.dumps(export_ballot(a_selection(cast))))
    facts["chain"]["links"].pop()
    assert "the last vote" in outsider(facts, tmp_path).stderr


def test_thirty_lines() -> None:
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) <= 30


# -- the script against our own counting, without a database -------------------------------------

seats = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6, unique=True)
options = st.lists(st.sampled_from("wxyz"), min_size=1, max_size=4, unique=True)
shares = st.sampled_from([{"over": "1/2"}, {"at_least": "2/3"}, {"at_least": "1/2"}])


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """Any ballot, with an empty chain."""
    who, at = draw(seats), "2026-01-14T10:00:00+01:00"
    facts: dict[str, Any] = {
        "seats": who,
        "quorum": draw(shares),
        "majority": draw(shares),
        "tie_rule": draw(st.sampled_from(["rejected", "second_round"])),
        "names": {"options": {each: each for each in "wxyz"}},
        "chain": {"sealed": {}, "links": [], "head": ""},
    }
    rows = st.lists(st.sampled_from(who), max_size=8)
    if draw(st.booleans()):
        what = draw(options)
        most = draw(st.integers(1, len(what)))
        papers = st.lists(st.sampled_from(what), max_size=most, unique=True)
        return {
            **facts,
            "method": "selection",
            "base": "cast",
            "options": what,
            "max": most,
            "min": draw(st.integers(0, most)),
            "recused": draw(
                st.dictionaries(
                    st.sampled_from(what), st.lists(st.sampled_from(who), unique=True, max_size=3)
                )
            ),
            "votes": [{"seat": seat, "at": at, "approves": draw(papers)} for seat in draw(rows)],
        }
    choices = st.sampled_from(["for", "against", "abstain"])
    return {
        **facts,
        "method": "motion",
        "base": draw(st.sampled_from(["for_against", "cast", "entitled"])),
        "recused": draw(st.lists(st.sampled_from(who), unique=True, max_size=3)),
        "votes": [{"seat": seat, "at": at, "choice": draw(choices)} for seat in draw(rows)],
    }


EMPTY = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"  # SHA-256 of {}


@settings(max_examples=200)
@given(files())
def test_the_script_counts_any_ballot_as_we_do(facts: dict[str, Any]) -> None:
    facts["chain"]["head"] = EMPTY
    counted = recount.recount(facts)
    facts["result"] = {"outcome": counted["outcome"], "chosen": counted["chosen"]}
    code = SCRIPT.read_text(encoding="utf-8").replace(
        'json.load(open(sys.argv[1], encoding="utf-8"))', "json.loads(FACTS)"
    )
    exec(
        compile(code, SCRIPT.name, "exec"),
        {"FACTS": json.dumps(facts), "print": lambda *_words: None},
    )
