"""Every permission about letters, asked for everybody: anywhere, of a draft, of one that went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rules

from events import actions
from tests.events.test_letters import draft

if TYPE_CHECKING:
    from tests.cast import Cast

KERNTEAM = {"manager", "staff"}
DIRECTORS = {"director", "other_director", "seat_GD"}
INSIDERS = KERNTEAM | DIRECTORS | {"seat", "substitute", "contact"}
EVERYBODY = INSIDERS | {"anonymous", "outsider", "former"}

# permission: anywhere, a draft, a letter that went to the directors
TABLE: dict[str, tuple[set[str], set[str], set[str]]] = {
    "events.view_circular": (INSIDERS, KERNTEAM, KERNTEAM | DIRECTORS),
    **{
        f"events.{verb}": (KERNTEAM, KERNTEAM, KERNTEAM)
        for verb in (
            *("draft_circular", "rewrite_circular", "test_circular", "send_circular"),
            *("discard_circular", "view_circularrecipient"),
        )
    },
}


@pytest.mark.parametrize("permission", TABLE)
def test_who_may(cast: Cast, permission: str) -> None:
    nouns = None, draft(cast), actions.send_circular(draft(cast), actor=None, at=cast.at)
    for noun, expected in zip(nouns, TABLE[permission], strict=True):
        allowed = {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), noun)}
        assert allowed == expected, noun


def test_who_left_still_reads_what_came_then(cast: Cast) -> None:
    """A letter is in the mailbox anyway; the page shows no more than it."""
    sent = actions.send_circular(draft(cast), actor=None, at=cast.at)
    sent.recipients.create(person=cast.former, recorded_at=cast.at)
    assert rules.has_perm("events.view_circular", cast.former)
    assert rules.has_perm("events.view_circular", cast.former, sent)
