"""`verify_ballots`: for operators and scripts."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command

from programme import actions
from tests.house.world import open_motion, vote
from tests.programme.test_verification import forge

if TYPE_CHECKING:
    from programme.models import Ballot
    from tests.cast import Cast


@pytest.fixture
def ballot(cast: Cast) -> Ballot:
    ballot = open_motion(cast, cast.at, cast.at + timedelta(days=7), title="Motie één")
    vote(cast, ballot, "BN", "for", cast.at)
    return actions.close_ballot(ballot, at=ballot.closes_at)


def verify(*options: str) -> str:
    out = io.StringIO()
    call_command("verify_ballots", *options, stdout=out)
    return out.getvalue()


def verify_and_fail(*options: str) -> str:
    out = io.StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("verify_ballots", *options, stdout=out)
    assert stop.value.code == 1
    return out.getvalue()


def test_without_ballots_all_is_well(db: None) -> None:
    assert json.loads(verify("--json")) == {"ok": True, "ballots": 0, "votes": 0, "errors": []}


def test_what_is_right_ends_with_zero(ballot: Ballot) -> None:
    assert json.loads(verify("--json")) == {"ok": True, "ballots": 1, "votes": 1, "errors": []}
    assert verify() == "1 ballots, 1 votes checked\n"


def test_what_is_wrong_ends_with_one_and_one_document(ballot: Ballot) -> None:
    forge("UPDATE programme_vote SET choice = 'against'")
    printed = verify_and_fail("--json")
    report = json.loads(printed)
    assert printed.count("\n") == 1
    assert (report["ok"], report["ballots"], report["votes"]) == (False, 1, 1)
    assert {error["ballot"] for error in report["errors"]} == {ballot.pk}
    assert {error["title"] for error in report["errors"]} == {"Motie één"}
    assert len(report["errors"]) == 2
    lines = verify_and_fail().splitlines()
    assert lines[0] == "1 ballots, 1 votes checked"
    assert lines[1].startswith(f"{ballot.pk} Motie één: ")
