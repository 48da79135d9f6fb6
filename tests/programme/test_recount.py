"""Counting an exported ballot again, without a database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.recount import Malformed, recount
from programme.recount.parsing import parse

ROOT = Path(__file__).parents[2]
AT = "2026-01-14T10:00:00+01:00"
HALF = {"over": "1/2"}
MOTION: dict[str, Any] = {
    "method": "motion",
    "seats": ["a", "b", "c", "d", "e"],
    "recused": ["e"],
    "quorum": HALF,
    "majority": HALF,
    "base": "for_against",
    "tie_rule": "second_round",
    "votes": [
        {"seat": "a", "at": AT, "choice": "for"},
        {"seat": "b", "at": AT, "choice": "for"},
        {"seat": "c", "at": AT, "choice": "against"},
        {"seat": "d", "at": AT, "choice": "against"},
        {"seat": "e", "at": AT, "choice": "for"},
    ],
}
SELECTION: dict[str, Any] = {
    "method": "selection",
    "seats": ["a", "b", "c"],
    "recused": {"y": ["c"]},
    "quorum": HALF,
    "majority": HALF,
    "base": "cast",
    "tie_rule": "second_round",
    "min": 1,
    "max": 2,
    "options": ["x", "y", "z"],
    "votes": [
        {"seat": "a", "at": AT, "approves": ["x", "y"]},
        {"seat": "b", "at": AT, "approves": ["x"]},
        {"seat": "c", "at": AT, "approves": []},
    ],
}


def test_a_tie_of_the_seats_that_vote() -> None:
    assert recount(MOTION) == {
        "outcome": "second_round",
        "chosen": [],
        "second_round": [],
        "entitled": 4,
        "cast": 4,
        "counts": {"for": 2, "against": 2, "abstain": 0},
    }


def test_a_selection() -> None:
    assert recount(SELECTION) == {
        "outcome": "chosen",
        "chosen": ["x"],
        "second_round": [],
        "entitled": 3,
        "cast": 3,
        "counts": {
            "x": {"approvals": 2, "base": 2},
            "y": {"approvals": 1, "base": 2},
            "z": {"approvals": 0, "base": 2},
        },
    }


def test_too_few_chosen_sends_every_other_option_to_a_second_round() -> None:
    result = recount({**SELECTION, "min": 2})
    assert result["outcome"] == "second_round"
    assert (result["chosen"], result["second_round"]) == (["x"], ["y", "z"])
    rejected = recount({**SELECTION, "min": 2, "tie_rule": "rejected"})
    assert (rejected["outcome"], rejected["chosen"]) == ("rejected", [])


def test_the_last_vote_counts_by_its_moment_and_then_by_its_place() -> None:
    later = {"seat": "c", "at": "2026-01-14T10:00:01+01:00", "choice": "for"}
    assert recount({**MOTION, "votes": [later, *MOTION["votes"]]})["outcome"] == "adopted"
    same = {"seat": "c", "at": "2026-01-14T09:00:00+00:00", "choice": "for"}  # the same moment
    assert recount({**MOTION, "votes": [*MOTION["votes"], same]})["outcome"] == "adopted"
    assert recount({**MOTION, "votes": [same, *MOTION["votes"]]})["outcome"] == "second_round"


@given(st.permutations(MOTION["votes"]), st.permutations(SELECTION["votes"]))
def test_the_order_of_votes_of_different_seats_does_not_matter(
    said: list[Any], approved: list[Any]
) -> None:
    assert recount({**MOTION, "votes": said}) == recount(MOTION)
    assert recount({**SELECTION, "votes": approved}) == recount(SELECTION)


def test_a_vote_against_that_turns_for_never_takes_the_majority_away() -> None:
    for turned in range(len(MOTION["votes"]) + 1):
        votes = [
            {**one, "choice": "for" if number < turned else "against"}
            for number, one in enumerate(MOTION["votes"])
        ]
        outcome = recount({**MOTION, "recused": [], "votes": votes})["outcome"]
        assert outcome == ("adopted" if turned > len(votes) / 2 else "rejected")


def vote(**facts: Any) -> dict[str, Any]:
    return {"votes": [{"seat": "a", "at": AT, "choice": "for", **facts}]}


def paper(**facts: Any) -> dict[str, Any]:
    return {"votes": [{"seat": "a", "at": AT, "approves": ["x"], **facts}]}


@pytest.mark.parametrize(
    ("base", "change", "where"),
    [
        (MOTION, {"method": "raffle"}, "method"),
        (MOTION, {"method": None}, "method"),
        (MOTION, {"seats": []}, "seats"),
        (MOTION, {"seats": ["a", "a"]}, "seats[1]"),
        (MOTION, {"seats": ["a", 1]}, "seats[1]"),
        (MOTION, {"recused": ["q"]}, "recused"),
        (MOTION, {"quorum": {}}, "quorum"),
        (MOTION, {"quorum": {"over": "1/2", "at_least": "1/2"}}, "quorum"),
        (MOTION, {"quorum": {"over": "1/0"}}, "quorum.over"),
        (MOTION, {"majority": {"over": "1/1"}}, "majority.over"),
        (MOTION, {"majority": {"at_least": "3/2"}}, "majority.at_least"),
        (MOTION, {"majority": {"at_least": 0.5}}, "majority.at_least"),
        (MOTION, {"base": "everybody"}, "base"),
        (MOTION, {"tie_rule": "coin"}, "tie_rule"),
        (MOTION, {"votes": None}, "votes"),
        (MOTION, {"votes": ["for"]}, "votes[0]"),
        (MOTION, vote(seat="q"), "votes[0].seat"),
        (MOTION, vote(at="2026-01-14T10:00:00"), "votes[0].at"),
        (MOTION, vote(at="yesterday"), "votes[0].at"),
        (MOTION, vote(choice="maybe"), "votes[0].choice"),
        (MOTION, vote(approves=["x"]), "votes[0].approves"),
        (SELECTION, {"base": "entitled"}, "base"),
        (SELECTION, {"min": 3}, "min"),
        (SELECTION, {"min": True}, "min"),
        (SELECTION, {"max": 0}, "max"),
        (SELECTION, {"options": ["x", "x"]}, "options[1]"),
        (SELECTION, {"options": ["\ud800", "x"]}, "options[0]"),
        (SELECTION, {"recused": {"q": []}}, "recused"),
        (SELECTION, {"recused": {"x": ["q"]}}, "recused.x"),
        (SELECTION, paper(approves=["q"]), "votes[0].approves"),
        (SELECTION, paper(approves=["x", "x"]), "votes[0].approves[1]"),
        (SELECTION, paper(approves=["x", "y", "z"]), "votes[0].approves"),
        (SELECTION, paper(choice="for"), "votes[0].choice"),
    ],
)
def test_a_malformed_file_says_where(
    base: dict[str, Any], change: dict[str, Any], where: str
) -> None:
    with pytest.raises(Malformed) as found:
        recount({**base, **change})
    assert str(found.value).startswith(f"{where}: ")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as an outsider runs it; the database named here does not exist."""
    environ = {**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    command = [sys.executable, "-W", "ignore", "manage.py", "count_ballot", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )


def test_the_command_needs_no_database(tmp_path: Path) -> None:
    file = tmp_path / "ballot.json"
    file.write_text(json.dumps(SELECTION), encoding="utf-8")
    done = run(str(file), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == recount(SELECTION)
    assert run(str(file)).stdout == "chosen: 3 of 3 seats voted\n"


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("", "line 1 column 1: Expecting value"),
        ('{\n "method": NaN}', "line 2 column 12: NaN is no number"),
        ('{"a": "NaN",\n"b": [1, -Infinity]}', "line 2 column 10: -Infinity is no number"),
        ('{"a": 1,\n"b": "\xff"}', "line 2 byte 7: is no utf-8 text"),
        ("[\n" + "[" * 100_000, "line 2 column 100: more than 100 levels deep"),
        ('{"a": "\\"[", "b": ' + "9" * 5_000 + "}", "line 1 column 19: this number is too long"),
        ('{"min": 1, "max": 2, "min": 3}', "file: 'min' stands there twice"),
        (
            '{"votes": [{}, {"seat": "a", "at": "x", "seat": "b"}]}',
            "votes[1]: 'seat' stands there twice",
        ),
        ('{"recused": {"x": ["a"], "x": []}}', "recused: 'x' stands there twice"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(content: str, where: str) -> None:
    """Also what Python would read all the same: no numbers, and the last of two equal names."""
    with pytest.raises(Malformed) as found:
        parse(content.encode("latin-1"))
    assert str(found.value).startswith(where)


def test_a_hundred_levels_and_signs_in_a_text_are_read() -> None:
    text = '{"a": "[[[{ NaN \\\\", "b": ' + "[" * 99 + "]" * 99 + "}"
    assert parse(text.encode())["a"] == "[[[{ NaN \\"
    assert parse("\ufeff{}".encode()) == {}


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"method": NaN}', "\xff", "[" * 100_000, '{"a": 1, "a": 1}']
)
def test_the_command_says_in_one_line_what_is_wrong(tmp_path: Path, content: str) -> None:
    file = tmp_path / "ballot.json"
    file.write_bytes(content.encode("latin-1"))
    done = run(str(file), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1, done.stderr
    assert str(file) in done.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = run(str(tmp_path / "none.json"), "--json")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
