"""Every act that the trail can hold has words for the person who did it."""

import re
from pathlib import Path

from django.apps import apps

from schuldenlab.portal.words import ACTS

ROOT = Path(__file__).resolve().parents[2]
RECORDED = re.compile(r'record\(\s*"(\w+)"')


def test_every_act_that_is_recorded_has_words() -> None:
    files = [*ROOT.glob("*/actions.py"), *ROOT.glob("*/actions/**/*.py")]
    recorded = {verb for file in files for verb in RECORDED.findall(file.read_text("utf-8"))}
    assert "cast_vote" in recorded
    assert recorded - set(ACTS) == set()


def test_every_move_from_one_state_to_the_next_has_words() -> None:
    moves = {move for model in apps.get_models() for move in getattr(model, "MOVES", {})}
    assert "open_for_signature" in moves
    assert moves - set(ACTS) == set()
