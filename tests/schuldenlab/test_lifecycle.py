"""States are data: the tables of moves hang together, and `move` keeps to them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import models

from programme.models import Programme
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Move, Refused, lock, move, status_at
from tests.house.world import write

if TYPE_CHECKING:
    from tests.cast import Cast

HOUR = timedelta(hours=1)
LIVING: list[Any] = [model for model in apps.get_models() if hasattr(model, "MOVES")]
STEPS = [(model, name, step) for model in LIVING for name, step in model.MOVES.items()]
models_with_a_life = pytest.mark.parametrize("model", LIVING, ids=lambda model: model.__name__)
all_moves = pytest.mark.parametrize(
    ("model", "name", "step"), STEPS, ids=[f"{model.__name__}-{name}" for model, name, _ in STEPS]
)


def test_every_model_with_states_has_a_table_of_moves() -> None:
    assert {model.__name__ for model in LIVING} >= {
        "Framework",
        "Programmaraad",
        "Programme",
        "Ballot",
    }


# -- the tables ----------------------------------------------------------------------------------


@models_with_a_life
def test_every_state_is_reachable(model: Any) -> None:
    reached, before = {str(model.FIRST)}, set()
    while reached != before:
        before = set(reached)
        reached |= {
            str(step.target)
            for step in model.MOVES.values()
            if reached & {str(source) for source in step.sources}
        }
    assert reached == set(model.Status.values)


@models_with_a_life
def test_a_record_starts_in_its_first_state(model: Any) -> None:
    field = model._meta.get_field("status")
    assert field.default == model.FIRST
    assert set(dict(field.choices)) == set(model.Status.values)
    assert not field.editable


# Moves that may be made again from where they lead, and where the earlier ones are kept.
AGAIN = {
    ("Meeting", "schedule"): "every date that it had is a row of its own",
    ("Minutes", "send_minutes"): "the document of every version that was sent stays",
}


@all_moves
def test_a_move_goes_from_known_states_to_another(model: Any, name: str, step: Move) -> None:
    assert step.sources
    assert {*map(str, step.sources), str(step.target)} <= set(model.Status.values)
    assert step.target not in step.sources or (model.__name__, name) in AGAIN


@all_moves
def test_every_move_has_a_stamp_of_its_own(model: Any, name: str, step: Move) -> None:
    field = model._meta.get_field(step.stamp)
    assert isinstance(field, models.DateTimeField)
    assert field.null
    assert not field.editable
    assert [other.stamp for other in model.MOVES.values()].count(step.stamp) == 1


@all_moves
def test_the_name_of_a_move_fits_the_column_of_the_audit_trail(
    model: Any, name: str, step: Move
) -> None:
    assert len(name) <= Entry._meta.get_field("verb").max_length


# -- moving --------------------------------------------------------------------------------------


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return write(cast, cast.at.year, cast.at)


def trail(noun: models.Model) -> list[tuple[str, int | None, datetime, dict[str, Any]]]:
    rows = Entry.objects.filter(subject_type=noun._meta.label_lower, subject_id=str(noun.pk))
    return list(rows.order_by("id").values_list("verb", "actor_id", "at", "facts"))


def test_a_move_changes_the_state_stamps_it_and_audits_it(cast: Cast, programme: Programme) -> None:
    at = cast.at + HOUR
    before = len(trail(programme))
    moved = move(programme, "submit", actor=cast.manager, at=at, facts={"pages": 3})
    assert moved is programme
    programme.refresh_from_db()
    assert (programme.status, programme.submitted_at) == ("submitted", at)
    assert trail(programme)[before:] == [
        ("submit", cast.manager.pk, at, {"status": "submitted", "pages": 3})
    ]


@pytest.mark.parametrize("name", ["return", "adopt", "close"])
def test_a_move_from_a_wrong_state_is_refused_and_changes_nothing(
    cast: Cast, programme: Programme, name: str
) -> None:
    before = trail(programme)
    with pytest.raises(Refused, match=programme.get_status_display()):
        move(programme, name, actor=cast.manager, at=cast.at)
    programme.refresh_from_db()
    assert programme.status == "preparing"
    assert getattr(programme, Programme.MOVES[name].stamp) is None
    assert trail(programme) == before


def test_the_same_move_twice_is_refused(cast: Cast, programme: Programme) -> None:
    move(programme, "submit", actor=cast.manager, at=cast.at)
    with pytest.raises(Refused):
        move(programme, "submit", actor=cast.manager, at=cast.at + HOUR)
    programme.refresh_from_db()
    assert programme.submitted_at == cast.at


def test_the_database_and_not_the_object_in_hand_decides(cast: Cast, programme: Programme) -> None:
    stale = Programme.objects.get(pk=programme.pk)
    move(programme, "submit", actor=cast.manager, at=cast.at)
    assert stale.status == "preparing"
    with pytest.raises(Refused):
        move(stale, "submit", actor=cast.manager, at=cast.at)
    assert stale.status == "submitted"


def test_an_unknown_move_is_a_mistake_of_the_programmer(cast: Cast, programme: Programme) -> None:
    with pytest.raises(KeyError):
        move(programme, "burn", actor=None, at=cast.at)


def test_only_the_fields_of_the_move_are_saved(cast: Cast, programme: Programme) -> None:
    programme.title = "typed but never saved"
    move(programme, "submit", actor=cast.manager, at=cast.at)
    programme.refresh_from_db()
    assert programme.title == "Samen eruit"


def test_fields_that_belong_to_the_move_go_with_it(cast: Cast, programme: Programme) -> None:
    also = {"commit_by": cast.at + 24 * HOUR}
    move(programme, "submit", actor=cast.manager, at=cast.at, also=also)
    programme.refresh_from_db()
    assert programme.commit_by == cast.at + 24 * HOUR


def test_a_lock_reads_anew(cast: Cast, programme: Programme) -> None:
    Programme.objects.filter(pk=programme.pk).update(title="Nieuw")
    assert lock(programme).title == "Nieuw"


# -- the past ------------------------------------------------------------------------------------


def test_any_past_moment_answers_as_it_did_then(cast: Cast, programme: Programme) -> None:
    at = cast.at
    move(programme, "submit", actor=None, at=at + HOUR)
    move(programme, "return", actor=None, at=at + 2 * HOUR)
    moments = [at - HOUR, at, at + HOUR - HOUR / 60, at + HOUR, at + 2 * HOUR, at + 9 * HOUR]
    assert [status_at(programme, moment) for moment in moments] == [
        None,
        "preparing",
        "preparing",
        "submitted",
        "preparing",
        "preparing",
    ]


def test_the_newest_stamp_holds_when_a_move_was_made_again(
    cast: Cast, programme: Programme
) -> None:
    at = cast.at
    for hours, name in enumerate(["submit", "return", "submit"], start=1):
        move(programme, name, actor=None, at=at + hours * HOUR)
    assert status_at(programme, at + 5 * HOUR) == "submitted"
    assert status_at(programme, at + 2.5 * HOUR) == "preparing"
