"""Two at once around presence, minutes and actions, on real connections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from events import actions
from events.models import ActionItem, Attendance, Meeting, Minutes
from events.proceedings import text_mark
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.programme.test_races import at_once

from .minuting import DAY, FIRST, SECOND, TEXT, act_of, hold, meetings, send, start

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
TAPS = 12


def again(minutes: Minutes) -> Minutes:
    return Minutes.objects.select_related("meeting__series").get(pk=minutes.pk)


def kinds(found: list[Any]) -> list[str]:
    return sorted(type(each).__name__ for each in found)


def test_two_phones_never_lose_a_tap(cast: Cast) -> None:
    first, _second = meetings(cast)

    def tap(letters: str) -> Meeting:
        meeting = Meeting.objects.get(pk=first.pk)
        known = {"actor": cast.staff, "at": FIRST}
        return actions.count_presence(meeting, organisation=cast[letters], step=1, **known)

    found = at_once([partial(tap, letters) for letters in ("BN", "FV") * TAPS])
    assert kinds(found) == ["Meeting"] * 2 * TAPS
    assert dict(Attendance.objects.values_list("organisation__name", "people")) == {
        "Bank Noordzee": TAPS,
        "Fonds Vlietland": TAPS,
    }
    assert Entry.objects.filter(verb="note_presence").count() == 2 * TAPS


def test_minutes_begin_once(cast: Cast) -> None:
    first, _second = meetings(cast)

    def begin() -> Minutes:
        meeting = Meeting.objects.get(pk=first.pk)
        return actions.start_minutes(meeting, actor=cast.staff, at=FIRST + DAY)

    assert kinds(at_once([begin] * 4)) == ["Minutes", "Refused", "Refused", "Refused"]
    assert Minutes.objects.count() == 1


def test_of_writers_at_once_one_saves(cast: Cast) -> None:
    first, _second = meetings(cast)
    minutes = start(cast, first)

    def write(number: int) -> Minutes:
        mark = text_mark(TEXT)
        known = {"actor": cast.staff, "at": FIRST + 3 * DAY}
        return actions.write_minutes(again(minutes), text=f"Van {number}", based_on=mark, **known)

    found = at_once([partial(write, number) for number in range(4)])
    assert kinds(found) == ["Minutes", "Overtaken", "Overtaken", "Overtaken"]
    saved = next(each for each in found if isinstance(each, Minutes))
    assert again(minutes).text == saved.text


def test_sent_once(cast: Cast) -> None:
    first, _second = meetings(cast)
    hold(cast, first, "FV")
    minutes = start(cast, first)

    def go() -> Minutes:
        return actions.send_minutes(again(minutes), actor=cast.staff, at=FIRST + 3 * DAY)

    assert kinds(at_once([go] * 4)) == ["Minutes", "Refused", "Refused", "Refused"]
    assert again(minutes).facts["version"] == 1
    assert Letter.objects.filter(key__startswith="minutes-sent").count() == 1


def test_approved_once_and_never_beside_a_correction(cast: Cast) -> None:
    first, second = meetings(cast)
    hold(cast, first, "FV")
    minutes = send(cast, first)

    def approve() -> Minutes:
        meeting = Meeting.objects.select_related("series").get(pk=second.pk)
        return actions.approve_minutes(
            again(minutes), meeting=meeting, actor=cast.staff, at=SECOND + DAY
        )

    def correct() -> Minutes:
        known = {"actor": cast.manager, "at": SECOND + DAY}
        return actions.write_minutes(
            again(minutes), text="Anders", based_on=text_mark(TEXT), **known
        )

    found = at_once([approve, correct, approve])
    assert not [each for each in found if not isinstance(each, (Minutes, Refused))]
    now = again(minutes)
    assert (now.status == "approved") == (now.text == TEXT)
    assert Entry.objects.filter(verb="approve_minutes").count() == (now.status == "approved")


def test_an_action_is_done_or_dropped(cast: Cast) -> None:
    first, _second = meetings(cast)
    action = act_of(cast, first, cast.contact)

    def fresh() -> ActionItem:
        return ActionItem.objects.select_related("owner", "meeting__series").get(pk=action.pk)

    known = {"actor": cast.manager, "at": cast.at}
    found = at_once(
        [
            lambda: actions.finish_action(fresh(), **known),
            lambda: actions.drop_action(fresh(), reason="Nee.", **known),
            lambda: actions.finish_action(fresh(), **known),
        ]
    )
    assert kinds(found) == ["ActionItem", "Refused", "Refused"]


def test_reminded_once_by_two_clocks(cast: Cast) -> None:
    first, _second = meetings(cast)
    act_of(cast, first, cast.contact, due_on=cast.at.date())
    at_once([partial(actions.remind_actions, cast.at)] * 4)
    assert Letter.objects.filter(key__startswith="action-reminder").count() == 1
