"""A process wakes the sender at once, and for what follows in the next second once more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.outbox.actions.waking import PAUSE, Waking


def test_the_first_letter_goes_at_once_and_a_row_of_them_in_a_second() -> None:
    waking = Waking()
    assert waking.wake(100.0) == 0.0
    assert waking.wake(100.2) == PAUSE
    assert [waking.wake(100.2 + 0.1 * number) for number in range(1, 8)] == [None] * 7
    assert waking.wake(101.5) == 0.0


def test_a_clock_that_was_set_back_silences_nobody() -> None:
    waking = Waking()
    waking.wake(100.0)
    assert waking.wake(10.0) == 0.0


@given(st.lists(st.integers(0, 16), min_size=1, max_size=60))
def test_every_letter_is_followed_by_a_waking_within_a_second(gaps: list[int]) -> None:
    """In eighths of a second, which a computer knows exactly."""
    waking, now, letters, wakings = Waking(), 0.0, [], []
    for gap in gaps:
        now += gap / 8
        letters.append(now)
        later = waking.wake(now)
        if later is not None:
            wakings.append(now + later)
    for letter in letters:
        assert min(each for each in wakings if each >= letter) - letter <= PAUSE
    assert len(wakings) <= 2 * (now / PAUSE + 1)
