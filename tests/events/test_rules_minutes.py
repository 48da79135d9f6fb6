"""Who may keep agendas, count who is there, write minutes and do actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rules

from .minuting import act_of, hold, invite, meetings, send, start
from .test_rules import EVERYBODY, INSIDERS, KERNTEAM

if TYPE_CHECKING:
    from tests.cast import Cast

STAFF = {
    f"events.{verb}": KERNTEAM
    for verb in (
        *("keep_agenda", "note_presence", "write_minutes", "send_minutes", "approve_minutes"),
        *("add_action", "drop_action", "reopen_action", "list_actions"),
    )
}
# Anywhere; the tables below say of which record.
TABLE: dict[str, set[str]] = {
    **STAFF,
    "events.view_minutes": INSIDERS,
    "events.view_actionitem": INSIDERS,
    "events.finish_action": INSIDERS,
}


def allowed(cast: Cast, permission: str, noun: Any = None) -> set[str]:
    return {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), noun)}


@pytest.mark.parametrize("permission", TABLE)
def test_who_may_anywhere(cast: Cast, permission: str) -> None:
    assert allowed(cast, permission) == TABLE[permission]


@pytest.mark.parametrize("permission", STAFF)
def test_who_may_with_one(cast: Cast, permission: str) -> None:
    assert allowed(cast, permission, meetings(cast)[0]) == KERNTEAM


def test_who_sees_minutes(cast: Cast) -> None:
    first, second = meetings(cast)
    hold(cast, first, "FV")
    hold(cast, second, "FV")
    draft, sent = start(cast, second), send(cast, first)
    assert allowed(cast, "events.view_minutes", draft) == KERNTEAM
    took_part = KERNTEAM | {"contact", "other_director"}
    assert allowed(cast, "events.view_minutes", sent) == took_part
    invite(first, cast.director, cast.former)
    assert allowed(cast, "events.view_minutes", sent) == KERNTEAM | {"director", "former"}


def test_who_sees_and_finishes_an_action(cast: Cast) -> None:
    first, _second = meetings(cast)
    action = act_of(cast, first, cast.seat)
    assert allowed(cast, "events.view_actionitem", action) == KERNTEAM | {"seat"}
    hold(cast, first, "FV")
    took_part = {"contact", "other_director"}
    assert allowed(cast, "events.view_actionitem", action) == KERNTEAM | {"seat"} | took_part
    assert allowed(cast, "events.finish_action", action) == KERNTEAM | {"seat"}
    gone = act_of(cast, first, cast.former)
    assert allowed(cast, "events.finish_action", gone) == KERNTEAM
