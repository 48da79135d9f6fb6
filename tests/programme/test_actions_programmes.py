"""Writing, submitting and putting to the vote: every verb in every state of the programme."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from programme import actions
from programme.deadlines import closing_moment
from programme.models import Ballot, Programme
from schuldenlab.lifecycle import move, status_at
from tests.house.world import TEXTS, vote
from tests.programme.records import DELEGATES, acts, letters, refused, rows, told
from tests.programme.voting import put_programme_to_ballot

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
CLOSES = closing_moment(date(2026, 10, 7))
OTHER = {"title": "Anders", "ambition": "Iets anders.", "text": "Andere tekst."}


def write(cast: Cast, **facts: Any) -> Programme:
    facts = {**TEXTS, "framework": cast.framework, "actor": cast.manager, "at": cast.at, **facts}
    return actions.write_programme(cast.at.year, **facts)


def submit(cast: Cast, programme: Programme, **facts: Any) -> Programme:
    return actions.submit_programme(programme, **{"actor": cast.staff, "at": cast.at, **facts})


def put(cast: Cast, programme: Programme, **facts: Any) -> Ballot:
    facts = {"closes_at": CLOSES, "rules": {}, "actor": cast.staff, "at": cast.at, **facts}
    return put_programme_to_ballot(programme, **facts)


def decide(cast: Cast, choice: str) -> Programme:
    """All seats say the same, and the ballot closes."""
    programme = voting(cast)
    assert programme.ballot is not None
    for seat in ["GD", "ZD", "EZ", "BN", "CH", "VH"]:
        vote(cast, programme.ballot, seat, choice, cast.at)
    actions.close_ballot(programme.ballot, at=CLOSES)
    programme.refresh_from_db()
    return programme


def preparing(cast: Cast) -> Programme:
    return write(cast)


def submitted(cast: Cast) -> Programme:
    return submit(cast, preparing(cast))


def voting(cast: Cast) -> Programme:
    programme = submitted(cast)
    put(cast, programme)
    return programme


def undecided(cast: Cast) -> Programme:
    """Nobody voted: a repeat is being prepared."""
    programme = voting(cast)
    assert programme.ballot is not None
    actions.close_ballot(programme.ballot, at=CLOSES)
    programme.refresh_from_db()
    return programme


def adopted(cast: Cast) -> Programme:
    return decide(cast, "for")


def rejected(cast: Cast) -> Programme:
    return decide(cast, "against")


def closed(cast: Cast) -> Programme:
    return move(adopted(cast), "close", actor=None, at=CLOSES)


WITH_THE_RAAD = "it is with the programmaraad"
ADOPTED, CLOSED = "the status is “adopted” now", "the status is “closed” now"
SUBMITTED = "the status is “submitted to the programmaraad” now"
FIRST = "Submit the programme to the programmaraad first"
BALLOT = "There is a ballot on this programme already"
# What each verb answers in each state: why not, or None when it is done.
ANSWERS: dict[Callable[[Cast], Programme], dict[str, str | None]] = {
    preparing: {"write": None, "submit": None, "put": FIRST},
    submitted: {"write": WITH_THE_RAAD, "submit": SUBMITTED, "put": None},
    voting: {"write": WITH_THE_RAAD, "submit": SUBMITTED, "put": BALLOT},
    undecided: {"write": WITH_THE_RAAD, "submit": SUBMITTED, "put": BALLOT},
    rejected: {"write": None, "submit": None, "put": FIRST},
    adopted: {"write": WITH_THE_RAAD, "submit": ADOPTED, "put": FIRST},
    closed: {"write": WITH_THE_RAAD, "submit": CLOSED, "put": FIRST},
}


@pytest.mark.parametrize("verb", ["write", "submit", "put"])
@pytest.mark.parametrize("state", ANSWERS, ids=lambda state: state.__name__)
def test_each_verb_in_each_state(cast: Cast, state: Callable[[Cast], Programme], verb: str) -> None:
    programme = state(cast)
    act = {
        "write": lambda: write(cast, **OTHER),
        "submit": lambda: submit(cast, programme),
        "put": lambda: put(cast, programme),
    }[verb]
    because = ANSWERS[state][verb]
    if because is None:
        act()
        return
    with refused(because):
        act()


def test_a_programme_is_written_and_rewritten(cast: Cast) -> None:
    programme = write(cast)
    assert (programme.status, programme.recorded_at) == ("preparing", cast.at)
    again = write(cast, **OTHER)
    again.refresh_from_db()
    assert again.pk == programme.pk
    assert {name: getattr(again, name) for name in OTHER} == OTHER
    written = acts("write_programme")
    assert [(act.actor_id, act.subject_id) for act in written] == [
        (cast.manager.pk, str(programme.pk))
    ] * 2
    assert "Anders" not in str([act.facts for act in written])
    assert rows()["Letter"] == []


def test_submitting_fixes_the_text_and_tells_nobody_yet(cast: Cast) -> None:
    programme = submitted(cast)
    assert (programme.status, programme.submitted_at) == ("submitted", cast.at)
    [act] = acts("submit")
    assert (act.actor_id, act.at, act.facts) == (cast.staff.pk, cast.at, {"status": "submitted"})
    assert rows()["Letter"] == []
    before = cast.at - timedelta(seconds=1)
    assert (status_at(programme, before), status_at(programme, cast.at)) == (None, "submitted")


def test_the_ballot_takes_the_text_as_it_stands(cast: Cast) -> None:
    programme = voting(cast)
    ballot = programme.ballot
    assert ballot is not None
    assert (ballot.raad, ballot.round, ballot.status) == (cast.raad, 1, "open")
    assert (ballot.opened_at, ballot.closes_at) == (cast.at, CLOSES)
    for words in TEXTS.values():
        assert words in ballot.text
    assert "2026" in ballot.question
    prepared, opened = acts("prepare_ballot", "open")
    assert (prepared.actor_id, prepared.facts) == (cast.staff.pk, {"method": "motion"})
    assert (opened.subject_id, opened.facts) == (
        str(ballot.pk),
        {"status": "open", "entitled": 6},
    )
    assert told(cast, "ballot_opened") == sorted(DELEGATES)


def test_the_rules_are_those_that_were_chosen(cast: Cast) -> None:
    rules = {
        "quorum_numerator": 2,
        "quorum_denominator": 3,
        "quorum_is_over": False,
        "majority_numerator": 3,
        "majority_denominator": 4,
        "majority_is_over": False,
        "base": "entitled",
        "tie_rule": "second_round",
    }
    ballot = put(cast, submitted(cast), rules=rules)
    ballot.refresh_from_db()
    assert {name: getattr(ballot, name) for name in rules} == rules
    assert (ballot.quorum.needed(6), ballot.majority.needed(6)) == (4, 5)


def test_without_a_raad_of_that_year_there_is_no_ballot(cast: Cast) -> None:
    facts = {"framework": cast.framework, "actor": cast.manager, "at": cast.at}
    programme = actions.write_programme(cast.at.year + 1, **TEXTS, **facts)
    submit(cast, programme)
    with refused("no programmaraad of this year"):
        put(cast, programme)
    actions.propose_raad(
        cast.at.year + 1,
        organisations=[cast[letters] for letters in ["GD", "ZD", "EZ", "BN", "CH"]],
        **facts,
    )
    with refused("This programmaraad is not installed"):
        put(cast, programme)


def test_a_deadline_lies_ahead(cast: Cast) -> None:
    programme = submitted(cast)
    for closes_at in (cast.at, cast.at - timedelta(days=1)):
        with refused("The deadline lies in the past"):
            put(cast, programme, closes_at=closes_at)
    assert not Ballot.objects.exists()
    assert letters("ballot_opened") == []


def test_a_rejected_programme_is_rewritten_and_comes_back_in_a_new_ballot(cast: Cast) -> None:
    first = rejected(cast)
    assert (first.status, first.returned_at) == ("preparing", CLOSES)
    first_ballot = first.ballot
    later = CLOSES + timedelta(days=7)
    programme = write(cast, **OTHER, at=later)
    submit(cast, programme, at=later)
    ballot = put(cast, programme, at=later, closes_at=later + timedelta(days=7))
    assert ballot != first_ballot
    assert (ballot.round, ballot.previous) == (1, None)
    assert OTHER["text"] in ballot.text
    programme.refresh_from_db()
    assert programme.ballot == ballot
