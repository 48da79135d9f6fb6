"""For any past moment the Kompas equals what it was when that moment was now."""

from __future__ import annotations

import os
import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from schuldenlab.lifecycle import Refused

from .history import MOVES, Lab, Nothing, begin, readings

if TYPE_CHECKING:
    from tests.cast import Cast

HOUR = timedelta(hours=1)
# Short by default, longer on command.
HISTORIES = int(os.environ.get("KOMPAS_HISTORIES", "6"))
LONG = int(os.environ.get("KOMPAS_MOVES", "60"))
QUICK = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.fixture
def begun(today: Cast) -> Cast:
    """A lab at work."""
    begin(today)
    return today


def done(lab: Lab, name: str) -> bool:
    """Whether the move was possible; what was refused has not happened."""
    try:
        with transaction.atomic():
            MOVES[name](lab)
    except (Refused, Nothing):
        return False
    return True


@settings(max_examples=HISTORIES, deadline=None, suppress_health_check=QUICK)
@given(data=st.data())
def test_any_past_moment_answers_as_it_did(begun: Cast, data: st.DataObject) -> None:
    """A history is played, read after each move, and all of it is read again at the end."""
    with transaction.atomic():
        lab = Lab(begun, begun.at, lambda below: data.draw(st.integers(0, below - 1)))
        names = st.lists(st.sampled_from(sorted(MOVES)), min_size=5, max_size=12)
        read = {}
        for name in data.draw(names):
            lab.at += (1 + lab.choose(400)) * HOUR
            if done(lab, name):
                event(name)
                read[lab.at] = name, readings(lab, lab.at)
        for moment, (name, then) in read.items():
            assert readings(lab, moment) == then, f"{moment}, after {name}"
        transaction.set_rollback(True)


@pytest.mark.parametrize("seed", range(2))
def test_a_long_history(begun: Cast, seed: int) -> None:
    """Of everything that may happen a lot happens, and every reading is repeated at the end."""
    chance = random.Random(seed)
    lab = Lab(begun, begun.at, chance.randrange)
    read, happened = {}, set()
    for _ in range(LONG):
        name = chance.choice(sorted(MOVES))
        lab.at += (1 + lab.choose(72)) * HOUR
        if done(lab, name):
            happened.add(name)
            read[lab.at] = name, readings(lab, lab.at)
    assert len(happened) > 15
    for moment, (name, then) in read.items():
        assert readings(lab, moment) == then, f"{moment}, after {name}"
